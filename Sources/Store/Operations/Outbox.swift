// SPDX-License-Identifier: Apache-2.0
import Domain

/// Outgoing messages: written with the events they tell of, sent at least once, in order per
/// stream and recipient. A message that waits or has died holds back the later ones to the same
/// recipient about the same case, because a receiver must not learn of a change before the thing.
public struct Outbox {
  private let connection: any Connection
  private let keyring: Keyring
  private let keys: StreamKeys

  private static let purpose = "outbox"
  private static let source = """
    SELECT o.*, (SELECT k.wrapped FROM stream_key k WHERE k.stream = o.stream) AS wrapped
    FROM outbox o
    """

  /// The outbox inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
    keys = StreamKeys(connection, keyring)
  }

  /// Puts a message last in its stream. Returns its place there.
  @discardableResult
  public func enqueue(
    stream: String, recipient: String, kind: String, payload: [UInt8], at now: Instant
  ) throws(StoreError) -> Int {
    try Journal.lock(connection)
    let last = try connection.first(
      "SELECT COALESCE(MAX(sequence), 0) AS last FROM outbox WHERE stream = ?",
      [.text(stream)])
    let sequence = (try last?.int("last") ?? 0) + 1
    let key = try keys.keyOrNew(stream, at: now)
    let sealed = try key.seal(
      payload, purpose: Self.purpose, context: Self.context(stream, sequence, recipient, kind))
    try connection.send(
      """
      INSERT INTO outbox (stream, sequence, recipient, kind, payload, state, attempts,
        next_attempt_ms, created_ms)
      VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
      """,
      [
        .text(stream), .int(sequence), .text(recipient), .text(kind), .blob(sealed),
        .text(OutboxState.pending.rawValue), .instant(now), .instant(now),
      ])
    return sequence
  }

  /// Messages in one state by number, after a number.
  public func list(
    _ state: OutboxState, after id: Int = 0, limit: Int = Limits.outboxClaim
  ) throws(StoreError) -> [OutboxEntry] {
    try entries(
      "\(Self.source) WHERE o.state = ? AND o.id > ? ORDER BY o.id LIMIT ?",
      [.text(state.rawValue), .int(id), .int(min(limit, Limits.pageRows))])
  }

  /// One message.
  public func entry(_ id: Int) throws(StoreError) -> OutboxEntry? {
    try entries("\(Self.source) WHERE o.id = ?", [.int(id)]).first
  }

  /// Takes messages whose time has come, at most one per stream and recipient. Each is the
  /// caller's for `Limits.outboxClaimMilliseconds`; then it must be `delivered` or `failed`, or it
  /// is given out again.
  public func claim(
    now: Instant, limit: Int, of channel: OutboxChannel = .contract
  ) throws(StoreError) -> [OutboxEntry] {
    let found = try entries(
      """
      \(Self.source)
      WHERE o.state = ? AND o.next_attempt_ms <= ? AND \(channel.condition) \(channel.order)
      ORDER BY o.next_attempt_ms, o.id LIMIT ?
      """,
      [
        .text(OutboxState.pending.rawValue), .instant(now),
        .int(min(limit, Limits.outboxClaim)),
      ])
    let until = now.adding(milliseconds: Limits.outboxClaimMilliseconds)
    var claimed: [OutboxEntry] = []
    for entry in found {
      // The condition on the old time lets only one of two simultaneous claimers have it.
      let changed = try connection.execute(
        """
        UPDATE outbox SET attempts = attempts + 1, next_attempt_ms = ?
        WHERE id = ? AND state = ? AND next_attempt_ms = ?
        """,
        [
          .instant(until), .int(entry.id), .text(OutboxState.pending.rawValue),
          .instant(entry.nextAttempt),
        ])
      if changed == 1, let entry = try self.entry(entry.id) { claimed.append(entry) }
    }
    return claimed
  }

  /// Whether a message to a recipient has not left yet.
  public func isWaiting(stream: String, recipient: String) throws(StoreError) -> Bool {
    try connection.first(
      """
      SELECT 1 AS found FROM outbox WHERE stream = ? AND recipient = ? AND state = ? LIMIT 1
      """, [.text(stream), .text(recipient), .text(OutboxState.pending.rawValue)]) != nil
  }

  /// The receiver accepted the message. Repeating it does nothing.
  public func delivered(_ id: Int, at now: Instant) throws(StoreError) {
    try settle(id, .delivered, at: now, from: [.pending, .dead])
  }

  /// An attempt failed: the message waits longer each time, after `Limits.outboxAttempts` it is
  /// dead. `code` must hold no personal data. Returns the state it has now.
  @discardableResult
  public func failed(
    _ id: Int, code: String, at now: Instant
  ) throws(StoreError) -> OutboxState? {
    guard let entry = try entry(id) else { return nil }
    guard entry.state == .pending else { return entry.state }
    let isDead = entry.attempts >= Limits.outboxAttempts
    let state: OutboxState = isDead ? .dead : .pending
    try connection.execute(
      """
      UPDATE outbox SET state = ?, error_code = ?, next_attempt_ms = ?, settled_ms = ?
      WHERE id = ?
      """,
      [
        .text(state.rawValue), .text(code),
        .instant(now.adding(milliseconds: Self.wait(afterAttempts: entry.attempts))),
        .instant(isDead ? now : nil), .int(id),
      ])
    return state
  }

  /// Gives a dead message all its attempts again. Returns whether it was dead.
  @discardableResult
  public func resend(_ id: Int, at now: Instant) throws(StoreError) -> Bool {
    try connection.execute(
      """
      UPDATE outbox SET state = ?, attempts = 0, next_attempt_ms = ?, settled_ms = NULL
      WHERE id = ? AND state = ?
      """,
      [
        .text(OutboxState.pending.rawValue), .instant(now), .int(id),
        .text(OutboxState.dead.rawValue),
      ]) == 1
  }

  /// Gives a message up for good, so that later ones may go. Returns whether it was unsent.
  @discardableResult
  public func abandon(_ id: Int, at now: Instant) throws(StoreError) -> Bool {
    try settle(id, .abandoned, at: now, from: [.pending, .dead])
  }

  /// 1 minute, then four times as long each time, at most 12 hours.
  static func wait(afterAttempts attempts: Int) -> Int64 {
    var wait = Limits.outboxFirstWaitMilliseconds
    for _ in 1..<max(attempts, 1) where wait < Limits.outboxLongestWaitMilliseconds {
      wait *= Limits.outboxWaitFactor
    }
    return min(wait, Limits.outboxLongestWaitMilliseconds)
  }

  @discardableResult
  private func settle(
    _ id: Int, _ state: OutboxState, at now: Instant, from: [OutboxState]
  ) throws(StoreError) -> Bool {
    try connection.execute(
      """
      UPDATE outbox SET state = ?, settled_ms = ?
      WHERE id = ? AND state IN (\(Placeholders.list(from.count)))
      """,
      [.text(state.rawValue), .instant(now), .int(id)] + from.map { .text($0.rawValue) }) == 1
  }

  private func entries(
    _ sql: String, _ arguments: [SQLValue]
  ) throws(StoreError) -> [OutboxEntry] {
    var entries: [OutboxEntry] = []
    for row in try connection.query(sql, arguments) { entries.append(try entry(row)) }
    return entries
  }

  private func entry(_ row: SQLRow) throws(StoreError) -> OutboxEntry {
    guard let state = OutboxState(rawValue: try row.text("state")) else {
      throw .damaged("outbox state")
    }
    let stream = try row.text("stream")
    let sequence = try row.int("sequence")
    let recipient = try row.text("recipient")
    let kind = try row.text("kind")
    var payload: [UInt8] = []
    if let wrapped = try row.optionalBlob("wrapped") {
      payload = try keyring.unwrap(wrapped, stream: stream).open(
        try row.blob("payload"), purpose: Self.purpose,
        context: Self.context(stream, sequence, recipient, kind))
    }
    return OutboxEntry(
      id: try row.int("id"), stream: stream, sequence: sequence, recipient: recipient,
      kind: kind, payload: payload, state: state, attempts: try row.int("attempts"),
      nextAttempt: try row.instant("next_attempt_ms"),
      errorCode: try row.optionalText("error_code"), created: try row.instant("created_ms"),
      settled: try row.optionalInstant("settled_ms"))
  }

  private static func context(
    _ stream: String, _ sequence: Int, _ recipient: String, _ kind: String
  ) -> [String] {
    [stream, String(sequence), recipient, kind]
  }
}
