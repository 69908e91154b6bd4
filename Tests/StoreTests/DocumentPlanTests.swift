// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// Documents at volume: no query reads a table from end to end.
@Suite(.serialized) struct DocumentPlanTests {
  private static let streams = 400
  private static let documentsPerStream = 20

  private static let texts: [(String, String, [SQLValue])] = [
    ("find", DocumentSQL.find, [.text("d5-5")]),
    ("stream", DocumentSQL.stream, [.text("d5-5")]),
    ("count", DocumentSQL.count, [.text("s5"), .text("fk")]),
    ("list", DocumentSQL.list, [.text("s5")]),
    ("address", DocumentSQL.address, [.text("s5"), .text("fk"), .blob(Array("a5-5".utf8))]),
    ("walk", DocumentSQL.walk, [.text("d5-5"), .int(100)]),
    ("chunk", DocumentChunks.readSQL, [.text("d5-5"), .int(1)]),
    ("abandoned", DocumentSQL.removeAbandoned, [.int(50), .int(50), .int(200)]),
    ("disposal", DocumentSQL.removeAll, [.text("s5")]),
  ]

  private static func fill(_ database: Database) async throws {
    try await database.write { connection in
      for stream in 0..<streams {
        var documents: [SQLValue] = []
        var chunks: [SQLValue] = []
        for number in 0..<documentsPerStream {
          let isWhole = number > 0 || stream % 4 > 0
          let id = SQLValue.text("d\(stream)-\(number)")
          documents += [
            id, .text("s\(stream)"), .text(["fk", "region:SE1"][number % 2]), .text("p"),
            .text(isWhole ? "whole" : "receiving"), .int(9), .int(isWhole ? 9 : 0),
            isWhole ? .blob(Array("a\(stream)-\(number)".utf8)) : .null, .int(stream),
            .int(stream), .blob([1]),
          ]
          for chunk in 0..<3 { chunks += [id, .int(chunk), .blob([1])] }
        }
        try insert(connection, "document (\(DocumentRecord.columns))", 11, documents)
        try insert(connection, "document_chunk (document, number, sealed)", 3, chunks)
      }
    }
    try await database.run("ANALYZE")
  }

  private static func insert(
    _ connection: any Connection, _ target: String, _ width: Int, _ arguments: [SQLValue]
  ) throws(StoreError) {
    let row = "(\(Placeholders.list(width)))"
    let rows = Array(repeating: row, count: arguments.count / width).joined(separator: ", ")
    try connection.execute("INSERT INTO \(target) VALUES \(rows)", arguments)
  }

  @Test func `SQLite reads documents from indexes without sorting`() async throws {
    for analyzed in [false, true] {
      try await withDatabase(.sqlite) { database, _ in
        try await Self.fill(database)
        if !analyzed { try await database.run("DELETE FROM sqlite_stat1") }
        for (name, text, arguments) in Self.texts {
          let plan = try await database.rows("EXPLAIN QUERY PLAN " + text, arguments)
            .map { try $0.text("detail") }
          #expect(!plan.isEmpty)
          #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(name): \(plan)")
          #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(name): \(plan)")
        }
        let plan = try await database.rows(
          "EXPLAIN QUERY PLAN " + DocumentSQL.address, Self.texts[4].2)
        #expect(try plan[0].text("detail").contains("document_address"))
      }
    }
  }

  @Test func `PostgreSQL reads no table of documents from end to end`() async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    try await withDatabase(.postgres) { database, _ in
      try await Self.fill(database)
      for (name, text, arguments) in Self.texts {
        let plan = try await database.rows("EXPLAIN " + text, arguments)
          .map { try $0.text("QUERY PLAN") }
        #expect(!plan.isEmpty)
        #expect(!plan.contains { $0.contains("Seq Scan") }, "\(name): \(plan)")
      }
    }
  }
}
