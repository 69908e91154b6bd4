// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Workbook

/// The forms in which figures leave.
public enum MeasureFormat: String, CaseIterable, Sendable {
  case csv, json, xlsx

  /// Media type of the file.
  public var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .json: "application/json"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}

/// Figures as a file: first what they are, then the rows. What is hidden is the word for it, in
/// every column that could tell it.
public struct MeasureFile: Sendable {
  let answer: MeasureAnswer
  let asked: Instant
  let language: Language

  public init(_ answer: MeasureAnswer, asked: Instant, language: Language) {
    self.answer = answer
    self.asked = asked
    self.language = language
  }

  /// `samsyn-supplement-share-2026-05-04.csv`
  public static func name(_ measure: String, _ day: Day, _ format: MeasureFormat) -> String {
    let plain = measure.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0))
    }
    return "samsyn-\(String(String.UnicodeScalarView(plain)).prefix(60))-\(day).\(format.rawValue)"
  }

  private typealias Texts = MeasureFileTexts

  /// What the figures are, in pairs of words.
  public var facts: [(term: String, text: String)] {
    let measure = answer.definition
    let query = answer.table.query
    let edition = answer.edition
    var facts: [(Bilingual, String)] = [
      (Texts.measure, measure.name[language]),
      (Texts.id, measure.id),
      (Texts.question, measure.purpose[language]),
      (Texts.numerator, measure.numerator[language]),
      (Texts.denominator, measure.denominator[language]),
      (Texts.timeAxis, measure.timeAxis[language]),
      (Texts.source, measure.source[language]),
      (Texts.limits, measure.limits[language]),
      (Texts.scope, answer.reader.scope.text),
      (Texts.days, "\(query.from)–\(query.to)"),
      (Texts.filter, filterText),
    ]
    if measure.usesCases { facts.append((Texts.cases, query.cases.text)) }
    facts += [
      (Texts.purpose, answer.purpose.text[language]),
      (Texts.asked, asked.day.description),
      (Texts.edition, "\(edition.number), \(edition.built.day)"),
      (Texts.observedThrough, edition.observedThrough.description),
      (Texts.coverage, coverageText),
    ]
    if answer.hidesAny { facts.append((Texts.hidden, Texts.hiddenNote[language])) }
    return facts.map { ($0.0[language], $0.1) }
  }

  private var filterText: String {
    let parts = answer.table.query.filter.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue)=\($0.value.sorted().joined(separator: ","))"
    }
    return parts.isEmpty ? Texts.none[language] : parts.joined(separator: " ")
  }

  private var coverageText: String {
    let shares = CoverageShares(answer.table)
    guard !shares.ties.isEmpty else { return Texts.none[language] }
    return shares.ties.map { "\($0.tie.rawValue) \($0.share)" }.joined(separator: ", ")
  }

  /// A cell of the table.
  private enum Value {
    case text(String)
    case number(Double)
    case none
  }

  private var columns: [String] {
    let by = answer.table.query.by
    let codes = by.flatMap { [$0.rawValue, "\($0.rawValue)-\(Texts.name[language])"] }
    var columns = codes
    columns += [Texts.numerator, Texts.denominator, Texts.value, Texts.low, Texts.high]
      .map { $0[language] }
    if answer.table.query.isAdjusted {
      columns += [Texts.expected[language], Texts.adjusted[language]]
    }
    columns.append(Texts.hidden[language])
    return columns
  }

  private var rows: [[Value]] {
    let by = answer.table.query.by
    var rows = answer.table.rows.map { row in
      zip(row.codes, by).flatMap { code, dimension -> [Value] in
        [.text(code), .text(answer.labels.label(code, in: dimension)[language])]
      } + figures(row.cell)
    }
    func total(_ words: Bilingual, _ cell: Cell) {
      let lead: [Value] =
        by.isEmpty
        ? [] : [.text(words[language])] + [Value](repeating: .none, count: by.count * 2 - 1)
      rows.append(lead + figures(cell))
    }
    total(Texts.total, answer.table.total)
    if let comparison = answer.comparison, !by.isEmpty {
      total(Texts.country, comparison.total)
    }
    return rows
  }

  private func figures(_ cell: Cell) -> [Value] {
    let isAdjusted = answer.table.query.isAdjusted
    switch cell {
    case .hidden(let reason):
      return [Value](repeating: .none, count: isAdjusted ? 7 : 5) + [.text(reason.rawValue)]
    case .shown(let figure):
      func number(_ number: Double?) -> Value { number.map(Value.number) ?? .none }
      var values: [Value] = [
        .number(Double(figure.numerator)), .number(Double(figure.denominator)),
        number(figure.value), number(figure.low), number(figure.high),
      ]
      if isAdjusted { values += [number(figure.expected), number(figure.adjusted)] }
      return values + [.none]
    }
  }

  /// UTF-8 with a byte order mark, semicolons; the facts first, then an empty line.
  public var csv: String {
    var text = CSVCell.byteOrderMark
    for fact in facts { text += CSVCell.line([.text(fact.term), .text(fact.text)]) }
    text += "\r\n" + CSVCell.line(columns.map(CSVCell.text))
    for row in rows {
      text += CSVCell.line(
        row.map { value in
          switch value {
          case .text(let text): .text(text)
          case .number(let number):
            number == number.rounded() && number.magnitude < 1e15
              ? .number(Int(number)) : .decimal(number)
          case .none: .text("")
          }
        })
    }
    return text
  }

  /// Two sheets: the values, and what they are.
  public func xlsx() throws(ServiceError) -> [UInt8] {
    let values = rows.map { row in
      row.map { value -> Workbook.Cell in
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .none: .empty
        }
      }
    }
    let book = Workbook([
      .init(
        name: Texts.valuesSheet[language], rows: [columns.map(Workbook.Cell.heading)] + values,
        frozenRows: 1),
      .init(
        name: Texts.factsSheet[language],
        rows: facts.map { [.heading($0.term), .text($0.text)] }),
    ])
    do throws(WorkbookFault) { return try book.bytes() } catch {
      throw .fault("workbook.\(error)")
    }
  }
}

/// The words of files with figures.
enum MeasureFileTexts {
  static let measure = Bilingual(sv: "Mått", en: "Measure")
  static let id = Bilingual(sv: "Måttets namn i adresser", en: "The measure's name in addresses")
  static let question = Bilingual(sv: "Fråga", en: "Question")
  static let numerator = Bilingual(sv: "Täljare", en: "Numerator")
  static let denominator = Bilingual(sv: "Nämnare", en: "Denominator")
  static let timeAxis = Bilingual(sv: "Tid", en: "Time")
  static let source = Bilingual(sv: "Källa", en: "Source")
  static let limits = Bilingual(sv: "Vad måttet inte säger", en: "What the measure does not say")
  static let scope = Bilingual(sv: "Omfattning", en: "Scope")
  static let days = Bilingual(sv: "Dagar", en: "Days")
  static let filter = Bilingual(sv: "Urval", en: "Selection")
  static let cases = Bilingual(sv: "Sjukfall enligt", en: "Cases by")
  static let purpose = Bilingual(sv: "Syfte", en: "Purpose")
  static let asked = Bilingual(sv: "Hämtat", en: "Asked")
  static let edition = Bilingual(sv: "Utgåva, byggd", en: "Edition, built")
  static let observedThrough = Bilingual(sv: "Uppgifter till och med", en: "Told through")
  static let coverage = Bilingual(sv: "Koppling till vårdenhet", en: "Ties to care units")
  static let hidden = Bilingual(sv: "Dolt", en: "Hidden")
  static let hiddenNote = Bilingual(
    sv: "Värden är dolda där någon annars kunde kännas igen; antal och andel döljs tillsammans.",
    en: "Values are hidden where somebody could be recognised; counts and shares together.")
  static let none = Bilingual(sv: "inget", en: "none")
  static let name = Bilingual(sv: "namn", en: "name")
  static let value = Bilingual(sv: "Värde", en: "Value")
  static let low = Bilingual(sv: "Intervall från", en: "Interval from")
  static let high = Bilingual(sv: "Intervall till", en: "Interval through")
  static let expected = Bilingual(sv: "Förväntat", en: "Expected")
  static let adjusted = Bilingual(sv: "Justerat", en: "Adjusted")
  static let total = Bilingual(sv: "Alla", en: "All")
  static let country = Bilingual(sv: "Riket", en: "The country")
  static let valuesSheet = Bilingual(sv: "Värden", en: "Values")
  static let factsSheet = Bilingual(sv: "Om värdena", en: "About the values")
}
