// SPDX-License-Identifier: Apache-2.0
import Domain

/// A performer's published times, its load and its last days, as the interface gives them.
public struct CapacityJSON: Codable, Hashable, Sendable {
  /// A week's load by profession.
  public struct Week: Codable, Hashable, Sendable {
    public let monday: Day
    public let load: [Load]
  }

  /// A profession's week.
  public struct Load: Codable, Hashable, Sendable {
    public let profession: Profession
    /// Missing where nothing has been published.
    public let published: Int?
    public let booked: Int
    /// Missing where nothing has been published.
    public let free: Int?
  }

  /// A running case.
  public struct Case: Codable, Hashable, Sendable {
    public let number: CaseNumber
    public let status: Status
    public let dueDay: Day?
    /// Working days.
    public let daysLeft: Int?
    public let nextVisit: Instant?
  }

  public let today: Day
  public let mayPublish: Bool
  public let weeks: [Week]
  /// The earliest last day first.
  public let cases: [Case]

  public init(_ calendar: PlanningCalendar) {
    today = calendar.today
    mayPublish = calendar.mayPublish
    weeks = calendar.weeks.map { week in
      Week(
        monday: week.monday,
        load: week.load.map {
          Load(
            profession: $0.profession, published: $0.published, booked: $0.booked,
            free: $0.free)
        })
    }
    cases = calendar.cases.map {
      Case(
        number: $0.id, status: $0.status, dueDay: $0.dueDay, daysLeft: $0.daysLeft,
        nextVisit: $0.nextVisit)
    }
  }
}
