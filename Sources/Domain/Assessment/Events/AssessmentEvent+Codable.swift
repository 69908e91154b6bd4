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
    func data<Payload: EventPayload>() throws -> Payload {
      try container.decode(Payload.self, forKey: .data)
    }
    switch try container.decode(EventKind.self, forKey: .kind) {
    case .performerRequested: self = .performerRequested(try data())
    case .insuredRegistered: self = .insuredRegistered(try data())
    case .drawCommitted: self = .drawCommitted(try data())
    case .requestDeclined: self = .requestDeclined(try data())
    case .inquirySent: self = .inquirySent(try data())
    case .inquiryAnswered: self = .inquiryAnswered(try data())
    case .inquiryClosed: self = .inquiryClosed(try data())
    case .performerAllocated: self = .performerAllocated(try data())
    case .allocationWithdrawn: self = .allocationWithdrawn(try data())
    case .conflictReported: self = .conflictReported(try data())
    case .representativeRegistered: self = .representativeRegistered(try data())
    case .representativeDisclosed: self = .representativeDisclosed(try data())
    case .representativeEnded: self = .representativeEnded(try data())
    case .insuredInformed: self = .insuredInformed(try data())
    case .orderPlaced: self = .orderPlaced(try data())
    case .orderUpdated: self = .orderUpdated(try data())
    case .orderAccepted: self = .orderAccepted(try data())
    case .orderReturned: self = .orderReturned(try data())
    case .orderSupplementRequested: self = .orderSupplementRequested(try data())
    case .orderSupplemented: self = .orderSupplemented(try data())
    case .underlagCompleted: self = .underlagCompleted(try data())
    case .doctorAppointed: self = .doctorAppointed(try data())
    case .examinerAppointed: self = .examinerAppointed(try data())
    case .examinerReleased: self = .examinerReleased(try data())
    case .visitBooked: self = .visitBooked(try data())
    case .insuredDocumentsAdded: self = .insuredDocumentsAdded(try data())
    case .selfRatingGiven: self = .selfRatingGiven(try data())
    case .visitMoved: self = .visitMoved(try data())
    case .visitMoveRequested: self = .visitMoveRequested(try data())
    case .visitMoveDeclined: self = .visitMoveDeclined(try data())
    case .summonsSent: self = .summonsSent(try data())
    case .visitCancelled: self = .visitCancelled(try data())
    case .visitPerformed: self = .visitPerformed(try data())
    case .visitMissed: self = .visitMissed(try data())
    case .deviationReported: self = .deviationReported(try data())
    case .remainingVisitsDecided: self = .remainingVisitsDecided(try data())
    case .extensionProposed: self = .extensionProposed(try data())
    case .extensionDecided: self = .extensionDecided(try data())
    case .extensionDayStated: self = .extensionDayStated(try data())
    case .delayRiskReported: self = .delayRiskReported(try data())
    case .delayNotified: self = .delayNotified(try data())
    case .deferralRequested: self = .deferralRequested(try data())
    case .deferralDecided: self = .deferralDecided(try data())
    case .insuredOpposed: self = .insuredOpposed(try data())
    case .oppositionWithdrawn: self = .oppositionWithdrawn(try data())
    case .statementSent: self = .statementSent(try data())
    case .statementArrived: self = .statementArrived(try data())
    case .statementSupplementRequested: self = .statementSupplementRequested(try data())
    case .statementSupplementSent: self = .statementSupplementSent(try data())
    case .statementSupplementArrived: self = .statementSupplementArrived(try data())
    case .statementReleased: self = .statementReleased(try data())
    case .reminded: self = .reminded(try data())
    case .deadlinePassed: self = .deadlinePassed(try data())
    case .assessmentEnded: self = .assessmentEnded(try data())
    case .corrected: self = .corrected(try data())
    }
  }
}
