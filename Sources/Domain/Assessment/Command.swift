// SPDX-License-Identifier: Apache-2.0

/// The kind of a command. The raw value names the action in addresses, the API and permissions.
public enum ActionKind: String, Codable, Sendable, CaseIterable {
  // Försäkringskassan
  case requestPerformer, recordInformed, placeOrder, updateOrder, answerOrderSupplement
  case decideExtension, stateExtensionDay, decideDeferral, decideRemainingVisits
  case recordStatementArrival, requestStatementSupplement, recordSupplementArrival
  case endAssessment, registerRepresentative, endRepresentative
  // The region
  case commitDraw, sendInquiries, withdrawInquiry, allocate, declineRequest
  case withdrawAllocation, notifyDelay, requestDeferral
  // The performer
  case answerInquiry, acceptOrder, returnOrder, requestOrderSupplement, confirmComplete
  case appointDoctor, appointExaminer, releaseExaminer, bookVisit, moveVisit, recordSummons
  case declineVisitMove, cancelVisit, reportVisit
  case proposeExtension, reportDelayRisk, reportConflict, sendStatement
  case sendStatementSupplement, releaseStatement, recordOpposition, withdrawOpposition
  // The insured
  case requestVisitMove, addDocuments, giveSelfRating
  // Several
  case reportDeviation, correct
  // Samsyn itself
  case notice
}

/// What somebody wants to do with a case. Numbers of visits and questions are given by the case,
/// so a command that makes one does not carry it.
public enum Command: Hashable, Sendable {
  case requestPerformer(PerformerRequested, insured: InsuredIdentity?)
  case recordInformed(InsuredInformed)
  case placeOrder(OrderPlaced)
  /// A new last day given with an update is an extension if one is approved and undated, else
  /// a deferral.
  case updateOrder(OrderUpdated, lastDay: Day?)
  case answerOrderSupplement(OrderSupplemented)
  case decideExtension(ExtensionDecided)
  case stateExtensionDay(ExtensionDayStated)
  case decideDeferral(DeferralDecided)
  case decideRemainingVisits(RemainingVisitsDecided)
  case recordStatementArrival(StatementArrived)
  /// Questions about single sections stand beside the one about the whole.
  case requestStatementSupplement(
    question: String?, answerBy: Day?, sections: [SectionQuestion]? = nil)
  case recordSupplementArrival(number: Int?, day: Day, lastSupplementRequestDay: Day?)
  case endAssessment(AssessmentEnded)
  case registerRepresentative(RepresentativeRegistration)
  case endRepresentative(RepresentativeEnded)

  case commitDraw(DrawCommitted)
  case sendInquiries(performers: [HSAID], answerBy: Day, message: String?)
  case withdrawInquiry(HSAID)
  case allocate(UnitContact, method: AllocationMethod, draw: DrawRecord?, comment: String?)
  case declineRequest(RequestDeclined)
  case withdrawAllocation(reason: String)
  case notifyDelay(DelayNotified)
  case requestDeferral(reason: String, proposedDay: Day?)

  case answerInquiry(InquiryAnswered)
  case acceptOrder(OrderAccepted)
  case returnOrder(ReturnCause, reason: String)
  case requestOrderSupplement(parts: [DocumentKind], question: String)
  case confirmComplete(UnderlagCompleted)
  case appointDoctor(DoctorAppointed)
  case appointExaminer(person: String, name: String, profession: Profession)
  case releaseExaminer(person: String)
  case bookVisit(VisitBooking)
  case moveVisit(VisitMoved)
  /// Another time is asked for, and there is none: the visit stands as it is.
  case declineVisitMove(VisitMoveDeclined)
  case recordSummons(SummonsSent)
  case cancelVisit(VisitCancelled)
  case reportVisit(VisitReport)
  case proposeExtension(professions: [Profession], reason: String)
  case reportDelayRisk(DelayRiskReported)
  case reportConflict(reason: String)
  case sendStatement(StatementSent)
  case sendStatementSupplement(number: Int, day: Day, signed: SignedSupplement? = nil)
  case releaseStatement
  case recordOpposition(InsuredOpposed)
  case withdrawOpposition(OppositionWithdrawn)

  case requestVisitMove(VisitMoveRequested)
  case addDocuments(InsuredDocumentsAdded)
  case giveSelfRating(SelfRatingGiven)

  case reportDeviation(DeviationReport)
  case correct(version: Int, reason: String, Replacement?)
  case notice(DeadlineNoticed, passed: Bool)

  /// What a wrong event is replaced by, said as the command that should have been given.
  public indirect enum Replacement: Hashable, Sendable {
    case command(Command)
  }
}

/// What is stated when a visit is booked.
public struct VisitBooking: Hashable, Sendable, Codable {
  public var profession: Profession
  public var start: Instant
  public var end: Instant?
  public var place: String
  public var examiner: String?
  public var interpreterBooked: Bool
  public var summons: Summons?

  public init(
    profession: Profession, start: Instant, end: Instant? = nil, place: String,
    examiner: String? = nil, interpreterBooked: Bool = false, summons: Summons? = nil
  ) {
    self.profession = profession
    self.start = start
    self.end = end
    self.place = place
    self.examiner = examiner
    self.interpreterBooked = interpreterBooked
    self.summons = summons
  }
}

/// How a visit went.
public enum VisitReport: Hashable, Sendable, Codable {
  case performed(VisitPerformed)
  case missed(VisitMissed)

  public var number: Int {
    switch self {
    case .performed(let performed): performed.number
    case .missed(let missed): missed.number
    }
  }
}

/// What is stated when a deviation is reported.
public struct DeviationReport: Hashable, Sendable, Codable {
  public var visit: Int?
  public var cause: DeviationCause
  public var time: Instant
  public var missed: Bool
  public var description: String?

  public init(
    visit: Int?, cause: DeviationCause, time: Instant, missed: Bool = false,
    description: String? = nil
  ) {
    self.visit = visit
    self.cause = cause
    self.time = time
    self.missed = missed
    self.description = description
  }
}
