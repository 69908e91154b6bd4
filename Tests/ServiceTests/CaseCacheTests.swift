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

  @Test func `a kept case cannot be read after its key was destroyed`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      _ = try await Self.kept(stage, id)
      try await stage.service.write { [keyring = stage.keyring] connection in
        try StreamKeys(connection, keyring).dispose(id.description, at: Instant(milliseconds: 0))
      }
      let gone = ServiceError.refused(Refusal(.caseDisposed))
      await #expect(throws: gone) { try await Self.kept(stage, id) }
    }
  }
}
