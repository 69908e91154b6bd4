// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct OperationTests {
  @Test(arguments: TestEngine.all)
  func `reads are logged per case and per person, newest first`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let hash = keyring.searchHash(kind: "person", normalizedText: "191212121212")
      let open = AccessEntry(
        at: Sample.now, party: "fk", person: "p1", action: "open", stream: "a",
        purpose: "handläggning", items: 1)
      let search = AccessEntry(
        at: Sample.now.adding(minutes: 1), party: "fk", person: "p1", action: "search",
        searchHash: hash, purpose: "handläggning", items: 0)
      try await database.write { connection in
        try AccessLog(connection).record(open)
        try AccessLog(connection).record(search)
      }
      let reads = try await database.read {
        try AccessLog($0).list(stream: "a", of: [open.party, "nobody"])
      }
      #expect(reads == [open])
      #expect(try await database.read { try AccessLog($0).list(person: "p1") } == [search, open])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a session is found by its token until it ends or is stale`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let token = Sessions.newToken()
      #expect(token != Sessions.newToken() && token.count == 43)
      let later = Sample.now.adding(minutes: 5)
      try await database.write { connection in
        let sessions = Sessions(connection, keyring)
        try sessions.begin(token: token, person: "p1", data: [1, 2], at: Sample.now)
        try sessions.touch(token: token, at: later)
      }
      let find = { @Sendable () in
        try await database.read { try Sessions($0, keyring).find(token: token) }
      }
      let found = try await find()
      #expect(
        found == StoredSession(person: "p1", created: Sample.now, seen: later, data: [1, 2]))
      try await database.write { connection in
        let sessions = Sessions(connection, keyring)
        try sessions.touch(token: token, data: [3], at: later)
        try sessions.removeStale(seenBefore: later, createdBefore: Sample.now)
        _ = try sessions.touch(token: "other", data: [9], at: later)
      }
      #expect(try await find()?.data == [3])
      #expect(try await database.read { try Sessions($0, keyring).find(token: "other") } == nil)
      let removed = try await database.write {
        try Sessions($0, keyring).removeStale(
          seenBefore: later.adding(minutes: 1), createdBefore: Sample.now)
      }
      #expect(removed == 1)
      #expect(try await find() == nil)
      try await database.write { connection in
        let sessions = Sessions(connection, keyring)
        try sessions.begin(token: token, person: "p1", data: [], at: later)
        try sessions.end(token: token)
      }
      #expect(try await find() == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a draft is the writer's own, one per kind and case, and goes with the case`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.append("a", at: 0, [Sample.event()], keyring)
      let find = { @Sendable (person: String) in
        try await database.read {
          try Drafts($0, keyring).find(party: "fk", person: person, kind: "k", stream: "a")
        }
      }
      for (id, content) in [("d1", "ett"), ("d2", "två")] {
        try await database.write { connection in
          try Drafts(connection, keyring).save(
            Draft(
              id: id, party: "fk", person: "p1", kind: "k", stream: "a",
              content: Array(content.utf8), updated: Sample.now))
        }
      }
      #expect(try await find("p1")?.content == Array("två".utf8))
      #expect(try await find("p2") == nil)
      let list = try await database.read {
        try Drafts($0, keyring).list(party: "fk", person: "p1")
      }
      #expect(list.map(\.id) == ["d2"])
      #expect(
        try await database.write { try StreamKeys($0, keyring).dispose("a", at: Sample.now) })
      #expect(try await find("p1") == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a lease has one holder until it is over or given back`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      let acquire = { @Sendable (holder: String, seconds: Int64) in
        try await database.write {
          try Lease($0).acquire(
            "job", holder: holder, now: Sample.now.adding(milliseconds: seconds * 1_000),
            durationMilliseconds: 10_000)
        }
      }
      #expect(try await acquire("one", 0))
      #expect(try await acquire("two", 5) == false)
      #expect(try await acquire("one", 5))
      #expect(try await acquire("two", 14) == false)
      #expect(try await acquire("two", 15))
      #expect(try await acquire("one", 16) == false)
      try await database.write { try Lease($0).release("job", holder: "one") }
      #expect(try await acquire("one", 16) == false)
      try await database.write { try Lease($0).release("job", holder: "two") }
      #expect(try await acquire("one", 16))
    }
  }
}
