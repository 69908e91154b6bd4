// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain

/// The documents of cases. A document is begun with its size, received in pieces of any length,
/// and finished; until then nothing but `state == .receiving` is true of it.
///
/// Each call is meant as one transaction, so that a crash between any two bytes leaves a document
/// that can be gone on with from `receivedBytes`. Every writing call holds the key of the case
/// until its transaction ends: disposal waits for it, and so does another piece of the same case.
public struct DocumentStore {
  let connection: any Connection
  let keys: StreamKeys

  /// The documents inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    keys = StreamKeys(connection, keyring)
  }

  /// Keeps the documents of a case as they are until the transaction ends: others who would change
  /// them wait. Throws `disposed`.
  public func hold(_ stream: String) throws(StoreError) {
    _ = try keys.hold(stream)
  }

  /// Announces a document of `size` bytes. `details` are the caller's and may hold personal data.
  /// Throws `limit` when the size is 0 or over `Limits.documentBytes`, when the details are over
  /// `Limits.documentDetailsBytes`, or when the party has `Limits.documentsPerParty` documents in
  /// the case; `disposed`.
  public func begin(
    stream: String, party: String, person: String, size: Int, details: [UInt8],
    at now: Instant
  ) throws(StoreError) -> StoredDocument {
    guard (1...Limits.documentBytes).contains(size) else { throw .limit("document bytes") }
    try Self.check(details)
    _ = try keys.keyOrNew(stream, at: now)
    guard let key = try keys.hold(stream) else { throw .damaged("stream without key") }
    let count = try connection.first(DocumentSQL.count, [.text(stream), .text(party)])
    guard try count?.int("n") ?? 0 < Limits.documentsPerParty else {
      throw .limit("documents of one party in one case")
    }
    let document = StoredDocument(
      id: Self.newID(), stream: stream, party: party, person: person, state: .receiving,
      sizeBytes: size, receivedBytes: 0, details: details, sha256: nil, address: nil,
      created: now, updated: now)
    let arguments = try DocumentRecord(document, key).arguments
    try connection.execute(
      """
      INSERT INTO document (\(DocumentRecord.columns))
      VALUES (\(Placeholders.list(arguments.count)))
      """, arguments)
    return document
  }

  /// Takes the piece that begins at `offset`, which must be the number of bytes received so far;
  /// at most `Limits.documentPieceBytes`. Repeating the last piece does nothing. Returns the
  /// number of bytes received now.
  ///
  /// Throws `documentOffset` with the offset that is expected, `limit` when the piece is too
  /// large or goes beyond the announced size, `documentUnknown`, `disposed`. A piece that ends
  /// inside a chunk costs that the chunk is sealed again with the next, so pieces should not be
  /// much smaller than `Limits.documentChunkBytes`.
  @discardableResult
  public func receive(
    _ id: String, offset: Int, bytes: [UInt8], at now: Instant
  ) throws(StoreError) -> Int {
    guard bytes.count <= Limits.documentPieceBytes else { throw .limit("document piece") }
    let (document, key) = try held(id)
    let chunks = DocumentChunks(connection, document, key)
    let received = document.receivedBytes
    guard offset == received else {
      let isLastPiece = offset >= 0 && offset == received - bytes.count
      guard isLastPiece, try chunks.end(with: bytes, received: received) else {
        throw .documentOffset(expected: received)
      }
      return received
    }
    guard bytes.count <= document.sizeBytes - received else { throw .limit("document size") }
    guard !bytes.isEmpty else { return received }
    // The row first: where it is being removed this waits, and no chunk is left to no document.
    try change(
      "UPDATE document SET received_bytes = ?, updated_ms = ? WHERE id = ?",
      [.int(received + bytes.count), .instant(now), .text(id)])
    try chunks.append(bytes, after: received)
    return received + bytes.count
  }

  /// Makes a document whole when all its bytes have come. Where the party already has the same
  /// bytes in the case, that earlier document is returned as it is and this one removed.
  /// Repeating it for a whole document does nothing.
  ///
  /// - Parameters:
  ///   - measured: what `DocumentDigest.measure` found before this transaction; without it all
  ///     chunks are read here, while an SQLite database waits.
  ///   - details: put in place of those given before; nothing leaves them.
  ///
  /// Throws `documentOffset` while bytes are missing, `limit`, `documentUnknown`, `disposed`.
  public func finish(
    _ id: String, measured: DocumentDigest? = nil, details: [UInt8]? = nil, at now: Instant
  ) throws(StoreError) -> StoredDocument {
    let (document, key) = try held(id)
    guard document.receivedBytes == document.sizeBytes else {
      throw .documentOffset(expected: document.receivedBytes)
    }
    let found = try digest(document, key, measured)
    guard document.state == .receiving else { return document }
    let address = DocumentRecord.address(found, key)
    if let row = try connection.first(
      DocumentSQL.address, [.text(document.stream), .text(document.party), .blob(address)])
    {
      let earlier = try DocumentRecord(row).opened(with: key)
      try remove(id)
      return earlier
    }
    let whole = document.with(
      details: details ?? document.details, sha256: found, address: address, at: now)
    try rewrite(whole, key)
    return whole
  }

  /// Puts other details in place. Throws `limit`, `documentUnknown`, `disposed`.
  @discardableResult
  public func update(
    _ id: String, details: [UInt8], at now: Instant
  ) throws(StoreError) -> StoredDocument {
    let (document, key) = try held(id)
    let changed = document.with(
      details: details, sha256: document.sha256, address: document.address, at: now)
    try rewrite(changed, key)
    return changed
  }

  /// Removes a document and its bytes. Returns whether it was there.
  @discardableResult
  public func remove(_ id: String) throws(StoreError) -> Bool {
    try connection.execute("DELETE FROM document WHERE id = ?", [.text(id)]) == 1
  }

  /// Removes documents never finished whose last piece came before an instant, the oldest first
  /// and at most `limit`. Returns how many; fewer than `limit` means that none is left.
  @discardableResult
  public func removeAbandoned(
    before: Instant, limit: Int = Limits.pageRows
  ) throws(StoreError) -> Int {
    try connection.execute(
      DocumentSQL.removeAbandoned, [.instant(before), .instant(before), .int(limit)])
  }

  private func digest(
    _ document: StoredDocument, _ key: CaseKey, _ measured: DocumentDigest?
  ) throws(StoreError) -> [UInt8] {
    if let known = document.sha256 { return known }
    // The bytes of a document that has all of them never change, so an earlier reading holds.
    if let measured, measured.document == document.id { return measured.sha256 }
    return try DocumentChunks(connection, document, key).sha256(size: document.sizeBytes)
  }

  /// The document as it is now, with the key of its case held until the transaction ends.
  private func held(_ id: String) throws(StoreError) -> (StoredDocument, CaseKey) {
    guard let row = try connection.first(DocumentSQL.stream, [.text(id)]) else {
      throw .documentUnknown
    }
    guard let key = try keys.hold(try row.text("stream")) else {
      throw .damaged("stream without key")
    }
    // Only what is read under the lock is what the last holder left.
    guard let record = try record(id) else { throw .documentUnknown }
    return (try record.opened(with: key), key)
  }

  private func rewrite(_ document: StoredDocument, _ key: CaseKey) throws(StoreError) {
    try Self.check(document.details)
    let record = try DocumentRecord(document, key)
    try change(
      "UPDATE document SET state = ?, address = ?, sealed = ?, updated_ms = ? WHERE id = ?",
      [
        .text(record.state.rawValue), .optional(record.address), .blob(record.sealed),
        .instant(record.updated), .text(record.id),
      ])
  }

  /// Changes the one row of a document, unless it was removed since it was read.
  private func change(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) {
    guard try connection.execute(sql, arguments) == 1 else { throw .documentUnknown }
  }

  private static func check(_ details: [UInt8]) throws(StoreError) {
    guard details.count <= Limits.documentDetailsBytes else { throw .limit("document details") }
  }

  /// 128 random bits.
  private static func newID() -> String {
    SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }.hexadecimal
  }
}
