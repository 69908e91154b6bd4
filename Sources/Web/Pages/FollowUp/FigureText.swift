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

  /// A value along an axis, without what stands beside it, with as many decimals as the distance
  /// between its marks needs.
  func axis(_ value: Double, step: Double) -> String {
    switch kind {
    case .share:
      return point(Self.fixed(value * 100, places: Self.places(step * 100))) + percentSign
    case .count, .mean, .median:
      return point(Self.fixed(value, places: Self.places(step)))
    }
  }

  /// From a value to another, as a range of a spread: `0–5 %`.
  func range(_ from: Double, _ to: Double) -> String {
    let end = axis(to, step: to - from)
    let start = axis(from, step: to - from)
    return (kind == .share ? String(start.dropLast(percentSign.count)) : start) + "–" + end
  }

  /// Decimals that tell numbers with this distance apart.
  private static func places(_ step: Double) -> Int {
    var (step, places) = (step, 0)
    while places < 3, abs(step - step.rounded()) > 1e-6 * max(abs(step), 1) {
      step *= 10
      places += 1
    }
    return places
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

  func percent(_ share: Double) -> String { decimal(share * 100) + percentSign }

  /// A share in whole hundredths, in which what there is a little of is not nothing.
  func wholePercent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "< 1" + percentSign }
    if share > 0.99, share < 1 { return "> 99" + percentSign }
    return "\(Int((share * 100).rounded()))" + percentSign
  }

  private var percentSign: String { language == .sv ? "\u{A0}%" : "%" }

  /// A number with one decimal.
  func decimal(_ number: Double) -> String { point(Self.fixed(number, places: 1)) }

  private func point(_ text: String) -> String {
    language == .sv ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// A number with so many decimals, grouped by thousands.
  private static func fixed(_ number: Double, places: Int) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "–" }
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let units = Int((number * Double(scale)).rounded())
    let whole = CountText.grouped(units / scale)
    let sign = units < 0 && units > -scale ? "−" : ""
    guard places > 0 else { return sign + whole }
    let rest = String(Int(units.magnitude) % scale)
    return sign + whole + "." + String(repeating: "0", count: places - rest.count) + rest
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
    if rest.hasPrefix("H") { return (Self.halves[language]?[number] ?? rest, year) }
    return (rest, year)
  }

  /// `mars 2026`, `kvartal 1 2026`.
  func whole(_ code: String) -> String {
    let (label, year) = parts(code)
    return year.isEmpty ? label : "\(label) \(year)"
  }

  private static let halves: [Language: [String: String]] = [
    .sv: ["1": "jan–juni", "2": "juli–dec"], .en: ["1": "Jan–June", "2": "July–Dec"],
  ]

  private static let months: [Language: [String]] = [
    .sv: [
      "jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
    ],
    .en: [
      "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
  ]
}
