// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct TaskTests {
  private static func task(
    _ stream: String, _ code: String, party: String = "fk", subject: String = "",
    opens: Int = 0, due: Int? = nil, blocked: Bool = false
  ) -> TaskRow {
    TaskRow(
      party: party, stream: stream, code: code, subject: subject,
      opensDay: Sample.today.adding(days: opens),
      dueDay: due.map { Sample.today.adding(days: $0) }, dueBasis: due == nil ? nil : "law",
      ruleID: due == nil ? nil : "R1", isBlocked: blocked)
  }

  @Test(arguments: TestEngine.all)
  func `tasks are listed by last day with their case, page by page`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.append("a", at: 0, [Sample.event()], keyring)
      try await database.write { connection in
        var row = Sample.row("a")
        row.sealed = Array("namn".utf8)
        try CaseRows(connection, keyring).put(row)
        try CaseRows(connection, keyring).put(Sample.row("b"))
        let tasks = TaskRows(connection, keyring)
        try tasks.replace(
          "a",
          with: [
            Self.task("a", "x", due: 5), Self.task("a", "y"), Self.task("a", "z", opens: 1),
            Self.task("a", "visit", subject: "v1", due: 2),
            Self.task("a", "visit", subject: "v2", due: 2),
            Self.task("a", "x", party: "region:SE1", due: 1),
          ])
        try tasks.replace("b", with: [Self.task("b", "x", due: 2), Self.task("b", "y", due: -1)])
        // A case the party has no row of is not listed.
        try tasks.replace("c", with: [Self.task("c", "x", due: 0)])
      }
      var listed: [String] = []
      var cursor: TaskCursor?
      repeat {
        let from = cursor
        let page = try await database.read {
          try TaskRows($0, keyring).list(
            party: "fk", openBy: Sample.today, limit: 2, cursor: from)
        }
        for entry in page.entries {
          #expect(entry.task.stream == entry.assessment.stream)
          #expect(entry.assessment.sealed.isEmpty == (entry.task.stream == "b"))
        }
        listed += page.entries.map { "\($0.task.stream) \($0.task.code)\($0.task.subject)" }
        cursor = page.next.flatMap { TaskCursor($0.description) }
      } while cursor != nil
      #expect(listed == ["b y", "a visitv1", "a visitv2", "b x", "a x", "a y"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `replacing takes the old tasks of the case away and no others`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.write { connection in
        let tasks = TaskRows(connection, keyring)
        try tasks.replace("a", with: [Self.task("a", "x"), Self.task("a", "y")])
        try tasks.replace("b", with: [Self.task("b", "x")])
        try tasks.replace("a", with: [Self.task("a", "z")])
      }
      let left = try await database.rows("SELECT stream, code FROM party_task ORDER BY stream")
      #expect(try left.map { try $0.text("stream") + $0.text("code") } == ["az", "bx"])
      let error = await storeError {
        try await database.write {
          try TaskRows($0, keyring).replace("a", with: [Self.task("b", "x")])
        }
      }
      #expect(error?.code == "store.damaged")
      #expect(try await database.count("party_task") == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `tasks are counted late, soon, later or blocked`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.write { connection in
        try TaskRows(connection, keyring).replace(
          "a",
          with: [
            Self.task("a", "1", due: -1), Self.task("a", "2", due: 0),
            Self.task("a", "3", due: 3), Self.task("a", "4", due: 4), Self.task("a", "5"),
            Self.task("a", "6", due: -5, blocked: true),
            Self.task("a", "7", opens: 1, due: -1),
            Self.task("a", "8", party: "region:SE1", due: -1),
          ])
      }
      let counts = try await database.read { connection in
        try ["fk", "insured"].map {
          try TaskRows(connection, keyring).counts(
            party: $0, today: Sample.today, soonDay: Sample.today.adding(days: 3))
        }
      }
      #expect(counts[0] == TaskCounts(late: 1, soon: 2, later: 2, blocked: 1))
      #expect(counts[1] == TaskCounts(late: 0, soon: 0, later: 0, blocked: 0))
    }
  }
}
