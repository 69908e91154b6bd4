// SPDX-License-Identifier: Apache-2.0
import Domain

/// One saving of a statement, as it is stored.
public struct StoredEdit: Hashable, Sendable {
  /// From 1 without gaps within the draft.
  public let number: Int
  public let content: [UInt8]
  public let saved: Instant
  /// The chain of hashes up to and with this saving.
  public let hash: [UInt8]
}

/// The savings of statements that are being written: one row of savings for each case and party.
/// They are sealed with the case's key, and nothing here changes or removes one.
///
/// Each call is meant as one transaction.
public struct StatementEdits {
  private static let purpose = "statement-edit"
  private let connection: any Connection
  private let keys: StreamKeys

  /// The savings inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    keys = StreamKeys(connection, keyring)
  }

  /// Lets nobody else save, sign or dispose in the case until the transaction ends. What is read
  /// afterwards is what stands. Throws `disposed`.
  public func hold(_ stream: String) throws(StoreError) {
    guard try keys.hold(stream) != nil else { throw .damaged("stream without key") }
  }

  /// The savings after a number, in order. Throws `damaged` where one is missing or was changed.
  public func load(
    _ stream: String, party: String, after known: StoredEdit? = nil
  ) throws(StoreError) -> [StoredEdit] {
    guard let key = try keys.key(stream) else { return [] }
    let rows = try connection.query(
      """
      SELECT number, saved_ms, sealed, previous, hash FROM statement_edit
      WHERE stream = ? AND party = ? AND number > ? ORDER BY number
      """, [.text(stream), .text(party), .int(known?.number ?? 0)])
    var edits: [StoredEdit] = []
    var last = known
    for row in rows {
      let number = try row.int("number")
      let sealed = try row.blob("sealed")
      let hash = Self.hash(stream, party, number, sealed, after: last?.hash)
      guard number == (last?.number ?? 0) + 1, try row.blob("previous") == last?.hash ?? [],
        try row.blob("hash") == hash
      else { throw .damaged("statement edit") }
      let edit = StoredEdit(
        number: number,
        content: try key.open(
          sealed, purpose: Self.purpose, context: Self.place(stream, party, number)),
        saved: try row.instant("saved_ms"), hash: hash)
      edits.append(edit)
      last = edit
    }
    return edits
  }

  /// Adds savings after the last one, which the caller has read while it held the case.
  public func append(
    _ contents: [[UInt8]], to stream: String, party: String, after last: StoredEdit?,
    at now: Instant
  ) throws(StoreError) -> [StoredEdit] {
    guard let key = try keys.key(stream) else { throw .damaged("stream without key") }
    var added: [StoredEdit] = []
    var last = last
    for content in contents {
      let number = (last?.number ?? 0) + 1
      let sealed = try key.seal(
        content, purpose: Self.purpose, context: Self.place(stream, party, number))
      let hash = Self.hash(stream, party, number, sealed, after: last?.hash)
      try connection.execute(
        """
        INSERT INTO statement_edit (stream, party, number, saved_ms, sealed, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(stream), .text(party), .int(number), .instant(now), .blob(sealed),
          .blob(last?.hash ?? []), .blob(hash),
        ])
      let edit = StoredEdit(number: number, content: content, saved: now, hash: hash)
      added.append(edit)
      last = edit
    }
    return added
  }

  private static func place(_ stream: String, _ party: String, _ number: Int) -> [String] {
    [stream, party, "\(number)"]
  }

  private static func hash(
    _ stream: String, _ party: String, _ number: Int, _ sealed: [UInt8], after last: [UInt8]?
  ) -> [UInt8] {
    var fields = CanonicalBytes("samsyn-statement-edit-1")
    fields.append(stream)
    fields.append(party)
    fields.append(number)
    fields.append(last ?? [])
    fields.append(sealed)
    return fields.sha256
  }
}
