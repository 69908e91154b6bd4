// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// The demonstration is never mixed up with anything real.
@Suite struct DemonstrationTests {
  private static let now = Instant(day: Day("2026-06-10")!, time: TimeOfDay("10:00")!)

  private static func withDemonstration(
    _ engine: TestEngine, cases: Int, _ body: (SamsynService) async throws -> Void
  ) async throws {
    let place = try await TestPlace(engine, at: now)
    defer { place.remove() }
    let keyring = try Keyring(master: [UInt8](repeating: 5, count: Keyring.masterBytes))
    let service = try await SamsynService.open(
      place.address, keyring: keyring, clock: Clock { now })
    do {
      try await service.fillDemonstration(seed: 7, cases: cases)
      try await body(service)
    } catch {
      await service.close()
      throw error
    }
    await service.close()
  }

  @Test(arguments: TestEngine.all)
  func `a demonstration is whole: sound, rebuilt the same, and everybody can sign in`(
    engine: TestEngine
  ) async throws {
    try await Self.withDemonstration(engine, cases: 60) { service in
      #expect(try await service.verify().isSound)
      let digest = try await service.listsDigest()
      #expect(try await service.rebuild() == 60)
      #expect(try await service.listsDigest() == digest)
      let talks = try await service.read { try Journal($0, service.keyring).streams(limit: 200) }
        .filter { $0.hasSuffix("/samtal") }
      #expect((2...20).contains(talks.count))
      let people = try await service.people()
      #expect(people.count > 100)
      let ebba = try await service.signIn("fk-ebba", language: .sv)
      #expect(try await service.session(ebba.token)?.actor.party == .fk)
      var query = CaseListQuery()
      query.state = .all
      #expect(try await service.list(query, for: ebba.actor).total == 60)
      try await service.signOut(ebba)
      #expect(try await service.session(ebba.token) == nil)
    }
  }

  @Test func `a database that holds anything is not filled`() async throws {
    try await withStage(.sqlite) { stage in
      _ = try await stage.request()
      let before = try await stage.counts()
      await #expect(throws: ServiceError.notDemonstration) {
        try await stage.service.fillDemonstration(seed: 1, cases: 10)
      }
      #expect(try await stage.counts() == before)
      #expect(try await stage.service.isDemonstration() == false)
    }
    try await Self.withDemonstration(.sqlite, cases: 3) { service in
      await #expect(throws: ServiceError.notDemonstration) {
        try await service.fillDemonstration(seed: 7, cases: 3)
      }
    }
  }

  @Test func `on a real database nobody can sign in and time cannot be moved`() async throws {
    try await withStage(.sqlite) { (stage: Stage) async throws in
      #expect(try await stage.service.people().isEmpty)
      for id in ["fk-ebba", "", "operator"] {
        await #expect(throws: ServiceError.notDemonstration) {
          try await stage.service.signIn(id, language: .sv)
        }
      }
      await #expect(throws: ServiceError.notDemonstration) {
        try await stage.service.moveClock(to: stage.today.adding(days: 3))
      }
      #expect(try await stage.count("session") == 0)
    }
  }

  @Test func `a moved demonstration stays moved and its lists follow`() async throws {
    try await Self.withDemonstration(.sqlite, cases: 40) { service in
      let day = service.clock.now().day.adding(days: 12)
      try await service.moveClock(to: day)
      #expect(service.clock.now().day == day)
      let digest = try await service.listsDigest()
      try await service.rebuild()
      #expect(try await service.listsDigest() == digest)
      #expect(try await service.verify().isSound)
    }
  }
}
