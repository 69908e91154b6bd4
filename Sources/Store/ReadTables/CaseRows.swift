// SPDX-License-Identifier: Apache-2.0
import Domain

/// The lists of cases, one row per party and case, and their totals.
///
/// Rows are written in the transaction of the events they come from. Every write takes the
/// journal's lock, so that the totals stay right.
public struct CaseRows {
  private let connection: any Connection
  private let keyring: Keyring
  private let keys: StreamKeys

  static let purpose = "party_case"

  /// The lists inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
    keys = StreamKeys(connection, keyring)
  }

  /// Writes a row over the one the party had of the case, and keeps the totals. Throws `disposed`
  /// when there is something to seal and the key was destroyed.
  public func put(_ row: CaseRow) throws(StoreError) {
    try put([row], of: row.stream)
  }

  /// Writes several parties' rows of one case; cheaper than one by one. Of a row that was there
  /// only what has changed is written: each index with another value costs a page on the disk.
  public func put(_ rows: [CaseRow], of stream: String) throws(StoreError) {
    try Journal.lock(connection)
    let old = try stored(stream)
    let key = rows.contains { !$0.sealed.isEmpty } ? try keys.key(stream) : nil
    let sealer = key?.sealer(Self.purpose)
    var new: [SQLValue] = []
    var changes: [[SQLValue]: Int] = [:]
    for row in rows {
      guard row.stream == stream else { throw .damaged("row of another stream") }
      let values = row.arguments(sealed: try seal(row, sealer))
      changes[Self.group(values), default: 0] += 1
      if let before = old[row.party] {
        changes[Self.group(before), default: 0] -= 1
        try update(row, from: before, to: values)
      } else {
        new += values
      }
    }
    try insert(new)
    try Self.totals.change(changes, connection)
  }

  /// Whether a party has been sent anything of a case. It costs the same for a case that does not
  /// exist, so that the time of an answer tells nothing.
  public func isTold(_ party: String, of stream: String) throws(StoreError) -> Bool {
    try connection.first(
      "SELECT 1 AS found FROM party_case WHERE party = ? AND stream = ?",
      [.text(party), .text(stream)]) != nil
  }

  /// Leaves of a disposed case its number and dates and nothing else, for every party; its tasks
  /// go. `status` is the code such a case has from now on; it counts as ended.
  public func strip(_ stream: String, status: String) throws(StoreError) {
    for row in try rows(stream) {
      var bare = CaseRow(
        party: row.party, stream: stream, caseNumber: row.caseNumber, status: status,
        openedDay: row.openedDay, updated: row.updated)
      bare.completeDay = row.completeDay
      bare.dueDay = row.dueDay
      bare.endedDay = row.endedDay ?? row.updated.day
      try put(bare)
    }
    try TaskRows(connection, keyring).replace(stream, with: [])
  }

  /// The party's row of a case, nothing when the case was never sent to it.
  public func row(party: String, stream: String) throws(StoreError) -> CaseRow? {
    try rows(
      "\(CaseListSQL.source) WHERE c.party = ? AND c.stream = ?", [.text(party), .text(stream)]
    ).first
  }

  /// Every party's row of a case, by party.
  public func rows(_ stream: String) throws(StoreError) -> [CaseRow] {
    try rows("\(CaseListSQL.source) WHERE c.stream = ? ORDER BY c.party", [.text(stream)])
  }

  /// A party's cases found by an exact number, newest first, at most `Limits.pageRows`.
  public func search(party: String, _ search: CaseSearch) throws(StoreError) -> [CaseRow] {
    let (column, value): (String, SQLValue) =
      switch search {
      case .stream(let text): ("stream", .text(text))
      case .fkHash(let hash): ("fk_hash", .blob(hash))
      case .personHash(let hash): ("person_hash", .blob(hash))
      }
    let found = try rows(
      "\(CaseListSQL.source) WHERE c.party = ? AND c.\(column) = ? LIMIT ?",
      [.text(party), value, .int(Limits.pageRows)])
    return found.sorted { CaseQuery.Sort.opened.precedes($1, $0) }
  }

  /// One page of a list. Throws `badCursor` when the cursor belongs to another order.
  public func list(_ query: CaseQuery) throws(StoreError) -> CasePage {
    if let cursor = query.cursor, cursor.sort != query.sort { throw .badCursor }
    let sql = CaseListSQL(query: query)
    let limit = max(1, min(query.limit, Limits.pageRows))
    var found: [CaseRow] = []
    for ended in sql.endedValues {
      let (text, arguments) = sql.page(ended: ended, limit: limit + 1)
      found += try rows(text, arguments)
    }
    if sql.endedValues.count > 1 {
      found.sort {
        sql.isAscending ? query.sort.precedes($0, $1) : query.sort.precedes($1, $0)
      }
    }
    let hasMore = found.count > limit
    var page = Array(found.prefix(limit))
    if sql.isBackward { page.reverse() }
    let (next, previous) = cursors(query, page, hasMore: hasMore)
    return CasePage(rows: page, total: try total(sql), next: next, previous: previous)
  }

  /// A party's totals.
  public func counts(party: String) throws(StoreError) -> [CaseCount] {
    let rows = try connection.query(
      """
      SELECT ended, status, next_role, n FROM party_count WHERE party = ?
      ORDER BY ended, status, next_role
      """, [.text(party)])
    var counts: [CaseCount] = []
    for row in rows {
      counts.append(
        CaseCount(
          isEnded: try row.flag("ended"), status: try row.text("status"),
          nextRole: try row.text("next_role"), count: try row.int("n")))
    }
    return counts
  }

  /// Streams with a row that must be computed again by now, those waiting longest first.
  public func recheckDue(now: Instant, limit: Int) throws(StoreError) -> [String] {
    let rows = try connection.query(
      """
      SELECT stream FROM party_case WHERE recheck_ms IS NOT NULL AND recheck_ms <= ?
      ORDER BY recheck_ms, stream LIMIT ?
      """, [.instant(now), .int(min(limit, Limits.walkRows))])
    var streams: [String] = []
    var seen: Set<String> = []
    for row in rows {
      let stream = try row.text("stream")
      if seen.insert(stream).inserted { streams.append(stream) }
    }
    return streams
  }
}

extension CaseRows {
  private static let totals = Totals(
    table: "party_count", columns: ["party", "ended", "status", "next_role"])

  private static let columns = CaseRow.columns.joined(separator: ", ")

  private func insert(_ values: [SQLValue]) throws(StoreError) {
    if values.isEmpty { return }
    let width = CaseRow.columns.count
    try connection.send(
      """
      INSERT INTO party_case (\(Self.columns))
      VALUES \(Placeholders.rows(values.count / width, columns: width))
      """, values)
  }

  private func update(
    _ row: CaseRow, from old: [SQLValue], to new: [SQLValue]
  ) throws(StoreError) {
    let changed = new.indices.filter { old[$0] != new[$0] }
    if changed.isEmpty { return }
    let assignments = changed.map { "\(CaseRow.columns[$0]) = ?" }.joined(separator: ", ")
    try connection.send(
      "UPDATE party_case SET \(assignments) WHERE party = ? AND stream = ?",
      changed.map { new[$0] } + [.text(row.party), .text(row.stream)])
  }

  private func seal(
    _ row: CaseRow, _ sealer: CaseKey.Sealer?
  ) throws(StoreError) -> [UInt8] {
    if row.sealed.isEmpty { return [] }
    guard let sealer else { throw .damaged("stream \(row.stream) has no key") }
    return try sealer.seal(row.sealed, context: [row.party, row.stream])
  }

  private func rows(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [CaseRow] {
    var rows: [CaseRow] = []
    for row in try connection.query(sql, arguments) {
      rows.append(try Self.open(row, keyring))
    }
    return rows
  }

  /// Reads a row that came with its wrapped key; without a key nothing can be opened.
  static func open(_ row: SQLRow, _ keyring: Keyring) throws(StoreError) -> CaseRow {
    let sealed = try row.blob("sealed")
    guard !sealed.isEmpty, let wrapped = try row.optionalBlob("wrapped") else {
      return try CaseRow(row, sealed: [])
    }
    let stream = try row.text("stream")
    let key = try keyring.unwrap(wrapped, stream: stream)
    let plain = try key.open(
      sealed, purpose: purpose, context: [try row.text("party"), stream])
    return try CaseRow(row, sealed: plain)
  }

  private func cursors(
    _ query: CaseQuery, _ page: [CaseRow], hasMore: Bool
  ) -> (next: CaseCursor?, previous: CaseCursor?) {
    guard let first = page.first, let last = page.last else { return (nil, nil) }
    let isBackward = query.cursor?.isBackward ?? false
    let hasNext = isBackward || hasMore
    let hasPrevious = isBackward ? hasMore : query.cursor != nil
    return (
      hasNext ? CaseCursor(last, sort: query.sort, isBackward: false) : nil,
      hasPrevious ? CaseCursor(first, sort: query.sort, isBackward: true) : nil
    )
  }

  private func total(_ sql: CaseListSQL) throws(StoreError) -> CasePage.Total {
    if sql.isCountedExactly {
      let (text, arguments) = sql.exactCount()
      let count = try connection.first(text, arguments)?.int("n") ?? 0
      return CasePage.Total(count: count, isAtLeast: false)
    }
    var count = 0
    for ended in sql.endedValues {
      let (text, arguments) = sql.count(ended: ended, limit: Limits.countedRows + 1 - count)
      count += try connection.first(text, arguments)?.int("n") ?? 0
      if count > Limits.countedRows {
        return CasePage.Total(count: Limits.countedRows, isAtLeast: true)
      }
    }
    return CasePage.Total(count: count, isAtLeast: false)
  }

  /// Each party's row of a case as it lies in the table, in the order of `CaseRow.columns`.
  private func stored(_ stream: String) throws(StoreError) -> [String: [SQLValue]] {
    let rows = try connection.query(
      "SELECT \(Self.columns) FROM party_case WHERE stream = ?", [.text(stream)])
    var stored: [String: [SQLValue]] = [:]
    for row in rows { stored[try row.text("party")] = row.values }
    return stored
  }

  /// What a row is counted under: the totals' columns.
  private static func group(_ values: [SQLValue]) -> [SQLValue] { groupPlaces.map { values[$0] } }

  private static let groupPlaces = totals.columns.compactMap(CaseRow.columns.firstIndex)
}
