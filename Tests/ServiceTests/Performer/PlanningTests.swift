// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Service

/// Published times, load and forecast, and who sees them.
@Suite struct PlanningTests {
  private static func publish(
    _ stage: Stage, weeks: Int = 4, times: Int = 3, by actor: Actor = Cast.administrator()
  ) async throws {
    try await stage.service.publish(
      (0..<weeks).map {
        PublishedTimes(
          week: stage.today.monday.adding(days: 7 * $0), profession: .doctor, times: times)
      }, by: actor)
  }

  @Test(arguments: TestEngine.all)
  func `the calendar has the week's load, its visits and its last days`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      try await Self.publish(stage)
      let id = try await stage.bookedCase()
      let calendar = try await stage.service.planning(
        from: stage.today, weeks: 8, for: Cast.administrator())
      let booked = calendar.weeks[1]
      #expect(booked.load == [ProfessionLoad(profession: .doctor, published: 3, booked: 1)])
      #expect(booked.entries.map(\.id) == [id])
      #expect(calendar.weeks[0].load.map(\.free) == [3])
      #expect(calendar.weeks[5].load.isEmpty)
      let one = try #require(calendar.cases.first)
      #expect(calendar.cases.count == 1)
      #expect(one.nextVisit?.day == stage.today.adding(days: 10))
      let due = try #require(one.dueDay)
      #expect(one.daysLeft != nil)
      #expect(
        calendar.weeks.first { $0.monday == due.monday }?.entries.contains { $0.day == due }
          == true)
    }
  }

  @Test func `a region sees free times of its own performers when it allocates, and no booking`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      _ = try await stage.bookedCase()
      let id = try await stage.request()
      let before = try await stage.service.performerChoices(in: id, for: Cast.coordinator)
      #expect(before.map(\.freeTimes) == [nil, nil, nil])
      try await Self.publish(stage)
      let after = try await stage.service.performerChoices(in: id, for: Cast.coordinator)
      #expect(after.map(\.freeTimes) == [[.doctor: 11], nil, nil])
      for actor in [Cast.officer, Cast.administrator(), Cast.otherCoordinator] {
        #expect(
          try await refusal {
            try await stage.service.performerChoices(in: id, for: actor)
          } != nil)
      }
    }
  }

  @Test func `calendar and forecast are the performer's own, and times its administrator's`()
    async throws
  {
    try await withStage(.sqlite) { (stage: Stage) async throws in
      _ = try await stage.bookedCase()
      try await Self.publish(stage)
      for actor in [Cast.officer, Cast.coordinator, Cast.insured] {
        #expect(
          try await refusal {
            try await stage.service.planning(from: stage.today, weeks: 4, for: actor)
          }?.code == .wrongParty)
        #expect(
          try await refusal {
            try await stage.service.forecast(ForecastQuestion(), for: actor)
          }?.code == .wrongParty)
        #expect(
          try await refusal { try await Self.publish(stage, by: actor) }?.code == .wrongParty)
      }
      #expect(
        try await refusal { try await Self.publish(stage, by: Cast.doctor) }?.code
          == .wrongFunction)
      let other = try await stage.service.planning(
        from: stage.today, weeks: 4, for: Cast.administrator(Cast.p2))
      #expect(other.cases.isEmpty)
      #expect(other.weeks.allSatisfy { $0.load.isEmpty && $0.entries.isEmpty })
      let examiners = try await stage.service.planning(
        from: stage.today, weeks: 4, for: Cast.doctor)
      #expect(examiners.cases.count == 1)
      #expect(!examiners.mayPublish)
    }
  }

  @Test func `a forecast counts the performer's cases by the rule in force`() async throws {
    try await withStage(.sqlite) { stage in
      #expect(
        try await refusal {
          try await stage.service.forecast(ForecastQuestion(), for: Cast.administrator())
        } == Refusal(.capacityUnknown, field: "timesPerWeek"))
      try await Self.publish(stage)
      let id = try await stage.bookedCase()
      let waiting = try await stage.service.forecast(
        ForecastQuestion(), for: Cast.administrator())
      #expect(waiting.simulation.waiting.count == 1)
      #expect(waiting.simulation.writing.isEmpty)
      #expect(waiting.simulation.capacity == Array(repeating: 3, count: 12))
      #expect(waiting.simulation.weeksAllowed >= 4)
      #expect(waiting.now.perMille == 1000)
      var question = ForecastQuestion()
      question.changePercent = -100
      let none = try await stage.service.forecast(question, for: Cast.administrator())
      #expect(none.changed.perMille == 0)
      try await stage.examine(id)
      let writing = try await stage.service.forecast(
        ForecastQuestion(), for: Cast.administrator())
      #expect(writing.simulation.waiting.isEmpty)
      #expect(writing.simulation.writing.count == 1)
      // The case began within the past weeks, so as many can come again.
      #expect(writing.simulation.pastArrivals.reduce(0, +) == 1)
      question.runs = 0
      #expect(
        try await refusal {
          try await stage.service.forecast(question, for: Cast.administrator())
        } == Refusal(.outOfRange, field: "runs"))
    }
  }

  @Test func `times in the past or out of measure are refused`() async throws {
    try await withStage(.sqlite) { (stage: Stage) async throws in
      let past = PublishedTimes(
        week: stage.today.monday.adding(days: -7), profession: .doctor, times: 1)
      let many = PublishedTimes(week: stage.today.monday, profession: .doctor, times: 501)
      for (times, code) in [
        ([past], RefusalCode.dayInPast), ([many], .outOfRange), ([], .missing),
      ] {
        let refused = try await refusal {
          try await stage.service.publish(times, by: Cast.administrator())
        }
        #expect(refused?.code == code)
      }
    }
  }
}
