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
    for recorded in new where recorded.author.party != .fk && recorded.audience[.fk] != nil {
      // What the contract cannot tell is not put there to wait for ever.
      let told = history.filter { $0.version <= recorded.version }
      guard let message = OutgoingMessage(id: id, history: told).message else { continue }
      try outbox.enqueue(
        stream: id.description, recipient: Party.fk.description,
        kind: message.kind.rawValue,
        payload: Array(String(recorded.version).utf8), at: context.now)
    }
  }
}
