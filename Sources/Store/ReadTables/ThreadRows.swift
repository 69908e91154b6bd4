// SPDX-License-Identifier: Apache-2.0
import Domain

/// The lists of threads, one row per party and thread.
public struct ThreadRows {
  private let connection: any Connection
  private let keyring: Keyring
  private let keys: StreamKeys

  private static let purpose = "party_thread"

  /// The lists inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
    keys = StreamKeys(connection, keyring)
  }

  /// Writes all parties' rows of a case in place of those there were. Throws `disposed` when the
  /// case's key was destroyed.
  public func replace(_ stream: String, with rows: [ThreadRow]) throws(StoreError) {
    guard !rows.isEmpty else {
      try connection.execute("DELETE FROM party_thread WHERE stream = ?", [.text(stream)])
      return
    }
    try Journal.lock(connection)
    guard let key = try keys.key(stream) else {
      throw .damaged("stream \(stream) has no key")
    }
    try connection.execute("DELETE FROM party_thread WHERE stream = ?", [.text(stream)])
    for row in rows {
      guard row.stream == stream else { throw .damaged("thread of another stream") }
      let sealed = try key.sealDeterministically(
        row.sealed, purpose: Self.purpose, context: Self.context(row.party, stream, row.number))
      try connection.execute(
        """
        INSERT INTO party_thread (\(ThreadRow.columns.joined(separator: ", ")))
        VALUES (\(Placeholders.list(ThreadRow.columns.count)))
        """, row.arguments(sealed: sealed))
    }
  }

  /// All parties' rows of a case, by party and number.
  public func rows(_ stream: String) throws(StoreError) -> [ThreadRow] {
    try rows(
      "\(Self.source) WHERE t.stream = ? ORDER BY t.party, t.number", [.text(stream)])
  }

  /// A party's rows, the latest message first.
  public func list(
    party: String, _ filter: ThreadFilter, after cursor: ThreadCursor? = nil, limit: Int
  ) throws(StoreError) -> [ThreadRow] {
    let (sql, arguments) = Self.listSQL(
      party: party, filter, after: cursor, limit: max(1, min(limit, Limits.pageRows + 1)))
    return try rows(sql, arguments)
  }

  /// How many threads of a kind a party has, counted up to a limit.
  public func count(
    party: String, _ filter: ThreadFilter, limit: Int = Limits.countedRows
  ) throws(StoreError) -> Int {
    let (sql, arguments) = Self.countSQL(party: party, filter, limit: limit)
    return try connection.first(sql, arguments)?.int("n") ?? 0
  }

  private static let source = """
    SELECT t.*, (SELECT k.wrapped FROM stream_key k WHERE k.stream = t.stream) AS wrapped
    FROM party_thread t
    """

  static func listSQL(
    party: String, _ filter: ThreadFilter, after cursor: ThreadCursor?, limit: Int
  ) -> (String, [SQLValue]) {
    let (condition, values) = filter.condition
    var arguments: [SQLValue] = [.text(party)] + values
    var after = ""
    if let cursor {
      after = " AND (t.updated_ms, t.stream, t.number) < (?, ?, ?)"
      arguments += cursor.arguments
    }
    let sql = """
      \(source) WHERE t.party = ?\(condition)\(after)
      ORDER BY t.updated_ms DESC, t.stream DESC, t.number DESC LIMIT ?
      """
    return (sql, arguments + [.int(limit)])
  }

  static func countSQL(
    party: String, _ filter: ThreadFilter, limit: Int
  ) -> (String, [SQLValue]) {
    let (condition, values) = filter.condition
    let sql = """
      SELECT COUNT(*) AS n FROM (
        SELECT 1 AS one FROM party_thread t WHERE t.party = ?\(condition) LIMIT ?
      ) counted
      """
    return (sql, [.text(party)] + values + [.int(limit)])
  }

  private func rows(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [ThreadRow] {
    var rows: [ThreadRow] = []
    for row in try connection.query(sql, arguments) {
      // A disposed case has no rows here: they went with its key.
      guard let wrapped = try row.optionalBlob("wrapped") else { continue }
      let stream = try row.text("stream")
      let plain = try keyring.unwrap(wrapped, stream: stream).open(
        try row.blob("sealed"), purpose: Self.purpose,
        context: Self.context(try row.text("party"), stream, try row.int("number")))
      rows.append(try ThreadRow(row, sealed: plain))
    }
    return rows
  }

  private static func context(_ party: String, _ stream: String, _ number: Int) -> [String] {
    [party, stream, String(number)]
  }
}
