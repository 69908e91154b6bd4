// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store
import Synchronization
import Testing

@testable import Service

/// What leaves for Försäkringskassan where it works by messages.
@Suite struct OutboxTests {
  /// As far as a performed visit with everything the contract can tell of on the way.
  private static func told(_ stage: Stage) async throws -> CaseNumber {
    let id = try await stage.requestByMessage()
    try await stage.allocate(id)
    try await stage.receive(Stage.orderMessage(id))
    try await stage.accept(id)
    try await stage.book(id)
    try await stage.perform(
      .reportDeviation(
        DeviationReport(
          visit: 1, cause: .care, time: stage.time.now, description: "Lokalen var stängd")),
      in: id, by: Cast.administrator())
    try await stage.perform(
      .decideRemainingVisits(
        RemainingVisitsDecided(deviation: 1, keep: [1], cancel: [], comment: nil)),
      in: id, by: Cast.officer)
    try await stage.perform(
      .proposeExtension(professions: [.psychologist], reason: "Oklar profil"), in: id,
      by: Cast.administrator())
    try await stage.examine(id)
    return id
  }

  @Test(arguments: TestEngine.all)
  func `what the contract can tell stands in the outbox in the order it happened`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await Self.told(stage)
      let lines = try await stage.service.outbox()
      #expect(
        lines.map(\.message) == [
          "RespondToPerformerRequest", "RespondToOrder", "ReportCareContact",
          "ReportDeviation", "UpdateAssessment", "ReportCareContact",
        ])
      #expect(lines.allSatisfy { $0.recipient == "fk" && $0.assessmentId == id.description })
      #expect(lines.map(\.id) == lines.map(\.id).sorted())
    }
  }

  @Test func `every message is read back as what happened, and fits the contract's schema`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await Self.told(stage)
      let lines = try await stage.service.outbox()
      for line in lines {
        let bytes = try #require(try await stage.service.outboxMessage(line.id).xml)
        let message = try CareMessage.read(bytes)
        #expect(message.kind.rawValue == line.message)
        if ContractSchemas.isThere {
          let bare = try message.write()
          #expect(try ContractSchemas.issues(in: bare, message.kind).isEmpty, "\(line.message)")
        }
      }
      let last = try #require(lines.last)
      let bytes = try #require(try await stage.service.outboxMessage(last.id).xml)
      guard case .reportCareContact(let contact) = try CareMessage.read(bytes) else {
        Issue.record("the last message is no care contact")
        return
      }
      #expect(contact.assessmentCareContactId.extension == "\(id)-B1")
      #expect(contact.visitStatus == .ended)
      #expect(contact.invitationChannel == .letter)
    }
  }

  @Test func `nothing leaves where Försäkringskassan works in Samsyn itself`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      try await stage.examine(id)
      #expect(try await stage.service.outbox().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a message that is not taken waits and holds back those after it`(
    engine: TestEngine
  ) async throws {
    struct Unreachable: Error {}
    try await withStage(engine) { stage in
      _ = try await Self.told(stage)
      let failed = try await stage.service.deliver { _ in throw Unreachable() }
      #expect(failed.delivered == 0 && failed.failed == 1)
      let waiting = try await stage.service.outbox()
      #expect(waiting.map(\.attempts) == [1, 0, 0, 0, 0, 0])
      #expect(waiting.first?.errorCode == "not-taken.Unreachable")
      // It is not tried again at once.
      #expect(try await stage.service.deliver { _ in }.delivered == 0)
      stage.time.move(minutes: 2)
      let taken = Mutex<[Int]>([])
      let delivered = try await stage.service.deliver { message in
        taken.withLock { $0.append(message.line.id) }
      }
      #expect(delivered.delivered == 6 && delivered.failed == 0)
      #expect(taken.withLock { $0 } == waiting.map(\.id))
      #expect(try await stage.service.outbox().isEmpty)
      #expect(try await stage.service.outbox(.delivered).count == 6)
      #expect(try await stage.service.deliver { _ in }.delivered == 0)
    }
  }

  @Test func `a message is rendered as the case stood then, not as it stands now`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      try await stage.accept(id)
      try await stage.book(id)
      let booked = try #require(try await stage.service.outbox().last)
      let before = try await stage.service.outboxMessage(booked.id).xml
      try await stage.examine(id)
      #expect(try await stage.service.outboxMessage(booked.id).xml == before)
      // The bodies are sealed: no line and no row of the outbox names anybody.
      let text = "\(try await stage.service.outbox())"
      #expect(!text.contains("Tolvan") && !text.contains("191212121212"))
    }
  }

  @Test func `a missed visit is told as over, and then that nobody came`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      try await stage.accept(id)
      try await stage.book(id)
      stage.time.move(days: 11)
      try await stage.perform(
        .reportVisit(.missed(VisitMissed(number: 1, cause: .absent, reason: nil))), in: id,
        by: Cast.administrator())
      let lines = try await stage.service.outbox().suffix(2)
      #expect(lines.map(\.message) == ["ReportCareContact", "ReportDeviation"])
      var messages: [CareMessage] = []
      for line in lines {
        let bytes = try #require(try await stage.service.outboxMessage(line.id).xml)
        messages.append(try CareMessage.read(bytes))
      }
      guard case .reportCareContact(let contact) = messages[0],
        case .reportDeviation(let deviation) = messages[1]
      else {
        Issue.record("the messages are of other kinds")
        return
      }
      #expect(contact.visitStatus == .ended)
      #expect(deviation.citizenFailedToArrive == true)
    }
  }
}
