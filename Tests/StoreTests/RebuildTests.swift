// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct RebuildTests {
  /// Writes all rows as a rebuild would, in a given order of the cases.
  private static func write(
    _ connection: any Connection, _ keyring: Keyring, _ streams: [String]
  ) throws(StoreError) {
    for stream in streams {
      for party in ["fk", "region:SE1"] {
        var row = Sample.row(
          stream, party: party, number: stream.utf8.count, due: 3,
          ended: stream == "c" ? 1 : nil)
        row.sealed = Array("namn \(stream)".utf8)
        row.personHash = keyring.searchHash(kind: "person", normalizedText: stream)
        try CaseRows(connection, keyring).put(row)
      }
      try TaskRows(connection, keyring).replace(
        stream,
        with: [TaskRow(party: "fk", stream: stream, code: "x", opensDay: Sample.today)])
    }
  }

  private static func digest(_ database: Database) async throws -> [UInt8] {
    try await database.read { try ReadTables($0).digest() }
  }

  @Test(arguments: TestEngine.all)
  func `a rebuild gives the same rows, a changed row another digest`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let empty = try await Self.digest(database)
      for stream in ["a", "b", "c"] {
        try await database.append(stream, at: 0, [Sample.event()], keyring)
      }
      try await database.write { try Self.write($0, keyring, ["a", "b", "c"]) }
      let before = try await Self.digest(database)
      try await database.write { try ReadTables($0).clear() }
      #expect(try await Self.digest(database) == empty)
      try await database.write { connection in
        try Self.write(connection, keyring, ["c", "a", "b"])
        var other = Sample.row("a", status: "other")
        other.sealed = Array("x".utf8)
        try CaseRows(connection, keyring).put(other)
        try Self.write(connection, keyring, ["a"])
      }
      #expect(try await Self.digest(database) == before)
      for change in ["party_case SET deviations = 1", "party_task SET rule_id = 'R'"] {
        try await database.run("UPDATE \(change) WHERE stream = 'b'")
        #expect(try await Self.digest(database) != before)
        try await database.write { try Self.write($0, keyring, ["b"]) }
        #expect(try await Self.digest(database) == before)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a disposed case keeps number and dates, also through a rebuild`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      for stream in ["a", "b", "c"] {
        try await database.append(stream, at: 0, [Sample.event()], keyring)
      }
      try await database.write { connection in
        try Self.write(connection, keyring, ["a", "b", "c"])
        try StreamKeys(connection, keyring).dispose("c", at: Sample.now)
        try CaseRows(connection, keyring).strip("c", status: "disposed")
      }
      let before = try await Self.digest(database)
      let read = { @Sendable () in
        try await database.read { try CaseRows($0, keyring).row(party: "fk", stream: "c") }
      }
      let row = try #require(try await read())
      #expect(row.status == "disposed" && row.caseNumber == "AFU-2026-1001")
      #expect(row.dueDay == Sample.today.adding(days: 3) && row.isEnded)
      #expect(row.personHash == nil && row.sealed.isEmpty && row.nextRole.isEmpty)
      try await database.write { connection in
        try ReadTables(connection).clear()
        try Self.write(connection, keyring, ["a", "b"])
      }
      #expect(try await Self.digest(database) == before)
      #expect(try await read() == row)
      var sealed = row
      sealed.sealed = [1]
      let again = sealed
      let error = await storeError {
        try await database.write { try CaseRows($0, keyring).put(again) }
      }
      #expect(error == .disposed(stream: "c"))
    }
  }

  @Test func `both engines hold the same rows`() async throws {
    guard TestEngine.all.count == 2 else { return }
    var digests: [[UInt8]] = []
    for engine in TestEngine.all {
      try await withDatabase(engine) { database, keyring in
        try await database.write { connection in
          for (number, stream) in ["b", "ä", "A", "a-1", "a"].enumerated() {
            try CaseRows(connection, keyring).put(
              Sample.row(stream, number: number, due: number % 2 == 0 ? nil : number))
          }
        }
        digests.append(try await Self.digest(database))
      }
    }
    #expect(digests[0] == digests[1])
  }
}
