// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct JournalTests {
  @Test(arguments: TestEngine.all)
  func `appended events come back in order and in the clear`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      let first = try await database.append(
        "case-1", at: 0, [Sample.event("a"), Sample.event("b", payload: "åäö")], keyring)
      let third = try await database.append("case-1", at: 2, [Sample.event("c")], keyring)
      let loaded = try await database.load("case-1", keyring)
      #expect(loaded == first + third)
      #expect(loaded.map(\.version) == [1, 2, 3])
      #expect(loaded.map(\.position) == [1, 2, 3])
      #expect(loaded.map { String(decoding: $0.payload, as: UTF8.self) }[1] == "åäö")
      #expect(loaded[0].audience == ["fk": "full", "region:SE1": "facts"])
      #expect(loaded[0].previousHash == StreamHead.none.hash)
      #expect(loaded[2].previousHash == loaded[1].header.hash)
      #expect(try await database.load("case-2", keyring).isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an append on an old version is refused and changes nothing`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.append("case-1", at: 0, [Sample.event()], keyring)
      for expected in [0, 2] {
        let error = await storeError {
          try await database.append("case-1", at: expected, [Sample.event()], keyring)
        }
        #expect(error == .versionConflict(stream: "case-1", expected: expected, actual: 1))
      }
      #expect(try await database.load("case-1", keyring).count == 1)
      #expect(try await database.read { try Journal($0, keyring).maxPosition() } == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `of simultaneous appends to one stream exactly one wins`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let outcomes = await withTaskGroup(of: StoreError?.self) { group in
        for number in 0..<12 {
          group.addTask {
            await storeError {
              try await database.append(
                "case-1", at: 0, [Sample.event(payload: "\(number)")], keyring)
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == nil }.count == 1)
      let conflict = StoreError.versionConflict(stream: "case-1", expected: 0, actual: 1)
      #expect(outcomes.filter { $0 == conflict }.count == 11)
      let stored = try await database.load("case-1", keyring)
      #expect(stored.count == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `simultaneous appends to many streams leave no gap in the positions`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<30 {
          group.addTask {
            try await database.append(
              "case-\(number)", at: 0, [Sample.event(), Sample.event()], keyring)
          }
        }
        try await group.waitForAll()
      }
      let headers = try await database.read {
        try Journal($0, keyring).headers(afterPosition: 10, limit: 1_000)
      }
      #expect(headers.map(\.position) == Array(11...60))
      let report = try await Verifier.verify(database)
      #expect(report.isSound)
      #expect(report.events == 60 && report.streams == 30)
    }
  }

  @Test(arguments: TestEngine.all)
  func `streams are walked in byte order`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      for stream in ["b", "a", "Z", "å", "ab", "a-b"] {
        try await database.append(stream, at: 0, [Sample.event()], keyring)
      }
      let all = try await database.read { try Journal($0, keyring).streams(limit: 10) }
      #expect(all == ["Z", "a", "a-b", "ab", "b", "å"])
      let rest = try await database.read { connection in
        try Journal(connection, keyring).streams(after: "a-b", limit: 2)
      }
      #expect(rest == ["ab", "b"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a repeated command finds its receipt and cannot leave a second`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let receipt = CommandReceipt(
        stream: "case-1", firstVersion: 1, lastVersion: 2, result: "ok",
        saidHash: [1, 2], recorded: Sample.now)
      #expect(try await database.read { try Journal($0, keyring).receipt("key-1") } == nil)
      try await database.write { try Journal($0, keyring).saveReceipt("key-1", receipt) }
      #expect(try await database.read { try Journal($0, keyring).receipt("key-1") } == receipt)
      let error = await storeError {
        try await database.write { try Journal($0, keyring).saveReceipt("key-1", receipt) }
      }
      #expect(error?.code == "store.constraint")
      #expect(try await database.read { try Journal($0, keyring).receipt("key-2") } == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `case numbers run per year and a rolled back one is given again`(
    engine: TestEngine
  ) async throws {
    struct Stop: Error {}
    try await withDatabase(engine) { database, keyring in
      @Sendable func next(_ connection: any Connection, _ year: Int) throws -> Int {
        try Journal(connection, keyring).nextCaseNumber(year: year)
      }
      #expect(try await database.write { try next($0, 2026) } == 1)
      await #expect(throws: Stop.self) {
        try await database.write { connection in
          _ = try next(connection, 2026)
          throw Stop()
        }
      }
      #expect(try await database.write { try next($0, 2026) } == 2)
      #expect(try await database.write { try next($0, 2027) } == 1)
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<10 { group.addTask { try await database.write { try next($0, 2026) } } }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(numbers == Set(3...12))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a disposed stream cannot be read or continued but still verifies`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.append("case-1", at: 0, [Sample.event(), Sample.event()], keyring)
      try await database.append("case-2", at: 0, [Sample.event()], keyring)
      let keys = { @Sendable (connection: any Connection) in StreamKeys(connection, keyring) }
      #expect(try await database.write { try keys($0).dispose("case-1", at: Sample.now) })
      #expect(try await database.write { try keys($0).dispose("case-1", at: Sample.now) } == false)
      let disposed = StoreError.disposed(stream: "case-1")
      #expect(await storeError { try await database.load("case-1", keyring) } == disposed)
      let append = await storeError {
        try await database.append("case-1", at: 2, [Sample.event()], keyring)
      }
      #expect(append == disposed)
      let headers = try await database.read { try Journal($0, keyring).headers("case-1") }
      #expect(headers.map(\.version) == [1, 2])
      #expect(try await database.read { try keys($0).isDisposed("case-1") })
      #expect(try await database.load("case-2", keyring).count == 1)
      #expect(try await Verifier.verify(database).isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `too many events at once, or none, are refused`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      for count in [0, Limits.eventsPerAppend + 1] {
        let events = Array(repeating: Sample.event(), count: count)
        let error = await storeError {
          try await database.append("case-1", at: 0, events, keyring)
        }
        #expect(error?.code == "store.limit")
      }
    }
  }
}
