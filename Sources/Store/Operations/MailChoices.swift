// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a person wants to be told by mail.
public enum MailChoice: String, Hashable, Sendable, CaseIterable {
  case none
  /// At most one mail a day.
  case daily
  /// One mail for every piece of news, as long as none waits to leave.
  case atOnce = "at-once"
}

/// The mail choices of people; nothing is mailed to somebody who has made none.
public struct MailChoices {
  private let connection: any Connection

  /// The choices inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// A person's choice at a party.
  public func choice(party: String, person: String) throws(StoreError) -> MailChoice {
    let row = try connection.first(
      "SELECT choice FROM mail_choice WHERE party = ? AND person = ?",
      [.text(party), .text(person)])
    return MailChoice(rawValue: try row?.text("choice") ?? "") ?? .none
  }

  /// Keeps a person's choice over the one she had.
  public func set(
    _ choice: MailChoice, party: String, person: String
  ) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO mail_choice (party, person, choice) VALUES (?, ?, ?)
      ON CONFLICT (party, person) DO UPDATE SET choice = excluded.choice
      """, [.text(party), .text(person), .text(choice.rawValue)])
  }

  /// The people of a party who want mail, with when they were last sent one.
  public func wanting(
    party: String
  ) throws(StoreError) -> [(person: String, choice: MailChoice, sent: Instant?)] {
    let rows = try connection.query(
      "SELECT person, choice, sent_ms FROM mail_choice WHERE party = ? AND choice <> ?",
      [.text(party), .text(MailChoice.none.rawValue)])
    var people: [(person: String, choice: MailChoice, sent: Instant?)] = []
    for row in rows {
      guard let choice = MailChoice(rawValue: try row.text("choice")) else {
        throw .damaged("mail choice")
      }
      people.append((try row.text("person"), choice, try row.optionalInstant("sent_ms")))
    }
    return people
  }

  /// Remembers that a person was sent a mail.
  public func sent(party: String, person: String, at now: Instant) throws(StoreError) {
    try connection.execute(
      "UPDATE mail_choice SET sent_ms = ? WHERE party = ? AND person = ?",
      [.instant(now), .text(party), .text(person)])
  }
}
