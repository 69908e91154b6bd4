// SPDX-License-Identifier: Apache-2.0

/// One försäkringsmedicinsk utredning: the state that a case's events add up to.
///
/// The same type is folded from all events, to decide what may happen next, and from the events
/// that one party was sent, to show that party its case. It therefore holds only what events
/// say, and nothing that depends on today's date.
public struct Assessment: Hashable, Sendable {
  public let id: CaseNumber
  /// Number of events in the case; 0 before the first.
  public internal(set) var version = 0
  public internal(set) var requestedAt: Instant?
  public internal(set) var request: PerformerRequested?
  /// Försäkringskassan's contract messages are answered through the outbox.
  public internal(set) var agencyIsExternal = false
  public internal(set) var region: HSAID?
  public internal(set) var requestDeclined: RequestDeclined?
  public internal(set) var drawCommitment: String?
  public internal(set) var inquiries: [Inquiry] = []
  public internal(set) var allocation: PerformerAllocated?
  public internal(set) var allocatedAt: Instant?
  /// Performers that had the assignment before, and how they lost it.
  public internal(set) var formerPerformers: [FormerPerformer] = []
  public internal(set) var insured: InsuredIdentity?
  /// Those who act or have acted for the insured, in the order they were registered.
  public internal(set) var representatives: [Representative] = []
  public internal(set) var informed: InsuredInformed?
  public internal(set) var order: Order?
  public internal(set) var doctor: DoctorAppointed?
  /// The insured's own rating, as she gave it the last time.
  public internal(set) var selfRating: SelfRating?
  /// Those who take part besides the responsible doctor, in the order they were appointed.
  public internal(set) var examiners: [Examiner] = []
  public internal(set) var visits: [Visit] = []
  public internal(set) var extensions: [Extension] = []
  public internal(set) var deferrals: [Deferral] = []
  public internal(set) var delayRisk: DelayRiskReported?
  public internal(set) var delayNotice: DelayNotified?
  public internal(set) var deviations: [Deviation] = []
  /// Every last day Försäkringskassan has stated, in the order they were stated.
  public internal(set) var statedLastDays: [StatedLastDay] = []
  /// The insured opposes that the statement is handed over; nil where she does not, or no longer.
  public internal(set) var opposition: InsuredOpposed?
  /// She said so herself, and not the performer for her.
  public internal(set) var opposedHerself = false
  public internal(set) var statement: Statement?
  public internal(set) var notices: [Notice] = []
  public internal(set) var ended: AssessmentEnded?
  public internal(set) var endedAt: Instant?

  public init(id: CaseNumber) { self.id = id }

  /// The performer that has the assignment now.
  public var performer: HSAID? { allocation?.unit.id }

  /// What the rule for the last day needs to know.
  public var deadlineFacts: DeadlineFacts {
    DeadlineFacts(completeDay: order?.completeDay, stated: statedLastDays)
  }

  /// The visit with this number.
  public func visit(_ number: Int) -> Visit? { visits.first { $0.number == number } }

  /// Visits of the performer that has the assignment now.
  public var currentVisits: [Visit] { visits.filter { $0.performer == performer } }
}

/// An inquiry to one performer and what came of it.
public struct Inquiry: Hashable, Sendable {
  public let sent: InquirySent
  public let at: Instant
  public internal(set) var answer: InquiryAnswered?
  public internal(set) var closed: InquiryClosing?

  public var performer: HSAID { sent.performer }
  /// The performer may still answer.
  public var isOpen: Bool { answer == nil && closed == nil }
  /// The performer said yes and may be chosen.
  public var isAccepted: Bool { answer?.accepts == true && closed == nil }
}

/// A notice that has gone out.
public struct Notice: Hashable, Sendable {
  public let noticed: DeadlineNoticed
  /// The day had passed; else it was a reminder before it.
  public let passed: Bool
}

/// A performer that had the assignment before.
public struct FormerPerformer: Hashable, Sendable {
  public let performer: HSAID
  /// Lost it through a conflict of interest and may not be chosen again.
  public let conflict: Bool
}

/// The order and how far its underlag has come.
public struct Order: Hashable, Sendable {
  public internal(set) var placed: OrderPlaced
  public let at: Instant
  public internal(set) var acceptedAt: Instant?
  public internal(set) var returned: OrderReturned?
  public internal(set) var supplements: [OrderSupplement] = []
  /// All documents, with those that came later.
  public internal(set) var documents: DocumentList
  /// The day the complete underlag was received.
  public internal(set) var completeDay: Day?

  public var isAccepted: Bool { acceptedAt != nil }
  public var openSupplement: OrderSupplement? { supplements.first { $0.answer == nil } }
}

/// A question about the underlag and its answer.
public struct OrderSupplement: Hashable, Sendable {
  public let requested: OrderSupplementRequested
  public let at: Instant
  public internal(set) var answer: OrderSupplemented?
}

/// Självskattning and when it was given.
public struct SelfRating: Hashable, Sendable {
  public let given: SelfRatingGiven
  public let at: Instant
}

/// Somebody who examines the insured in this case.
public struct Examiner: Hashable, Sendable {
  public let profession: Profession
  /// Identifier at the performer; nil for who was sent only the facts.
  public let person: String?
  /// Nil for who was sent only the facts.
  public let name: String?
  public let at: Instant
}

/// One visit as it stands.
public struct Visit: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case booked
    case performed(VisitPerformed)
    case missed(VisitMissed)
    case cancelled(VisitCancelled)
    /// The assignment went to another performer before the visit.
    case lapsed
  }

  public let number: Int
  public let performer: HSAID?
  public let profession: Profession
  public internal(set) var start: Instant
  public internal(set) var end: Instant?
  public internal(set) var place: String
  public internal(set) var examiner: String?
  public internal(set) var interpreterBooked: Bool
  public internal(set) var summons: Summons?
  public internal(set) var timesMoved = 0
  public internal(set) var outcome: Outcome = .booked
  /// Försäkringskassan has decided that it is not to take place.
  public internal(set) var toBeCancelled = false
  /// What the insured has asked for since the visit got its present time.
  public internal(set) var moveRequest: VisitMoveRequest?

  public var isBooked: Bool { outcome == .booked }
  /// The insured has asked for another time and not been answered.
  public var isMoveAsked: Bool {
    isBooked && moveRequest.map { $0.declined == nil } == true
  }
  public var isPerformed: Bool { if case .performed = outcome { true } else { false } }
}

/// That the insured asks for another time, and the answer where there is no other.
public struct VisitMoveRequest: Hashable, Sendable {
  public let requested: VisitMoveRequested
  public let at: Instant
  public internal(set) var declined: VisitMoveDeclined?
}

/// A proposed extension and what Försäkringskassan decided.
public struct Extension: Hashable, Sendable {
  public let proposed: ExtensionProposed
  public let at: Instant
  public internal(set) var decided: ExtensionDecided?
  /// A last day has been stated for it.
  public internal(set) var dated = false
}

/// A request for deferral and Försäkringskassan's answer.
public struct Deferral: Hashable, Sendable {
  public let requested: DeferralRequested
  public let at: Instant
  public internal(set) var decided: DeferralDecided?
}

/// A deviation and, where Försäkringskassan has decided, what happens to the visits.
public struct Deviation: Hashable, Sendable {
  public let reported: DeviationReported
  public let at: Instant
  public let author: Party
  public internal(set) var decided: RemainingVisitsDecided?
  /// The assignment went to another performer, so there is nothing left to decide.
  public internal(set) var lapsed = false
}

/// The statement's way to Försäkringskassan.
public struct Statement: Hashable, Sendable {
  public internal(set) var sentDay: Day?
  public internal(set) var sentAt: Instant?
  /// What was signed here; nil where it was sent another way or the reader was told only the
  /// facts.
  public internal(set) var signed: SignedStatement?
  public internal(set) var arrivedDay: Day?
  /// Last day to ask for a supplement.
  public internal(set) var lastSupplementRequestDay: Day?
  public internal(set) var supplements: [StatementSupplement] = []
  /// The insured gets what is signed when the performer has released it.
  public internal(set) var awaitsRelease = false
  public internal(set) var releasedAt: Instant?

  /// The insured has been told that it was sent, and cannot read it yet.
  public var isKeptFromInsured: Bool { awaitsRelease && releasedAt == nil }

  public var openSupplement: StatementSupplement? { supplements.first { $0.sentDay == nil } }
  public var supplementUnderWay: StatementSupplement? {
    supplements.first { $0.arrivedDay == nil }
  }
}

/// A question on the statement and the days of its answer.
public struct StatementSupplement: Hashable, Sendable {
  public let requested: StatementSupplementRequested
  public let at: Instant
  public internal(set) var sentDay: Day?
  /// The signed answers; nil as for the statement.
  public internal(set) var signed: SignedSupplement?
  public internal(set) var arrivedDay: Day?
}
