// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store
import Testing

@testable import Service

/// A whole assessment in which Försäkringskassan speaks by contract messages only.
@Suite struct MessageProcessTests {
  @Test(arguments: TestEngine.all)
  func `a case goes from request to ended by messages`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      let ordered = try await stage.receive(Stage.orderMessage(id))
      #expect(ordered.resultCode == "OK", "\(ordered)")
      #expect(ordered.assessmentId == id.description)
      try await stage.accept(id)
      try await stage.book(id)
      let updated = try await stage.receive(Stage.updateMessage(id, "Nytt telefonnummer"))
      #expect(updated.resultCode == "OK")
      try await stage.examine(id)
      try await stage.sendStatement(id)
      try await stage.supplementByMessages(id)
      let ended = try await stage.receive(
        .endAssessment(EndAssessment(assessmentId: Stage.ii(id))))
      #expect(ended.resultCode == "OK", "\(ended)")
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        #expect(try await stage.status(id, actor) == .ended)
      }
    }
  }

  @Test func `a deviation that Försäkringskassan reports gets a number`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      try await stage.accept(id)
      try await stage.book(id)
      let visit = ItemNumber(id, .visit, 1).description
      let received = try await stage.receive(
        .reportDeviation(
          ReportDeviation(
            assessmentCareContactId: II(root: SystemIdentity.root, extension: visit),
            causedBy: .patient, description: "Ringde om förhinder",
            deviationTime: stage.time.now)))
      #expect(received.resultCode == "OK", "\(received)")
      #expect(received.itemId == "\(id)-A1")
      let answer = try MessageResponse.read(Array(received.response.utf8), to: .reportDeviation)
      #expect(answer.result.resultCode == .ok)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same message twice is told as such and changes nothing`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let request = try Stage.bytes(Stage.requestMessage())
      let first = try await stage.service.receive(request)
      let id = try CaseNumber(try #require(first.assessmentId))
      try await stage.allocate(id)
      let order = try Stage.bytes(Stage.orderMessage(id))
      #expect(try await stage.service.receive(order).resultCode == "OK")
      let before = try await stage.counts()
      for bytes in [order, request, order] {
        let again = try await stage.service.receive(bytes)
        #expect(again.resultCode == "INFO", "\(again)")
        #expect(again.repeated && again.isAccepted)
        #expect(again.assessmentId == id.description)
      }
      #expect(try await stage.counts() == before)
    }
  }

  @Test func `the same words after another message are a new change`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      let one = try Stage.bytes(Stage.updateMessage(id, "Ring före tolv"))
      let two = try Stage.bytes(Stage.updateMessage(id, "Ring efter tolv"))
      var results: [String] = []
      for bytes in [one, one, two, one, one] {
        results.append(try await stage.service.receive(bytes).resultCode)
      }
      #expect(results == ["OK", "INFO", "OK", "OK", "INFO"])
      let updates = try await stage.history(id).count { $0.event.kind == .orderUpdated }
      #expect(updates == 3)
    }
  }

  @Test func `a message that was refused may be sent again when the case has come so far`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      let order = try Stage.bytes(Stage.orderMessage(id))
      let before = try await stage.counts()
      let early = try await stage.service.receive(order)
      #expect(early.resultCode == "ERROR" && early.errorId == ["APPLICATION_ERROR"])
      #expect(early.code == "no-performer")
      #expect(try await stage.counts() == before)
      try await stage.allocate(id)
      #expect(try await stage.service.receive(order).resultCode == "OK")
    }
  }

  @Test func `a message and the page work on the same case`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      try await stage.inform(id)
      let received = try await stage.receive(Stage.orderMessage(id))
      #expect(received.resultCode == "OK", "\(received)")
      let view = try await stage.service.view(id, for: Cast.officer)
      #expect(view.state.order?.placed.agencyNumber == Cast.agencyNumber)
    }
  }
}

extension Stage {
  /// The statement arrives, a supplement is asked for, written and arrives, all as messages.
  fileprivate func supplementByMessages(_ id: CaseNumber) async throws {
    let window = today.adding(days: 30)
    let arrived = try await receive(
      .reportCertificateReceival(
        ReportCertificateReceival(
          assessmentId: Stage.ii(id), receivedDate: today,
          lastDateForSupplementRequest: window)))
    #expect(arrived.resultCode == "OK", "\(arrived)")
    let asked = try await receive(
      .requestSupplement(
        RequestSupplement(
          assessmentId: Stage.ii(id), lastDateForSupplementReceival: today.adding(days: 14))))
    #expect(asked.itemId == "\(id)-K1", "\(asked)")
    try await perform(
      .sendStatementSupplement(number: 1, day: today), in: id, by: Cast.administrator())
    let received = try await receive(
      .reportSupplementReceival(
        ReportSupplementReceival(
          assessmentId: Stage.ii(id), receivedDate: today,
          supplementRequestId: II(root: SystemIdentity.root, extension: "\(id)-K1"),
          lastDateForSupplementRequest: window)))
    #expect(received.resultCode == "OK", "\(received)")
  }
}
