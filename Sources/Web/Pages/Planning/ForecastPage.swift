// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What is asked of a forecast, as typed in the address of its page.
struct ForecastForm: Hashable, Sendable {
  /// The fields, in the order of the page. The raw value is the name in `ForecastQuestion`.
  enum Field: String, CaseIterable, Sendable {
    case changePercent, timesPerWeek, weeksToWrite, timesPerCase, weeks
  }

  var typed: [Field: String] = [:]

  init(_ form: FormValues) {
    for field in Field.allCases { typed[field] = form.text(field.rawValue) }
  }

  func text(_ field: Field) -> String {
    if let text = typed[field] { return text }
    let usual = ForecastQuestion()
    return switch field {
    case .changePercent: "25"
    case .timesPerWeek: ""
    case .weeksToWrite: "\(usual.weeksToWrite)"
    case .timesPerCase: "\(usual.timesPerCase)"
    case .weeks: "\(usual.weeks)"
    }
  }

  /// The question, or what cannot be read.
  func read() -> (question: ForecastQuestion, faults: [FieldFault]) {
    var question = ForecastQuestion()
    var faults: [FieldFault] = []
    for field in Field.allCases {
      let text = text(field)
      if text.isEmpty && field == .timesPerWeek { continue }
      guard let number = Int(text) else {
        faults.append(FieldFault(field.rawValue, ForecastTexts.numberFault))
        continue
      }
      switch field {
      case .changePercent: question.changePercent = number
      case .timesPerWeek: question.timesPerWeek = number
      case .weeksToWrite: question.weeksToWrite = number
      case .timesPerCase: question.timesPerCase = number
      case .weeks: question.weeks = number
      }
    }
    return (question, faults)
  }
}

/// The page that asks what happens if the capacity changes.
struct ForecastPage: Sendable {
  let form: ForecastForm
  let faults: [FieldFault]
  /// Nil where something is wrong with the question.
  let forecast: Forecast?

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    return PageShell(frame) {
      ErrorSummary(faults.map { FieldError($0.field, $0.text[language]) }).html(language)
      PageHead(ForecastTexts.title[language], lead: ForecastTexts.lead[language]).html
      div(.class("cols", "cols--case", "section-s")) {
        div(.class("stack")) {
          if let forecast { answer(forecast, language) }
        }
        Card("fraga", ForecastTexts.question[language], isSmall: true) { fields(language) }.html
      }
    }.render()
  }

  /// A question changes nothing, so it is sent by the address and can be kept and shared.
  private func fields(_ language: Language) -> HTML {
    Markup.form(.class("stack no-print"), .method(.get), .action(SiteAddress.forecast.href)) {
      for field in ForecastForm.Field.allCases {
        TextField.number(
          FieldFrame(
            field.rawValue, field.label[language], hint: field.hint?[language],
            error: faults.first { $0.field == field.rawValue }?.text[language],
            isOptional: field == .timesPerWeek),
          value: form.text(field)
        ).html(language)
      }
      Button.submit(ForecastTexts.count[language]).html
    }
  }

  private func answer(_ forecast: Forecast, _ language: Language) -> HTML {
    let simulation = forecast.simulation
    let mean = ForecastTexts.tenths(
      simulation.pastArrivals.reduce(0, +) * 10, over: simulation.pastArrivals.count, language)
    return fragment {
      Card("svar", ForecastTexts.answer[language], isFlush: true) {
        DataTable(
          id: "svar-tabell", caption: ForecastTexts.caption[language],
          columns: ForecastTexts.columns.map { .init($0[language]) },
          rows: [
            row(ForecastTexts.asNow, forecast.now, language),
            row(ForecastTexts.changed(forecast.changed.changePercent), forecast.changed, language),
          ]
        ).html(language)
      }.html
      Card("grund", ForecastTexts.basis[language]) {
        SummaryList([
          .init(ForecastTexts.waiting[language], "\(simulation.waiting.count)"),
          .init(ForecastTexts.writing[language], "\(simulation.writing.count)"),
          .init(ForecastTexts.inflow[language], mean),
          .init(
            ForecastTexts.capacity[language],
            ForecastTexts.span(simulation.capacity, forecast.isPublished)[language]),
          .init(ForecastTexts.allowed[language], "\(simulation.weeksAllowed)"),
          .init(ForecastTexts.runs[language], "\(simulation.runs)"),
        ]).html(language)
        p(.class("small", "muted")) { ForecastTexts.method[language] }
      }.html
    }
  }

  private func row(
    _ name: Bilingual, _ outcome: CapacitySimulation.Outcome, _ language: Language
  ) -> [HTML] {
    let span = outcome.lowPerMille.flatMap { low in
      outcome.highPerMille.map {
        "\(ForecastTexts.share(low, language)) – \(ForecastTexts.share($0, language))"
      }
    }
    return [
      .text(name[language]),
      fragment {
        if let share = outcome.perMille {
          b { ForecastTexts.share(share, language) }
          // The number above it says the same.
          progress(.ariaHidden, .value("\(share)"), .max(1000)) {}
        } else {
          ForecastTexts.nothingToJudge[language]
        }
      },
      .text(span ?? "–"), .text("\(outcome.waitingAtEnd)"),
    ]
  }
}

extension ForecastForm.Field {
  fileprivate var label: Bilingual {
    switch self {
    case .changePercent: Bilingual(sv: "Ändra tiderna med procent", en: "Change times by percent")
    case .timesPerWeek: Bilingual(sv: "Läkartider per vecka", en: "Doctor's times a week")
    case .weeksToWrite:
      Bilingual(
        sv: "Veckor från undersökning till utlåtande",
        en: "Weeks from examination to statement")
    case .timesPerCase: Bilingual(sv: "Läkartider per ärende", en: "Doctor's times per case")
    case .weeks: Bilingual(sv: "Veckor framåt", en: "Weeks ahead")
    }
  }

  fileprivate var hint: Bilingual? {
    switch self {
    case .changePercent: Bilingual(sv: "−100 till 400", en: "−100 to 400")
    case .timesPerWeek:
      Bilingual(sv: "Tomt räknar med de publicerade.", en: "Empty counts with those published.")
    case .weeksToWrite, .timesPerCase:
      Bilingual(sv: "Ett antagande som du väljer.", en: "An assumption that you choose.")
    case .weeks: nil
    }
  }
}

enum ForecastTexts {
  static let title = Bilingual(sv: "Prognos", en: "Forecast")
  static let lead = Bilingual(
    sv: "Hur stor andel som väntas komma i tid, nu och om antalet tider ändras.",
    en: "The share that is expected in time, now and if the number of times changes.")
  static let question = Bilingual(sv: "Vad händer om?", en: "What if?")
  static let count = Bilingual(sv: "Räkna", en: "Count")
  static let answer = Bilingual(sv: "Väntas komma i tid", en: "Expected in time")
  static let caption = Bilingual(
    sv: "Andel i tid, nu och med ändrade tider", en: "Share in time, now and changed")
  static let columns = [
    Bilingual(sv: "Tider", en: "Times"), Bilingual(sv: "I tid", en: "In time"),
    Bilingual(sv: "Åtta av tio utfall", en: "Eight of ten plays"),
    Bilingual(sv: "Väntar på undersökning vid slutet", en: "Wait for examination at the end"),
  ]
  static let asNow = Bilingual(sv: "Som nu", en: "As now")
  static let nothingToJudge = Bilingual(
    sv: "Ingen sista dag infaller i perioden", en: "No last day falls in the period")
  static let basis = Bilingual(sv: "Vad det räknas på", en: "What it is counted from")
  static let waiting = Bilingual(
    sv: "Ärenden som väntar på läkarundersökning", en: "Cases waiting for the doctor")
  static let writing = Bilingual(
    sv: "Undersökta, utlåtandet inte skickat", en: "Examined, statement not sent")
  static let inflow = Bilingual(
    sv: "Nya ärenden per vecka, senaste 12 veckorna", en: "New cases a week, last 12 weeks")
  static let capacity = Bilingual(sv: "Läkartider per vecka", en: "Doctor's times a week")
  static let allowed = Bilingual(
    sv: "Hela veckor från komplett underlag till sista dag, enligt gällande regel",
    en: "Whole weeks from complete underlag to last day, by the rule in force")
  static let runs = Bilingual(sv: "Antal genomspelningar", en: "Number of plays")
  static let method = Bilingual(
    sv: "Veckorna spelas framåt många gånger. Varje ny vecka får lika många nya ärenden som någon "
      + "av de senaste tolv. Tidigaste sista dag undersöks först. Bara ärenden vars sista dag "
      + "infaller i perioden räknas. Samma fråga ger alltid samma svar. Det är en prognos och "
      + "inget löfte.",
    en: "The weeks are played forward many times. Each new week gets as many new cases as one of "
      + "the last twelve. The earliest last day is examined first. Only cases whose last day "
      + "falls in the period count. The same question always has the same answer. It is a "
      + "forecast and no promise.")
  static let numberFault = Bilingual(sv: "Skriv ett heltal", en: "Write a whole number")

  static func changed(_ percent: Int) -> Bilingual {
    let sign = percent < 0 ? "−" : "+"
    return Bilingual(sv: "\(sign)\(abs(percent)) procent", en: "\(sign)\(abs(percent)) percent")
  }

  /// `87,5 %`, `87.5%`
  static func share(_ perMille: Int, _ language: Language) -> String {
    let tenths = "\(perMille / 10)\(language == .sv ? "," : ".")\(perMille % 10)"
    return tenths + (language == .sv ? " %" : "%")
  }

  static func tenths(_ sum: Int, over count: Int, _ language: Language) -> String {
    guard count > 0 else { return "0" }
    let mean = (sum + count / 2) / count
    return "\(mean / 10)\(language == .sv ? "," : ".")\(mean % 10)"
  }

  static func span(_ capacity: [Int], _ isPublished: Bool) -> Bilingual {
    let low = capacity.min() ?? 0
    let high = capacity.max() ?? 0
    let span = low == high ? "\(low)" : "\(low)–\(high)"
    return isPublished
      ? Bilingual(sv: "\(span), publicerade", en: "\(span), published")
      : Bilingual(sv: "\(span), antagna", en: "\(span), assumed")
  }
}
