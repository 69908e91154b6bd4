// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The read tables as a whole: what a rebuild empties, fills and compares.
public struct ReadTables {
  private let connection: any Connection

  private struct Table {
    let name: String
    let columns: [String]
    let key: [String]
  }

  private static let tables = [
    Table(name: "party_case", columns: CaseRow.columns, key: ["party", "stream"]),
    Table(
      name: "party_task",
      columns: [
        "party", "stream", "code", "subject", "opens_day", "due_day", "due_key", "due_basis",
        "rule_id", "blocked", "noticed",
      ],
      key: ["party", "stream", "code", "subject"]),
    Table(
      name: "party_task_count", columns: ["party", "opens_day", "due_key", "blocked", "n"],
      key: ["party", "opens_day", "due_key", "blocked"]),
    Table(
      name: "party_count", columns: ["party", "ended", "status", "next_role", "n"],
      key: ["party", "ended", "status", "next_role"]),
    Table(
      name: "party_thread", columns: ThreadRow.columns, key: ["party", "stream", "number"]),
  ]

  /// The read tables inside a transaction.
  public init(_ connection: any Connection) {
    self.connection = connection
  }

  /// Empties the tables before a rebuild. Rows of disposed cases stay: the journal can no longer
  /// say what is in them, and they hold only number and dates.
  public func clear() throws(StoreError) {
    try connection.liftStatementTimeout()
    try Journal.lock(connection)
    let kept = "SELECT stream FROM stream_key WHERE disposed_ms IS NOT NULL"
    try connection.execute("DELETE FROM party_task")
    try connection.execute("DELETE FROM party_task_count")
    try connection.execute("DELETE FROM party_thread")
    try connection.execute("DELETE FROM party_case WHERE stream NOT IN (\(kept))")
    try connection.execute("DELETE FROM party_count")
    try connection.execute(
      """
      INSERT INTO party_count (party, ended, status, next_role, n)
      SELECT party, ended, status, next_role, COUNT(*) FROM party_case
      GROUP BY party, ended, status, next_role
      """)
  }

  /// SHA-256 over every row of the tables in the order of their keys. Two equal digests mean equal
  /// rows, on either engine.
  public func digest() throws(StoreError) -> [UInt8] {
    var hash = SHA256()
    for table in Self.tables {
      try add(table, to: &hash)
    }
    return Array(hash.finalize())
  }

  private func add(_ table: Table, to hash: inout SHA256) throws(StoreError) {
    let columns = table.columns.joined(separator: ", ")
    let key = table.key.joined(separator: ", ")
    var last: [SQLValue] = []
    while true {
      let condition =
        last.isEmpty ? "" : "WHERE (\(key)) > (\(Placeholders.list(last.count)))"
      let rows = try connection.query(
        "SELECT \(columns) FROM \(table.name) \(condition) ORDER BY \(key) LIMIT ?",
        last + [.int(Limits.walkRows)])
      for row in rows {
        var fields = CanonicalBytes(table.name)
        for value in row.values { fields.append(value) }
        hash.update(data: fields.bytes)
        last = []
        for column in table.key { last.append(try row.value(column)) }
      }
      if rows.count < Limits.walkRows { return }
    }
  }
}
