// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// A whole assessment by the commands of the pages, as each party sees it in its lists.
@Suite struct ProcessTests {
  @Test(arguments: TestEngine.all)
  func `a case goes from request to ended, and each party sees where it stands`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.request()
      #expect(id.description == "AFU-2026-0001")
      #expect(try await stage.status(id, Cast.coordinator) == .requested)
      try await stage.allocate(id)
      #expect(try await stage.status(id, Cast.officer) == .awaitingOrder)
      try await stage.inform(id)
      try await stage.order(id)
      #expect(try await stage.status(id, Cast.administrator()) == .orderReceived)
      try await stage.accept(id)
      try await stage.book(id)
      #expect(try await stage.status(id, Cast.officer) == .visitBooked)
      try await stage.examine(id)
      #expect(try await stage.status(id, Cast.administrator()) == .statementToWrite)
      try await stage.sendStatement(id)
      try await stage.recordArrival(id)
      #expect(try await stage.status(id, Cast.officer) == .statementArrived)
      try await stage.end(id)
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        let rows = try await stage.listed(actor)
        #expect(rows.map(\.id) == [id])
        #expect(rows.first?.status == .ended)
        #expect(rows.first?.endedDay == stage.today)
        #expect(try await stage.service.counts(for: actor).map(\.count) == [1])
        #expect(try await stage.service.tasks(for: actor).rows.isEmpty)
      }
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an inquiry is sent, answered and leads to an allocation`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.request()
      try await stage.perform(
        .sendInquiries(
          performers: [Cast.p1, Cast.p2], answerBy: stage.today.adding(days: 2), message: nil),
        in: id, by: Cast.coordinator)
      let waiting = try await stage.service.tasks(for: Cast.administrator(Cast.p2)).rows
      #expect(waiting.map(\.code) == [.answerInquiry])
      #expect(waiting.first?.dueDay == stage.today.adding(days: 2))
      #expect(waiting.first?.row.line.town == "Lund")
      try await stage.perform(
        .answerInquiry(InquiryAnswered(performer: Cast.p2, accepts: true)), in: id,
        by: Cast.administrator(Cast.p2))
      _ = try await stage.service.allocate(
        id, to: Cast.p2, method: .inquiry, comment: nil, by: Cast.coordinator)
      #expect(try await stage.status(id, Cast.administrator(Cast.p1)) == .inquiryClosed)
      #expect(try await stage.status(id, Cast.administrator(Cast.p2)) == .awaitingOrder)
    }
  }

  @Test func `the last day that lists show is the one the case's own page explains`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      let view = try await stage.service.view(id, for: Cast.officer)
      // 25 workdays after Monday 2 March 2026: Good Friday and Easter Monday do not count.
      #expect(view.deadline.last == Day("2026-04-08"))
      let row = try #require(try await stage.listed(Cast.officer).first)
      #expect(row.dueDay == view.deadline.last)
      #expect(row.dueBasis == .law)
      #expect(row.completeDay == stage.today)
    }
  }

  @Test func `case numbers run on without gaps, also past a refused request`() async throws {
    try await withStage(.sqlite) { stage in
      let first = try await stage.request()
      let refused = try await refusal {
        try await stage.service.request(
          Cast.request(answerBy: stage.today.adding(days: -1)), insured: nil,
          by: Cast.officer)
      }
      #expect(refused == Refusal(.dayInPast, field: "answerBy"))
      let second = try await stage.request()
      #expect([first, second].map(\.serial) == [1, 2])
    }
  }

  @Test func `a correction replaces what was said and leaves both in the history`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.accept(id)
      let wrong = UnderlagCompleted(day: stage.today)
      let result = try await stage.perform(
        .confirmComplete(wrong), in: id, by: Cast.administrator())
      stage.time.move(days: 2)
      try await stage.perform(
        .correct(
          version: result.versions.lowerBound, reason: "Fel dag",
          .command(.confirmComplete(UnderlagCompleted(day: stage.today)))),
        in: id, by: Cast.administrator())
      let view = try await stage.service.view(id, for: Cast.officer)
      #expect(view.state.order?.completeDay == stage.today)
      #expect(view.correctedBy[result.versions.lowerBound] != nil)
      let row = try #require(try await stage.listed(Cast.officer).first)
      #expect(row.completeDay == stage.today)
    }
  }
}
