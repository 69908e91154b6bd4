// SPDX-License-Identifier: Apache-2.0

/// Periods of certificates, gathered in any order and kept as numbers, and the sick-leave cases
/// that they make.
///
/// The rule: take the distinct certificate days of a person, and cut where more than `gapDays`
/// days in a row are without certificate. It does not depend on the order in which the
/// certificates came, on which unit issued them, or on which of two overlapping ones is looked
/// at. Periods are sorted once and then merged in one pass.
public struct SickLeavePeriods: Sendable {
  /// The longest pause that can be asked for, in days: a hundred years.
  public static let longestGap = 36_525

  private struct Row {
    let person: Int32
    let certificate: Int32
    let unit: Int32
    let first: Int32
    let last: Int32
  }

  private var rows: [Row] = []
  private var people = TextCodes()
  private var certificates = TextCodes()
  private var units = TextCodes()

  /// No periods.
  public init() {}

  /// How many periods have been added.
  public var count: Int { rows.count }

  /// Adds one period.
  public mutating func add(_ period: CertificatePeriod) {
    rows.append(
      Row(
        person: people.code(period.person), certificate: certificates.code(period.certificate),
        unit: period.unit.map { units.code($0) } ?? -1, first: Int32(period.first.number),
        last: Int32(period.last.number)))
  }

  /// All cases, by person and then by first day.
  ///
  /// - Parameter gapDays: certificate-free days in a row that a case may hold, from 0; held to
  ///   `longestGap`.
  public func cases(gapDays: Int, on day: Day) -> [SickLeaveCase] {
    var result: [SickLeaveCase] = []
    forEachCase(gapDays: gapDays, on: day) { result.append($0) }
    return result
  }

  /// Hands over every case, by person and then by first day, and keeps none.
  public func forEachCase<Failure: Error>(
    gapDays: Int, on day: Day, _ body: (SickLeaveCase) throws(Failure) -> Void
  ) throws(Failure) {
    let gap = Int32(min(max(gapDays, 0), Self.longestGap))
    let place = people.ranks
    let sorted = rows.sorted {
      ($0.person == $1.person)
        ? ($0.first, $0.last) < ($1.first, $1.last)
        : place[Int($0.person)] < place[Int($1.person)]
    }
    var start = 0
    while start < sorted.count {
      var (end, last) = (start + 1, sorted[start].last)
      var days = Int(last - sorted[start].first) + 1
      while end < sorted.count, sorted[end].person == sorted[start].person,
        sorted[end].first <= last + gap + 1
      {
        let next = sorted[end]
        if next.last > last {
          days += Int(next.last - max(next.first - 1, last))
          last = next.last
        }
        end += 1
      }
      try body(summary(sorted[start..<end], last: last, days: days, on: Int32(day.number)))
      start = end
    }
  }

  private func summary(
    _ rows: ArraySlice<Row>, last: Int32, days: Int, on day: Int32
  ) -> SickLeaveCase {
    var spans: [Int32: (first: Int32, last: Int32)] = [:]
    var issued: Set<Int32> = []
    for row in rows {
      let known = spans[row.certificate]
      spans[row.certificate] = (
        min(known?.first ?? row.first, row.first), max(known?.last ?? row.last, row.last)
      )
      if row.unit >= 0 { issued.insert(row.unit) }
    }
    let names = spans.map { (span: $0.value, name: certificates.text($0.key)) }
      .sorted { ($0.span.last, $0.span.first, $0.name) < ($1.span.last, $1.span.first, $1.name) }
      .map(\.name)
    let first = rows[rows.startIndex]
    return SickLeaveCase(
      person: people.text(first.person), first: Day(number: Int(first.first)),
      last: Day(number: Int(last)), distinctDays: days, certificates: names,
      units: issued.map(units.text).sorted(),
      active: rows.contains { $0.first <= day && day <= $0.last })
  }
}

/// Texts that come many times, each kept once and known by a number from 0.
struct TextCodes: Sendable {
  private var codes: [String: Int32] = [:]
  private var texts: [String] = []

  /// The number of a text, a new one for a new text.
  mutating func code(_ text: String) -> Int32 {
    if let known = codes[text] { return known }
    let code = Int32(texts.count)
    codes[text] = code
    texts.append(text)
    return code
  }

  /// The number of a text that is known already.
  func known(_ text: String) -> Int32? { codes[text] }

  func text(_ code: Int32) -> String { texts[Int(code)] }

  var count: Int { texts.count }

  /// For each number its place when all texts stand in alphabetical order.
  var ranks: [Int32] {
    var ranks = Array(repeating: Int32(0), count: texts.count)
    for (place, code) in texts.indices.sorted(by: { texts[$0] < texts[$1] }).enumerated() {
      ranks[code] = Int32(place)
    }
    return ranks
  }
}
