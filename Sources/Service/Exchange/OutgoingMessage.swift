// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange

/// Makes the contract message that tells of an event, from the case as it stood with that event.
/// It is the only place that says which events have one.
struct OutgoingMessage {
  let id: CaseNumber
  /// All events up to and including the one that is told.
  let history: [RecordedEvent]

  /// The message, or nil where the contract cannot tell it: a visit whose summons has no day
  /// cannot be reported, since the contract demands the day.
  var message: CareMessage? {
    guard let recorded = history.last else { return nil }
    let state = Assessment(id: id, events: history)
    switch recorded.event {
    case .performerAllocated(let allocation):
      return .respondToPerformerRequest(
        RespondToPerformerRequest(
          assessmentId: .assessment(id),
          response: PerformerRequestResponse(
            response: .accepted, comment: allocation.comment,
            performerCareUnit: CareUnit(allocation.unit))))
    case .requestDeclined(let declined):
      return .respondToPerformerRequest(
        RespondToPerformerRequest(
          assessmentId: .assessment(id),
          response: PerformerRequestResponse(response: .declined, comment: declined.reason)))
    case .orderAccepted(let accepted):
      return .respondToOrder(
        RespondToOrder(
          assessmentId: .assessment(id), response: .accepted, comment: accepted.comment))
    case .orderReturned(let returned):
      return .respondToOrder(
        RespondToOrder(
          assessmentId: .assessment(id), response: .declined, comment: returned.reason))
    case .extensionProposed:
      return .updateAssessment(
        UpdateAssessment(assessmentId: .assessment(id), certificateType: .afuExtended))
    case .deviationReported(let deviation):
      return deviationMessage(deviation)
    case .visitBooked, .visitMoved, .summonsSent, .visitCancelled, .visitPerformed,
      .visitMissed:
      return recorded.event.visitNumber.flatMap { state.visit($0) }.flatMap(visitMessage)
    case .performerRequested, .insuredRegistered, .drawCommitted, .inquirySent,
      .inquiryAnswered, .inquiryClosed, .allocationWithdrawn, .conflictReported,
      .representativeRegistered, .representativeDisclosed, .representativeEnded,
      .insuredInformed, .orderPlaced, .orderUpdated, .orderSupplementRequested,
      .orderSupplemented, .underlagCompleted, .doctorAppointed, .examinerAppointed,
      .examinerReleased, .visitMoveRequested, .visitMoveDeclined,
      .insuredDocumentsAdded, .selfRatingGiven, .remainingVisitsDecided,
      .extensionDecided, .extensionDayStated, .delayRiskReported, .delayNotified,
      .deferralRequested, .deferralDecided, .insuredOpposed, .oppositionWithdrawn,
      .statementSent, .statementReleased, .statementArrived,
      .statementSupplementRequested, .statementSupplementSent, .statementSupplementArrived,
      .reminded, .deadlinePassed, .assessmentEnded, .corrected:
      return nil
    }
  }

  private func deviationMessage(_ deviation: DeviationReported) -> CareMessage? {
    guard let visit = deviation.visit else { return nil }
    return .reportDeviation(
      ReportDeviation(
        assessmentCareContactId: .item(ItemNumber(id, .visit, visit)),
        deviationId: .item(ItemNumber(id, .deviation, deviation.number)),
        causedBy: deviation.cause == .insured ? .patient : .care,
        description: deviation.description, deviationTime: deviation.time,
        citizenFailedToArrive: deviation.missed))
  }

  private func visitMessage(_ visit: Visit) -> CareMessage? {
    guard let summons = visit.summons else { return nil }
    return .reportCareContact(
      ReportCareContact(
        assessmentId: .assessment(id),
        assessmentCareContactId: .item(ItemNumber(id, .visit, visit.number)),
        participatingProfession: ParticipatingProfession(visit.profession),
        interpreterStatus: visit.interpreterStatus, invitationDate: summons.day,
        invitationChannel: InvitationChannel(summons.channel),
        time: TimePeriod(start: visit.start, end: visit.end),
        visitStatus: visit.contractStatus))
  }
}

extension CareUnit {
  init(_ unit: UnitContact) {
    let address = PostalAddress(
      postalAddress: unit.address, postalCode: unit.postalCode, postalCity: unit.town)
    self.init(
      careUnitId: unit.id, careUnitName: unit.name, careGiverId: unit.providerID ?? unit.id,
      careGiverName: unit.providerName ?? unit.name, postalAddress: address,
      phoneNumber: unit.phone, email: unit.email)
  }
}

extension ParticipatingProfession {
  init(_ profession: Profession) {
    switch profession {
    case .doctor: self = .doctor
    case .psychologist: self = .psychologist
    case .physiotherapist: self = .physiotherapist
    case .occupationalTherapist: self = .occupationalTherapist
    }
  }
}

extension InvitationChannel {
  /// The contract knows letter and telephone only.
  init?(_ channel: Channel) {
    switch channel {
    case .letter: self = .letter
    case .telephone: self = .telephone
    case .electronic, .meeting: return nil
    }
  }
}

extension Visit {
  fileprivate var interpreterStatus: InterpreterStatus {
    if case .performed(let performed) = outcome, interpreterBooked {
      return performed.interpreterTookPart == true ? .tookPart : .didNotTakePart
    }
    return interpreterBooked ? .booked : .notBooked
  }

  fileprivate var contractStatus: VisitStatus {
    switch outcome {
    case .booked: .booked
    // The contract has no status of its own for a missed visit: it is over, and the deviation
    // that follows says that nobody came.
    case .performed, .missed: .ended
    case .cancelled, .lapsed: .cancelled
    }
  }
}
