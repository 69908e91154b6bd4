// SPDX-License-Identifier: Apache-2.0

/// One dated row of the rule book: what applies, from when to when, by which source, and how
/// well that is known. A changed law adds a row and closes the old one; a row is never edited.
public struct Rule: Hashable, Codable, Sendable, Identifiable {
  /// Stable and unique, such as `DELIV_BASE_DAYS`.
  public let id: String
  /// The series that ties older and newer rows together, such as `delivery.base`. A rule that
  /// stands alone has its own id here.
  public let subject: String
  /// What the rule is about, in one line.
  public let meaning: Bilingual
  /// What applies; unknown when nobody has seen it.
  public let value: RuleValue
  /// Nil when the value has none (a text, a list, a date).
  public let unit: RuleUnit?
  /// What the rule rests on.
  public let basis: RuleBasis
  /// The source as lawyers cite it, in Swedish; for a service target it begins with "ej lag".
  public let source: String
  /// The same source in parts, where it is a provision.
  public let references: [LegalReference]
  /// The first day on which the row applies; nil when the start is not known, and then the row
  /// counts as in force from the beginning.
  public let validFrom: Day?
  /// The last day, or why there is none.
  public let validTo: RuleEnd
  /// How well the rule is known.
  public let certainty: RuleCertainty
  /// Where the text was read.
  public let sourceAddress: String
  /// The day on which the row was last compared with its source, when that is known.
  public let checkedOn: Day?

  /// A row as it is; `RuleBook` checks rows against each other.
  public init(
    id: String, subject: String? = nil, meaning: Bilingual, value: RuleValue,
    unit: RuleUnit? = nil, basis: RuleBasis, source: String,
    references: [LegalReference] = [], validFrom: Day?, validTo: RuleEnd,
    certainty: RuleCertainty, sourceAddress: String, checkedOn: Day? = nil
  ) {
    self.id = id
    self.subject = subject ?? id
    self.meaning = meaning
    self.value = value
    self.unit = unit
    self.basis = basis
    self.source = source
    self.references = references
    self.validFrom = validFrom
    self.validTo = validTo
    self.certainty = certainty
    self.sourceAddress = sourceAddress
    self.checkedOn = checkedOn
  }

  /// Whether the row applies on a day, as far as is known.
  public func isInForce(on day: Day) -> Bool { firstDay <= day && day <= lastDay }

  var firstDay: Day { validFrom ?? .earliest }

  var lastDay: Day {
    switch validTo {
    case .day(let day): day
    case .openEnded, .notChecked: .latest
    }
  }
}

/// The end of a row's validity. As text and in JSON a day, `open-ended` or `not-checked`.
public enum RuleEnd: Hashable, Sendable {
  /// The last day on which the row applies.
  case day(Day)
  /// The source sets no end.
  case openEnded
  /// Nobody has looked whether the row still applies.
  case notChecked
}

extension RuleEnd: LosslessStringConvertible, Codable {
  /// Reads what `description` writes.
  public init?(_ text: String) {
    switch text {
    case "open-ended": self = .openEnded
    case "not-checked": self = .notChecked
    default:
      guard let day = Day(text) else { return nil }
      self = .day(day)
    }
  }

  public var description: String {
    switch self {
    case .day(let day): day.description
    case .openEnded: "open-ended"
    case .notChecked: "not-checked"
    }
  }

  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a day, open-ended or not-checked", RuleEnd.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
