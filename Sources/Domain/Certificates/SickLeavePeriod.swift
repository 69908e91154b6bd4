// SPDX-License-Identifier: Apache-2.0

/// Days with one degree. Both ends belong to it, and the last is never before the first.
public struct SickLeavePeriod: Hashable, Sendable {
  public let degree: Degree
  public let first: Day
  public let last: Day

  /// Nil when the last day lies before the first.
  public init?(degree: Degree, first: Day, last: Day) {
    guard first <= last else { return nil }
    self.degree = degree
    self.first = first
    self.last = last
  }
}

extension [SickLeavePeriod] {
  /// Days that lie in at least one of the periods, each counted once.
  public var distinctDays: Int {
    var days = 0
    var counted = Int.min
    for period in sorted(by: { $0.first < $1.first }) {
      let first = Swift.max(period.first.number, counted)
      if period.last.number >= first {
        days += period.last.number - first + 1
        counted = period.last.number + 1
      }
    }
    return days
  }
}
