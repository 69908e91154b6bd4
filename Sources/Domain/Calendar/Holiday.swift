// SPDX-License-Identifier: Apache-2.0

/// A named day that comes every year: a public holiday (lag (1989:253) om allmänna helgdagar)
/// or an eve that is counted like one.
public struct Holiday: Hashable, Codable, Sendable {
  /// How the day is found in a year.
  public enum Occurrence: Hashable, Codable, Sendable {
    case fixed(MonthDay)
    /// So many days after Easter Sunday; negative before.
    case easter(offsetDays: Int)
    /// The first such weekday from a day of the year on, as in "the Saturday that falls in the
    /// period 20–26 June".
    case weekday(Weekday, from: MonthDay)
  }

  /// In running text; Swedish holidays are written in lower case.
  public let name: Bilingual
  /// How the day is found in a year.
  public let occurrence: Occurrence
  /// The years in which the day is a holiday; nil has no limit.
  public let firstYear: Int?
  /// See `firstYear`.
  public let lastYear: Int?
  /// The act that names the day.
  public let source: String

  /// A named day, in every year unless limited.
  public init(
    name: Bilingual, occurrence: Occurrence, firstYear: Int? = nil, lastYear: Int? = nil,
    source: String
  ) {
    self.name = name
    self.occurrence = occurrence
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.source = source
  }

  /// The day in a year, or nil when it is no holiday that year.
  public func day(in year: Int) -> Day? {
    guard year >= firstYear ?? year, year <= lastYear ?? year else { return nil }
    switch occurrence {
    case .fixed(let date): return date.day(in: year)
    case .easter(let offset): return Easter.sunday(in: year)?.adding(days: offset)
    case .weekday(let weekday, let from):
      guard let first = from.day(in: year) else { return nil }
      let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
      return first.adding(days: ahead)
    }
  }
}
