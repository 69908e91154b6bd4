// SPDX-License-Identifier: Apache-2.0

/// Why an answer is what it is: rules, inputs, days counted and skipped, outcome. It comes with
/// every deadline, amount and check, is shown to people and returned by the API.
public struct RuleTrace: Hashable, Codable, Sendable {
  /// The series that was asked, such as `delivery.base`, also when no row was in force.
  public let subject: String
  /// The rows that were used; the first one decided. Empty when no row was in force.
  public let rules: [RuleCitation]
  /// The name of the calendar policy, where days were counted.
  public let calendar: String?
  /// The facts that went in.
  public let inputs: [TraceInput]
  /// Workdays or calendar days that were counted.
  public let daysCounted: Int?
  /// Days on the way that were not counted, with the reason.
  public let skipped: [SkippedDay]
  /// The answer as a sentence for people.
  public let outcome: Bilingual

  /// Cites the rows as they stand now.
  public init(
    subject: String, rules: [Rule], calendar: CalendarPolicy? = nil, inputs: [TraceInput] = [],
    daysCounted: Int? = nil, skipped: [SkippedDay] = [], outcome: Bilingual
  ) {
    self.subject = subject
    self.rules = rules.map(RuleCitation.init)
    self.calendar = calendar?.name
    self.inputs = inputs
    self.daysCounted = daysCounted
    self.skipped = skipped
    self.outcome = outcome
  }

  /// The id of the deciding row, or nil when none was in force.
  public var ruleID: String? { rules.first?.ruleID }

  /// The weakest certainty among the rules used; unknown when none was in force.
  public var certainty: RuleCertainty { rules.map(\.certainty).max() ?? .unknown }
}

/// A row as it stood when it was used, without its value.
public struct RuleCitation: Hashable, Codable, Sendable {
  /// The row's id.
  public let ruleID: String
  /// As in `Rule`.
  public let meaning: Bilingual
  /// As in `Rule`.
  public let basis: RuleBasis
  /// As in `Rule`.
  public let source: String
  /// As in `Rule`.
  public let references: [LegalReference]
  /// As in `Rule`.
  public let validFrom: Day?
  /// As in `Rule`.
  public let validTo: RuleEnd
  /// As in `Rule`.
  public let certainty: RuleCertainty
  /// As in `Rule`.
  public let sourceAddress: String

  /// The row as it stands.
  public init(_ rule: Rule) {
    ruleID = rule.id
    meaning = rule.meaning
    basis = rule.basis
    source = rule.source
    references = rule.references
    validFrom = rule.validFrom
    validTo = rule.validTo
    certainty = rule.certainty
    sourceAddress = rule.sourceAddress
  }
}

/// A fact that went into an answer.
public struct TraceInput: Hashable, Codable, Sendable {
  /// What the fact is, for people.
  public let name: Bilingual
  /// The fact as text: days as `2026-06-12`, numbers bare.
  public let value: String

  /// A fact with its name in both languages.
  public init(sv: String, en: String, value: String) {
    name = Bilingual(sv: sv, en: en)
    self.value = value
  }
}
