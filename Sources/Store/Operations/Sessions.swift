// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain

/// A signed-in person's session.
public struct StoredSession: Hashable, Sendable {
  /// Who is signed in, as a pseudonym or HSA-id.
  public let person: String
  /// When it began.
  public let created: Instant
  /// When it was last used.
  public let seen: Instant
  /// What the session holds, in the clear here and sealed in the table.
  public let data: [UInt8]
}

/// The sessions. The token is 256 random bits that only the browser has; the table holds its keyed
/// hash, so a copy of the database signs nobody in.
public struct Sessions {
  private let connection: any Connection
  private let keyring: Keyring

  /// The sessions inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// A new random token, of letters, digits, `-` and `_`.
  public static func newToken() -> String {
    Base64URL.encode(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
  }

  /// Begins a session under a token from `newToken`.
  public func begin(
    token: String, person: String, data: [UInt8], at now: Instant
  ) throws(StoreError) {
    let hash = keyring.sessionHash(token)
    try connection.execute(
      """
      INSERT INTO session (id_hash, person, created_ms, seen_ms, data)
      VALUES (?, ?, ?, ?, ?)
      """,
      [
        .blob(hash), .text(person), .instant(now), .instant(now),
        .blob(try keyring.sealSession(data, idHash: hash)),
      ])
  }

  /// The session of a token; how long one lives is the caller's matter.
  public func find(token: String) throws(StoreError) -> StoredSession? {
    let hash = keyring.sessionHash(token)
    let row = try connection.first(
      "SELECT person, created_ms, seen_ms, data FROM session WHERE id_hash = ?",
      [.blob(hash)])
    guard let row else { return nil }
    return StoredSession(
      person: try row.text("person"), created: try row.instant("created_ms"),
      seen: try row.instant("seen_ms"),
      data: try keyring.openSession(try row.blob("data"), idHash: hash))
  }

  /// Marks a session as used, with new data when given. Returns false when it is gone.
  @discardableResult
  public func touch(
    token: String, data: [UInt8]? = nil, at now: Instant
  ) throws(StoreError) -> Bool {
    let hash = keyring.sessionHash(token)
    guard let data else {
      return try connection.execute(
        "UPDATE session SET seen_ms = ? WHERE id_hash = ?", [.instant(now), .blob(hash)]) == 1
    }
    return try connection.execute(
      "UPDATE session SET seen_ms = ?, data = ? WHERE id_hash = ?",
      [.instant(now), .blob(try keyring.sealSession(data, idHash: hash)), .blob(hash)]) == 1
  }

  /// Ends a session.
  public func end(token: String) throws(StoreError) {
    try connection.execute(
      "DELETE FROM session WHERE id_hash = ?", [.blob(keyring.sessionHash(token))])
  }

  /// Takes away sessions last used before an instant, or begun before another. Returns how many.
  @discardableResult
  public func removeStale(
    seenBefore: Instant, createdBefore: Instant
  ) throws(StoreError) -> Int {
    try connection.execute(
      "DELETE FROM session WHERE seen_ms < ? OR created_ms < ?",
      [.instant(seenBefore), .instant(createdBefore)])
  }
}
