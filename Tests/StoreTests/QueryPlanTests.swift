// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// Lists at volume: every page is a range of an index and nothing is sorted.
@Suite(.serialized) struct QueryPlanTests {
  private static let parties = 12
  private static let casesPerParty = 1_000

  /// Every shape of list query, with and without a cursor.
  private static let queries: [CaseQuery] = {
    let cursorStream = "s500"
    var queries: [CaseQuery] = []
    for sort in CaseQuery.Sort.allCases {
      for direction in CaseQuery.Direction.allCases {
        var plain = CaseQuery(party: "p3", sort: sort, direction: direction)
        queries.append(plain)
        plain.cursor = CaseCursor(
          sort: sort, isBackward: false,
          key: sort == .status ? .text("ordered") : .integer(20_620), stream: cursorStream)
        queries.append(plain)
        var filtered = plain
        filtered.statuses = ["ordered"]
        filtered.nextRole = "fk"
        queries.append(filtered)
        filtered.performer = "performer:SE9"
        filtered.region = "region:SE1"
        filtered.dueFrom = Sample.today
        filtered.dueTo = Sample.today.adding(days: 9)
        filtered.onlyDeviations = true
        queries.append(filtered)
      }
    }
    return queries
  }()

  /// Rows straight into the tables, many per statement.
  private static func fill(_ database: Database) async throws {
    try await database.write { connection in
      for party in 0..<parties {
        var arguments: [SQLValue] = []
        var tasks: [SQLValue] = []
        for number in 0..<casesPerParty {
          var row = Sample.row(
            "s\(number)", party: "p\(party)", number: number,
            status: ["requested", "ordered", "closed"][number % 3],
            nextRole: ["fk", "region"][number % 2], opened: number % 50, due: number % 40,
            ended: number % 4 == 0 ? 2 : nil)
          row.personHash = Array("hash \(number)".utf8)
          row.fkHash = Array("fk \(number)".utf8)
          row.recheck = Sample.now.adding(hours: number % 30)
          arguments += row.arguments(sealed: [])
          tasks += [
            .text(row.party), .text(row.stream), .text("do"), .day(row.openedDay),
            .day(row.dueDay), .integer(CaseRow.key(of: row.dueDay)),
          ]
        }
        let columns = CaseRow.columns
        try insert(
          connection, "party_case (\(columns.joined(separator: ", ")))",
          "(\(Placeholders.list(columns.count)))", columns.count, arguments)
        try insert(
          connection,
          "party_task (party, stream, code, opens_day, due_day, due_key, subject, blocked)",
          "(?, ?, ?, ?, ?, ?, '', 0)", 6, tasks)
      }
      let keys = (0..<casesPerParty).map { SQLValue.text("s\($0)") }
      try insert(connection, "stream_key (stream, created_ms)", "(?, 0)", 1, keys)
    }
    try await database.run("ANALYZE")
  }

  private static func insert(
    _ connection: any Connection, _ target: String, _ row: String, _ width: Int,
    _ arguments: [SQLValue]
  ) throws(StoreError) {
    let step = width * 200
    for start in stride(from: 0, to: arguments.count, by: step) {
      let part = Array(arguments[start..<min(start + step, arguments.count)])
      let rows = Array(repeating: row, count: part.count / width).joined(separator: ", ")
      try connection.execute("INSERT INTO \(target) VALUES \(rows)", part)
    }
  }

  /// All texts a page may run, with a name for the report.
  private static func texts() -> [(String, String, [SQLValue])] {
    var texts: [(String, String, [SQLValue])] = []
    for query in queries {
      let sql = CaseListSQL(query: query)
      let (text, arguments) = sql.page(ended: false, limit: 51)
      texts.append(("list \(query.sort) \(query.direction)", text, arguments))
    }
    for cursor in [nil, TaskCursor(CursorText.write(["20620", "s5", "do", ""]))] {
      let (text, arguments) = TaskRows.listSQL(
        party: "p3", openBy: Sample.today.adding(days: 9), limit: 51, cursor: cursor)
      texts.append(("tasks", text, arguments))
    }
    texts.append(
      (
        "recheck",
        """
        SELECT stream FROM party_case WHERE recheck_ms IS NOT NULL AND recheck_ms <= ?
        ORDER BY recheck_ms, stream LIMIT ?
        """, [.instant(Sample.now), .int(100)]
      ))
    for (column, value) in [
      ("case_number", SQLValue.text("AFU-2026-1005")),
      ("fk_hash", .blob(Array("fk 5".utf8))), ("person_hash", .blob(Array("hash 5".utf8))),
    ] {
      texts.append(
        (
          "search \(column)",
          "\(CaseListSQL.source) WHERE c.party = ? AND c.\(column) = ? LIMIT ?",
          [.text("p3"), value, .int(200)]
        ))
    }
    return texts
  }

  @Test func `SQLite reads every list from an index without sorting`() async throws {
    for analyzed in [false, true] {
      try await withDatabase(.sqlite) { database, _ in
        try await Self.fill(database)
        if !analyzed { try await database.run("DELETE FROM sqlite_stat1") }
        for (name, text, arguments) in Self.texts() {
          let plan = try await database.rows("EXPLAIN QUERY PLAN " + text, arguments)
            .map { try $0.text("detail") }
          #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(name): \(plan)")
          #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(name): \(plan)")
        }
        for query in Self.queries where query.sort != .status {
          let (text, arguments) = CaseListSQL(query: query).page(ended: false, limit: 51)
          let plan = try await database.rows("EXPLAIN QUERY PLAN " + text, arguments)
            .map { try $0.text("detail") }
          let index = "party_case_\(query.sort.rawValue)"
          #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
      }
    }
  }

  @Test func `PostgreSQL reads no table from end to end for a list`() async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    try await withDatabase(.postgres) { database, _ in
      try await Self.fill(database)
      for (name, text, arguments) in Self.texts() {
        let plan = try await database.rows("EXPLAIN " + text, arguments)
          .map { try $0.text("QUERY PLAN") }
        #expect(!plan.isEmpty)
        #expect(!plan.contains { $0.contains("Seq Scan") }, "\(name): \(plan)")
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a filtered list is counted up to the limit and then says at least`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await Self.fill(database)
      try await database.run("UPDATE party_case SET party = 'p' || stream WHERE party = 'p0'")
      try await database.run(
        "UPDATE party_case SET stream = stream || party, party = 'all' WHERE party LIKE 'p_'")
      try await database.run(
        "UPDATE party_case SET stream = stream || party, party = 'all' WHERE party LIKE 'p__'")
      let total = { @Sendable (query: CaseQuery) in
        try await database.read { try CaseRows($0, keyring).list(query).total }
      }
      var query = CaseQuery(party: "all", state: .all, dueFrom: Sample.today)
      let many = try await total(query)
      #expect(many == CasePage.Total(count: Limits.countedRows, isAtLeast: true))
      query.state = .ended
      let few = try await total(query)
      #expect(!few.isAtLeast && few.count > 2_000 && few.count < 3_000)
    }
  }
}
