// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct OutboxTests {
  private static func enqueue(
    _ database: Database, _ keyring: Keyring, _ stream: String, _ recipients: String...
  ) async throws {
    try await database.write { connection in
      for recipient in recipients {
        try Outbox(connection, keyring).enqueue(
          stream: stream, recipient: recipient, kind: "k", payload: Array(recipient.utf8),
          at: Sample.now)
      }
    }
  }

  private static func claim(
    _ database: Database, _ keyring: Keyring, _ minutes: Int = 0
  ) async throws -> [OutboxEntry] {
    try await database.write {
      try Outbox($0, keyring).claim(now: Sample.now.adding(minutes: minutes), limit: 10)
    }
  }

  @Test(arguments: TestEngine.all)
  func `messages leave in order per case and recipient`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      try await Self.enqueue(database, keyring, "a", "fk", "region", "fk")
      try await Self.enqueue(database, keyring, "b", "fk")
      let first = try await Self.claim(database, keyring)
      #expect(first.map { "\($0.stream)\($0.sequence)" } == ["a1", "a2", "b1"])
      #expect(first.map { String(decoding: $0.payload, as: UTF8.self) } == ["fk", "region", "fk"])
      #expect(first.allSatisfy { $0.attempts == 1 })
      #expect(try await Self.claim(database, keyring).isEmpty)
      try await database.write {
        try Outbox($0, keyring).delivered(first[0].id, at: Sample.now)
      }
      let second = try await Self.claim(database, keyring)
      #expect(second.map { "\($0.stream)\($0.sequence)" } == ["a3"])
      // What a crashed claimer had is given out again when its time is over.
      let again = try await Self.claim(database, keyring, 6)
      #expect(again.map { "\($0.stream)\($0.sequence)" } == ["a2", "a3", "b1"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a message is given to one of simultaneous claimers`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      for number in 0..<10 { try await Self.enqueue(database, keyring, "s\(number)", "fk") }
      let claimed = try await withThrowingTaskGroup(of: [Int].self) { group in
        for _ in 0..<6 {
          group.addTask { try await Self.claim(database, keyring).map(\.id) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(claimed.count == 10)
      #expect(Set(claimed).count == 10)
    }
  }

  @Test func `waits grow fourfold from a minute to twelve hours`() {
    let minutes = (1...8).map { Outbox.wait(afterAttempts: $0) / 60_000 }
    #expect(minutes == [1, 4, 16, 64, 256, 720, 720, 720])
    #expect(Outbox.wait(afterAttempts: 1_000) == Limits.outboxLongestWaitMilliseconds)
  }

  @Test(arguments: TestEngine.all)
  func `a message that fails too often dies, holds the later ones and can be resent`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await Self.enqueue(database, keyring, "a", "fk", "fk")
      var minutes = 0
      for attempt in 1...Limits.outboxAttempts {
        let claimed = try await Self.claim(database, keyring, minutes)
        #expect(claimed.map(\.sequence) == [1], "attempt \(attempt)")
        #expect(claimed.first?.attempts == attempt)
        let now = Sample.now.adding(minutes: minutes)
        let id = try #require(claimed.first?.id)
        let state = try await database.write {
          try Outbox($0, keyring).failed(id, code: "http.503", at: now)
        }
        #expect(state == (attempt == Limits.outboxAttempts ? .dead : .pending))
        let wait = Int(Outbox.wait(afterAttempts: attempt) / 60_000)
        #expect(try await Self.claim(database, keyring, minutes + wait - 1).isEmpty)
        minutes += wait
      }
      let later = minutes + 100_000
      #expect(try await Self.claim(database, keyring, later).isEmpty)
      let dead = try await database.read { try Outbox($0, keyring).list(.dead) }
      #expect(dead.map(\.errorCode) == ["http.503"])
      let id = dead[0].id
      let now = Sample.now.adding(minutes: later)
      #expect(try await database.write { try Outbox($0, keyring).resend(id, at: now) })
      #expect(try await database.write { try Outbox($0, keyring).resend(id, at: now) } == false)
      let revived = try await Self.claim(database, keyring, later)
      #expect(revived.map(\.sequence) == [1])
      #expect(revived.first?.attempts == 1)
      #expect(try await database.write { try Outbox($0, keyring).abandon(id, at: now) })
      #expect(try await Self.claim(database, keyring, later).map(\.sequence) == [2])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a disposed case sends nothing more`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      try await Self.enqueue(database, keyring, "a", "fk", "region")
      let first = try await Self.claim(database, keyring)[0]
      try await database.write { connection in
        try Outbox(connection, keyring).delivered(first.id, at: Sample.now)
        try StreamKeys(connection, keyring).dispose("a", at: Sample.now)
      }
      #expect(try await Self.claim(database, keyring, 100).isEmpty)
      let states = try await database.read { connection in
        try OutboxState.allCases.map { try Outbox(connection, keyring).list($0) }
      }
      #expect(states.map(\.count) == [0, 1, 0, 1])
      #expect(states[1][0].payload.isEmpty)
    }
  }
}
