// SPDX-License-Identifier: Apache-2.0

/// Every rule that Samsyn knows, checked: no id comes twice, and of one subject at most one
/// row is in force on any day.
public struct RuleBook: Sendable {
  /// In the order in which they were given.
  public let rules: [Rule]
  private let byID: [String: Rule]
  private let bySubject: [String: [Rule]]

  /// Throws the first fault that the rows have among themselves.
  public init(_ rules: [Rule]) throws(RuleBookFault) {
    var byID: [String: Rule] = [:]
    for rule in rules {
      guard rule.firstDay <= rule.lastDay else { throw .endsBeforeItBegins(rule.id) }
      guard byID.updateValue(rule, forKey: rule.id) == nil else { throw .duplicate(rule.id) }
    }
    let bySubject = Dictionary(grouping: rules, by: \.subject)
      .mapValues { $0.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) } }
    for rule in rules where byID[rule.subject].map({ $0.subject != rule.subject }) == true {
      throw .subjectNamesAnotherRow(rule.id)
    }
    for rows in bySubject.values {
      for (older, newer) in zip(rows, rows.dropFirst()) where newer.firstDay <= older.lastDay {
        throw .overlap(older.id, newer.id)
      }
    }
    self.rules = rules
    self.byID = byID
    self.bySubject = bySubject
  }

  /// The row with this id.
  public func row(_ id: String) -> Rule? { byID[id] }

  /// All rows of a series, the oldest first. The name is a subject, or the id of any row.
  public func series(_ name: String) -> [Rule] {
    bySubject[byID[name]?.subject ?? name] ?? []
  }

  /// The row of a series that applies on a day, or nil when none does. The name is a subject,
  /// or the id of any row. The value of the row may still be unknown.
  public func inForce(_ name: String, on day: Day) -> Rule? {
    series(name).first { $0.isInForce(on: day) }
  }
}

extension RuleBook: Equatable {
  public static func == (a: RuleBook, b: RuleBook) -> Bool { a.rules == b.rules }
}

extension RuleBook: Codable {
  private enum Key: String, CodingKey { case rules }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    self = try RuleBook(box.decode([Rule].self, forKey: .rules))
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(rules, forKey: .rules)
  }
}

/// Why rows are no rule book. The texts are the ids of the rows.
public enum RuleBookFault: Error, Hashable, Sendable {
  case duplicate(String)
  case endsBeforeItBegins(String)
  /// Both rows of a subject are in force on some day.
  case overlap(String, String)
  /// The row's subject is the id of a row of another subject.
  case subjectNamesAnotherRow(String)
}
