// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// What planning needs of a case, on the performer's own line about it.
public struct CasePlanning: Codable, Hashable, Sendable {
  /// A visit that is booked or has been performed.
  public struct Visit: Codable, Hashable, Sendable {
    public var number: Int
    public var profession: Profession
    public var start: Instant
    public var isPerformed: Bool
  }

  public var visits: [Visit]
  /// The statement has been sent.
  public var isDelivered: Bool

  init(_ state: Assessment) {
    visits = state.currentVisits.filter { $0.isBooked || $0.isPerformed }.map {
      Visit(
        number: $0.number, profession: $0.profession, start: $0.start,
        isPerformed: $0.isPerformed)
    }
    isDelivered = state.statement != nil
  }
}

/// One thing in a performer's calendar.
public struct PlanningEntry: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case visit(Profession, TimeOfDay, isPerformed: Bool)
    /// The last day of the statement, with working days left.
    case lastDay(daysLeft: Int?)
  }

  public let day: Day
  public let id: CaseNumber
  public let kind: Kind
}

/// A week of a performer's calendar.
public struct PlanningWeek: Sendable {
  public let monday: Day
  public let load: [ProfessionLoad]
  /// By day, visits by time first.
  public let entries: [PlanningEntry]
}

/// A running case in a performer's calendar.
public struct PlanningCase: Sendable, Hashable {
  public let id: CaseNumber
  public let status: Status
  public let dueDay: Day?
  public let daysLeft: Int?
  /// The next booked visit.
  public let nextVisit: Instant?
}

/// A performer's calendar: no names, only case numbers.
public struct PlanningCalendar: Sendable {
  public let today: Day
  public let weeks: [PlanningWeek]
  /// Every running case that the performer has, the earliest last day first.
  public let cases: [PlanningCase]
  /// The reader may publish times.
  public let mayPublish: Bool
  let times: [Day: [Profession: Int]]

  /// What has been published for a week; nil is nothing.
  public func published(_ week: Day, _ profession: Profession) -> Int? {
    times[week]?[profession]
  }
}

extension SamsynService {
  /// Weeks in one look at the calendar.
  private static let mostWeeks = 26

  /// The performer's load, bookings and last days, for anybody at the performer. It holds what its
  /// list of cases holds, and no names.
  ///
  /// - Throws: `wrongParty` for anybody who is not of a performer.
  public func planning(
    from: Day, weeks: Int, for actor: Actor
  ) async throws(ServiceError) -> PlanningCalendar {
    let performer = try Self.performer(of: actor)
    try await refreshForList()
    let today = clock.now().day
    let count = max(1, min(weeks, Self.mostWeeks))
    let calendar = try await read { connection -> PlanningCalendar in
      let register = try self.registers(connection).load(performer)
      let rows = try self.planned(connection, performer, .running)
      let mondays = (0..<count).map { from.monday.adding(days: 7 * $0) }
      let entries = rows.flatMap { $0.entries }
      return PlanningCalendar(
        today: today,
        weeks: mondays.map { monday in
          PlanningWeek(
            monday: monday, load: register.load(monday, booked: rows.booked(monday)),
            entries: entries.filter { $0.day.monday == monday }.sorted())
        },
        cases: rows.map(\.assessment), mayPublish: actor.function == .performerAdministrator,
        times: register.times)
    }
    try await log("planning", by: actor, purpose: .overview, items: calendar.cases.count)
    return calendar
  }

  /// Publishes times: the regions that have a contract with the performer today are sent them.
  public func publish(
    _ times: [PublishedTimes], by actor: Actor
  ) async throws(ServiceError) {
    let performer = try Self.administered(by: actor)
    let now = clock.now()
    try await write { connection in
      let regions = try self.regions(connection).all().filter {
        $0.performer(performer)?.isUnderContract(on: now.day) == true
      }
      try self.registers(connection).append(
        .capacityPublished(CapacityPublished(times: times)), to: performer,
        regions: regions.map(\.region), by: actor, at: now)
    }
  }

  /// Free times by profession in the weeks that regions see; nil where nothing is published.
  func freeTimes(
    _ connection: any Connection, _ performer: HSAID
  ) throws -> [Profession: Int]? {
    let register = try registers(connection).load(performer)
    let first = clock.now().day.monday
    let mondays = (0..<CapacityLimit.weeksShown).map { first.adding(days: 7 * $0) }
    guard mondays.contains(where: { register.times[$0] != nil }) else { return nil }
    let rows = try planned(connection, performer, .running)
    var free: [Profession: Int] = [:]
    for monday in mondays {
      for load in register.load(monday, booked: rows.booked(monday)) {
        if let left = load.free { free[load.profession, default: 0] += left }
      }
    }
    return free
  }

  /// The performer's cases with what planning needs, the earliest last day first.
  func planned(
    _ connection: any Connection, _ performer: HSAID, _ state: CaseQuery.State
  ) throws -> [PlannedCase] {
    let party = Party.performer(performer)
    let today = clock.now().day
    var query = CaseQuery(
      party: party.description, state: state, performer: performer.description,
      limit: Limits.pageRows)
    var cases: [PlannedCase] = []
    while true {
      let page = try CaseRows(connection, keyring).list(query)
      for row in page.rows where !row.sealed.isEmpty {
        let listed = try listRow(row, today: today)
        // A line from before planning was kept on it.
        let planning =
          try listed.line.planning
          ?? CasePlanning(
            Assessment(
              id: listed.id,
              events: try CaseHistory(connection, keyring).load(listed.id, for: party)
                .compactMap { $0.disclosed(to: party) }))
        cases.append(PlannedCase(row: listed, planning: planning))
      }
      guard let next = page.next else { return cases }
      query.cursor = next
    }
  }
}

/// A case with what planning needs of it.
struct PlannedCase {
  let row: CaseListRow
  let planning: CasePlanning

  var assessment: PlanningCase {
    PlanningCase(
      id: row.id, status: row.status, dueDay: lastDay,
      daysLeft: lastDay == nil ? nil : row.daysLeft,
      nextVisit: planning.visits.filter { !$0.isPerformed }.map(\.start).min())
  }

  /// The last day of a statement that has not been sent.
  var lastDay: Day? { planning.isDelivered || row.dueBasis != .law ? nil : row.dueDay }

  var entries: [PlanningEntry] {
    let visits = planning.visits.map { visit in
      PlanningEntry(
        day: visit.start.day, id: row.id,
        kind: .visit(visit.profession, visit.start.clock, isPerformed: visit.isPerformed))
    }
    guard let lastDay else { return visits }
    return visits
      + [PlanningEntry(day: lastDay, id: row.id, kind: .lastDay(daysLeft: row.daysLeft))]
  }
}

extension [PlannedCase] {
  /// Visits of a week, by profession.
  fileprivate func booked(_ monday: Day) -> [Profession: Int] {
    var booked: [Profession: Int] = [:]
    for visit in flatMap(\.planning.visits) where visit.start.day.monday == monday {
      booked[visit.profession, default: 0] += 1
    }
    return booked
  }
}

extension PlanningEntry: Comparable {
  /// By day, visits by time, last days after them.
  public static func < (a: PlanningEntry, b: PlanningEntry) -> Bool {
    a.key < b.key
  }

  private var key: (Int, Int, String) {
    let minute =
      switch kind {
      case .visit(_, let time, _): time.hour * 60 + time.minute
      case .lastDay: 24 * 60
      }
    return (day.number, minute, id.description)
  }
}
