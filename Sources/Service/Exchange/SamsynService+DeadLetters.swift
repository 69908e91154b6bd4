// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Gives a dead message all its attempts again; the later ones of its case wait behind it as
  /// before.
  ///
  /// - Throws: `messageNotDead` where the message is not dead: one that waits leaves by itself.
  public func resendMessage(_ id: Int) async throws(ServiceError) -> OutboxLine {
    let now = clock.now()
    return try await write { connection in
      let outbox = Outbox(connection, self.keyring)
      guard try outbox.entry(id) != nil else { throw Refusal(.notFound) }
      guard try outbox.resend(id, at: now) else { throw Refusal(.messageNotDead) }
      return try self.line(outbox, id)
    }
  }

  /// Gives a message up for good, so that the later ones of its case may leave. The recipient
  /// will never be told by it; somebody has to tell it in another way.
  ///
  /// - Parameter reason: 1–255 characters without personal data; it is kept in the log.
  /// - Throws: `messageSettled` where the message has been delivered or given up before.
  public func abandonMessage(
    _ id: Int, reason: String
  ) async throws(ServiceError) -> OutboxLine {
    let now = clock.now()
    return try await write { connection in
      try OperatorAct.check(reason)
      let outbox = Outbox(connection, self.keyring)
      guard let entry = try outbox.entry(id) else { throw Refusal(.notFound) }
      guard try outbox.abandon(id, at: now) else { throw Refusal(.messageSettled) }
      try OperatorAct.record(
        connection, "abandon-message", stream: entry.stream, reason: reason, at: now)
      return try self.line(outbox, id)
    }
  }

  private func line(_ outbox: Outbox, _ id: Int) throws -> OutboxLine {
    guard let entry = try outbox.entry(id) else { throw ServiceError.fault("outbox") }
    return try OutboxLine(entry)
  }
}
