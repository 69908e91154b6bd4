// SPDX-License-Identifier: Apache-2.0
import Domain

/// Where an outgoing message stands.
public enum OutboxState: String, Hashable, Sendable, CaseIterable {
  /// Waits for its first or next attempt.
  case pending
  /// Was accepted by the receiver.
  case delivered
  /// Failed too often; a person must look.
  case dead
  /// Will not be sent: a person decided so, or the case was disposed.
  case abandoned
}

/// By which way messages leave; each way takes its own.
public enum OutboxChannel: Hashable, Sendable {
  /// Contract messages to a partner.
  case contract
  /// Mail that says that there is something new.
  case mail

  /// Kinds are stable names: `mail` is the only one that is no contract message.
  var condition: String {
    switch self {
    case .contract: "o.kind <> 'mail'"
    case .mail: "o.kind = 'mail'"
    }
  }

  /// Whether what comes first leaves first. A message that nobody takes holds up those after it,
  /// which may build on it; each mail says the same, and none waits for one that is dead.
  var order: String {
    switch self {
    case .contract:
      """
      AND NOT EXISTS (
        SELECT 1 FROM outbox e WHERE e.stream = o.stream AND e.recipient = o.recipient
          AND e.sequence < o.sequence AND e.state IN ('pending', 'dead')
      )
      """
    case .mail: ""
    }
  }
}

/// An outgoing message.
public struct OutboxEntry: Hashable, Sendable {
  /// Number among all messages.
  public let id: Int
  /// The case's stream.
  public let stream: String
  /// Place among the messages of the stream, from 1.
  public let sequence: Int
  /// Who it is for.
  public let recipient: String
  /// What it is, a stable name.
  public let kind: String
  /// The content in the clear; empty when the case is disposed.
  public let payload: [UInt8]
  /// Where it stands.
  public let state: OutboxState
  /// Attempts begun.
  public let attempts: Int
  /// When it may be tried again.
  public let nextAttempt: Instant
  /// Code of the last failure; no personal data.
  public let errorCode: String?
  /// When it was put here.
  public let created: Instant
  /// When it was delivered, died or was abandoned.
  public let settled: Instant?
}
