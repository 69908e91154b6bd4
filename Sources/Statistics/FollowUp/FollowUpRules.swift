// SPDX-License-Identifier: Apache-2.0
import Domain

/// The numbers of the rule book that an edition is built with, in days. They are kept in it.
public struct FollowUpRules: Hashable, Codable, Sendable {
  /// The most days without a certificate inside a case, by the two definitions.
  public var gapInera: Int
  public var gapSFB: Int
  /// A later certificate this near to the one that was asked about is taken for an answer.
  public var implicitAnswer: Int
  /// A sick leave that begins more than so many days before the signing is back-dated.
  public var backDated: Int
  /// A new case this soon after the last one is a recurrence.
  public var recurrence: Int

  public init(
    gapInera: Int, gapSFB: Int, implicitAnswer: Int, backDated: Int, recurrence: Int
  ) {
    self.gapInera = gapInera
    self.gapSFB = gapSFB
    self.implicitAnswer = implicitAnswer
    self.backDated = backDated
    self.recurrence = recurrence
  }

  /// The rules in force on a day; nil when one of them is missing or has no known number.
  public init?(_ rules: RuleBook, on day: Day) {
    func days(_ subject: String) -> Int? { rules.inForce(subject, on: day)?.value.integer }
    guard let inera = SickLeaveDefinition.inera.gap(rules, on: day)?.days,
      let sfb = SickLeaveDefinition.sfb.gap(rules, on: day)?.days,
      let implicit = days(Subject.supplementImplicitAnswer),
      let backDated = days(Subject.sickLeaveBackDated),
      let recurrence = days(Subject.sickLeaveRecurrence)
    else { return nil }
    self.init(
      gapInera: inera, gapSFB: sfb, implicitAnswer: implicit, backDated: backDated,
      recurrence: recurrence)
  }
}
