// SPDX-License-Identifier: Apache-2.0

/// What an event carries. `facts` is what a party gets that is told only that it happened:
/// the same event with free text and medical content left out.
public protocol EventPayload: Codable, Hashable, Sendable {
  var facts: Self { get }
}

extension EventPayload {
  public var facts: Self { self }
}

/// Begäran: Försäkringskassan asks the region for a performer (förordning 2018:1633 5 §).
public struct PerformerRequested: EventPayload {
  public var kind: AssessmentKind
  /// In what way ability is to be assessed. The contract message has no field for it, so it can
  /// be unknown.
  public var assess: String?
  public var region: HSAID
  /// The day Försäkringskassan wants the answer; nothing in law sets one.
  public var answerBy: Day?
  public var need: AllocationNeed
  public var officer: CaseOfficer
  public var comment: String?
  /// The person has protected identity: the region is found without an address.
  public var protected: Bool
  /// Försäkringskassan's own case number.
  public var agencyNumber: String?

  public init(
    kind: AssessmentKind = .afu, assess: String?, region: HSAID, answerBy: Day? = nil,
    need: AllocationNeed, officer: CaseOfficer, comment: String? = nil,
    protected: Bool = false, agencyNumber: String? = nil
  ) {
    self.kind = kind
    self.assess = assess
    self.region = region
    self.answerBy = answerBy
    self.need = need
    self.officer = officer
    self.comment = comment
    self.protected = protected
    self.agencyNumber = agencyNumber
  }

  public var facts: Self {
    var facts = self
    facts.assess = nil
    facts.comment = nil
    facts.agencyNumber = nil
    facts.need.specialNeeds = nil
    facts.need.earlierPerformers = []
    return facts
  }
}

/// Försäkringskassan notes who the request concerns; no other party is sent it.
public struct InsuredRegistered: EventPayload {
  public var identity: InsuredIdentity

  public init(identity: InsuredIdentity) { self.identity = identity }
}

/// The region's sealed secret for a possible draw, committed when the request comes in.
public struct DrawCommitted: EventPayload {
  /// SHA-256 of the secret, 64 hexadecimal digits.
  public var commitment: String

  public init(commitment: String) { self.commitment = commitment }
}

/// The region cannot provide a performer.
public struct RequestDeclined: EventPayload {
  public var reason: String?

  public init(reason: String?) { self.reason = reason }

  public var facts: Self { Self(reason: nil) }
}
