// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// A crash between any two writes of one command.
@Suite struct CommandFaultTests {
  private static let fault = ServiceError.fault(StoreError.injectedFault.code)

  @Test(arguments: TestEngine.all)
  func `a fault before any statement of a message leaves nothing of it`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.requestByMessage()
      let before = try await stage.counts()
      let digest = try await stage.service.listsDigest()
      // It writes events, lists, tasks, totals, the outbox and a receipt.
      var statement = 0
      while true {
        statement += 1
        stage.faults.arm(beforeStatement: statement)
        do {
          _ = try await stage.service.execute(
            .allocate(Cast.unit(Cast.p1), method: .direct, draw: nil, comment: nil), in: id,
            by: Cast.coordinator, key: "k")
          break
        } catch {
          #expect(error as? ServiceError == Self.fault)
        }
        stage.faults.disarm()
        #expect(try await stage.counts() == before, "after statement \(statement)")
        #expect(try await stage.service.listsDigest() == digest)
      }
      stage.faults.disarm()
      #expect(statement > 20)
      #expect(try await stage.status(id, Cast.officer) == .awaitingOrder)
      #expect(try await stage.service.outbox().count == 1)
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `after a fault behind the commit the same key tells what was done`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      stage.faults.armAfterCommit()
      await #expect(throws: Self.fault) {
        try await stage.service.execute(
          .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(), key: "k")
      }
      let again = try await stage.service.execute(
        .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(), key: "k")
      #expect(again.isRepetition)
      #expect(try await stage.history(id).count == again.versions.upperBound)
    }
  }

  @Test func `a fault in a new request gives its case number back`() async throws {
    try await withStage(.sqlite) { stage in
      for statement in [3, 9, 20] {
        stage.faults.arm(beforeStatement: statement)
        await #expect(throws: Self.fault) { try await stage.request() }
        stage.faults.disarm()
      }
      let id = try await stage.request()
      #expect(id.serial == 1)
    }
  }

  @Test func `a fault in a message leaves it to be sent again`() async throws {
    try await withStage(.sqlite) { stage in
      let bytes = try Stage.bytes(Stage.requestMessage())
      let before = try await stage.counts()
      stage.faults.arm(beforeStatement: 12)
      await #expect(throws: Self.fault) { try await stage.service.receive(bytes) }
      stage.faults.disarm()
      #expect(try await stage.counts() == before)
      let received = try await stage.service.receive(bytes)
      #expect(received.resultCode == "OK" && !received.repeated)
    }
  }
}
