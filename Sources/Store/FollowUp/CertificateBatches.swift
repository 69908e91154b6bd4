// SPDX-License-Identifier: Apache-2.0
import Domain

/// The journal of an import: what was taken in, by whom, and how far it has come.
public struct CertificateBatch: Hashable, Sendable {
  public let id: Int
  /// Keyed hash of what was named.
  public let source: FactKey
  /// `command` or `page`.
  public let origin: String
  /// Who took it in, as in the access log.
  public let actor: String
  public let started: Instant
  /// Nil while it goes on, and where it was broken off.
  public let ended: Instant?
  /// Documents that are done.
  public let reached: Int
  /// What came of it, in the service's own form; nil until it has ended, and for those that ended
  /// before this was kept.
  public let outcome: String?
}

extension CertificateStore {
  /// Begins a batch, or goes on with one of the same source that was broken off.
  public func begin(
    source: FactKey, origin: String, actor: String, at now: Instant
  ) throws(StoreError) -> CertificateBatch {
    try checkMaster()
    let open = try connection.first(
      """
      SELECT id, source, origin, actor, started_ms, ended_ms, reached_place, outcome
      FROM certificate_batch WHERE ended_ms IS NULL AND source = ? AND origin = ?
      ORDER BY id DESC LIMIT 1
      """, [.key(source), .text(origin)])
    if let open { return try Self.batch(open) }
    let made = try connection.first(
      """
      INSERT INTO certificate_batch (source, origin, actor, started_ms, reached_place)
      VALUES (?, ?, ?, ?, 0)
      RETURNING id, source, origin, actor, started_ms, ended_ms, reached_place, outcome
      """, [.key(source), .text(origin), .text(actor), .instant(now)])
    guard let made else { throw .damaged("certificate batch") }
    return try Self.batch(made)
  }

  /// Tells how far a batch has come: the last file, and documents done.
  public func reach(_ batch: Int, file: FactKey?, place: Int) throws(StoreError) {
    try connection.send(
      "UPDATE certificate_batch SET reached_file = ?, reached_place = ? WHERE id = ?",
      [.key(file), .int(place), .int(batch)])
  }

  /// Ends a batch, with what came of it.
  public func end(
    _ batch: Int, place: Int, outcome: String? = nil, at now: Instant
  ) throws(StoreError) {
    try connection.execute(
      """
      UPDATE certificate_batch SET ended_ms = ?, reached_place = ?, outcome = ? WHERE id = ?
      """, [.instant(now), .int(place), .optional(outcome), .int(batch)])
  }

  /// The last batches, the newest first.
  public func batches(limit: Int = Limits.pageRows) throws(StoreError) -> [CertificateBatch] {
    var batches: [CertificateBatch] = []
    let rows = try connection.query(
      """
      SELECT id, source, origin, actor, started_ms, ended_ms, reached_place, outcome
      FROM certificate_batch ORDER BY id DESC LIMIT ?
      """, [.int(min(limit, Limits.pageRows))])
    for row in rows { batches.append(try Self.batch(row)) }
    return batches
  }

  private static func batch(_ row: SQLRow) throws(StoreError) -> CertificateBatch {
    CertificateBatch(
      id: try row.int("id"), source: try row.factKey("source"), origin: try row.text("origin"),
      actor: try row.text("actor"), started: try row.instant("started_ms"),
      ended: try row.optionalInstant("ended_ms"), reached: try row.int("reached_place"),
      outcome: try row.optionalText("outcome"))
  }
}
