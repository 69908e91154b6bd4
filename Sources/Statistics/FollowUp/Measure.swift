// SPDX-License-Identifier: Apache-2.0
import Domain

/// A measure as it is computed. What is said of it is put together from the same parts.
struct Measure: Sendable {
  /// What is counted among the rows.
  enum Numerator: Sendable {
    /// The rows themselves: a count.
    case rows
    /// Rows of which something more is so: a share.
    case those([Condition])
    /// The sum of a column: a mean.
    case sum(Source, Bilingual)
    /// The middle one of a column's numbers.
    case median(Source, Bilingual)
    /// Different persons: a count.
    case persons
    /// Groups of questions that are asked about, each as often as it is asked: a count.
    case elements
    /// Expected answers, and those that are there: a share.
    case answers
    /// Days of sick leave for each person: a mean.
    case daysPerPerson
    /// Days of a lower degree than the whole among all: a share.
    case lowDays
    /// Cases, each in every part of the time by the last of its days there: a count.
    case latest
  }

  var id: String
  var number: Int?
  var name: Bilingual
  var purpose: Bilingual
  var table: Table
  /// The column of the day that a row falls on.
  var axis: Source
  /// Which rows are counted among.
  var counted: [Condition]
  /// What must be told beside that; a row that lacks it is left out and counted as lacking.
  var needs: [Condition] = []
  var numerator: Numerator
  var limits: Bilingual
  var isContent = false
  /// Whether the groups of questions can be told apart, and how requests ended.
  var hasQuestions = false
  /// Where it comes from, where that is not what its rows say.
  var source: Bilingual?

  var kind: MeasureDefinition.Kind {
    switch numerator {
    case .rows, .persons, .elements, .latest: .count
    case .those, .answers, .lowDays: .share
    case .sum, .daysPerPerson: .mean
    case .median: .median
    }
  }
}

extension Measure {
  /// Everything that is said of the measure.
  var definition: MeasureDefinition {
    MeasureDefinition(
      id: id, number: number, name: name, purpose: purpose, kind: kind, population: population,
      numerator: numeratorText, denominator: denominatorText, timeAxis: axisText,
      source: sourceText, limits: limits, unit: unitText, dimensions: dimensions,
      usesCases: table == .cases || table == .ongoing || numerator.isLatest,
      isAdjustable: isAdjustable, isContent: isContent)
  }

  /// Its figure is a share or mean of rows.
  var isAdjustable: Bool {
    switch numerator {
    case .those, .sum: true
    default: false
    }
  }

  private var population: MeasureDefinition.Population {
    switch (table, numerator) {
    case (_, .latest): .cases
    case (.days, _), (_, .persons): .persons
    case (.certificates, _): .certificates
    case (.requests, _): .requests
    case (.cases, _), (.ongoing, _): .cases
    }
  }

  /// What the measure can be divided and restricted by.
  var dimensions: [Dimension] {
    var dimensions: [Dimension] = [
      .month, .quarter, .halfYear, .year, .region, .provider, .unit, .careLevel, .tie,
      .speciality, .chapter, .block, .category, .code, .chartGroup, .namedGroup, .comorbidity,
      .sex, .age, .length, .degree, .occupation, .background,
    ]
    if table == .certificates || table == .requests || table == .days {
      dimensions.append(.order)
    }
    if table == .requests { dimensions.append(.outcome) }
    if hasQuestions { dimensions.append(.question) }
    return dimensions
  }

  private var rowsText: Bilingual {
    switch numerator.isLatest ? .ongoing : table {
    case .certificates: Bilingual(sv: "intyg", en: "certificates")
    case .requests: Bilingual(sv: "kompletteringsbegäranden", en: "supplement requests")
    case .cases: Bilingual(sv: "sjukfall", en: "sick-leave cases")
    case .ongoing:
      Bilingual(
        sv: "sjukfall som pågår någon dag i tiden",
        en: "sick-leave cases that go on some day in the time")
    case .days: Bilingual(sv: "dagar med sjukskrivning", en: "days of sick leave")
    }
  }

  private func rows(_ conditions: [Condition]) -> Bilingual {
    guard !conditions.isEmpty else { return Bilingual(sv: rowsText.sv, en: rowsText.en) }
    return Bilingual(
      sv: "\(rowsText.sv) som \(conditions.text.sv)",
      en: "\(rowsText.en) that \(conditions.text.en)")
  }

  private var denominatorText: Bilingual {
    let rows = rows(counted + needs)
    switch numerator {
    case .daysPerPerson:
      return Bilingual(
        sv: "personer med minst en dag med sjukskrivning i tiden",
        en: "persons with at least one day of sick leave in the time")
    case .answers:
      return Bilingual(
        sv: "fält som kan väntas ifyllda i \(rows.sv); yrke väntas för den som har arbete, "
          + "frågorna 20 och 40 inte i version 2",
        en: "fields that can be expected to be filled in, in \(rows.en); work is expected of "
          + "those at work, questions 20 and 40 not in version 2")
    default: return rows
    }
  }

  private var numeratorText: Bilingual {
    switch numerator {
    case .rows, .latest: rows(counted + needs)
    case .those(let conditions):
      Bilingual(
        sv: "av dem de som \(conditions.text.sv)",
        en: "of them those that \(conditions.text.en)")
    case .sum(_, let text): text
    case .median(_, let text): text
    case .persons:
      Bilingual(
        sv: "olika personer med \(rows(counted).sv)",
        en: "different persons with \(rows(counted).en)")
    case .elements:
      Bilingual(
        sv: "frågor som \(rows(counted).sv) gäller, så många gånger som de ställs",
        en: "questions that \(rows(counted).en) ask about, as often as they are asked")
    case .answers: Bilingual(sv: "av dem ifyllda", en: "of them those filled in")
    case .daysPerPerson:
      Bilingual(
        sv: "dagar med sjukskrivning, varje dag en gång per person",
        en: "days of sick leave, each day once for a person")
    case .lowDays:
      Bilingual(
        sv: "av dem dagar med lägre grad än 100 procent",
        en: "of them days of a lower degree than 100 percent")
    }
  }

  private var axisText: Bilingual {
    switch (numerator.isLatest ? .ongoing : table, axis) {
    case (.days, _):
      Bilingual(sv: "Varje dag räknas på sin dag.", en: "Each day counts on its day.")
    case (.ongoing, _):
      Bilingual(
        sv: "Ett sjukfall räknas en gång i varje period det har en dag i.",
        en: "A case counts once in every period that it has a day in.")
    case (.cases, _):
      Bilingual(sv: "Sjukfallets första dag.", en: "The first day of the case.")
    case (.requests, .sent):
      Bilingual(sv: "Dagen då begäran skickades.", en: "The day the request was sent.")
    default:
      Bilingual(
        sv: "Dagen då intyget signerades; saknas den, intygets första dag.",
        en: "The day the certificate was signed; where untold, its first day.")
    }
  }

  private var sourceText: Bilingual {
    if let source { return source }
    return switch table {
    case .requests:
      Bilingual(
        sv: "Meddelanden om läkarintyg (SendMessageToCare, SendMessageToRecipient) och intyg.",
        en: "Messages about certificates (SendMessageToCare, SendMessageToRecipient), "
          + "and certificates.")
    case .certificates, .cases, .ongoing, .days:
      Bilingual(
        sv: "Digitala läkarintyg (FK 7804, FK 7263); vårdenhet enligt HSA på signeringsdagen.",
        en: "Digital certificates (FK 7804, FK 7263); care unit by the HSA catalogue on the day "
          + "of signing.")
    }
  }

  private var unitText: Bilingual {
    switch numerator {
    case .those, .answers, .lowDays: Bilingual(sv: "", en: "")
    case .sum(let source, _):
      source == .caseCertificates
        ? Bilingual(sv: "intyg", en: "certificates") : Bilingual(sv: "dagar", en: "days")
    case .median, .daysPerPerson: Bilingual(sv: "dagar", en: "days")
    case .persons: Bilingual(sv: "personer", en: "persons")
    case .elements: Bilingual(sv: "frågor", en: "questions")
    case .rows, .latest: rowsText
    }
  }
}

extension Measure.Numerator {
  /// It counts cases by the last of their days.
  var isLatest: Bool { if case .latest = self { true } else { false } }
}
