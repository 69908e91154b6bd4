// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Puts what an external party is to be told in the outbox, in the transaction of the events.
  /// The outbox holds which event it is; the message is rendered when it leaves.
  func enqueue(
    _ connection: any Connection, _ new: [RecordedEvent], history: [RecordedEvent],
    id: CaseNumber, _ context: CaseContext
  ) throws {
    let state = Assessment(id: id, events: history)
    guard state.agencyIsExternal else { return }
    let outbox = Outbox(connection, keyring)
    for recorded in new where recorded.author.party != .fk {
      guard recorded.audience[.fk] != nil, let kind = recorded.event.outgoingKind else {
        continue
      }
      // What the contract cannot tell is not put there to wait for ever.
      let told = history.filter { $0.version <= recorded.version }
      guard OutgoingMessage(id: id, history: told).message != nil else { continue }
      try outbox.enqueue(
        stream: id.description, recipient: Party.fk.description, kind: kind,
        payload: Array(String(recorded.version).utf8), at: context.now)
    }
  }
}

extension AssessmentEvent {
  /// The contract message that tells of this event, or nil where the contract has none.
  var outgoingKind: String? {
    switch self {
    case .performerAllocated, .requestDeclined: "RespondToPerformerRequest"
    case .orderAccepted, .orderReturned: "RespondToOrder"
    case .extensionProposed: "UpdateAssessment"
    case .visitBooked, .visitMoved, .summonsSent, .visitCancelled, .visitPerformed:
      "ReportCareContact"
    case .deviationReported: "ReportDeviation"
    default: nil
    }
  }
}
