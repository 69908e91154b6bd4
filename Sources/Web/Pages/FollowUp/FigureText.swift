// SPDX-License-Identifier: Apache-2.0
import Domain
import Service
import Statistics

/// Values of a measure in words: `8,8 %`, `19 dagar`, `640`.
struct FigureText: Sendable {
  let kind: MeasureDefinition.Kind
  let unit: Bilingual
  let language: Language

  init(_ measure: MeasureDefinition, _ language: Language) {
    kind = measure.kind
    unit = measure.unit
    self.language = language
  }

  /// What no value can be above.
  var limit: Double? { kind == .share ? 1 : nil }

  /// A value with what it is counted in.
  func value(_ value: Double?) -> String {
    guard let value else { return "–" }
    switch kind {
    case .share: return percent(value)
    case .count: return CountText.grouped(Int(value.rounded()))
    case .mean, .median:
      let words = unit[language]
      return decimal(value) + (words.isEmpty ? "" : "\u{A0}" + words)
    }
  }

  /// A value along an axis, without what stands beside it.
  func axis(_ value: Double) -> String {
    switch kind {
    case .share:
      let hundredths = value * 100
      // Three fifths are sixty hundredths only nearly, in the machine's numbers.
      let isWhole = abs(hundredths.rounded() - hundredths) < 0.000_001
      let text = Self.fixed(hundredths, places: isWhole ? 0 : 1)
      return point(text) + "\u{A0}%"
    case .count, .mean, .median:
      return value.rounded() == value
        ? CountText.grouped(Int(value)) : point(Self.fixed(value, places: 1))
    }
  }

  /// `8,2–9,5 %`, or nothing where there is no interval.
  func interval(_ figure: Figure) -> String {
    guard let low = figure.low, let high = figure.high else { return "–" }
    switch kind {
    case .share: return "\(decimal(low * 100))–\(percent(high))"
    case .count: return "\(CountText.grouped(Int(low.rounded())))–\(value(high))"
    case .mean, .median: return "\(decimal(low))–\(decimal(high))"
    }
  }

  func percent(_ share: Double) -> String { decimal(share * 100) + "\u{A0}%" }

  /// A number with one decimal.
  func decimal(_ number: Double) -> String { point(Self.fixed(number, places: 1)) }

  private func point(_ text: String) -> String {
    language == .sv ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// A number with so many decimals, grouped by thousands.
  private static func fixed(_ number: Double, places: Int) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "–" }
    let scale = places == 0 ? 1 : 10
    let units = Int((number * Double(scale)).rounded())
    let whole = CountText.grouped(units / scale)
    let sign = units < 0 && units > -scale ? "−" : ""
    return sign + whole + (places == 0 ? "" : ".\(Int(units.magnitude) % scale)")
  }
}

/// What parts of the time are called.
struct PeriodText: Sendable {
  let language: Language

  /// `mars`, `kv 1` and the year, of `2026-03` and `2026-Q1`.
  func parts(_ code: String) -> (label: String, year: String) {
    let pieces = code.split(separator: "-", maxSplits: 1).map(String.init)
    guard pieces.count == 2 else { return (code, "") }
    let (year, rest) = (pieces[0], pieces[1])
    if let month = Int(rest), (1...12).contains(month) {
      return (Self.months[language]?[month - 1] ?? rest, year)
    }
    let number = String(rest.dropFirst())
    if rest.hasPrefix("Q") { return ((language == .sv ? "kv " : "Q") + number, year) }
    if rest.hasPrefix("H") { return ((language == .sv ? "h" : "H") + number, year) }
    return (rest, year)
  }

  /// `mars 2026`, `kvartal 1 2026`.
  func whole(_ code: String) -> String {
    let (label, year) = parts(code)
    return year.isEmpty ? label : "\(label) \(year)"
  }

  private static let months: [Language: [String]] = [
    .sv: [
      "jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
    ],
    .en: [
      "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
  ]
}
