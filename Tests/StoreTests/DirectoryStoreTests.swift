// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// Dated copies: whatever order they come in, each gives back what was put in.
@Suite struct DirectoryStoreTests {
  private static func day(_ number: Int) -> Day { Day(number: 20_000 + number) }

  private func add(
    _ database: Database, _ day: Int, _ lines: [(String, String)]
  ) async throws -> DirectoryAddition {
    let entries = lines.map { DirectoryEntry(id: $0.0, line: $0.1) }
    return try await database.write { connection in
      try DirectoryStore(connection).add(
        .units, day: Self.day(day), entries: entries, passedOver: 1, at: Sample.now)
    }
  }

  private func lines(_ database: Database, _ day: Int) async throws -> [String] {
    try await database.read { connection in
      try DirectoryStore(connection).entries(.units, on: Self.day(day))
        .map { "\($0.id)=\($0.line)" }.sorted()
    }
  }

  @Test(arguments: TestEngine.all)
  func `copies in any order give back what was put in, with few rows`(
    engine: TestEngine
  ) async throws {
    for seed in 0..<12 {
      try await withDatabase(engine) { database, _ in
        var numbers = SeededNumbers(UInt64(seed))
        var copies: [[(String, String)]] = []
        var state = (0..<12).map { ("U\($0)", "a") }
        for _ in 0..<7 {
          for place in state.indices where Int.random(in: 0..<6, using: &numbers) == 0 {
            state[place].1 = ["a", "b", "c"].randomElement(using: &numbers) ?? "a"
          }
          // Now and then a unit is away, and an id is of two objects.
          copies.append(
            state.filter { _ in Int.random(in: 0..<8, using: &numbers) > 0 }
              + (Bool.random(using: &numbers) ? [("U1", "twin")] : []))
        }
        for place in copies.indices.shuffled(using: &numbers) {
          let added = try await add(database, place * 3, copies[place])
          guard case .added = added else {
            Issue.record("\(added)")
            return
          }
        }
        for (place, copy) in copies.enumerated() {
          let expected = Set(copy.map { "\($0.0)=\($0.1)" }).sorted()
          #expect(try await lines(database, place * 3) == expected)
        }
        let rows = try await database.count("directory_row")
        #expect(rows < copies.map(\.count).reduce(0, +))
        #expect(try await add(database, 0, copies[0]) == .known)
        #expect(try await database.count("directory_row") == rows)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a unit that stays as it is has one row for all copies, also older ones`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      for day in [5, 9, 7, 1] {
        _ = try await add(database, day, [("A", "x"), ("B", day < 7 ? "old" : "new")])
      }
      #expect(try await database.count("directory_row") == 3)
      let history = try await database.read {
        try DirectoryStore($0).history(.units, id: "B")
      }
      #expect(
        history == [
          DatedLine(from: Self.day(1), until: Self.day(7), line: "old"),
          DatedLine(from: Self.day(7), until: nil, line: "new"),
        ])
    }
  }

  @Test(arguments: TestEngine.all)
  func `another copy of the same day changes nothing`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      _ = try await add(database, 1, [("A", "x")])
      #expect(try await add(database, 1, [("A", "y")]) == .dayTaken)
      #expect(try await lines(database, 1) == ["A=x"])
      let stored = try await database.read { try DirectoryStore($0).snapshots(.units) }
      #expect(stored.map(\.objects) == [1] && stored.map(\.passedOver) == [1])
      #expect(stored.map(\.imported) == [Sample.now])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a line is told once with its days, however many copies have it`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      _ = try await add(database, 1, [("A", "x"), ("B", "x"), ("C", "x")])
      _ = try await add(database, 3, [("A", "y"), ("C", "x")])
      _ = try await add(database, 5, [("A", "y")])
      let told = try await database.read { connection in
        try DirectoryStore(connection).timeline(.units).map { entry in
          let until = entry.dated.until.map { "\($0 - Self.day(1) + 1)" } ?? ""
          return "\(entry.id)\(entry.dated.line) \(entry.dated.from - Self.day(1) + 1)-\(until)"
        }
      }
      #expect(told == ["Ax 1-3", "Ay 3-", "Bx 1-3", "Cx 1-5"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `an addition that is broken off at any statement leaves the copies as they were`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, _ in
      _ = try await add(database, 1, [("A", "x"), ("B", "x"), ("C", "x")])
      _ = try await add(database, 9, [("A", "z"), ("B", "x"), ("C", "w")])
      var statement = 0
      while true {
        statement += 1
        faults.arm(beforeStatement: statement)
        let error = await storeError {
          try await add(database, 5, [("A", "y"), ("C", "w"), ("D", "x")])
        }
        faults.disarm()
        if error == nil { break }
        #expect(error == .injectedFault)
        #expect(try await lines(database, 1) == ["A=x", "B=x", "C=x"])
        #expect(try await database.count("directory_snapshot") == 2)
        #expect(try await database.count("directory_row") == 5)
      }
      #expect(statement > 5)
      #expect(try await lines(database, 5) == ["A=y", "C=w", "D=x"])
      #expect(try await lines(database, 9) == ["A=z", "B=x", "C=w"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `two additions at once are both there`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, _ in
      async let one = add(database, 1, (0..<300).map { ("U\($0)", "x") })
      async let two = add(database, 2, (0..<300).map { ("U\($0)", $0 < 5 ? "y" : "x") })
      _ = try await (one, two)
      #expect(try await lines(database, 1).count == 300)
      #expect(try await lines(database, 2).filter { $0.hasSuffix("=y") }.count == 5)
      #expect(try await database.count("directory_row") == 305)
    }
  }
}
