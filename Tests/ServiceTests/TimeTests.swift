// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// What changes because a day passes, with nobody doing anything.
@Suite struct TimeTests {
  @Test(arguments: TestEngine.all)
  func `a list shows that the day of an inquiry has passed`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.request()
      try await stage.perform(
        .sendInquiries(
          performers: [Cast.p1], answerBy: stage.today.adding(days: 2), message: nil),
        in: id, by: Cast.coordinator)
      #expect(try await stage.listed(Cast.coordinator).map(\.status) == [.inquiring])
      #expect(try await stage.service.tasks(for: Cast.coordinator).rows.isEmpty)
      stage.time.move(days: 2)
      #expect(try await stage.listed(Cast.coordinator).map(\.status) == [.inquiring])
      stage.time.move(days: 1)
      #expect(try await stage.listed(Cast.coordinator).map(\.status) == [.noPerformerFound])
      let tasks = try await stage.service.tasks(for: Cast.coordinator).rows
      #expect(tasks.map(\.code) == [.findAnotherPerformer])
      // Försäkringskassan is not told whom the region asks, so for it nothing has changed.
      #expect(try await stage.listed(Cast.officer).map(\.status) == [.requested])
    }
  }

  @Test func `a visit that has begun is to be reported`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      #expect(try await stage.listed(Cast.administrator()).map(\.status) == [.visitBooked])
      stage.time.move(days: 11)
      #expect(try await stage.listed(Cast.administrator()).map(\.status) == [.visitToReport])
      let tasks = try await stage.service.tasks(for: Cast.administrator()).rows
      #expect(tasks.map(\.code) == [.reportVisit] && tasks.first?.row.id == id)
      #expect(tasks.first.map { ($0.daysLeft ?? 0) < 0 } == true)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a reminder and a notice that the day has passed go out once each`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.request(answerBy: stage.today.adding(days: 4))
      func notices() async throws -> [EventKind] {
        try await stage.history(id).map(\.event.kind)
          .filter { $0 == .reminded || $0 == .deadlinePassed }
      }
      try await stage.service.tick()
      #expect(try await notices() == [])
      stage.time.move(days: 3)
      for _ in 0..<3 { try await stage.service.tick() }
      #expect(try await notices() == [.reminded])
      stage.time.move(days: 5)
      for _ in 0..<3 { try await stage.service.tick() }
      #expect(try await notices() == [.reminded, .deadlinePassed])
      // The reminder is the region's own and reaches nobody else.
      let view = try await stage.service.view(id, for: Cast.officer)
      #expect(!view.events.contains { $0.event.kind == .reminded })
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test func `what is written while a reminder goes out can still be sent`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request(answerBy: stage.today.adding(days: 4))
      let version = try #require(
        try await stage.service.version(of: id, for: Cast.coordinator))
      stage.time.move(days: 3)
      try await stage.service.tick()
      #expect(try await stage.history(id).last?.event.kind == .reminded)
      _ = try await stage.service.allocate(
        id, to: Cast.p1, method: .direct, comment: nil, by: Cast.coordinator, expecting: version)
      // What has happened since then is news again, and so is what has not happened yet.
      for wrong in [version, version + 100] {
        await #expect(throws: ServiceError.refused(Refusal(.staleVersion))) {
          try await stage.service.execute(
            .endAssessment(AssessmentEnded(reason: .aborted)), in: id, by: Cast.coordinator,
            expecting: wrong)
        }
      }
    }
  }

  @Test func `a performer is reminded of a visit to report also after the case has ended`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      try await stage.perform(
        .endAssessment(AssessmentEnded(reason: .aborted)), in: id, by: Cast.officer)
      stage.time.move(days: 12)
      try await stage.service.tick()
      let kinds = try await stage.history(id).map(\.event.kind)
      #expect(kinds.last == .deadlinePassed)
      try await stage.perform(
        .reportVisit(.missed(VisitMissed(number: 1, cause: .absent, reason: nil))), in: id,
        by: Cast.administrator())
      #expect(try await stage.service.tasks(for: Cast.administrator()).rows.isEmpty)
    }
  }

  @Test func `no reminders go out where the region has turned them off`() async throws {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings()
      settings.remindersOn = false
      try await stage.service.save(settings, by: Cast.coordinator)
      let id = try await stage.request(answerBy: stage.today.adding(days: 1))
      stage.time.move(days: 4)
      try await stage.service.tick()
      #expect(try await stage.history(id).map(\.event.kind).contains(.deadlinePassed) == false)
    }
  }

  @Test func `of two processes one does the work that nobody waits for`() async throws {
    try await withStage(.sqlite) { stage in
      let other = try await stage.opened()
      _ = try await stage.request()
      try await stage.service.tickUnderLease()
      #expect(try await stage.count("anchor") == 1)
      _ = try await stage.request()
      try await other.tickUnderLease()
      #expect(try await stage.count("anchor") == 1)
      stage.time.move(minutes: 2)
      try await other.tickUnderLease()
      #expect(try await stage.count("anchor") == 2)
      await other.close()
    }
  }

  @Test func `a clock that is set back does not put an event before the one before it`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      stage.time.move(minutes: -120)
      try await stage.allocate(id)
      let times = try await stage.history(id).map(\.at)
      #expect(times == times.sorted())
    }
  }
}
