// SPDX-License-Identifier: Apache-2.0
import Domain

/// A mark over the whole journal at one position. Kept outside the database (printed, mailed), it
/// shows later that nobody rewrote a chain from its beginning.
public struct Anchor: Hashable, Sendable {
  /// Number from 1.
  public let id: Int
  /// The last position it covers.
  public let position: Int
  /// SHA-256 over number, position, time, the anchor before it and the head of every stream that
  /// has moved since that one. By way of the previous anchors it covers every stream's head.
  public let headsHash: [UInt8]
  /// `headsHash` of the anchor before it; 32 zeros for the first.
  public let previousHash: [UInt8]
  /// When it was made.
  public let at: Instant
}

/// Writing and reading anchors. The work of one is in proportion to what was appended since the
/// last, not to the size of the journal.
public struct Anchors {
  private let connection: any Connection

  /// The anchors inside a transaction.
  public init(_ connection: any Connection) {
    self.connection = connection
  }

  /// Makes an anchor of what has been appended since the last one; nothing when there is nothing.
  @discardableResult
  public func write(at now: Instant) throws(StoreError) -> Anchor? {
    try Journal.lock(connection)
    let position = try Journal.maxPosition(connection)
    let last = try latest()
    let from = last?.position ?? 0
    guard position > from else { return nil }
    let id = (last?.id ?? 0) + 1
    let previous = last?.headsHash ?? StreamHead.none.hash
    let hash = try headsHash(id: id, from: from, to: position, previous: previous, at: now)
    try connection.execute(
      """
      INSERT INTO anchor (id, position, heads_hash, previous_hash, at_ms)
      VALUES (?, ?, ?, ?, ?)
      """, [.int(id), .int(position), .blob(hash), .blob(previous), .instant(now)])
    return Anchor(id: id, position: position, headsHash: hash, previousHash: previous, at: now)
  }

  /// The last anchor.
  public func latest() throws(StoreError) -> Anchor? {
    let row = try connection.first(
      """
      SELECT id, position, heads_hash, previous_hash, at_ms FROM anchor
      ORDER BY id DESC LIMIT 1
      """)
    guard let row else { return nil }
    return try Self.anchor(row)
  }

  /// Anchors in order after a number.
  public func list(after id: Int = 0, limit: Int) throws(StoreError) -> [Anchor] {
    let rows = try connection.query(
      """
      SELECT id, position, heads_hash, previous_hash, at_ms FROM anchor
      WHERE id > ? ORDER BY id LIMIT ?
      """, [.int(id), .int(min(limit, Limits.walkRows))])
    var anchors: [Anchor] = []
    for row in rows { anchors.append(try Self.anchor(row)) }
    return anchors
  }

  /// Computes the hash over the heads that moved in a range of positions, in the order of their
  /// streams' names.
  func headsHash(
    id: Int, from: Int, to: Int, previous: [UInt8], at now: Instant
  ) throws(StoreError) -> [UInt8] {
    var heads: [String: StreamHead] = [:]
    var position = from
    while position < to {
      let rows = try connection.query(
        """
        SELECT position, stream, version, hash FROM event
        WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
        """, [.int(position), .int(to), .int(Limits.walkRows)])
      if rows.isEmpty { break }
      for row in rows {
        position = try row.int("position")
        heads[try row.text("stream")] = StreamHead(
          version: try row.int("version"), hash: try row.blob("hash"))
      }
    }
    var fields = CanonicalBytes("samsyn-anchor-1")
    fields.append(id)
    fields.append(to)
    fields.append(now.milliseconds)
    fields.append(previous)
    for (stream, head) in heads.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
      fields.append(stream)
      fields.append(head.version)
      fields.append(head.hash)
    }
    return fields.sha256
  }

  private static func anchor(_ row: SQLRow) throws(StoreError) -> Anchor {
    Anchor(
      id: try row.int("id"), position: try row.int("position"),
      headsHash: try row.blob("heads_hash"), previousHash: try row.blob("previous_hash"),
      at: try row.instant("at_ms"))
  }
}

/// The order of texts in both databases: byte by byte.
enum ByteOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
