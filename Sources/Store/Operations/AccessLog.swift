// SPDX-License-Identifier: Apache-2.0
import Domain

/// One read: who, for which organisation, when, of what and why.
public struct AccessEntry: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// The organisation, in `Party`'s text form.
  public let party: String
  /// The person, as a pseudonym or HSA-id.
  public let person: String
  /// What was done: `open`, `search`, `list` and so on.
  public let action: String
  /// The case, when one was opened.
  public let stream: String?
  /// Keyed hash of what was searched for; the text itself is never kept.
  public let searchHash: [UInt8]?
  /// Why.
  public let purpose: String
  /// How many items were shown.
  public let items: Int

  /// A read.
  public init(
    at: Instant, party: String, person: String, action: String, stream: String? = nil,
    searchHash: [UInt8]? = nil, purpose: String, items: Int
  ) {
    self.at = at
    self.party = party
    self.person = person
    self.action = action
    self.stream = stream
    self.searchHash = searchHash
    self.purpose = purpose
    self.items = items
  }
}

/// The log of reads. Entries are only added.
public struct AccessLog {
  private let connection: any Connection

  /// The log inside a transaction.
  public init(_ connection: any Connection) {
    self.connection = connection
  }

  /// Adds an entry.
  public func record(_ entry: AccessEntry) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO access_log
        (at_ms, party, person, action, stream, search_hash, purpose, items)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .instant(entry.at), .text(entry.party), .text(entry.person), .text(entry.action),
        .optional(entry.stream), .optional(entry.searchHash), .text(entry.purpose),
        .int(entry.items),
      ])
  }

  /// The last reads of a case by the people of some parties, newest first. They are asked for by
  /// their parties: what others read, or tried to, must not push these out of the list.
  public func list(
    stream: String, of parties: [String], limit: Int = Limits.pageRows
  ) throws(StoreError) -> [AccessEntry] {
    guard !parties.isEmpty else { return [] }
    let places = parties.map { _ in "?" }.joined(separator: ", ")
    return try list(
      "stream = ? AND party IN (\(places))", [.text(stream)] + parties.map { .text($0) }, limit)
  }

  /// The last reads by a person, newest first.
  public func list(
    person: String, limit: Int = Limits.pageRows
  ) throws(StoreError) -> [AccessEntry] {
    try list("person = ?", [.text(person)], limit)
  }

  private func list(
    _ condition: String, _ values: [SQLValue], _ limit: Int
  ) throws(StoreError) -> [AccessEntry] {
    let rows = try connection.query(
      """
      SELECT at_ms, party, person, action, stream, search_hash, purpose, items
      FROM access_log WHERE \(condition) ORDER BY id DESC LIMIT ?
      """, values + [.int(min(limit, Limits.walkRows))])
    var entries: [AccessEntry] = []
    for row in rows {
      entries.append(
        AccessEntry(
          at: try row.instant("at_ms"), party: try row.text("party"),
          person: try row.text("person"), action: try row.text("action"),
          stream: try row.optionalText("stream"),
          searchHash: try row.optionalBlob("search_hash"), purpose: try row.text("purpose"),
          items: try row.int("items")))
    }
    return entries
  }
}
