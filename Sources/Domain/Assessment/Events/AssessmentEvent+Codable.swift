// SPDX-License-Identifier: Apache-2.0

// Stored and sent form: {"kind": "visitBooked", "data": {...}}.
extension AssessmentEvent: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind
    case data
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(payload, forKey: .data)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func data<Payload: EventPayload>(_ type: Payload.Type) throws -> Payload {
      try container.decode(type, forKey: .data)
    }
    switch try container.decode(EventKind.self, forKey: .kind) {
    case .performerRequested: self = .performerRequested(try data(PerformerRequested.self))
    case .insuredRegistered: self = .insuredRegistered(try data(InsuredRegistered.self))
    case .drawCommitted: self = .drawCommitted(try data(DrawCommitted.self))
    case .requestDeclined: self = .requestDeclined(try data(RequestDeclined.self))
    case .inquirySent: self = .inquirySent(try data(InquirySent.self))
    case .inquiryAnswered: self = .inquiryAnswered(try data(InquiryAnswered.self))
    case .inquiryClosed: self = .inquiryClosed(try data(InquiryClosed.self))
    case .performerAllocated: self = .performerAllocated(try data(PerformerAllocated.self))
    case .allocationWithdrawn: self = .allocationWithdrawn(try data(AllocationWithdrawn.self))
    case .conflictReported: self = .conflictReported(try data(ConflictReported.self))
    case .insuredInformed: self = .insuredInformed(try data(InsuredInformed.self))
    case .orderPlaced: self = .orderPlaced(try data(OrderPlaced.self))
    case .orderUpdated: self = .orderUpdated(try data(OrderUpdated.self))
    case .orderAccepted: self = .orderAccepted(try data(OrderAccepted.self))
    case .orderReturned: self = .orderReturned(try data(OrderReturned.self))
    case .orderSupplementRequested:
      self = .orderSupplementRequested(try data(OrderSupplementRequested.self))
    case .orderSupplemented: self = .orderSupplemented(try data(OrderSupplemented.self))
    case .underlagCompleted: self = .underlagCompleted(try data(UnderlagCompleted.self))
    case .doctorAppointed: self = .doctorAppointed(try data(DoctorAppointed.self))
    case .examinerAppointed: self = .examinerAppointed(try data(ExaminerAppointed.self))
    case .examinerReleased: self = .examinerReleased(try data(ExaminerReleased.self))
    case .visitBooked: self = .visitBooked(try data(VisitBooked.self))
    case .insuredDocumentsAdded:
      self = .insuredDocumentsAdded(try data(InsuredDocumentsAdded.self))
    case .selfRatingGiven: self = .selfRatingGiven(try data(SelfRatingGiven.self))
    case .visitMoved: self = .visitMoved(try data(VisitMoved.self))
    case .visitMoveRequested: self = .visitMoveRequested(try data(VisitMoveRequested.self))
    case .visitMoveDeclined: self = .visitMoveDeclined(try data(VisitMoveDeclined.self))
    case .summonsSent: self = .summonsSent(try data(SummonsSent.self))
    case .visitCancelled: self = .visitCancelled(try data(VisitCancelled.self))
    case .visitPerformed: self = .visitPerformed(try data(VisitPerformed.self))
    case .visitMissed: self = .visitMissed(try data(VisitMissed.self))
    case .deviationReported: self = .deviationReported(try data(DeviationReported.self))
    case .remainingVisitsDecided:
      self = .remainingVisitsDecided(try data(RemainingVisitsDecided.self))
    case .extensionProposed: self = .extensionProposed(try data(ExtensionProposed.self))
    case .extensionDecided: self = .extensionDecided(try data(ExtensionDecided.self))
    case .extensionDayStated: self = .extensionDayStated(try data(ExtensionDayStated.self))
    case .delayRiskReported: self = .delayRiskReported(try data(DelayRiskReported.self))
    case .delayNotified: self = .delayNotified(try data(DelayNotified.self))
    case .deferralRequested: self = .deferralRequested(try data(DeferralRequested.self))
    case .deferralDecided: self = .deferralDecided(try data(DeferralDecided.self))
    case .insuredOpposed: self = .insuredOpposed(try data(InsuredOpposed.self))
    case .oppositionWithdrawn:
      self = .oppositionWithdrawn(try data(OppositionWithdrawn.self))
    case .statementSent: self = .statementSent(try data(StatementSent.self))
    case .statementArrived: self = .statementArrived(try data(StatementArrived.self))
    case .statementSupplementRequested:
      self = .statementSupplementRequested(try data(StatementSupplementRequested.self))
    case .statementSupplementSent:
      self = .statementSupplementSent(try data(StatementSupplementSent.self))
    case .statementSupplementArrived:
      self = .statementSupplementArrived(try data(StatementSupplementArrived.self))
    case .statementReleased: self = .statementReleased(try data(StatementReleased.self))
    case .reminded: self = .reminded(try data(DeadlineNoticed.self))
    case .deadlinePassed: self = .deadlinePassed(try data(DeadlineNoticed.self))
    case .assessmentEnded: self = .assessmentEnded(try data(AssessmentEnded.self))
    case .corrected: self = .corrected(try data(Corrected.self))
    }
  }
}
