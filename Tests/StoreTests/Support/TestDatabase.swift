// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import TestMachine
import Testing

@testable import Store

/// The engines the suite runs on.
enum TestEngine: String, Sendable, CustomTestStringConvertible {
  case sqlite
  case postgres

  var testDescription: String { rawValue }

  /// Both, unless PostgreSQL is left out on purpose.
  static let all: [TestEngine] = {
    guard ProcessInfo.processInfo.environment["SAMSYN_SKIP_POSTGRES"] == "1" else {
      return [.sqlite, .postgres]
    }
    let notice = """
      ************************************************************************
      *  SAMSYN_SKIP_POSTGRES=1: the store is NOT tested on PostgreSQL.      *
      ************************************************************************

      """
    FileHandle.standardError.write(Data(notice.utf8))
    return [.sqlite]
  }()
}

/// An empty place for one database of one engine.
struct TestPlace: Sendable {
  let address: DatabaseAddress
  private let folder: String?

  init(_ engine: TestEngine) async throws {
    let name = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
    switch engine {
    case .sqlite:
      let path = NSTemporaryDirectory() + "samsyn-" + name
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
      folder = path
      address = .sqlite(path: path + "/store.sqlite")
    case .postgres:
      let server = try PostgresServer.shared.get()
      folder = nil
      address = .postgres(server.address(schema: name))
      let database = try await Database.open(address)
      try await database.write { _ = try $0.execute("CREATE SCHEMA \(name)") }
      await database.close()
    }
  }

  func remove() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}

/// Runs a test on a new database with all migrations, and closes it.
func withDatabase(
  _ engine: TestEngine, faults: FaultPlan? = nil,
  _ body: (Database, Keyring) async throws -> Void
) async throws {
  let place = try await TestPlace(engine)
  defer { place.remove() }
  let database = try await Database.open(place.address, faults: faults)
  do {
    try await Migrator.migrate(database, at: Sample.now)
    try await body(database, Sample.keyring())
  } catch {
    await database.close()
    throw error
  }
  await database.close()
}

/// Runs a body and tells which store error it threw.
func storeError<T>(_ body: () async throws -> T) async -> StoreError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? StoreError
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Values tests begin with.
enum Sample {
  static let now = Instant(milliseconds: 1_781_251_200_000)
  static let today = Day(number: 20_616)

  static func keyring() throws -> Keyring {
    try Keyring(master: [UInt8](repeating: 7, count: Keyring.masterBytes))
  }

  static func event(
    _ kind: String = "requested", payload: String = "hemligt", occurred: Instant = now
  ) -> NewEvent {
    NewEvent(
      kind: kind, schemaVersion: 1, author: "fk", person: "handläggare-1",
      audience: ["fk": "full", "region:SE1": "facts"], occurred: occurred,
      payload: Array(payload.utf8))
  }

  static func row(
    _ stream: String, party: String = "fk", number: Int = 1, status: String = "requested",
    nextRole: String = "region", opened: Int = 0, due: Int? = nil, ended: Int? = nil
  ) -> CaseRow {
    var row = CaseRow(
      party: party, stream: stream, caseNumber: "AFU-2026-\(1_000 + number)", status: status,
      openedDay: today.adding(days: opened), updated: now.adding(minutes: number))
    row.nextRole = nextRole
    row.dueDay = due.map { today.adding(days: $0) }
    row.dueBasis = due == nil ? nil : "law"
    row.endedDay = ended.map { today.adding(days: $0) }
    return row
  }
}

extension Database {
  /// Appends events to a stream in a transaction of their own.
  @discardableResult
  func append(
    _ stream: String, at version: Int, _ events: [NewEvent], _ keyring: Keyring
  ) async throws -> [StoredEvent] {
    try await write { connection in
      try Journal(connection, keyring).append(
        stream, expectedVersion: version, events: events, correlation: "c1",
        recorded: Sample.now)
    }
  }

  func load(_ stream: String, _ keyring: Keyring) async throws -> [StoredEvent] {
    try await read { try Journal($0, keyring).load(stream) }
  }

  func run(_ sql: String, _ arguments: [SQLValue] = []) async throws {
    try await write { _ = try $0.execute(sql, arguments) }
  }

  func rows(_ sql: String, _ arguments: [SQLValue] = []) async throws -> [SQLRow] {
    try await read { try $0.query(sql, arguments) }
  }

  func count(_ table: String) async throws -> Int {
    try await rows("SELECT COUNT(*) AS n FROM \(table)")[0].int("n")
  }
}
