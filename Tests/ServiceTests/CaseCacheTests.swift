// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// Histories that are kept between commands are those of the journal.
@Suite struct CaseCacheTests {
  private static func kept(_ stage: Stage, _ id: CaseNumber) async throws -> [RecordedEvent] {
    try await stage.service.read { try stage.service.histories($0).load(id) }
  }

  private static func stored(_ stage: Stage, _ id: CaseNumber) async throws -> [RecordedEvent] {
    try await stage.service.read { try CaseHistory($0, stage.keyring).load(id) }
  }

  @Test func `a whole case is kept as it is stored`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      try await stage.examine(id)
      try await stage.sendStatement(id)
      let stored = try await Self.stored(stage, id)
      #expect(stored.count > 8)
      #expect(try await Self.kept(stage, id) == stored)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what was rolled back is not kept`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let before = try await Self.stored(stage, id)
      await #expect(throws: ServiceError.self) {
        try await stage.service.write { connection in
          _ = try stage.service.execute(
            connection, .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(),
            expecting: nil, key: nil)
          throw Refusal(.outOfRange)
        }
      }
      #expect(try await Self.kept(stage, id) == before)
      _ = try await stage.service.execute(
        .acceptOrder(OrderAccepted(comment: "Ja")), in: id, by: Cast.administrator())
      let after = try await Self.stored(stage, id)
      #expect(after.count == before.count + 1)
      #expect(try await Self.kept(stage, id) == after)
    }
  }

  @Test func `what another process wrote is seen`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      _ = try await Self.kept(stage, id)
      let other = try await stage.opened()
      _ = try await other.execute(
        .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator())
      await other.close()
      #expect(try await Self.kept(stage, id) == Self.stored(stage, id))
    }
  }

  /// A case that is long enough to be kept between pages.
  private static func longCase(_ stage: Stage) async throws -> CaseNumber {
    let id = try await stage.orderedCase()
    for number in 1...SamsynService.longHistory {
      try await stage.perform(
        .updateOrder(OrderUpdated(comment: "Nr \(number)"), lastDay: nil), in: id,
        by: Cast.officer)
    }
    return id
  }

  @Test func `a long case is shown as it is stored, also when another process goes on with it`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await Self.longCase(stage)
      let other = try await stage.opened()
      #expect(try await other.view(id, for: Cast.officer).events == stage.history(id))
      try await stage.perform(.acceptOrder(OrderAccepted()), in: id, by: Cast.administrator())
      #expect(try await other.view(id, for: Cast.officer).events == stage.history(id))
      await other.close()
    }
  }

  /// What a service has kept of a case as it stands now.
  private static func keptNow(
    _ service: SamsynService, _ id: CaseNumber
  ) async throws -> [RecordedEvent]? {
    try await service.read { connection in
      let head = try Journal(connection, service.keyring).head(id.description)
      return service.caseCache.events(id, at: head)
    }
  }

  @Test(arguments: TestEngine.all)
  func `long cases that are read at a start are shown as they are without it`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let short = try await stage.orderedCase()
      let (first, last) = (try await Self.longCase(stage), try await Self.longCase(stage))
      let other = try await stage.opened()
      await other.readLongCases()
      for id in [first, last] {
        #expect(try await Self.keptNow(other, id) == stage.history(id))
        for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
          let read = try await other.view(id, for: actor)
          #expect(try await read.events == stage.service.view(id, for: actor).events)
        }
      }
      #expect(try await Self.keptNow(other, short) == nil)
      // What happens elsewhere afterwards is seen, and nothing is shown after disposal.
      try await stage.perform(.acceptOrder(OrderAccepted()), in: last, by: Cast.administrator())
      #expect(try await other.view(last, for: Cast.officer).events == stage.history(last))
      _ = try await stage.service.write { [keyring = stage.keyring] connection in
        try StreamKeys(connection, keyring).dispose(first.description, at: stage.time.now)
      }
      await #expect(throws: ServiceError.refused(Refusal(.caseDisposed))) {
        try await other.view(first, for: Cast.officer)
      }
      await other.close()
    }
  }

  @Test func `no more events are read at a start than are kept, and what is broken is passed over`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let (first, last) = (try await Self.longCase(stage), try await Self.longCase(stage))
      var other = try await stage.opened()
      await other.readLongCases(eventsMax: SamsynService.longHistory * 2 - 1)
      #expect(try await Self.keptNow(other, first) == nil)
      #expect(try await Self.keptNow(other, last) != nil)
      await other.close()
      _ = try await stage.service.write { connection in
        try connection.execute(
          "UPDATE event SET payload = previous_hash WHERE version = 2 AND stream = ?",
          [.text(last.description)])
      }
      other = try await stage.opened()
      await other.readLongCases()
      #expect(try await Self.keptNow(other, first) != nil)
      await #expect(throws: ServiceError.fault("store.chain")) {
        try await other.view(last, for: Cast.officer)
      }
      await other.close()
    }
  }

  @Test func `a changed row of a long case is found by who looks after it was read again`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await Self.longCase(stage)
      _ = try await stage.service.view(id, for: Cast.officer)
      _ = try await stage.service.write { connection in
        try connection.execute("UPDATE event SET payload = previous_hash WHERE version = 2")
      }
      _ = try await stage.service.view(id, for: Cast.officer)
      await stage.service.confirm(id)
      await #expect(throws: ServiceError.fault("store.chain")) {
        try await stage.service.view(id, for: Cast.officer)
      }
    }
  }

  @Test func `rows are read again a minute after they were read, once`() throws {
    let cache = CaseCache()
    let id = try CaseNumber(year: 2026, serial: 1)
    let start = ContinuousClock.now
    #expect(!cache.isDue(id, at: start))
    cache.keep([], of: id, at: .none, read: start)
    #expect(!cache.isDue(id, at: start + .seconds(59)))
    #expect(cache.isDue(id, at: start + .seconds(60)))
    #expect(!cache.isDue(id, at: start + .seconds(61)))
    #expect(cache.isDue(id, at: start + .seconds(120)))
  }

  @Test func `long arrays are changed in their order and faults are told`() throws {
    let numbers = Array(0..<10_001)
    #expect(try numbers.concurrentMap { $0.map { $0 * 2 } } == numbers.map { $0 * 2 })
    #expect(try [Int]().concurrentMap { Array($0) } == [])
    #expect(throws: Refusal(.outOfRange)) {
      try numbers.concurrentMap { part in
        if part.contains(9_999) { throw Refusal(.outOfRange) }
        return Array(part)
      }
    }
  }

  @Test func `a kept case cannot be read after its key was destroyed`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      _ = try await Self.kept(stage, id)
      _ = try await stage.service.write { [keyring = stage.keyring] connection in
        try StreamKeys(connection, keyring).dispose(id.description, at: Instant(milliseconds: 0))
      }
      let gone = ServiceError.refused(Refusal(.caseDisposed))
      await #expect(throws: gone) { try await Self.kept(stage, id) }
    }
  }
}
