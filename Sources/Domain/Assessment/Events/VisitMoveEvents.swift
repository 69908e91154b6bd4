// SPDX-License-Identifier: Apache-2.0

/// The insured asks for another time for a visit. It is no cancellation: the time stands until
/// the performer has moved the visit.
public struct VisitMoveRequested: EventPayload {
  public var number: Int
  /// Which times suit her, in her own words; nil for who was sent only the facts.
  public var wishes: String?

  public init(number: Int, wishes: String?) {
    self.number = number
    self.wishes = wishes
  }

  public var facts: Self { Self(number: number, wishes: nil) }
}

/// The performer cannot give the visit another time.
public struct VisitMoveDeclined: EventPayload {
  public var number: Int
  /// Why; nil for who was sent only the facts.
  public var reason: String?

  public init(number: Int, reason: String?) {
    self.number = number
    self.reason = reason
  }

  public var facts: Self { Self(number: number, reason: nil) }
}
