// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// A crash between any two writes of a command.
@Suite struct FaultTests {
  private static let tables = [
    "event", "stream_key", "command_receipt", "party_case", "party_task", "party_count",
    "outbox", "case_number_sequence", "access_log",
  ]

  /// All a command writes, in one transaction.
  private static func command(
    _ connection: any Connection, _ keyring: Keyring
  ) throws(StoreError) {
    let journal = Journal(connection, keyring)
    let number = try journal.nextCaseNumber(year: 2026)
    try journal.append(
      "case-1", expectedVersion: 0, events: [Sample.event("a"), Sample.event("b")],
      correlation: "c1", recorded: Sample.now)
    let rows = CaseRows(connection, keyring)
    for party in ["fk", "region:SE1"] {
      var row = Sample.row("case-1", party: party, number: number)
      row.sealed = Array("namn".utf8)
      try rows.put(row)
      row.status = "answered"
      try rows.put(row)
    }
    try TaskRows(connection, keyring).replace(
      "case-1",
      with: [TaskRow(party: "fk", stream: "case-1", code: "order", opensDay: Sample.today)])
    try Outbox(connection, keyring).enqueue(
      stream: "case-1", recipient: "region:SE1", kind: "a", payload: [1], at: Sample.now)
    try AccessLog(connection).record(
      AccessEntry(
        at: Sample.now, party: "fk", person: "p", action: "open", purpose: "x", items: 1))
    try journal.saveReceipt(
      "key-1",
      CommandReceipt(
        stream: "case-1", firstVersion: 1, lastVersion: 2, result: "ok", recorded: Sample.now))
  }

  @Test(arguments: TestEngine.all)
  func `a fault before any statement leaves nothing of the command`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      let empty = try await counts(database)
      #expect(Set(empty) == [0])
      var statement = 0
      while true {
        statement += 1
        faults.arm(beforeStatement: statement)
        let error = await storeError {
          try await database.write { try Self.command($0, keyring) }
        }
        if error == nil { break }
        #expect(error == .injectedFault)
        let left = try await counts(database)
        #expect(left == empty, "after a fault before statement \(statement)")
      }
      faults.disarm()
      // The commit is the last one that can fail.
      #expect(statement > 30)
      #expect(try await database.load("case-1", keyring).count == 2)
      #expect(try await counts(database).min() == 1)
      #expect(try await Verifier.verify(database).isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a fault after the commit leaves the whole command and its receipt`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      faults.armAfterCommit()
      let error = await storeError {
        try await database.write { try Self.command($0, keyring) }
      }
      #expect(error == .injectedFault)
      let receipt = try await database.read { try Journal($0, keyring).receipt("key-1") }
      #expect(receipt?.lastVersion == 2)
      #expect(try await database.load("case-1", keyring).count == 2)
    }
  }

  private func counts(_ database: Database) async throws -> [Int] {
    var counts: [Int] = []
    for table in Self.tables { counts.append(try await database.count(table)) }
    return counts
  }
}
