// SPDX-License-Identifier: Apache-2.0
import Domain

/// The event journal over one connection: the one table that is the truth.
public struct Journal {
  private let connection: any Connection
  private let keys: StreamKeys
  private let keyring: Keyring

  /// The purpose payloads are sealed for.
  private static let payloadPurpose = "event"

  /// The journal inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
    keys = StreamKeys(connection, keyring)
  }

  /// All events of a stream in order, payloads in the clear; empty when there is none.
  /// Throws `disposed` when the key was destroyed and `chainBroken` when a row was changed.
  public func load(_ stream: String) throws(StoreError) -> [StoredEvent] {
    let records = try verified(stream)
    guard !records.isEmpty else { return [] }
    guard let key = try keys.key(stream) else {
      throw .damaged("stream \(stream) has no key")
    }
    let opener = key.opener(Self.payloadPurpose)
    // A case has few audiences and many events.
    var audiences: [String: [String: String]] = [:]
    var events: [StoredEvent] = []
    events.reserveCapacity(records.count)
    for record in records {
      let text = record.audience
      let audience: [String: String]
      if let known = audiences[text] {
        audience = known
      } else {
        audience = try EventRecord.parties(audience: text)
        audiences[text] = audience
      }
      events.append(
        StoredEvent(
          header: record.header(audience: audience), payload: try open(record, with: opener)))
    }
    return events
  }

  /// All events of a stream without payloads; also for a disposed stream.
  public func headers(_ stream: String) throws(StoreError) -> [EventHeader] {
    var headers: [EventHeader] = []
    for record in try verified(stream) { headers.append(try record.header()) }
    return headers
  }

  /// Events of all streams after a position, without payloads, in order. Nothing is missed by
  /// asking again from the last position seen.
  public func headers(
    afterPosition position: Int, limit: Int
  ) throws(StoreError) -> [EventHeader] {
    let rows = try connection.query(
      "SELECT \(EventRecord.columns) FROM event WHERE position > ? ORDER BY position LIMIT ?",
      [.int(position), .int(min(limit, Limits.walkRows))])
    var headers: [EventHeader] = []
    for row in rows { headers.append(try EventRecord(row).header()) }
    return headers
  }

  /// Appends events when the stream is still at `expectedVersion` (0 for a new stream); throws
  /// `versionConflict` otherwise, and then the transaction must end. The key is made with the
  /// first event. Takes the journal's lock: from here to the end of the transaction no other
  /// appends.
  @discardableResult
  public func append(
    _ stream: String, expectedVersion: Int, events: [NewEvent], correlation: String,
    recorded: Instant
  ) throws(StoreError) -> [StoredEvent] {
    guard !events.isEmpty, events.count <= Limits.eventsPerAppend else {
      throw .limit("events in one append")
    }
    var position = try advance(by: events.count)
    var head = try head(stream)
    guard head.version == expectedVersion else {
      throw .versionConflict(stream: stream, expected: expectedVersion, actual: head.version)
    }
    let key = try keys.keyOrNew(stream, at: recorded)
    var stored: [StoredEvent] = []
    for event in events {
      position += 1
      let context = EventRecord.context(
        stream: stream, version: head.version + 1, kind: event.kind,
        schemaVersion: event.schemaVersion)
      let record = try EventRecord(
        event, stream: stream, position: position, after: head,
        sealed: try key.seal(event.payload, purpose: Self.payloadPurpose, context: context),
        correlation: correlation, recorded: recorded)
      try connection.send(
        """
        INSERT INTO event (\(EventRecord.columns))
        VALUES (\(Placeholders.list(record.arguments.count)))
        """, record.arguments)
      head = StreamHead(version: record.version, hash: record.hash)
      stored.append(
        StoredEvent(header: record.header(audience: event.audience), payload: event.payload))
    }
    return stored
  }

  /// Where a stream stands.
  public func head(_ stream: String) throws(StoreError) -> StreamHead {
    guard
      let row = try connection.first(
        "SELECT version, hash FROM event WHERE stream = ? ORDER BY version DESC LIMIT 1",
        [.text(stream)])
    else { return .none }
    return StreamHead(version: try row.int("version"), hash: try row.blob("hash"))
  }

  /// Where a stream stands whose payloads can be read; nothing when it has no events or its key
  /// was destroyed.
  public func readableHead(_ stream: String) throws(StoreError) -> StreamHead? {
    let row = try connection.first(
      """
      SELECT e.version, e.hash FROM event e JOIN stream_key k ON k.stream = e.stream
      WHERE e.stream = ? AND k.wrapped IS NOT NULL ORDER BY e.version DESC LIMIT 1
      """, [.text(stream)])
    guard let row else { return nil }
    return StreamHead(version: try row.int("version"), hash: try row.blob("hash"))
  }

  /// The last position given, 0 for an empty journal.
  public func maxPosition() throws(StoreError) -> Int { try Self.maxPosition(connection) }

  static func maxPosition(_ connection: any Connection) throws(StoreError) -> Int {
    try connection.first("SELECT last FROM event_position WHERE id = 1")?.int("last") ?? 0
  }

  /// Names of streams in byte order after a name, for a walk over all of them.
  public func streams(after stream: String? = nil, limit: Int) throws(StoreError) -> [String] {
    let rows = try connection.query(
      "SELECT stream FROM event WHERE stream > ? AND version = 1 ORDER BY stream LIMIT ?",
      [.text(stream ?? ""), .int(min(limit, Limits.walkRows))])
    var names: [String] = []
    for row in rows { names.append(try row.text("stream")) }
    return names
  }

  /// Looks at the latest rows alone, however long the journal is.
  static let longStreamsSQL = """
    SELECT stream, MAX(version) AS version FROM (
      SELECT stream, version, position FROM event ORDER BY position DESC LIMIT ?
    ) AS latest
    WHERE version >= ? GROUP BY stream ORDER BY MAX(position) DESC LIMIT ?
    """

  /// Streams that have come as far as a version or further, and how far, among the latest
  /// `Limits.latestEvents`; the last written in first, at most `Limits.pageRows`.
  public func longStreams(
    from version: Int
  ) throws(StoreError) -> [(name: String, version: Int)] {
    let rows = try connection.query(
      Self.longStreamsSQL, [.int(Limits.latestEvents), .int(version), .int(Limits.pageRows)])
    var streams: [(name: String, version: Int)] = []
    for row in rows {
      streams.append((name: try row.text("stream"), version: try row.int("version")))
    }
    return streams
  }

  /// What a command with this idempotency key left behind, nothing when it was never done.
  public func receipt(_ key: String) throws(StoreError) -> CommandReceipt? {
    guard
      let row = try connection.first(
        """
        SELECT stream, first_version, last_version, result, said_hash, recorded_ms
        FROM command_receipt WHERE key_hash = ?
        """, [.blob(keyring.receiptHash(key))])
    else { return nil }
    return CommandReceipt(
      stream: try row.text("stream"), firstVersion: try row.int("first_version"),
      lastVersion: try row.int("last_version"), result: try row.text("result"),
      saidHash: try row.optionalBlob("said_hash"),
      recorded: try row.instant("recorded_ms"))
  }

  /// Remembers a finished command; the transaction fails with `constraint` when the key is
  /// already used.
  public func saveReceipt(_ key: String, _ receipt: CommandReceipt) throws(StoreError) {
    try connection.send(
      """
      INSERT INTO command_receipt
        (key_hash, stream, first_version, last_version, result, said_hash, recorded_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .blob(keyring.receiptHash(key)), .text(receipt.stream), .int(receipt.firstVersion),
        .int(receipt.lastVersion), .text(receipt.result), .optional(receipt.saidHash),
        .instant(receipt.recorded),
      ])
  }

  /// The next number of a year's series, from 1. Gaps do not arise: a rolled back transaction
  /// gives its number back.
  public func nextCaseNumber(year: Int) throws(StoreError) -> Int {
    let row = try connection.first(
      """
      INSERT INTO case_number_sequence (year, last) VALUES (?, 1)
      ON CONFLICT (year) DO UPDATE SET last = case_number_sequence.last + 1
      RETURNING last
      """, [.int(year)])
    guard let row else { throw .damaged("case number sequence") }
    return try row.int("last")
  }

  /// Lets a year's series go on after a number, for cases that come with their numbers. A series
  /// that has come further stays.
  public func reserveCaseNumbers(year: Int, through last: Int) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO case_number_sequence (year, last) VALUES (?, ?)
      ON CONFLICT (year) DO UPDATE SET last = CASE
        WHEN case_number_sequence.last < excluded.last THEN excluded.last
        ELSE case_number_sequence.last END
      """, [.int(year), .int(last)])
  }

  /// Waits for others who write and holds the journal until the transaction ends, so that what is
  /// read from here on is still so when it is answered.
  public func hold() throws(StoreError) { try Self.lock(connection) }

  /// Holds the journal until the transaction ends. Read tables are written under the same lock,
  /// so that totals are never counted twice. With one writer there is nothing to hold.
  static func lock(_ connection: any Connection) throws(StoreError) {
    guard connection.engine == .postgres else { return }
    try connection.send("SELECT last FROM event_position WHERE id = 1 FOR UPDATE", [])
  }

  /// Takes the lock and so many positions; tells the last before them.
  private func advance(by count: Int) throws(StoreError) -> Int {
    let row = try connection.first(
      "UPDATE event_position SET last = last + ? WHERE id = 1 RETURNING last", [.int(count)])
    guard let row else { throw .damaged("event_position") }
    return try row.int("last") - count
  }

  private func verified(_ stream: String) throws(StoreError) -> [EventRecord] {
    let rows = try connection.query(
      "SELECT \(EventRecord.columns) FROM event WHERE stream = ? ORDER BY version",
      [.text(stream)])
    var records: [EventRecord] = []
    records.reserveCapacity(rows.count)
    var head = StreamHead.none
    for row in rows {
      let record = try EventRecord(row)
      guard record.version == head.version + 1, record.previousHash == head.hash,
        record.hash == record.expectedHash
      else { throw .chainBroken(stream: stream, version: head.version + 1) }
      head = StreamHead(version: record.version, hash: record.hash)
      records.append(record)
    }
    return records
  }

  private func open(
    _ record: EventRecord, with opener: CaseKey.Opener
  ) throws(StoreError) -> [UInt8] {
    do throws(StoreError) {
      return try opener.open(
        record.sealed,
        context: EventRecord.context(
          stream: record.stream, version: record.version, kind: record.kind,
          schemaVersion: record.schemaVersion))
    } catch {
      throw .chainBroken(stream: record.stream, version: record.version)
    }
  }
}
