// SPDX-License-Identifier: Apache-2.0
import Domain

/// The wrapped keys of the streams.
///
/// A stream whose name holds a slash (`AFU-2026-0001/samtal`) belongs to the stream named before
/// it and is sealed with that one's key, so that the destruction of one key takes everything.
public struct StreamKeys {
  private let connection: any Connection
  private let keyring: Keyring

  /// Keys read and made over a connection.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// The stream whose key seals a stream.
  static func owner(of stream: String) -> String {
    stream.split(separator: "/", maxSplits: 1).first.map(String.init) ?? stream
  }

  /// The key of a stream, nothing when it has none yet; throws `disposed` when it was destroyed.
  public func key(_ stream: String) throws(StoreError) -> CaseKey? {
    let stream = Self.owner(of: stream)
    guard
      let row = try connection.first(
        "SELECT wrapped FROM stream_key WHERE stream = ?", [.text(stream)])
    else { return nil }
    return try unwrap(row, stream)
  }

  /// The key of a stream, kept from being destroyed until the transaction ends; nothing when it
  /// has none yet, throws `disposed`.
  func hold(_ stream: String) throws(StoreError) -> CaseKey? {
    let stream = Self.owner(of: stream)
    guard
      let row = try connection.first(
        "SELECT wrapped FROM stream_key WHERE stream = ?\(connection.engine.rowLock)",
        [.text(stream)])
    else { return nil }
    return try unwrap(row, stream)
  }

  /// The key of a stream, made now when it has none; throws `disposed`.
  public func keyOrNew(_ stream: String, at now: Instant) throws(StoreError) -> CaseKey {
    let stream = Self.owner(of: stream)
    if let key = try key(stream) { return key }
    let key = CaseKey()
    let made = try connection.execute(
      """
      INSERT INTO stream_key (stream, wrapped, created_ms) VALUES (?, ?, ?)
      ON CONFLICT (stream) DO NOTHING
      """, [.text(stream), .blob(try keyring.wrap(key, stream: stream)), .instant(now)])
    if made == 1 { return key }
    // Another transaction made it first.
    guard let theirs = try self.key(stream) else { throw .damaged("stream without key") }
    return theirs
  }

  /// Throws `keyForeign` where the keys of this database were wrapped with another master key.
  /// Some keys are tried, since one may be damaged; a database without keys fits any.
  public func checkMaster() throws(StoreError) {
    let rows = try connection.query(
      "SELECT stream, wrapped FROM stream_key WHERE wrapped IS NOT NULL LIMIT 3")
    for row in rows {
      let wrapped = try row.blob("wrapped")
      if (try? keyring.unwrap(wrapped, stream: try row.text("stream"))) != nil { return }
    }
    if !rows.isEmpty { throw .keyForeign }
  }

  /// The streams whose keys do not open, at most so many of them.
  public func broken(limit: Int) throws(StoreError) -> [String] {
    var broken: [String] = []
    var last = ""
    while true {
      let rows = try connection.query(
        """
        SELECT stream, wrapped FROM stream_key WHERE stream > ? AND wrapped IS NOT NULL
        ORDER BY stream LIMIT ?
        """, [.text(last), .int(Limits.walkRows)])
      for row in rows {
        last = try row.text("stream")
        let wrapped = try row.blob("wrapped")
        if (try? keyring.unwrap(wrapped, stream: last)) == nil { broken.append(last) }
        if broken.count == limit { return broken }
      }
      if rows.count < Limits.walkRows { return broken }
    }
  }

  /// Whether the key was destroyed.
  public func isDisposed(_ stream: String) throws(StoreError) -> Bool {
    try connection.first(
      "SELECT 1 AS found FROM stream_key WHERE stream = ? AND disposed_ms IS NOT NULL",
      [.text(stream)]) != nil
  }

  /// Destroys the key. Payloads, sealed columns and unsent messages of the stream can never be
  /// read again, while the chain of hashes still verifies. Drafts, documents, savings of
  /// statements and the lines of threads are removed too.
  /// Copies in backups and in PostgreSQL's log live as long as those are kept: disposal is
  /// complete when they have expired.
  /// Returns false when there was no key to destroy.
  @discardableResult
  public func dispose(_ stream: String, at now: Instant) throws(StoreError) -> Bool {
    let changed = try connection.execute(
      """
      UPDATE stream_key SET wrapped = NULL, disposed_ms = ?
      WHERE stream = ? AND wrapped IS NOT NULL
      """,
      [.instant(now), .text(stream)])
    try connection.execute("DELETE FROM draft WHERE stream = ?", [.text(stream)])
    try connection.execute("DELETE FROM statement_edit WHERE stream = ?", [.text(stream)])
    try connection.execute(DocumentSQL.removeAll, [.text(stream)])
    // Streams that are sealed with this one's key have its name and a slash first; "0" is the
    // character after it.
    try connection.execute(
      DocumentSQL.removeBeneath, [.text(stream + "/"), .text(stream + "0")])
    try connection.execute("DELETE FROM party_thread WHERE stream = ?", [.text(stream)])
    try connection.execute(
      """
      UPDATE outbox SET state = ?, settled_ms = ? WHERE stream = ? AND state IN (?, ?)
      """,
      [
        .text(OutboxState.abandoned.rawValue), .instant(now), .text(stream),
        .text(OutboxState.pending.rawValue), .text(OutboxState.dead.rawValue),
      ])
    return changed == 1
  }

  private func unwrap(_ row: SQLRow, _ stream: String) throws(StoreError) -> CaseKey {
    guard let wrapped = try row.optionalBlob("wrapped") else { throw .disposed(stream: stream) }
    return try keyring.unwrap(wrapped, stream: stream)
  }
}
