// SPDX-License-Identifier: Apache-2.0
import Domain

/// An inquiry to one performer and what came of it.
public struct InquiryJSON: Codable, Hashable, Sendable {
  public var sent: InquirySent
  public var at: Instant
  public var answer: InquiryAnswered?
  public var closed: InquiryClosing?

  public init(_ inquiry: Inquiry) {
    sent = inquiry.sent
    at = inquiry.at
    answer = inquiry.answer
    closed = inquiry.closed
  }
}

/// A performer that had the assignment before.
public struct FormerPerformerJSON: Codable, Hashable, Sendable {
  public var performer: HSAID
  /// Lost it through a conflict of interest.
  public var conflict: Bool

  public init(_ former: FormerPerformer) {
    performer = former.performer
    conflict = former.conflict
  }
}

/// Somebody who examines the insured besides the responsible doctor.
public struct ExaminerJSON: Codable, Hashable, Sendable {
  public var profession: Profession
  /// Nil for who was sent only the facts.
  public var person: String?
  /// Nil for who was sent only the facts.
  public var name: String?
  public var at: Instant

  public init(_ examiner: Examiner) {
    profession = examiner.profession
    person = examiner.person
    name = examiner.name
    at = examiner.at
  }
}

/// Somebody who acts or has acted for the insured.
public struct RepresentativeJSON: Codable, Hashable, Sendable {
  public var number: Int
  public var kind: RepresentativeKind
  public var name: String
  public var from: Day
  public var through: Day?
  /// Nil for the performer.
  public var basis: String?
  /// Nil for the performer.
  public var covers: String?
  public var endedAt: Instant?
  /// Whether the account opens the case today.
  public var isInForce: Bool

  public init(_ one: Representative, on today: Day) {
    number = one.number
    kind = one.kind
    name = one.name
    from = one.from
    through = one.through
    basis = one.basis
    covers = one.covers
    endedAt = one.endedAt
    isInForce = one.isInForce(on: today)
  }
}

/// The order and how far its underlag has come.
public struct OrderJSON: Codable, Hashable, Sendable {
  public var placed: OrderPlaced
  public var at: Instant
  public var acceptedAt: Instant?
  public var returned: OrderReturned?
  public var supplements: [Supplement]
  /// All documents, with those that came later.
  public var documents: DocumentList
  public var completeDay: Day?

  /// A question on the underlag and its answer.
  public struct Supplement: Codable, Hashable, Sendable {
    public var requested: OrderSupplementRequested
    public var at: Instant
    public var answer: OrderSupplemented?

    public init(_ supplement: OrderSupplement) {
      requested = supplement.requested
      at = supplement.at
      answer = supplement.answer
    }
  }

  public init(_ order: Order) {
    placed = order.placed
    at = order.at
    acceptedAt = order.acceptedAt
    returned = order.returned
    supplements = order.supplements.map(Supplement.init)
    documents = order.documents
    completeDay = order.completeDay
  }
}

/// One visit as it stands.
public struct VisitJSON: Codable, Hashable, Sendable {
  public enum State: String, Codable, Sendable, CaseIterable {
    case booked, performed, missed, cancelled, lapsed
  }

  public var number: Int
  public var performer: HSAID?
  public var profession: Profession
  public var start: Instant
  public var end: Instant?
  public var place: String
  public var examiner: String?
  public var interpreterBooked: Bool
  public var summons: Summons?
  public var timesMoved: Int
  public var state: State
  public var performed: VisitPerformed?
  public var missed: VisitMissed?
  public var cancelled: VisitCancelled?
  /// Whether a cancellation was late (FKFS 2019:1 4 §), with the rule behind it.
  public var lateness: LateCancellation?
  /// Försäkringskassan has decided that it is not to take place.
  public var toBeCancelled: Bool
  /// What the insured has asked for since the visit got its present time.
  public var moveRequest: MoveRequest?

  /// A wish for another time, and the answer where there is none.
  public struct MoveRequest: Codable, Hashable, Sendable {
    public var requested: VisitMoveRequested
    public var at: Instant
    public var declined: VisitMoveDeclined?

    public init(_ request: VisitMoveRequest) {
      requested = request.requested
      at = request.at
      declined = request.declined
    }
  }

  public init(_ visit: Visit, rules: RuleBook) {
    number = visit.number
    performer = visit.performer
    profession = visit.profession
    start = visit.start
    end = visit.end
    place = visit.place
    examiner = visit.examiner
    interpreterBooked = visit.interpreterBooked
    summons = visit.summons
    timesMoved = visit.timesMoved
    toBeCancelled = visit.toBeCancelled
    moveRequest = visit.moveRequest.map(MoveRequest.init)
    switch visit.outcome {
    case .booked: state = .booked
    case .performed(let report):
      state = .performed
      performed = report
    case .missed(let report):
      state = .missed
      missed = report
    case .cancelled(let report):
      state = .cancelled
      cancelled = report
      if report.cause == .insured {
        lateness = LateCancellation.judge(
          reached: report.reached, start: visit.start, rules: rules)
      }
    case .lapsed: state = .lapsed
    }
  }
}

/// A proposed extension and Försäkringskassan's decision.
public struct ExtensionJSON: Codable, Hashable, Sendable {
  public var proposed: ExtensionProposed
  public var at: Instant
  public var decided: ExtensionDecided?
  /// A last day has been stated for it.
  public var isDated: Bool

  public init(_ proposal: Extension) {
    proposed = proposal.proposed
    at = proposal.at
    decided = proposal.decided
    isDated = proposal.dated
  }
}

/// A request for deferral and its answer.
public struct DeferralJSON: Codable, Hashable, Sendable {
  public var requested: DeferralRequested
  public var at: Instant
  public var decided: DeferralDecided?

  public init(_ deferral: Deferral) {
    requested = deferral.requested
    at = deferral.at
    decided = deferral.decided
  }
}

/// A deviation and the decision on the visits that remain.
public struct DeviationJSON: Codable, Hashable, Sendable {
  public var reported: DeviationReported
  public var at: Instant
  public var author: Party
  public var decided: RemainingVisitsDecided?
  /// There is nothing left to decide: the assignment went to another performer.
  public var lapsed: Bool

  public init(_ deviation: Deviation) {
    reported = deviation.reported
    at = deviation.at
    author = deviation.author
    decided = deviation.decided
    lapsed = deviation.lapsed
  }
}

/// The statement's way to Försäkringskassan.
public struct StatementJSON: Codable, Hashable, Sendable {
  public var sentDay: Day?
  public var sentAt: Instant?
  public var arrivedDay: Day?
  public var lastSupplementRequestDay: Day?
  /// The insured gets the text when the performer has released it.
  public var awaitsRelease: Bool
  public var releasedAt: Instant?
  public var supplements: [Supplement]

  /// A question on the statement and the days of its answer.
  public struct Supplement: Codable, Hashable, Sendable {
    public var requested: StatementSupplementRequested
    public var at: Instant
    public var sentDay: Day?
    public var arrivedDay: Day?

    public init(_ supplement: StatementSupplement) {
      requested = supplement.requested
      at = supplement.at
      sentDay = supplement.sentDay
      arrivedDay = supplement.arrivedDay
    }
  }

  public init(_ statement: Statement) {
    sentDay = statement.sentDay
    sentAt = statement.sentAt
    arrivedDay = statement.arrivedDay
    awaitsRelease = statement.awaitsRelease
    releasedAt = statement.releasedAt
    lastSupplementRequestDay = statement.lastSupplementRequestDay
    supplements = statement.supplements.map(Supplement.init)
  }
}
