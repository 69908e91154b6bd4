// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// What a person wants to be told by mail about new messages.
public enum MailWish: String, Sendable, CaseIterable {
  case none
  case daily
  case atOnce = "at-once"
}

extension SamsynService {
  /// The outbox's stream of mail. It belongs to no case: a mail says nothing of any.
  static let mailStream = "post"
  static let mailKind = "mail"

  /// What the person has chosen.
  public func mailWish(of actor: Actor) async throws(ServiceError) -> MailWish {
    let choice = try await read {
      try MailChoices($0).choice(party: actor.party.description, person: actor.person)
    }
    return MailWish(rawValue: choice.rawValue) ?? .none
  }

  /// Keeps what the person chooses.
  public func setMailWish(_ wish: MailWish, of actor: Actor) async throws(ServiceError) {
    try await write { connection in
      try MailChoices(connection).set(
        MailChoice(rawValue: wish.rawValue) ?? .none, party: actor.party.description,
        person: actor.person)
    }
  }

  /// Puts a mail in the outbox for those who want one and are sent this message, in the
  /// transaction of the message: for who answers for the thread, else for all who may read it.
  func enqueueMail(
    _ connection: any Connection, about message: ConversationRecord, in id: CaseNumber,
    _ conversation: [ConversationRecord], _ history: [RecordedEvent]
  ) throws {
    guard case .messageSent(let sent) = message.event else { return }
    let choices = MailChoices(connection)
    // The insured are a party of many: a choice of one says nothing of whom the case is about.
    for party in message.audience.subtracting([message.author.party, .insured]) {
      let wanting = try choices.wanting(party: party.description)
      guard !wanting.isEmpty else { continue }
      let known = conversation.filter { $0.audience.contains(party) }
      guard let thread = Conversation(id: id, events: known).thread(sent.thread) else {
        continue
      }
      let seen = Assessment(id: id, events: history.compactMap { $0.disclosed(to: party) })
      let members = try directory(connection).filter { $0.party == party }
      for one in wanting {
        guard let member = members.first(where: { $0.id == one.person }),
          let address = member.mail, thread.isOpen(to: member.actor(), seen),
          thread.assignees[party].map({ $0.person == one.person }) ?? true,
          try isTime(one, message.at, connection)
        else { continue }
        try Outbox(connection, keyring).enqueue(
          stream: Self.mailStream, recipient: Self.mailbox(one.person), kind: Self.mailKind,
          payload: Array(try JSONEncoder().encode(MailNotice(to: address))), at: message.at)
        try choices.sent(party: party.description, person: one.person, at: message.at)
      }
    }
  }

  private func isTime(
    _ one: (person: String, choice: MailChoice, sent: Instant?), _ now: Instant,
    _ connection: any Connection
  ) throws -> Bool {
    switch one.choice {
    case .none: return false
    case .daily: return one.sent.map { $0.day != now.day } ?? true
    case .atOnce:
      // One that has not left yet tells of this news too.
      let waits = try Outbox(connection, keyring).isWaiting(
        stream: Self.mailStream, recipient: Self.mailbox(one.person))
      return !waits
    }
  }

  private static func mailbox(_ person: String) -> String { "person:\(person)" }

  /// Hands over the mail that may leave now. What is not taken is tried again after a while,
  /// longer each time.
  ///
  /// - Parameter take: gives a rendered mail with its recipient's address to a mail program; what
  ///   it throws leaves the mail waiting.
  public func deliverMail(
    _ setting: MailNotice.Setting,
    _ take: @Sendable (_ mail: [UInt8], _ to: String) async throws -> Void
  ) async throws(ServiceError) -> (delivered: Int, failed: Int) {
    var delivered = 0
    var failed = 0
    while true {
      let now = clock.now()
      let claimed = try await write { connection in
        try Outbox(connection, self.keyring).claim(
          now: now, limit: Limits.outboxClaim, of: .mail)
      }
      if claimed.isEmpty { return (delivered, failed) }
      for entry in claimed {
        do {
          let notice = try JSONDecoder().decode(MailNotice.self, from: Data(entry.payload))
          guard let mail = notice.rendered(setting, id: entry.id, at: entry.created) else {
            throw ServiceError.fault("mail.address")
          }
          try await take(mail, notice.to)
        } catch {
          _ = try await write {
            try Outbox($0, self.keyring).failed(entry.id, code: "not-taken", at: now)
          }
          failed += 1
          continue
        }
        try await write { try Outbox($0, self.keyring).delivered(entry.id, at: now) }
        delivered += 1
      }
    }
  }
}
