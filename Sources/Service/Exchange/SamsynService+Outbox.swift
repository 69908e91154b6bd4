// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store

/// A line of the outbox.
public struct OutboxLine: Codable, Sendable, Hashable {
  public let id: Int
  /// The case; nil for mail, which belongs to none.
  public let assessmentId: String?
  /// A party, or for mail `person:` and the person's identifier.
  public let recipient: String
  public let message: String
  public let state: String
  public let attempts: Int
  public let created: Instant
  public let settled: Instant?
  /// The kind of error that the last delivery failed with.
  public let errorCode: String?
}

/// A message that is on its way out, rendered.
public struct OutboxMessage: Sendable {
  public let line: OutboxLine
  /// The message in its envelope; nil where the contract cannot tell what happened.
  public let xml: [UInt8]?
  /// Who a mail is for; nil for contract messages.
  public var mail: MailNotice?
}

extension SamsynService {
  /// Logical address of Försäkringskassan in outgoing envelopes: its organisation number.
  static let agencyAddress = OrganisationNumber.insuranceAgency.description

  /// What stands in the outbox, oldest first. For the operator; it shows no content.
  public func outbox(
    _ state: OutboxState = .pending
  ) async throws(ServiceError) -> [OutboxLine] {
    try await read { connection in
      var lines: [OutboxLine] = []
      var last = 0
      while true {
        let entries = try Outbox(connection, self.keyring)
          .list(state, after: last, limit: Limits.pageRows)
        lines += try entries.map(OutboxLine.init)
        guard let id = entries.last?.id, entries.count == Limits.pageRows else { return lines }
        last = id
      }
    }
  }

  /// One message, rendered as it would leave.
  public func outboxMessage(_ id: Int) async throws(ServiceError) -> OutboxMessage {
    try await read { connection in
      guard let entry = try Outbox(connection, self.keyring).entry(id) else {
        throw Refusal(.notFound)
      }
      return try self.render(connection, entry)
    }
  }

  /// Hands over what may leave now, in order per case, and marks what was taken. What follows a
  /// message that was not taken waits behind it; the message itself is tried again after a while,
  /// longer each time.
  ///
  /// - Parameter take: puts the message where it is to go; what it throws leaves the message
  ///   waiting.
  public func deliver(
    _ take: @Sendable (OutboxMessage) throws -> Void
  ) async throws(ServiceError) -> (delivered: Int, failed: Int) {
    var delivered = 0
    var failed = 0
    while true {
      let now = clock.now()
      let claimed = try await write { connection in
        try Outbox(connection, self.keyring).claim(now: now, limit: Limits.outboxClaim)
      }
      if claimed.isEmpty { return (delivered, failed) }
      for entry in claimed {
        do {
          try take(try await outboxMessage(entry.id))
        } catch {
          let code = Self.failureCode(error)
          _ = try await write {
            try Outbox($0, self.keyring).failed(entry.id, code: code, at: now)
          }
          failed += 1
          continue
        }
        try await write { try Outbox($0, self.keyring).delivered(entry.id, at: now) }
        delivered += 1
      }
    }
  }

  /// What kind of error a delivery failed with: a type and a number, never the error's text,
  /// which may name a person or a place.
  private static func failureCode(_ error: any Error) -> String {
    switch error {
    case ServiceError.fault(let code): "not-rendered.\(code)"
    case ServiceError.refused(let refusal): "not-rendered.\(refusal.code.rawValue)"
    case let error as CocoaError: "not-taken.CocoaError.\(error.code.rawValue)"
    default: "not-taken.\(type(of: error))"
    }
  }

  private func render(
    _ connection: any Connection, _ entry: OutboxEntry
  ) throws -> OutboxMessage {
    let line = try OutboxLine(entry)
    if entry.kind == Self.mailKind {
      let notice = try JSONDecoder().decode(MailNotice.self, from: Data(entry.payload))
      return OutboxMessage(line: line, xml: nil, mail: notice)
    }
    guard let id = try? CaseNumber(entry.stream),
      let version = Int(String(decoding: entry.payload, as: UTF8.self))
    else { throw ServiceError.fault("outbox") }
    let history = try CaseHistory(connection, keyring).load(id).filter { $0.version <= version }
    let message = OutgoingMessage(id: id, history: history).message
    return OutboxMessage(
      line: line, xml: try message?.write(logicalAddress: Self.agencyAddress))
  }
}

extension OutboxLine {
  init(_ entry: OutboxEntry) throws(ServiceError) {
    guard entry.kind == SamsynService.mailKind || Party(entry.recipient) != nil else {
      throw .fault("outbox.recipient")
    }
    self.init(
      id: entry.id, assessmentId: entry.kind == SamsynService.mailKind ? nil : entry.stream,
      recipient: entry.recipient, message: entry.kind,
      state: entry.state.rawValue, attempts: entry.attempts, created: entry.created,
      settled: entry.settled, errorCode: entry.errorCode)
  }
}
