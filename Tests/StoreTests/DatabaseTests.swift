// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Store

@Suite struct DatabaseTests {
  @Test func `an address names its engine or is refused`() throws {
    #expect(try DatabaseAddress("sqlite:/tmp/a.db") == .sqlite(path: "/tmp/a.db"))
    #expect(try DatabaseAddress("postgresql://h/d") == .postgres("postgresql://h/d"))
    for text in ["", "sqlite:", "sqlite::memory:", "mysql://h/d", "/tmp/a.db"] {
      #expect(throws: StoreError.badAddress) { try DatabaseAddress(text) }
    }
  }

  @Test func `question marks become numbers except inside quotes`() {
    #expect(
      Placeholders.numbered("SELECT ?, 'a?''?', \"b?\", ? FROM t WHERE c = ?")
        == "SELECT $1, 'a?''?', \"b?\", $2 FROM t WHERE c = $3")
  }

  @Test(arguments: TestEngine.all)
  func `every kind of value comes back as it was stored`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      let blob = engine == .sqlite ? "BLOB" : "BYTEA"
      try await database.run("CREATE TABLE v (i BIGINT, t TEXT, b \(blob))")
      let values: [[SQLValue]] = [
        [.null, .null, .null],
        [.integer(.min), .text(""), .blob([])],
        [.integer(.max), .text("Åsa 'x' ? \\ 😀"), .blob(Array(0...255))],
        [.integer(-1), .text("\\x00"), .blob([0])],
      ]
      for row in values { try await database.run("INSERT INTO v VALUES (?, ?, ?)", row) }
      let rows = try await database.rows("SELECT i, t, b FROM v ORDER BY t IS NOT NULL, t")
      #expect(Set(rows.map(\.values)) == Set(values))
      #expect(rows[0].columnNames == ["i", "t", "b"])
      #expect(throws: StoreError.missingColumn("x")) { try rows[0].value("x") }
      #expect(throws: StoreError.columnType("t")) { try rows[1].integer("t") }
    }
  }

  @Test(arguments: TestEngine.all)
  func `text with a NUL and values beyond the limit are refused`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      let nul = await storeError { try await database.rows("SELECT ? AS a", [.text("a\0b")]) }
      #expect(nul == .badValue)
      let large = [UInt8](repeating: 0, count: Limits.valueBytes + 1)
      let tooMuch = await storeError {
        try await database.rows("SELECT ? AS a", [.blob(large)])
      }
      #expect(tooMuch == .badValue)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a body that throws leaves nothing behind`(engine: TestEngine) async throws {
    struct Stop: Error {}
    try await withDatabase(engine) { database, _ in
      await #expect(throws: Stop.self) {
        try await database.write { connection in
          try Meta(connection).set("a", "1")
          throw Stop()
        }
      }
      #expect(try await database.read { try Meta($0).value("a") } == nil)
      try await database.write { try Meta($0).set("a", "2") }
      #expect(try await database.read { try Meta($0).value("a") } == "2")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a read sees one moment even while others write`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      try await database.write { try Meta($0).set("a", "old") }
      let begun = DispatchSemaphore(value: 0)
      let written = DispatchSemaphore(value: 0)
      async let seen = database.read { connection in
        let before = try Meta(connection).value("a")
        begun.signal()
        let waited = written.wait(timeout: .now() + 120)
        return [before, try Meta(connection).value("a"), waited == .success ? "yes" : "no"]
      }
      await onThread { begun.wait() }
      try await database.write { try Meta($0).set("a", "new") }
      written.signal()
      #expect(try await seen == ["old", "old", "yes"])
      #expect(try await database.read { try Meta($0).value("a") } == "new")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a read cannot write`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      let error = await storeError { try await database.read { try Meta($0).set("a", "1") } }
      #expect(error != nil)
      let count = try await database.count("meta")
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `errors carry the engine's code and no stored value`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      let insert = "INSERT INTO job_lease (name, holder, until_ms) VALUES (?, ?, ?)"
      let arguments: [SQLValue] = [.text("hemlig-text"), .text("x"), .int(1)]
      try await database.run(insert, arguments)
      let error = await storeError { try await database.run(insert, arguments) }
      guard case .constraint = error else {
        Issue.record("not a constraint: \(String(describing: error))")
        return
      }
      #expect(error?.description.contains("hemlig") == false)
      let fault = await storeError { try await database.rows("SELECT nowhere FROM meta") }
      #expect(fault?.description.contains("nowhere") == true)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a closed database says so`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      await database.close()
      #expect(await storeError { try await database.count("meta") } == .closed)
    }
  }

  @Test(arguments: TestEngine.all)
  func `more tasks than connections are served in turn`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      try await database.run("INSERT INTO meta (key, value) VALUES ('n', '0')")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<40 {
          group.addTask {
            try await database.write { connection in
              _ = try Journal.lock(connection)
              let n = Int(try Meta(connection).value("n") ?? "") ?? 0
              try Meta(connection).set("n", String(n + 1))
            }
          }
          group.addTask { _ = try await database.count("meta") }
        }
        try await group.waitForAll()
      }
      #expect(try await database.read { try Meta($0).value("n") } == "40")
    }
  }

  @Test func `a commit on SQLite is on disk and destroyed keys leave no page`() async throws {
    try await withDatabase(.sqlite) { database, _ in
      let settings = try await database.write { connection in
        try ["synchronous", "foreign_keys", "secure_delete", "journal_mode"].map {
          try connection.query("PRAGMA \($0)")[0].values[0]
        }
      }
      #expect(settings == [.integer(2), .integer(1), .integer(1), .text("wal")])
    }
  }

  @Test(arguments: TestEngine.all)
  func `only what may be taken back is left to the next commit`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      @Sendable func waits(_ connection: any Connection) throws -> Bool {
        let sql =
          engine == .sqlite
          ? "PRAGMA synchronous" : "SELECT current_setting('synchronous_commit')"
        let value = try connection.query(sql)[0].values[0]
        return value == .integer(2) || value == .text("on")
      }
      for durability in [Durability.withNext, .atOnce, .withNext, .withNext, .atOnce] {
        let isWaiting = try await database.write(durability: durability) { connection in
          try Meta(connection).set("n", "\(durability)")
          return try waits(connection)
        }
        #expect(isWaiting == (durability == .atOnce))
        #expect(try await database.read { try Meta($0).value("n") } == "\(durability)")
      }
    }
  }

  @Test func `one who waits for the disk makes all of a shared commit wait`() async throws {
    try await withDatabase(.sqlite) { database, _ in
      let waited = try await withThrowingTaskGroup(of: (Durability, Int64).self) { group in
        for number in 0..<60 {
          let durability = number % 2 == 0 ? Durability.withNext : .atOnce
          group.addTask {
            try await database.write(durability: durability) { connection in
              try Meta(connection).set("n", "\(number)")
              let settings = try connection.query("PRAGMA synchronous")
              return (durability, try settings[0].integer("synchronous"))
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(waited.count == 60)
      #expect(waited.allSatisfy { $0.0 == .withNext || $0.1 == 2 })
    }
  }

  @Test func `a lost PostgreSQL connection is made again`() async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    try await withDatabase(.postgres) { database, _ in
      let error = await storeError {
        try await database.rows("SELECT pg_terminate_backend(pg_backend_pid())")
      }
      guard case .unavailable = error else {
        Issue.record("not unavailable: \(String(describing: error))")
        return
      }
      let count = try await database.count("meta")
      #expect(count == 0)
    }
  }

  @Test func `a PostgreSQL commit waits for the disk`() async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    try await withDatabase(.postgres) { database, _ in
      for setting in ["fsync", "synchronous_commit"] {
        let row = try await database.rows("SELECT current_setting('\(setting)') AS value")[0]
        #expect(try row.text("value") == "on")
      }
    }
  }

  @Test func `a new database file is its owner's alone`() async throws {
    let place = try await TestPlace(.sqlite)
    defer { place.remove() }
    let database = try await Database.open(place.address)
    try await Migrator.migrate(database, at: Sample.now)
    guard case .sqlite(let path) = place.address else { return }
    for file in [path, path + "-wal"] {
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
    }
    await database.close()
    let error = await storeError {
      try await Database.open(.sqlite(path: path + ".none/store.sqlite"))
    }
    #expect(error?.code == "store.unavailable")
  }

  @Test func `an address without a server is told at once`() async {
    let error = await storeError {
      try await Database.open(.postgres("postgresql://nobody@127.0.0.1:1/none"))
    }
    guard case .unavailable = error else {
      Issue.record("not unavailable: \(String(describing: error))")
      return
    }
  }

  private func onThread(_ work: @Sendable @escaping () -> Void) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        work()
        continuation.resume()
      }
    }
  }
}
