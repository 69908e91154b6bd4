// SPDX-License-Identifier: Apache-2.0

/// A named way to count workdays (vardagar). No law defines *vardag* in FMU-förordningen 8 §,
/// so every answer names the policy that it was counted by.
public struct CalendarPolicy: Hashable, Codable, Sendable {
  /// Such as `monday-friday`.
  public let name: String
  /// What the policy counts, in one line for people.
  public let title: Bilingual
  /// Weekdays that never count.
  public let freeWeekdays: [Weekday]
  /// Named days that do not count.
  public let holidays: [Holiday]
  /// What the policy rests on.
  public let basis: String
  /// How well it is known that this is what the law means.
  public let certainty: RuleCertainty
  /// What people should know about it, such as that it is an interpretation.
  public let note: Bilingual
  /// The rule row that speaks of this policy, if there is one.
  public let ruleID: String?
  /// The years in which the holidays have been checked; a day outside is a fault.
  public let firstYear: Int
  /// See `firstYear`.
  public let lastYear: Int

  /// The longest count, in workdays.
  public static let maximumWorkdays = 5000

  /// Takes the parts as they are; `RuleData` reads and checks them.
  public init(
    name: String, title: Bilingual, freeWeekdays: [Weekday], holidays: [Holiday],
    basis: String, certainty: RuleCertainty, note: Bilingual, ruleID: String? = nil,
    firstYear: Int, lastYear: Int
  ) {
    self.name = name
    self.title = title
    self.freeWeekdays = freeWeekdays
    self.holidays = holidays
    self.basis = basis
    self.certainty = certainty
    self.note = note
    self.ruleID = ruleID
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// Whether a day counts. Throws `outOfRange`.
  public func isWorkday(_ day: Day) throws(CalendarFault) -> Bool {
    try nonWorkdayReason(day) == nil
  }

  /// Why a day does not count: the holiday's name, else the weekday; nil for a workday.
  public func nonWorkdayReason(_ day: Day) throws(CalendarFault) -> Bilingual? {
    let year = day.year
    guard firstYear <= year, year <= lastYear else {
      throw .outOfRange(day, firstYear: firstYear, lastYear: lastYear)
    }
    if let holiday = holidays.first(where: { $0.day(in: year) == day }) { return holiday.name }
    return freeWeekdays.contains(day.weekday) ? day.weekday.name : nil
  }

  /// Counts so many workdays from the day after `start`. With 0 the answer is `start` itself,
  /// whatever day that is.
  public func adding(
    workdays count: Int, to start: Day
  ) throws(CalendarFault) -> WorkdayCount {
    guard (0...CalendarPolicy.maximumWorkdays).contains(count) else {
      throw .countOutOfRange(count)
    }
    _ = try isWorkday(start)
    var counted: [Day] = []
    var skipped: [SkippedDay] = []
    var day = start
    while counted.count < count {
      day = day.adding(days: 1)
      if let reason = try nonWorkdayReason(day) {
        skipped.append(SkippedDay(day: day, reason: reason))
      } else {
        counted.append(day)
      }
    }
    return WorkdayCount(start: start, day: day, counted: counted, skipped: skipped)
  }

  /// Workdays after `a` through `b`; negative when `b` is the earlier one.
  public func workdays(after a: Day, through b: Day) throws(CalendarFault) -> Int {
    guard a <= b else { return -(try workdays(after: b, through: a)) }
    _ = try isWorkday(a)
    _ = try isWorkday(b)
    var count = 0
    for number in a.number..<b.number where try isWorkday(Day(number: number + 1)) {
      count += 1
    }
    return count
  }

  /// The day itself when it is a workday, else the next workday, with the days passed over.
  /// This is how lag (1930:173) 2 § moves a last day that the law has set.
  public func rollForward(_ start: Day) throws(CalendarFault) -> WorkdayCount {
    var skipped: [SkippedDay] = []
    var day = start
    while let reason = try nonWorkdayReason(day) {
      skipped.append(SkippedDay(day: day, reason: reason))
      day = day.adding(days: 1)
    }
    return WorkdayCount(start: start, day: day, counted: [], skipped: skipped)
  }

  /// Days of a period that are no workdays, with the reason.
  public func nonWorkdays(
    from first: Day, through last: Day
  ) throws(CalendarFault) -> [SkippedDay] {
    guard first <= last else { return [] }
    _ = try isWorkday(first)
    _ = try isWorkday(last)
    var days: [SkippedDay] = []
    for number in first.number...last.number {
      let day = Day(number: number)
      if let reason = try nonWorkdayReason(day) {
        days.append(SkippedDay(day: day, reason: reason))
      }
    }
    return days
  }
}

/// A day that was passed over, and why.
public struct SkippedDay: Hashable, Codable, Sendable {
  /// The day that does not count.
  public let day: Day
  /// The holiday or the weekday.
  public let reason: Bilingual

  /// A day and why it was passed over.
  public init(day: Day, reason: Bilingual) {
    self.day = day
    self.reason = reason
  }
}

/// A count of days with everything that was counted and skipped on the way.
public struct WorkdayCount: Hashable, Codable, Sendable {
  /// The day before the first one that may count.
  public let start: Day
  /// The day that was reached.
  public let day: Day
  /// Empty where calendar days were counted.
  public let counted: [Day]
  /// In order of time.
  public let skipped: [SkippedDay]

  /// Takes a count that has been made.
  public init(start: Day, day: Day, counted: [Day], skipped: [SkippedDay]) {
    self.start = start
    self.day = day
    self.counted = counted
    self.skipped = skipped
  }
}

/// Why workdays could not be counted.
public enum CalendarFault: Error, Hashable, Sendable {
  /// The day lies outside the years that the policy knows.
  case outOfRange(Day, firstYear: Int, lastYear: Int)
  /// Not between 0 and `CalendarPolicy.maximumWorkdays`.
  case countOutOfRange(Int)

  /// What went wrong, for people.
  public var reason: Bilingual {
    switch self {
    case .outOfRange(let day, let firstYear, let lastYear):
      Bilingual(
        sv: "Kalendern gäller åren \(firstYear)–\(lastYear), inte \(day).",
        en: "The calendar covers the years \(firstYear)–\(lastYear), not \(day).")
    case .countOutOfRange(let count):
      Bilingual(
        sv: "Antalet vardagar ska vara 0–\(CalendarPolicy.maximumWorkdays), inte \(count).",
        en: "The number of workdays must be 0–\(CalendarPolicy.maximumWorkdays), not \(count).")
    }
  }
}
