// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// The lists of threads: what is sealed, what goes with the case, and how they are read at volume.
@Suite(.serialized) struct ThreadRowTests {
  private static func row(
    _ stream: String, _ number: Int, party: String = "fk", minutes: Int = 0, unread: Int = 0,
    settled: Bool = false, assignee: String = ""
  ) -> ThreadRow {
    ThreadRow(
      party: party, stream: stream, number: number, updated: Sample.now.adding(minutes: minutes),
      messages: 2, unread: unread, awaits: unread > 0, settled: settled, assignee: assignee,
      sealed: Array("ämnet är hemligt \(number)".utf8))
  }

  @Test(arguments: TestEngine.all)
  func `a stream beside a case's is sealed with the case's key and goes with it`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.write { connection in
        let journal = Journal(connection, keyring)
        for stream in ["c1", "c1/samtal"] {
          try journal.append(
            stream, expectedVersion: 0,
            events: [
              NewEvent(
                kind: "said", schemaVersion: 1, author: "fk", audience: ["fk": "full"],
                occurred: Sample.now, payload: Array("hemligt".utf8))
            ], correlation: "t", recorded: Sample.now)
        }
        try ThreadRows(connection, keyring).replace("c1", with: [Self.row("c1", 1)])
      }
      #expect(try await database.rows("SELECT stream FROM stream_key").count == 1)
      let loaded = try await database.read { try Journal($0, keyring).load("c1/samtal") }
      #expect(loaded.map(\.payload) == [Array("hemligt".utf8)])
      let sealed = try await database.rows("SELECT sealed FROM party_thread")[0].blob("sealed")
      #expect(!String(decoding: sealed, as: UTF8.self).contains("hemligt"))
      _ = try await database.write { connection in
        try StreamKeys(connection, keyring).dispose("c1", at: Sample.now)
      }
      await #expect(throws: StoreError.disposed(stream: "c1")) {
        try await database.read { try Journal($0, keyring).load("c1/samtal") }
      }
      let left = try await database.read { try ThreadRows($0, keyring).rows("c1") }
      #expect(left.isEmpty)
      #expect(try await Verifier.verify(database, keyring: keyring).isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `pages follow each other without gaps, the latest first`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.write { connection in
        for stream in 0..<9 {
          _ = try StreamKeys(connection, keyring).keyOrNew("c\(stream)", at: Sample.now)
          // Some come at the same moment: case and number then decide.
          let rows = (1...3).map {
            Self.row(
              "c\(stream)", $0, minutes: stream / 2, unread: $0 % 2,
              assignee: $0 == 3 ? "p" : "")
          }
          try ThreadRows(connection, keyring).replace("c\(stream)", with: rows)
        }
      }
      for (filter, count) in [
        (ThreadFilter.all, 27), (.unread, 18), (.awaiting, 18), (.assigned("p"), 9),
        (.assigned(""), 18),
      ] {
        var seen: [ThreadRow] = []
        var cursor: ThreadCursor?
        repeat {
          let (from, found) = (cursor, seen)
          let page = try await database.read {
            try ThreadRows($0, keyring).list(party: "fk", filter, after: from, limit: 4)
          }
          #expect(Set(page).isDisjoint(with: found))
          seen += page
          cursor = page.last.flatMap { ThreadCursor(ThreadCursor($0).description) }
        } while cursor != nil
        #expect(seen.count == count, "\(filter)")
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.updated >= $1.updated })
        let counted = try await database.read {
          try ThreadRows($0, keyring).count(party: "fk", filter)
        }
        #expect(counted == count)
      }
    }
    #expect(ThreadCursor("aGVq") == nil)
  }

  private static func fill(_ database: Database) async throws {
    try await database.write { connection in
      for party in 0..<10 {
        var arguments: [SQLValue] = []
        for number in 0..<1_000 {
          arguments += Self.row(
            "s\(number)", 1, party: "p\(party)", minutes: number,
            unread: number % 50 == 0 ? 1 : 0, settled: number % 4 > 0,
            assignee: number % 3 == 0 ? "a" : ""
          ).arguments(sealed: [1])
        }
        let width = ThreadRow.columns.count
        let row = "(\(Placeholders.list(width)))"
        for start in stride(from: 0, to: arguments.count, by: width * 500) {
          let some = Array(arguments[start..<min(start + width * 500, arguments.count)])
          let rows = Array(repeating: row, count: some.count / width).joined(separator: ", ")
          try connection.execute(
            """
            INSERT INTO party_thread (\(ThreadRow.columns.joined(separator: ", ")))
            VALUES \(rows)
            """, some)
        }
      }
    }
    try await database.run(
      """
      INSERT INTO stream_key (stream, created_ms)
      SELECT stream, 0 FROM party_thread WHERE party = 'p0'
      """)
    try await database.run("ANALYZE")
  }

  private static let queries: [(String, [SQLValue])] = {
    let cursor = ThreadCursor(row("s500", 1, minutes: 500))
    let filters: [ThreadFilter] = [.all, .unread, .awaiting, .assigned("a"), .assigned("")]
    return filters.flatMap { filter in
      [
        ThreadRows.listSQL(party: "p3", filter, after: nil, limit: 51),
        ThreadRows.listSQL(party: "p3", filter, after: cursor, limit: 51),
        ThreadRows.countSQL(party: "p3", filter, limit: 1_000),
      ]
    }
  }()

  @Test func `SQLite reads every list from an index without sorting`() async throws {
    for analyzed in [false, true] {
      try await withDatabase(.sqlite) { database, _ in
        try await Self.fill(database)
        if !analyzed { try await database.run("DELETE FROM sqlite_stat1") }
        for (text, arguments) in Self.queries {
          let plan = try await database.rows("EXPLAIN QUERY PLAN " + text, arguments)
            .map { try $0.text("detail") }
          #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(text): \(plan)")
          #expect(
            plan.contains { $0.hasPrefix("SEARCH t USING") && $0.contains("party_thread") },
            "\(text): \(plan)")
        }
      }
    }
  }

  @Test func `PostgreSQL reads no list of threads from end to end`() async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    try await withDatabase(.postgres) { database, _ in
      try await Self.fill(database)
      for (text, arguments) in Self.queries {
        let plan = try await database.rows("EXPLAIN " + text, arguments)
          .map { try $0.text("QUERY PLAN") }
        #expect(!plan.contains { $0.contains("Seq Scan") }, "\(text): \(plan)")
      }
    }
  }
}
