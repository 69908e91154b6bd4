// SPDX-License-Identifier: Apache-2.0

/// Förfrågan: the region asks one performer.
public struct InquirySent: EventPayload {
  public var performer: HSAID
  public var region: HSAID
  public var kind: AssessmentKind
  public var answerBy: Day
  public var message: String?
  public var need: AllocationNeed

  public init(
    performer: HSAID, region: HSAID, kind: AssessmentKind, answerBy: Day, message: String?,
    need: AllocationNeed
  ) {
    self.performer = performer
    self.region = region
    self.kind = kind
    self.answerBy = answerBy
    self.message = message
    self.need = need
  }
}

/// A performer's answer to an inquiry.
public struct InquiryAnswered: EventPayload {
  public var performer: HSAID
  public var accepts: Bool
  /// First day the assessment can begin, when accepted.
  public var startDay: Day?
  /// Why not, when declined.
  public var reason: String?
  /// The performer declines because of a conflict of interest (jäv).
  public var conflict: Bool
  public var comment: String?

  public init(
    performer: HSAID, accepts: Bool, startDay: Day? = nil, reason: String? = nil,
    conflict: Bool = false, comment: String? = nil
  ) {
    self.performer = performer
    self.accepts = accepts
    self.startDay = startDay
    self.reason = reason
    self.conflict = conflict
    self.comment = comment
  }
}

/// An inquiry no longer waits for an answer, or its answer was not chosen.
public struct InquiryClosed: EventPayload {
  public var performer: HSAID
  public var cause: InquiryClosing

  public init(performer: HSAID, cause: InquiryClosing) {
    self.performer = performer
    self.cause = cause
  }
}

/// Tilldelning: the region tells who will perform (lag 2018:744 5 §).
public struct PerformerAllocated: EventPayload {
  public var unit: UnitContact
  public var region: HSAID
  public var kind: AssessmentKind
  public var method: AllocationMethod
  public var need: AllocationNeed
  public var comment: String?
  /// Present exactly when the method is a draw.
  public var draw: DrawRecord?

  public init(
    unit: UnitContact, region: HSAID, kind: AssessmentKind, method: AllocationMethod,
    need: AllocationNeed, comment: String? = nil, draw: DrawRecord? = nil
  ) {
    self.unit = unit
    self.region = region
    self.kind = kind
    self.method = method
    self.need = need
    self.comment = comment
    self.draw = draw
  }

  public var facts: Self {
    var facts = self
    facts.comment = nil
    facts.need.specialNeeds = nil
    facts.need.earlierPerformers = []
    return facts
  }
}

/// The region takes the assignment back from the performer.
public struct AllocationWithdrawn: EventPayload {
  public var performer: HSAID
  public var reason: String?

  public init(performer: HSAID, reason: String?) {
    self.performer = performer
    self.reason = reason
  }

  public var facts: Self { Self(performer: performer, reason: nil) }
}

/// The allocated performer reports a conflict of interest (jäv; förvaltningslagen 16–18 §§
/// through lag 2018:744 12 §). The case goes back to allocation.
public struct ConflictReported: EventPayload {
  public var performer: HSAID
  public var reason: String?

  public init(performer: HSAID, reason: String?) {
    self.performer = performer
    self.reason = reason
  }

  public var facts: Self { Self(performer: performer, reason: nil) }
}
