// SPDX-License-Identifier: Apache-2.0
import Domain

/// A thread of a case as one party's list shows it.
public struct ThreadRow: Hashable, Sendable {
  /// The party, in its text form.
  public let party: String
  /// The case.
  public let stream: String
  /// Number of the thread in the case.
  public let number: Int
  /// When the last message came.
  public let updated: Instant
  /// Messages that the party was sent.
  public var messages: Int
  /// Of them, how many from others nobody of the party has read.
  public var unread: Int
  /// The last word is another's and the thread is not settled.
  public var awaits: Bool
  public var settled: Bool
  /// Who answers for it at the party; empty for nobody.
  public var assignee: String
  /// What only the screen needs, in the clear here and sealed in the table.
  public var sealed: [UInt8]

  /// A row.
  public init(
    party: String, stream: String, number: Int, updated: Instant, messages: Int, unread: Int,
    awaits: Bool, settled: Bool, assignee: String, sealed: [UInt8]
  ) {
    self.party = party
    self.stream = stream
    self.number = number
    self.updated = updated
    self.messages = messages
    self.unread = unread
    self.awaits = awaits
    self.settled = settled
    self.assignee = assignee
    self.sealed = sealed
  }

  static let columns = [
    "party", "stream", "number", "updated_ms", "messages", "unread", "awaits", "settled",
    "assignee", "sealed",
  ]

  func arguments(sealed: [UInt8]) -> [SQLValue] {
    [
      .text(party), .text(stream), .int(number), .instant(updated), .int(messages),
      .int(unread), .flag(awaits), .flag(settled), .text(assignee), .blob(sealed),
    ]
  }

  init(_ row: SQLRow, sealed: [UInt8]) throws(StoreError) {
    self.init(
      party: try row.text("party"), stream: try row.text("stream"),
      number: try row.int("number"), updated: try row.instant("updated_ms"),
      messages: try row.int("messages"), unread: try row.int("unread"),
      awaits: try row.flag("awaits"), settled: try row.flag("settled"),
      assignee: try row.text("assignee"), sealed: sealed)
  }
}

/// Which of a party's threads a list shows.
public enum ThreadFilter: Hashable, Sendable {
  case all
  /// With messages that nobody of the party has read.
  case unread
  /// The last word is another's.
  case awaiting
  /// Not settled, and this person answers for it; empty for those that nobody answers for.
  case assigned(String)

  /// The condition beside the party, and its arguments. It names the partial index it is about.
  var condition: (String, [SQLValue]) {
    switch self {
    case .all: ("", [])
    case .unread: (" AND t.unread > 0", [])
    case .awaiting: (" AND t.awaits = 1", [])
    case .assigned(let person): (" AND t.settled = 0 AND t.assignee = ?", [.text(person)])
    }
  }
}

/// A place in a list of threads: the thread that a page starts after. Its text form may stand in
/// an address: it holds a time and a case, no personal data.
public struct ThreadCursor: Hashable, Sendable, LosslessStringConvertible {
  let updated: Instant
  let stream: String
  let number: Int

  /// The page that starts after a row.
  public init(_ row: ThreadRow) {
    updated = row.updated
    stream = row.stream
    number = row.number
  }

  /// Reads the text form; nothing when this program did not write it.
  public init?(_ description: String) {
    guard let fields = CursorText.read(description), fields.count == 4, fields[0] == "thread",
      let updated = Int64(fields[1]), let number = Int(fields[3])
    else { return nil }
    self.updated = Instant(milliseconds: updated)
    stream = fields[2]
    self.number = number
  }

  /// The text form, of letters, digits, `-` and `_`.
  public var description: String {
    CursorText.write(["thread", "\(updated.milliseconds)", stream, "\(number)"])
  }

  var arguments: [SQLValue] { [.instant(updated), .text(stream), .int(number)] }
}
