// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Store
import Testing

@testable import Service

/// The way out for a message that nobody takes.
@Suite struct DeadLetterTests {
  private struct Unreachable: Error {}

  /// A case whose first message has died with another behind it.
  private static func deadCase(_ stage: Stage) async throws -> OutboxLine {
    let id = try await stage.requestByMessage()
    try await stage.allocate(id)
    try await stage.receive(Stage.orderMessage(id))
    try await stage.accept(id)
    for _ in 1...Limits.outboxAttempts {
      _ = try await stage.service.deliver { _ in throw Unreachable() }
      stage.time.move(minutes: 721)
    }
    return try #require(try await stage.service.outbox(.dead).first)
  }

  @Test(arguments: TestEngine.all)
  func `a dead message is sent again and lets the later ones go`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let dead = try await Self.deadCase(stage)
      #expect(dead.errorCode == "not-taken.Unreachable")
      #expect(try await stage.service.deliver { _ in }.delivered == 0)
      let waiting = try await stage.service.resendMessage(dead.id)
      #expect(waiting.state == "pending" && waiting.attempts == 0)
      #expect(
        try await refusal { try await stage.service.resendMessage(dead.id) }?.code
          == .messageNotDead)
      #expect(try await stage.service.deliver { _ in }.delivered == 2)
    }
  }

  @Test func `a message that is given up lets the later ones go, and the log says why`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let dead = try await Self.deadCase(stage)
      #expect(
        try await refusal { try await stage.service.abandonMessage(dead.id, reason: " ") }
          == Refusal(.missing, field: "reason"))
      let line = try await stage.service.abandonMessage(dead.id, reason: "Told by letter")
      #expect(line.state == "abandoned")
      #expect(
        try await refusal { try await stage.service.abandonMessage(dead.id, reason: "Again") }?
          .code == .messageSettled)
      #expect(
        try await refusal { try await stage.service.abandonMessage(999, reason: "None") }?.code
          == .notFound)
      #expect(try await stage.service.deliver { _ in }.delivered == 1)
      let log = try await stage.service.read {
        try AccessLog($0).list(stream: line.assessmentId ?? "", of: ["operator"])
      }
      let act = try #require(log.first { $0.action == "abandon-message" })
      #expect(act.party == "operator" && act.purpose == "Told by letter")
    }
  }

  @Test func `a line with an unreadable recipient is a fault and is not left out`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      try await stage.service.write { [stage] connection in
        _ = try Outbox(connection, stage.keyring).enqueue(
          stream: id.description, recipient: "nobody", kind: "k", payload: [],
          at: stage.time.now)
      }
      await #expect(throws: ServiceError.fault("outbox.recipient")) {
        try await stage.service.outbox()
      }
    }
  }
}
