// SPDX-License-Identifier: Apache-2.0

/// The kind of an event. The raw value is stored and sent, so a name is never changed or
/// used again.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case performerRequested
  case insuredRegistered
  case drawCommitted
  case requestDeclined
  case inquirySent
  case inquiryAnswered
  case inquiryClosed
  case performerAllocated
  case allocationWithdrawn
  case conflictReported
  case representativeRegistered
  case representativeDisclosed
  case representativeEnded
  case insuredInformed
  case orderPlaced
  case orderUpdated
  case orderAccepted
  case orderReturned
  case orderSupplementRequested
  case orderSupplemented
  case underlagCompleted
  case doctorAppointed
  case examinerAppointed
  case examinerReleased
  case visitBooked
  case insuredDocumentsAdded
  case selfRatingGiven
  case visitMoved
  case visitMoveRequested
  case visitMoveDeclined
  case summonsSent
  case visitCancelled
  case visitPerformed
  case visitMissed
  case deviationReported
  case remainingVisitsDecided
  case extensionProposed
  case extensionDecided
  case extensionDayStated
  case delayRiskReported
  case delayNotified
  case deferralRequested
  case deferralDecided
  case insuredOpposed
  case oppositionWithdrawn
  case statementSent
  case statementArrived
  case statementSupplementRequested
  case statementSupplementSent
  case statementSupplementArrived
  case statementReleased
  case reminded
  case deadlinePassed
  case assessmentEnded
  case corrected
}

/// Something that has happened in a case. Events are facts in past tense: they are written once
/// and only ever answered by later events. It is a reference to what was said, so that long
/// histories are cheap to copy.
public indirect enum AssessmentEvent: Hashable, Sendable {
  case performerRequested(PerformerRequested)
  case insuredRegistered(InsuredRegistered)
  case drawCommitted(DrawCommitted)
  case requestDeclined(RequestDeclined)
  case inquirySent(InquirySent)
  case inquiryAnswered(InquiryAnswered)
  case inquiryClosed(InquiryClosed)
  case performerAllocated(PerformerAllocated)
  case allocationWithdrawn(AllocationWithdrawn)
  case conflictReported(ConflictReported)
  case representativeRegistered(RepresentativeRegistered)
  case representativeDisclosed(RepresentativeDisclosed)
  case representativeEnded(RepresentativeEnded)
  case insuredInformed(InsuredInformed)
  case orderPlaced(OrderPlaced)
  case orderUpdated(OrderUpdated)
  case orderAccepted(OrderAccepted)
  case orderReturned(OrderReturned)
  case orderSupplementRequested(OrderSupplementRequested)
  case orderSupplemented(OrderSupplemented)
  case underlagCompleted(UnderlagCompleted)
  case doctorAppointed(DoctorAppointed)
  case examinerAppointed(ExaminerAppointed)
  case examinerReleased(ExaminerReleased)
  case visitBooked(VisitBooked)
  case insuredDocumentsAdded(InsuredDocumentsAdded)
  case selfRatingGiven(SelfRatingGiven)
  case visitMoved(VisitMoved)
  case visitMoveRequested(VisitMoveRequested)
  case visitMoveDeclined(VisitMoveDeclined)
  case summonsSent(SummonsSent)
  case visitCancelled(VisitCancelled)
  case visitPerformed(VisitPerformed)
  case visitMissed(VisitMissed)
  case deviationReported(DeviationReported)
  case remainingVisitsDecided(RemainingVisitsDecided)
  case extensionProposed(ExtensionProposed)
  case extensionDecided(ExtensionDecided)
  case extensionDayStated(ExtensionDayStated)
  case delayRiskReported(DelayRiskReported)
  case delayNotified(DelayNotified)
  case deferralRequested(DeferralRequested)
  case deferralDecided(DeferralDecided)
  case insuredOpposed(InsuredOpposed)
  case oppositionWithdrawn(OppositionWithdrawn)
  case statementSent(StatementSent)
  case statementArrived(StatementArrived)
  case statementSupplementRequested(StatementSupplementRequested)
  case statementSupplementSent(StatementSupplementSent)
  case statementSupplementArrived(StatementSupplementArrived)
  case statementReleased(StatementReleased)
  case reminded(DeadlineNoticed)
  case deadlinePassed(DeadlineNoticed)
  case assessmentEnded(AssessmentEnded)
  case corrected(Corrected)

  /// Which kind of event this is.
  public var kind: EventKind {
    switch self {
    case .performerRequested: .performerRequested
    case .insuredRegistered: .insuredRegistered
    case .drawCommitted: .drawCommitted
    case .requestDeclined: .requestDeclined
    case .inquirySent: .inquirySent
    case .inquiryAnswered: .inquiryAnswered
    case .inquiryClosed: .inquiryClosed
    case .performerAllocated: .performerAllocated
    case .allocationWithdrawn: .allocationWithdrawn
    case .conflictReported: .conflictReported
    case .representativeRegistered: .representativeRegistered
    case .representativeDisclosed: .representativeDisclosed
    case .representativeEnded: .representativeEnded
    case .insuredInformed: .insuredInformed
    case .orderPlaced: .orderPlaced
    case .orderUpdated: .orderUpdated
    case .orderAccepted: .orderAccepted
    case .orderReturned: .orderReturned
    case .orderSupplementRequested: .orderSupplementRequested
    case .orderSupplemented: .orderSupplemented
    case .underlagCompleted: .underlagCompleted
    case .doctorAppointed: .doctorAppointed
    case .examinerAppointed: .examinerAppointed
    case .examinerReleased: .examinerReleased
    case .visitBooked: .visitBooked
    case .insuredDocumentsAdded: .insuredDocumentsAdded
    case .selfRatingGiven: .selfRatingGiven
    case .visitMoved: .visitMoved
    case .visitMoveRequested: .visitMoveRequested
    case .visitMoveDeclined: .visitMoveDeclined
    case .summonsSent: .summonsSent
    case .visitCancelled: .visitCancelled
    case .visitPerformed: .visitPerformed
    case .visitMissed: .visitMissed
    case .deviationReported: .deviationReported
    case .remainingVisitsDecided: .remainingVisitsDecided
    case .extensionProposed: .extensionProposed
    case .extensionDecided: .extensionDecided
    case .extensionDayStated: .extensionDayStated
    case .delayRiskReported: .delayRiskReported
    case .delayNotified: .delayNotified
    case .deferralRequested: .deferralRequested
    case .deferralDecided: .deferralDecided
    case .insuredOpposed: .insuredOpposed
    case .oppositionWithdrawn: .oppositionWithdrawn
    case .statementSent: .statementSent
    case .statementArrived: .statementArrived
    case .statementSupplementRequested: .statementSupplementRequested
    case .statementSupplementSent: .statementSupplementSent
    case .statementSupplementArrived: .statementSupplementArrived
    case .statementReleased: .statementReleased
    case .reminded: .reminded
    case .deadlinePassed: .deadlinePassed
    case .assessmentEnded: .assessmentEnded
    case .corrected: .corrected
    }
  }

  /// What the event carries.
  public var payload: any EventPayload {
    switch self {
    case .performerRequested(let payload): payload
    case .insuredRegistered(let payload): payload
    case .drawCommitted(let payload): payload
    case .requestDeclined(let payload): payload
    case .inquirySent(let payload): payload
    case .inquiryAnswered(let payload): payload
    case .inquiryClosed(let payload): payload
    case .performerAllocated(let payload): payload
    case .allocationWithdrawn(let payload): payload
    case .conflictReported(let payload): payload
    case .representativeRegistered(let payload): payload
    case .representativeDisclosed(let payload): payload
    case .representativeEnded(let payload): payload
    case .insuredInformed(let payload): payload
    case .orderPlaced(let payload): payload
    case .orderUpdated(let payload): payload
    case .orderAccepted(let payload): payload
    case .orderReturned(let payload): payload
    case .orderSupplementRequested(let payload): payload
    case .orderSupplemented(let payload): payload
    case .underlagCompleted(let payload): payload
    case .doctorAppointed(let payload): payload
    case .examinerAppointed(let payload): payload
    case .examinerReleased(let payload): payload
    case .visitBooked(let payload): payload
    case .insuredDocumentsAdded(let payload): payload
    case .selfRatingGiven(let payload): payload
    case .visitMoved(let payload): payload
    case .visitMoveRequested(let payload): payload
    case .visitMoveDeclined(let payload): payload
    case .summonsSent(let payload): payload
    case .visitCancelled(let payload): payload
    case .visitPerformed(let payload): payload
    case .visitMissed(let payload): payload
    case .deviationReported(let payload): payload
    case .remainingVisitsDecided(let payload): payload
    case .extensionProposed(let payload): payload
    case .extensionDecided(let payload): payload
    case .extensionDayStated(let payload): payload
    case .delayRiskReported(let payload): payload
    case .delayNotified(let payload): payload
    case .deferralRequested(let payload): payload
    case .deferralDecided(let payload): payload
    case .insuredOpposed(let payload): payload
    case .oppositionWithdrawn(let payload): payload
    case .statementSent(let payload): payload
    case .statementArrived(let payload): payload
    case .statementSupplementRequested(let payload): payload
    case .statementSupplementSent(let payload): payload
    case .statementSupplementArrived(let payload): payload
    case .statementReleased(let payload): payload
    case .reminded(let payload): payload
    case .deadlinePassed(let payload): payload
    case .assessmentEnded(let payload): payload
    case .corrected(let payload): payload
    }
  }

  /// The same event with everything left out that only its full audience may read.
  public var facts: AssessmentEvent {
    switch self {
    case .performerRequested(let payload): .performerRequested(payload.facts)
    case .insuredRegistered(let payload): .insuredRegistered(payload.facts)
    case .drawCommitted(let payload): .drawCommitted(payload.facts)
    case .requestDeclined(let payload): .requestDeclined(payload.facts)
    case .inquirySent(let payload): .inquirySent(payload.facts)
    case .inquiryAnswered(let payload): .inquiryAnswered(payload.facts)
    case .inquiryClosed(let payload): .inquiryClosed(payload.facts)
    case .performerAllocated(let payload): .performerAllocated(payload.facts)
    case .allocationWithdrawn(let payload): .allocationWithdrawn(payload.facts)
    case .conflictReported(let payload): .conflictReported(payload.facts)
    case .representativeRegistered(let payload): .representativeRegistered(payload.facts)
    case .representativeDisclosed(let payload): .representativeDisclosed(payload.facts)
    case .representativeEnded(let payload): .representativeEnded(payload.facts)
    case .insuredInformed(let payload): .insuredInformed(payload.facts)
    case .orderPlaced(let payload): .orderPlaced(payload.facts)
    case .orderUpdated(let payload): .orderUpdated(payload.facts)
    case .orderAccepted(let payload): .orderAccepted(payload.facts)
    case .orderReturned(let payload): .orderReturned(payload.facts)
    case .orderSupplementRequested(let payload): .orderSupplementRequested(payload.facts)
    case .orderSupplemented(let payload): .orderSupplemented(payload.facts)
    case .underlagCompleted(let payload): .underlagCompleted(payload.facts)
    case .doctorAppointed(let payload): .doctorAppointed(payload.facts)
    case .examinerAppointed(let payload): .examinerAppointed(payload.facts)
    case .examinerReleased(let payload): .examinerReleased(payload.facts)
    case .visitBooked(let payload): .visitBooked(payload.facts)
    case .insuredDocumentsAdded(let payload): .insuredDocumentsAdded(payload.facts)
    case .selfRatingGiven(let payload): .selfRatingGiven(payload.facts)
    case .visitMoved(let payload): .visitMoved(payload.facts)
    case .visitMoveRequested(let payload): .visitMoveRequested(payload.facts)
    case .visitMoveDeclined(let payload): .visitMoveDeclined(payload.facts)
    case .summonsSent(let payload): .summonsSent(payload.facts)
    case .visitCancelled(let payload): .visitCancelled(payload.facts)
    case .visitPerformed(let payload): .visitPerformed(payload.facts)
    case .visitMissed(let payload): .visitMissed(payload.facts)
    case .deviationReported(let payload): .deviationReported(payload.facts)
    case .remainingVisitsDecided(let payload): .remainingVisitsDecided(payload.facts)
    case .extensionProposed(let payload): .extensionProposed(payload.facts)
    case .extensionDecided(let payload): .extensionDecided(payload.facts)
    case .extensionDayStated(let payload): .extensionDayStated(payload.facts)
    case .delayRiskReported(let payload): .delayRiskReported(payload.facts)
    case .delayNotified(let payload): .delayNotified(payload.facts)
    case .deferralRequested(let payload): .deferralRequested(payload.facts)
    case .deferralDecided(let payload): .deferralDecided(payload.facts)
    case .insuredOpposed(let payload): .insuredOpposed(payload.facts)
    case .oppositionWithdrawn(let payload): .oppositionWithdrawn(payload.facts)
    case .statementSent(let payload): .statementSent(payload.facts)
    case .statementArrived(let payload): .statementArrived(payload.facts)
    case .statementSupplementRequested(let payload): .statementSupplementRequested(payload.facts)
    case .statementSupplementSent(let payload): .statementSupplementSent(payload.facts)
    case .statementSupplementArrived(let payload): .statementSupplementArrived(payload.facts)
    case .statementReleased(let payload): .statementReleased(payload.facts)
    case .reminded(let payload): .reminded(payload.facts)
    case .deadlinePassed(let payload): .deadlinePassed(payload.facts)
    case .assessmentEnded(let payload): .assessmentEnded(payload.facts)
    case .corrected(let payload): .corrected(payload.facts)
    }
  }
}
