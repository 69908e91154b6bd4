// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// What somebody with the database but not the program could do.
@Suite struct TamperTests {
  @Test(arguments: TestEngine.all)
  func `a flipped byte in any column breaks the chain`(engine: TestEngine) async throws {
    let changes = [
      "payload = ?", "hash = ?", "previous_hash = ?", "kind = 'other'", "author = 'x'",
      "audience = '{\"insured\":\"full\"}'", "occurred_ms = occurred_ms + 1",
      "recorded_ms = recorded_ms + 1", "correlation = 'x'", "person = NULL",
      "on_behalf_of = 'x'", "schema_version = 2",
    ]
    try await withDatabase(engine) { database, keyring in
      for (number, change) in changes.enumerated() {
        let stream = "case-\(number)"
        let stored = try await database.append(
          stream, at: 0, [Sample.event(), Sample.event(), Sample.event()], keyring)
        var arguments: [SQLValue] = []
        if change.contains("?") {
          let column = String(change.prefix { $0 != " " })
          let row = try await database.rows(
            "SELECT \(column) FROM event WHERE position = ?", [.int(stored[1].position)])[0]
          var bytes = try row.blob(column)
          bytes[bytes.count / 2] ^= 1
          arguments = [.blob(bytes)]
        }
        try await database.run(
          "UPDATE event SET \(change) WHERE position = ?",
          arguments + [.int(stored[1].position)])
        let error = await storeError { try await database.load(stream, keyring) }
        #expect(error == .chainBroken(stream: stream, version: 2), "\(change)")
      }
      let report = try await Verifier.verify(database)
      #expect(report.faultCount >= changes.count)
      #expect(report.faults.contains(.contentChanged(stream: "case-0", version: 2)))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a deleted event is missed wherever it stood`(engine: TestEngine) async throws {
    for version in 1...3 {
      try await withDatabase(engine) { database, keyring in
        try await database.append(
          "case-1", at: 0, [Sample.event(), Sample.event(), Sample.event()], keyring)
        try await database.run(
          "DELETE FROM event WHERE stream = 'case-1' AND version = ?", [.int(version)])
        let report = try await Verifier.verify(database)
        #expect(report.faults.contains(.positionsMissing(given: 3, found: 2)))
        let gap = VerifyReport.Fault.versionMissing(stream: "case-1", version: version)
        #expect(report.faults.contains(gap) == (version < 3))
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a payload moved to another event does not open there`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let stored = try await database.append(
        "case-1", at: 0, [Sample.event(payload: "a"), Sample.event(payload: "b")], keyring)
      // Even a forger who computes all hashes again cannot move a sealed payload.
      try await database.write { connection in
        let rows = try connection.query(
          "SELECT \(EventRecord.columns) FROM event ORDER BY version")
        let forged = try EventRecord(
          Sample.event(), stream: "case-1", position: stored[1].position,
          after: StreamHead(version: 1, hash: stored[0].header.hash),
          sealed: try rows[0].blob("payload"), correlation: "c1", recorded: Sample.now)
        try connection.execute(
          "UPDATE event SET payload = ?, hash = ? WHERE position = ?",
          [.blob(forged.sealed), .blob(forged.hash), .int(forged.position)])
      }
      #expect(try await Verifier.verify(database).isSound)
      let error = await storeError { try await database.load("case-1", keyring) }
      #expect(error == .chainBroken(stream: "case-1", version: 2))
    }
  }

  @Test(arguments: TestEngine.all)
  func `anchors fit until a chain is written again from its beginning`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let anchor = { @Sendable (connection: any Connection) in
        try Anchors(connection).write(at: Sample.now)
      }
      #expect(try await database.write(anchor) == nil)
      try await database.append("case-1", at: 0, [Sample.event()], keyring)
      try await database.append("case-2", at: 0, [Sample.event()], keyring)
      let first = try await database.write(anchor)
      #expect(first?.position == 2)
      #expect(try await database.write(anchor) == nil)
      try await database.append("case-2", at: 1, [Sample.event()], keyring)
      let second = try await database.write(anchor)
      #expect(second?.id == 2 && second?.previousHash == first?.headsHash)
      #expect(try await database.read { try Anchors($0).list(limit: 10) } == [first!, second!])
      var report = try await Verifier.verify(database)
      #expect(report.isSound && report.anchors == 2)

      try await database.write { connection in
        let forged = try EventRecord(
          Sample.event("other"), stream: "case-1", position: 1, after: .none, sealed: [1],
          correlation: "c1", recorded: Sample.now)
        try connection.execute("DELETE FROM event WHERE position = 1")
        try connection.execute(
          """
          INSERT INTO event (\(EventRecord.columns))
          VALUES (\(Placeholders.list(forged.arguments.count)))
          """, forged.arguments)
      }
      report = try await Verifier.verify(database)
      #expect(report.faults == [.anchorBroken(id: 1)])
    }
  }

  @Test(arguments: TestEngine.all)
  func `another master key opens nothing`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.append("case-1", at: 0, [Sample.event()], keyring)
      let other = try Keyring(master: [UInt8](repeating: 8, count: 32))
      #expect(await storeError { try await database.load("case-1", other) } == .sealBroken)
    }
  }
}
