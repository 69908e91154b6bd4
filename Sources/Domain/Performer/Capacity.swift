// SPDX-License-Identifier: Apache-2.0

/// Times for examinations that a performer publishes: a profession and a week each.
public struct CapacityPublished: Codable, Hashable, Sendable {
  public var times: [PublishedTimes]

  public init(times: [PublishedTimes]) { self.times = times }

  /// Throws the first fault with the name of its field, `WEEK.PROFESSION`.
  func check(today: Day) throws(Refusal) {
    if times.isEmpty { throw Refusal(.missing, field: "times") }
    if times.count > CapacityLimit.mostRows {
      throw Refusal(.tooMany, field: "times", values: ["\(CapacityLimit.mostRows)"])
    }
    var seen: Set<String> = []
    for one in times {
      let field = "\(one.week).\(one.profession.rawValue)"
      if !seen.insert(field).inserted { throw Refusal(.tooMany, field: field, values: ["1"]) }
      if one.week != one.week.monday || one.week < today.monday {
        throw Refusal(.dayInPast, field: field)
      }
      if one.week - today > CapacityLimit.daysAhead { throw Refusal(.outOfRange, field: field) }
      if !(0...CapacityLimit.mostTimes).contains(one.times) {
        throw Refusal(.outOfRange, field: field)
      }
    }
  }
}

/// How many times there are for one profession in one week.
public struct PublishedTimes: Codable, Hashable, Sendable {
  /// The week's Monday.
  public var week: Day
  public var profession: Profession
  /// One time is one examination.
  public var times: Int

  public init(week: Day, profession: Profession, times: Int) {
    self.week = week
    self.profession = profession
    self.times = times
  }
}

/// Sizes in planning.
public enum CapacityLimit {
  /// Weeks and professions that are published at once: more than a year of each.
  public static let mostRows = 240
  /// Times in one week; more must be a slip.
  public static let mostTimes = 500
  /// Days ahead that a week may lie.
  public static let daysAhead = 400
  /// Weeks that a region sees when it allocates, the present one included.
  public static let weeksShown = 8
}

/// A profession's week at a performer.
public struct ProfessionLoad: Codable, Hashable, Sendable {
  public let profession: Profession
  /// Nil where nothing has been published, which is not the same as none.
  public let published: Int?
  public let booked: Int

  public init(profession: Profession, published: Int?, booked: Int) {
    self.profession = profession
    self.published = published
    self.booked = booked
  }

  /// Times that nobody has booked, never below 0; nil where nothing has been published.
  public var free: Int? { published.map { max(0, $0 - booked) } }
}

extension Day {
  /// The Monday of the day's week.
  public var monday: Day { adding(days: 1 - weekday.rawValue) }
}
