// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What somebody asks a forecast.
public struct ForecastQuestion: Sendable, Hashable {
  /// Change of the capacity in percent, -100...`mostChange`.
  public var changePercent = 0
  /// Doctor's times a week; nil takes what is published.
  public var timesPerWeek: Int?
  /// Weeks from the examination to the statement. Nobody has said how long it takes, so it is
  /// part of the question.
  public var weeksToWrite = 1
  /// Doctor's times that a case takes.
  public var timesPerCase = 1
  /// Weeks ahead.
  public var weeks = 12
  public var runs = 400
  public var seed: UInt64 = 1

  public init() {}

  /// A larger change must be a slip.
  public static let mostChange = 400

  func check() throws(Refusal) {
    let ranges: [(String, Int, ClosedRange<Int>)] = [
      ("changePercent", changePercent, -100...Self.mostChange),
      ("timesPerWeek", timesPerWeek ?? 0, 0...CapacityLimit.mostTimes),
      ("weeksToWrite", weeksToWrite, 0...26), ("timesPerCase", timesPerCase, 1...20),
      ("weeks", weeks, 1...CapacitySimulation.longest),
      ("runs", runs, 1...CapacitySimulation.mostRuns),
    ]
    for (field, value, range) in ranges where !range.contains(value) {
      throw Refusal(.outOfRange, field: field)
    }
  }
}

/// The answer of a forecast with all that it was counted from.
public struct Forecast: Codable, Sendable {
  public let performer: HSAID
  public let today: Day
  public let simulation: CapacitySimulation
  /// With the capacity there is.
  public let now: CapacitySimulation.Outcome
  /// With the capacity that was asked about.
  public let changed: CapacitySimulation.Outcome
  /// The capacity is the one that was published, not one that was typed.
  public let isPublished: Bool
}

extension SamsynService {
  /// Past weeks whose inflow is taken to come again.
  private static let pastWeeks = 12

  /// The expected share that is delivered in time, now and with a changed capacity. Anybody at the
  /// performer may ask; it is counted from the performer's own cases and names none.
  ///
  /// - Throws: `.refused`: `wrongParty`, `outOfRange` with the field, `capacityUnknown` where
  ///   nothing is published or typed, `forecastUnknown` where the rule book gives no last day.
  public func forecast(
    _ question: ForecastQuestion, for actor: Actor
  ) async throws(ServiceError) -> Forecast {
    let performer = try Self.performer(of: actor)
    do { try question.check() } catch { throw .refused(error) }
    try await refreshForList()
    let today = clock.now().day
    let simulation = try await read { connection in
      let cases = try self.planned(connection, performer, .all)
      let published = try self.registers(connection).load(performer).times
      return try self.simulation(question, cases, published, today)
    }
    try await log("forecast", by: actor, purpose: .overview, items: simulation.waiting.count)
    return Forecast(
      performer: performer, today: today, simulation: simulation,
      now: simulation.outcome(changePercent: 0),
      changed: simulation.outcome(changePercent: question.changePercent),
      isPublished: question.timesPerWeek == nil)
  }

  private func simulation(
    _ question: ForecastQuestion, _ cases: [PlannedCase], _ published: [Day: [Profession: Int]],
    _ today: Day
  ) throws -> CapacitySimulation {
    func week(_ day: Day) -> Int { (day.monday - today.monday) / 7 }
    let running = cases.filter { $0.row.endedDay == nil && $0.lastDay != nil }
    var waiting: [Int] = []
    var writing: [CapacitySimulation.Writing] = []
    for one in running {
      guard let due = one.lastDay.map(week) else { continue }
      let examined = one.planning.visits.filter { $0.profession == .doctor && $0.isPerformed }
        .map(\.start.day).max()
      if let examined {
        let ready = max(0, week(examined) + question.weeksToWrite)
        writing.append(.init(due: due, ready: ready))
      } else {
        waiting.append(due)
      }
    }
    var arrivals = Array(repeating: 0, count: Self.pastWeeks)
    for day in cases.compactMap(\.row.completeDay) {
      let back = -week(day)
      if (1...Self.pastWeeks).contains(back) { arrivals[Self.pastWeeks - back] += 1 }
    }
    return CapacitySimulation(
      waiting: waiting.sorted(),
      writing: writing.sorted { ($0.due, $0.ready) < ($1.due, $1.ready) },
      pastArrivals: arrivals, capacity: try capacity(question, published, today),
      weeksAllowed: try weeksAllowed(today), weeksToWrite: question.weeksToWrite,
      timesPerCase: question.timesPerCase, weeks: question.weeks, runs: question.runs,
      seed: question.seed)
  }

  /// A week for which nothing is published has as many times as the last one before it that has.
  private func capacity(
    _ question: ForecastQuestion, _ published: [Day: [Profession: Int]], _ today: Day
  ) throws -> [Int] {
    if let typed = question.timesPerWeek { return [typed] }
    let weeks = published.compactMap { week, times in
      times[.doctor].map { (week: week, times: $0) }
    }.sorted { $0.week < $1.week }
    guard let first = weeks.first else { throw Refusal(.capacityUnknown, field: "timesPerWeek") }
    return (0..<question.weeks).map { index in
      let monday = today.monday.adding(days: 7 * index)
      return (weeks.last { $0.week <= monday } ?? first).times
    }
  }

  /// Whole weeks from an underlag that is complete today to the last day, by the rule in force.
  private func weeksAllowed(_ today: Day) throws -> Int {
    let deadline = DeliveryDeadline.compute(
      DeadlineFacts(completeDay: today), rules: rules, calendar: calendar)
    guard let last = deadline.last else { throw Refusal(.forecastUnknown) }
    return (last.monday - today.monday) / 7
  }
}
