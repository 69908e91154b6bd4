// SPDX-License-Identifier: Apache-2.0
import Domain

/// Every row of the rule book.
public struct RuleListJSON: Codable, Hashable, Sendable {
  public var items: [Rule]

  public init(_ book: RuleBook) { items = book.rules }
}

/// A series of rules and the row of it that applies on a day.
public struct RuleSeriesJSON: Codable, Hashable, Sendable {
  /// The id or subject that was asked for.
  public var name: String
  public var subject: String
  public var on: Day
  /// The row in force; nil where none is known to be.
  public var inForce: Rule?
  /// All rows, the oldest first.
  public var series: [Rule]

  /// Nil where there is no such rule.
  public init?(_ name: String, on day: Day, in book: RuleBook) {
    let series = book.series(name)
    guard let first = series.first else { return nil }
    self.name = name
    subject = first.subject
    on = day
    inForce = book.inForce(name, on: day)
    self.series = series
  }
}
