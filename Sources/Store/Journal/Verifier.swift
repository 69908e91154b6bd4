// SPDX-License-Identifier: Apache-2.0

/// What a verification found.
public struct VerifyReport: Hashable, Sendable {
  /// One thing that is not as the program wrote it.
  public enum Fault: Hashable, Sendable {
    /// The row's fields do not give its hash.
    case contentChanged(stream: String, version: Int)
    /// The row does not name the hash of the one before it.
    case linkBroken(stream: String, version: Int)
    /// This version is missing.
    case versionMissing(stream: String, version: Int)
    /// Events are missing: positions given against events found.
    case positionsMissing(given: Int, found: Int)
    /// The stream's key does not open, so that nothing of it can be read.
    case keyBroken(stream: String)
    /// The anchor does not fit the stream heads or the anchor before it.
    case anchorBroken(id: Int)
  }

  /// Events read.
  public internal(set) var events = 0
  /// Streams read.
  public internal(set) var streams = 0
  /// Anchors checked.
  public internal(set) var anchors = 0
  /// The last position given.
  public internal(set) var lastPosition = 0
  /// The faults, at most `Limits.verifyFaults` of them.
  public internal(set) var faults: [Fault] = []
  /// How many faults there are.
  public internal(set) var faultCount = 0

  /// Whether everything is as the program wrote it.
  public var isSound: Bool { faultCount == 0 }

  mutating func add(_ fault: Fault) {
    faultCount += 1
    if faults.count < Limits.verifyFaults { faults.append(fault) }
  }
}

/// Checks every chain, the positions and the anchors on one snapshot. That needs no keys: hashes
/// run over what is stored, so a disposed stream verifies as any other. Where the keys are given,
/// each is tried.
public enum Verifier {
  /// Reads the whole journal in pages.
  public static func verify(
    _ database: Database, keyring: Keyring? = nil
  ) async throws -> VerifyReport {
    try await database.read { connection in
      var report = VerifyReport()
      try checkChains(connection, &report)
      try checkPositions(connection, &report)
      try checkAnchors(connection, &report)
      if let keyring {
        let broken = try StreamKeys(connection, keyring).broken(limit: Limits.verifyFaults)
        for stream in broken { report.add(.keyBroken(stream: stream)) }
      }
      return report
    }
  }

  private static func checkChains(
    _ connection: any Connection, _ report: inout VerifyReport
  ) throws(StoreError) {
    var stream = ""
    var head = StreamHead.none
    var lastVersion = 0
    while true {
      let rows = try connection.query(
        """
        SELECT \(EventRecord.columns) FROM event WHERE (stream, version) > (?, ?)
        ORDER BY stream, version LIMIT ?
        """, [.text(stream), .int(lastVersion), .int(Limits.walkRows)])
      for row in rows {
        let record = try EventRecord(row)
        if record.stream != stream {
          stream = record.stream
          head = .none
          report.streams += 1
        }
        check(record, after: head, &report)
        head = StreamHead(version: record.version, hash: record.hash)
        lastVersion = record.version
        report.events += 1
      }
      if rows.count < Limits.walkRows { return }
    }
  }

  private static func check(
    _ record: EventRecord, after head: StreamHead, _ report: inout VerifyReport
  ) {
    if record.hash != record.expectedHash {
      report.add(.contentChanged(stream: record.stream, version: record.version))
    }
    if record.version != head.version + 1 {
      report.add(.versionMissing(stream: record.stream, version: head.version + 1))
    } else if record.previousHash != head.hash {
      report.add(.linkBroken(stream: record.stream, version: record.version))
    }
  }

  private static func checkPositions(
    _ connection: any Connection, _ report: inout VerifyReport
  ) throws(StoreError) {
    let row = try connection.first(
      """
      SELECT (SELECT last FROM event_position WHERE id = 1) AS given,
        (SELECT COALESCE(MAX(position), 0) FROM event) AS highest
      """)
    guard let row else { throw .damaged("event_position") }
    report.lastPosition = try row.int("given")
    let highest = try row.int("highest")
    if report.lastPosition != report.events || report.lastPosition != highest {
      report.add(.positionsMissing(given: report.lastPosition, found: report.events))
    }
  }

  private static func checkAnchors(
    _ connection: any Connection, _ report: inout VerifyReport
  ) throws(StoreError) {
    let anchors = Anchors(connection)
    var previous: Anchor?
    while true {
      let page = try anchors.list(after: previous?.id ?? 0, limit: Limits.walkRows)
      for anchor in page {
        let before = previous?.headsHash ?? StreamHead.none.hash
        let hash = try anchors.headsHash(
          id: anchor.id, from: previous?.position ?? 0, to: anchor.position, previous: before,
          at: anchor.at)
        if anchor.id != (previous?.id ?? 0) + 1 || anchor.previousHash != before
          || anchor.headsHash != hash
        {
          report.add(.anchorBroken(id: anchor.id))
        }
        previous = anchor
        report.anchors += 1
      }
      if page.count < Limits.walkRows { return }
    }
  }
}
