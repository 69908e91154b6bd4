// SPDX-License-Identifier: Apache-2.0

/// What the last day of a case depends on.
public struct DeadlineFacts: Hashable, Codable, Sendable {
  /// The Swedish day on which the performer had the complete underlag; nil before that.
  public let completeDay: Day?
  /// Every last day that FK has stated, in the order in which it became known.
  public let stated: [StatedLastDay]

  /// Facts of a case, also before the underlag is complete.
  public init(completeDay: Day?, stated: [StatedLastDay] = []) {
    self.completeDay = completeDay
    self.stated = stated
  }
}

/// A last day that FK has stated (FMU-förordningen 8 §).
public struct StatedLastDay: Hashable, Codable, Sendable {
  /// In what kind of decision the day was stated.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    /// In the order.
    case order
    /// After an approved further examination; limited in total.
    case `extension`
    /// A deferral (anstånd); without maximum.
    case deferral
  }

  /// In what kind of decision the day was stated.
  public let kind: Kind
  /// The last day on which the statement may reach FK.
  public let day: Day
  /// The Swedish day of the decision; the latest one binds.
  public let decidedOn: Day
  /// The professions whose examinations an extension is for.
  public let professions: [String]

  /// A day that FK has stated.
  public init(kind: Kind, day: Day, decidedOn: Day, professions: [String] = []) {
    self.kind = kind
    self.day = day
    self.decidedOn = decidedOn
    self.professions = professions
  }
}
