// SPDX-License-Identifier: Apache-2.0

import Domain

/// Made-up figures that certificates cannot tell, of every care unit and half-year.
public struct SyntheticIndicators: Sequence, Sendable {
  /// The columns, in order.
  public static let heading =
    "indicator,unit,from,to,numerator,denominator,value,source,collected"

  /// What is told, and about how many of a hundred it is so.
  static let indicators: [(name: String, usual: ClosedRange<Int>)] = [
    ("coordinator-available", 60...100), ("coordinated-primary-care", 5...25),
    ("expert-access", 20...70), ("education-access", 30...80), ("plan-DV077", 10...50),
    ("employer-involved", 15...45), ("signals-to-fk", 3...15), ("signals-to-action", 30...70),
    ("treatment-in-process", 65...95), ("coordinator-help", 55...90),
  ]

  private let whole: SyntheticCertificates
  private let units: [SyntheticUnit]
  /// The first and last days of the half-years that have ended.
  let periods: [(first: Day, last: Day)]

  /// The figures of the care units of the made-up catalogue.
  public init(_ whole: SyntheticCertificates) {
    self.whole = whole
    units = whole.catalogue.units.filter { $0.flags.contains(.careUnit) }
    periods = (whole.first.year...whole.last.year).flatMap { year in
      [(1, 1, 6, 30), (7, 1, 12, 31)].compactMap { part in
        guard let first = Day(year: year, month: part.0, day: part.1),
          let last = Day(year: year, month: part.2, day: part.3), first >= whole.first,
          last <= whole.last
        else { return nil }
        return (first, last)
      }
    }
  }

  /// The rows as lines of CSV without the heading.
  public func makeIterator() -> AnyIterator<String> {
    let rows = periods.lazy.flatMap { period in
      units.indices.lazy.flatMap { unit in
        Self.indicators.indices.lazy.compactMap { row(period, unit, $0) }
      }
    }
    var iterator = rows.makeIterator()
    return AnyIterator { iterator.next() }
  }

  /// A unit has its own level, and changes a little from one half-year to the next. Now and then
  /// nobody has told.
  private func row(_ period: (first: Day, last: Day), _ place: Int, _ which: Int) -> String? {
    let indicator = Self.indicators[which]
    var level = SeededRandom(
      seed: whole.seed, stream: 4_100_000 + UInt64(place * Self.indicators.count + which))
    var random = SeededRandom(
      seed: level.next(), stream: UInt64(Swift.max(0, period.first.number)))
    guard !random.chance(6) else { return nil }
    let share = Swift.min(100, level.between(indicator.usual) + random.between(0...6))
    let denominator = random.between(8...120)
    let numerator = denominator * share / 100
    let collected = period.last.adding(days: random.between(10...40))
    guard collected <= whole.last else { return nil }
    return """
      \(indicator.name),\(units[place].id),\(period.first),\(period.last),\(numerator),\
      \(denominator),,påhittad uppgift,\(collected)
      """
  }
}
