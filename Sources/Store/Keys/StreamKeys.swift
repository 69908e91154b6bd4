// SPDX-License-Identifier: Apache-2.0
import Domain

/// The wrapped keys of the streams.
public struct StreamKeys {
  private let connection: any Connection
  private let keyring: Keyring

  /// Keys read and made over a connection.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// The key of a stream, nothing when it has none yet; throws `disposed` when it was destroyed.
  public func key(_ stream: String) throws(StoreError) -> CaseKey? {
    guard
      let row = try connection.first(
        "SELECT wrapped FROM stream_key WHERE stream = ?", [.text(stream)])
    else { return nil }
    guard let wrapped = try row.optionalBlob("wrapped") else { throw .disposed(stream: stream) }
    return try keyring.unwrap(wrapped, stream: stream)
  }

  /// The key of a stream, made now when it has none; throws `disposed`.
  public func keyOrNew(_ stream: String, at now: Instant) throws(StoreError) -> CaseKey {
    if let key = try key(stream) { return key }
    let key = CaseKey()
    try connection.execute(
      "INSERT INTO stream_key (stream, wrapped, created_ms) VALUES (?, ?, ?)",
      [.text(stream), .blob(try keyring.wrap(key, stream: stream)), .instant(now)])
    return key
  }

  /// Whether the key was destroyed.
  public func isDisposed(_ stream: String) throws(StoreError) -> Bool {
    try connection.first(
      "SELECT 1 AS found FROM stream_key WHERE stream = ? AND disposed_ms IS NOT NULL",
      [.text(stream)]) != nil
  }

  /// Destroys the key. Payloads, sealed columns and unsent messages of the stream can never be
  /// read again, while the chain of hashes still verifies. Copies in backups and in PostgreSQL's
  /// log live as long as those are kept: disposal is complete when they have expired.
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
}
