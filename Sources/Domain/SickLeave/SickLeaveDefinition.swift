// SPDX-License-Identifier: Apache-2.0

/// How far certificates may lie apart and still be one sick-leave case. Two are written in the
/// rule book; the numbers of a third are whoever's who asks.
public enum SickLeaveDefinition: String, Hashable, Codable, CaseIterable, Sendable {
  /// Inera's statistics: so many certificate-free days at most.
  case inera
  /// Socialförsäkringsbalken: periods with fewer days than so many between them.
  case sfb

  /// The series of the rule book that holds the number.
  public var subject: String {
    switch self {
    case .inera: Subject.sickLeaveGapInera
    case .sfb: Subject.sickPeriodMerge
    }
  }

  /// The rule in force on a day with the most certificate-free days inside a case; nil when no
  /// rule is in force or its number is not known.
  public func gap(_ rules: RuleBook, on day: Day) -> (days: Int, rule: Rule)? {
    guard let rule = rules.inForce(subject, on: day), let number = rule.value.integer else {
      return nil
    }
    return switch self {
    case .inera: (number, rule)
    // "Fewer than": the number itself parts them.
    case .sfb: (number - 1, rule)
    }
  }
}
