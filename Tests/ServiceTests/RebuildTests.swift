// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// The lists say what the journal says, and nothing else.
@Suite struct RebuildTests {
  private static func manyCases(_ stage: Stage) async throws {
    _ = try await stage.request()
    _ = try await stage.allocatedCase(Cast.p2)
    _ = try await stage.orderedCase(Cast.p3)
    let id = try await stage.bookedCase()
    try await stage.examine(id)
    try await stage.sendStatement(id)
    _ = try await stage.requestByMessage()
  }

  @Test(arguments: TestEngine.all)
  func `a rebuild gives the same rows`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      try await Self.manyCases(stage)
      try await stage.service.refreshDue()
      let before = try await stage.service.listsDigest()
      #expect(try await stage.service.rebuild() == 5)
      #expect(try await stage.service.listsDigest() == before)
    }
  }

  @Test func `a rebuild mends a list that has lost and gained rows`() async throws {
    try await withStage(.sqlite) { stage in
      try await Self.manyCases(stage)
      let before = try await stage.service.listsDigest()
      try await stage.service.write { connection in
        try connection.execute("DELETE FROM party_case WHERE party = 'fk'")
        try connection.execute("DELETE FROM party_task")
        try connection.execute("UPDATE party_count SET n = n + 1")
        try connection.execute("UPDATE party_case SET status = 'ended'")
      }
      #expect(try await stage.service.listsDigest() != before)
      try await stage.service.rebuild()
      #expect(try await stage.service.listsDigest() == before)
    }
  }

  @Test func `a disposed case keeps its number and dates through a rebuild`() async throws {
    try await withStage(.sqlite) { stage in
      try await Self.manyCases(stage)
      let id = try CaseNumber(year: 2026, serial: 3)
      try await stage.perform(
        .endAssessment(AssessmentEnded(reason: .aborted)), in: id, by: Cast.officer)
      try await stage.service.dispose(id, reason: "Decision")
      let before = try await stage.service.listsDigest()
      #expect(try await stage.service.rebuild() == 5)
      #expect(try await stage.service.listsDigest() == before)
      let row = try #require(try await stage.listed(Cast.officer).first { $0.id == id })
      #expect(row.line.name == nil)
      #expect(try await stage.service.search("191212121212", for: Cast.officer).count == 3)
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test func `lists and cases are the same after a restart`() async throws {
    try await withStage(.sqlite) { stage in
      try await Self.manyCases(stage)
      let digest = try await stage.service.listsDigest()
      await stage.service.close()
      let again = try await stage.opened()
      #expect(try await again.listsDigest() == digest)
      #expect(try await again.verify().isSound)
      let id = try CaseNumber(year: 2026, serial: 4)
      #expect(try await again.view(id, for: Cast.officer).status == .statementSent)
      await again.close()
    }
  }
}
