// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData
import Testing

@Suite struct `Public holidays and eves` {
  let calendar: CalendarPolicy

  init() throws { calendar = try CalendarFile.load().standard }

  @Test(arguments: [
    "1818-03-22", "1990-04-15", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2099-04-12",
  ])
  func `Easter Sunday falls on the known day`(_ text: String) throws {
    let day = try #require(Day(text))
    #expect(Easter.sunday(in: day.year) == day)
  }

  @Test func `Easter is a Sunday between 22 March and 25 April in every year`() throws {
    for year in 1583...4099 {
      let easter = try #require(Easter.sunday(in: year))
      #expect(easter.weekday == .sunday)
      #expect(easter >= Day(year: year, month: 3, day: 22) ?? .latest)
      #expect(easter <= Day(year: year, month: 4, day: 25) ?? .earliest)
    }
  }

  /// Named days of a year, Sundays without another name left out.
  private static let named: [(Int, [String])] = [
    (
      2026,
      [
        "2026-01-01 nyårsdagen", "2026-01-06 trettondedag jul", "2026-04-03 långfredagen",
        "2026-04-05 påskdagen", "2026-04-06 annandag påsk", "2026-05-01 första maj",
        "2026-05-14 Kristi himmelsfärdsdag", "2026-05-24 pingstdagen",
        "2026-06-06 nationaldagen", "2026-06-19 midsommarafton", "2026-06-20 midsommardagen",
        "2026-10-31 alla helgons dag", "2026-12-24 julafton", "2026-12-25 juldagen",
        "2026-12-26 annandag jul", "2026-12-31 nyårsafton",
      ]
    ),
    (
      2025,
      [
        "2025-01-01 nyårsdagen", "2025-01-06 trettondedag jul", "2025-04-18 långfredagen",
        "2025-04-20 påskdagen", "2025-04-21 annandag påsk", "2025-05-01 första maj",
        "2025-05-29 Kristi himmelsfärdsdag", "2025-06-06 nationaldagen",
        "2025-06-08 pingstdagen", "2025-06-20 midsommarafton", "2025-06-21 midsommardagen",
        "2025-11-01 alla helgons dag", "2025-12-24 julafton", "2025-12-25 juldagen",
        "2025-12-26 annandag jul", "2025-12-31 nyårsafton",
      ]
    ),
    (
      2004,
      [
        "2004-01-01 nyårsdagen", "2004-01-06 trettondedag jul", "2004-04-09 långfredagen",
        "2004-04-11 påskdagen", "2004-04-12 annandag påsk", "2004-05-01 första maj",
        "2004-05-20 Kristi himmelsfärdsdag", "2004-05-30 pingstdagen",
        "2004-05-31 annandag pingst", "2004-06-25 midsommarafton",
        "2004-06-26 midsommardagen", "2004-11-06 alla helgons dag", "2004-12-24 julafton",
        "2004-12-25 juldagen", "2004-12-26 annandag jul", "2004-12-31 nyårsafton",
      ]
    ),
  ]

  @Test(arguments: named)
  func `the named days of a year are the known ones`(_ year: Int, _ expected: [String]) throws {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let last = try #require(Day(year: year, month: 12, day: 31))
    let days = try calendar.nonWorkdays(from: first, through: last)
      .filter { !["lördag", "söndag"].contains($0.reason.sv) }
      .map { "\($0.day) \($0.reason.sv)" }
    #expect(days == expected)
  }

  @Test func `nationaldagen is a holiday from 2005 and annandag pingst through 2004`() throws {
    #expect(try calendar.isWorkday(#require(Day("2003-06-06"))))
    #expect(try !calendar.isWorkday(#require(Day("2005-06-06"))))
    #expect(try calendar.isWorkday(#require(Day("2005-05-16"))))
    #expect(try !calendar.isWorkday(#require(Day("2003-06-09"))))
  }

  @Test func `every year from 1990 to 2099 has between 246 and 256 workdays`() throws {
    for year in 1990...2099 {
      let first = try #require(Day(year: year, month: 1, day: 1))
      let last = try #require(Day(year: year, month: 12, day: 31))
      let free = try calendar.nonWorkdays(from: first, through: last)
      let workdays = last - first + 1 - free.count
      #expect((246...256).contains(workdays), "\(year)")
      #expect(try free.allSatisfy { try !calendar.isWorkday($0.day) })
      let between = try year == 1990 ? 0 : calendar.workdays(after: first, through: last)
      #expect(year == 1990 || between == workdays)
    }
  }

  @Test func `the weekday is the reason only where no holiday is`() throws {
    #expect(try calendar.nonWorkdayReason(#require(Day("2026-06-20")))?.sv == "midsommardagen")
    #expect(try calendar.nonWorkdayReason(#require(Day("2026-06-13")))?.en == "Saturday")
    #expect(try calendar.nonWorkdayReason(#require(Day("2026-06-12"))) == nil)
  }
}

@Suite struct `Counting workdays` {
  let book: CalendarBook
  var calendar: CalendarPolicy { book.standard }

  init() throws { book = try CalendarFile.load() }

  @Test func `counting begins on the day after and lists what was skipped`() throws {
    let start = try #require(Day("2026-04-01"))
    let count = try calendar.adding(workdays: 2, to: start)
    #expect(count.counted.map(\.description) == ["2026-04-02", "2026-04-07"])
    let reasons = ["långfredagen", "lördag", "påskdagen", "annandag påsk"]
    #expect(count.skipped.map(\.reason.sv) == reasons)
    #expect(count.day.description == "2026-04-07")
  }

  @Test func `no workdays after a day is that day, also a Sunday`() throws {
    let sunday = try #require(Day("2026-06-14"))
    let count = try calendar.adding(workdays: 0, to: sunday)
    #expect(count.day == sunday)
    #expect(count.skipped.isEmpty)
  }

  @Test func `between is the inverse of adding for every start of a year`() throws {
    let first = try #require(Day("2026-01-01"))
    for offset in 0..<365 {
      let start = first.adding(days: offset)
      for number in [1, 5, 20, 25] {
        let count = try calendar.adding(workdays: number, to: start)
        #expect(try calendar.workdays(after: start, through: count.day) == number)
        #expect(try calendar.workdays(after: count.day, through: start) == -number)
        #expect(count.counted.count + count.skipped.count == count.day - start)
        #expect(try calendar.isWorkday(count.day))
      }
    }
  }

  @Test func `a day outside the calendar is a fault, not a guess`() throws {
    let early = try #require(Day("1989-12-31"))
    let late = try #require(Day("2099-12-20"))
    #expect(throws: CalendarFault.outOfRange(early, firstYear: 1990, lastYear: 2099)) {
      try calendar.isWorkday(early)
    }
    #expect(throws: CalendarFault.self) { try calendar.adding(workdays: 25, to: late) }
    #expect(throws: CalendarFault.self) { try calendar.adding(workdays: 0, to: early) }
    #expect(DeliveryDeadline.daysLeft(from: late, to: .latest, calendar: calendar) == nil)
  }

  @Test func `a negative or endless count is a fault`() throws {
    let start = try #require(Day("2026-01-02"))
    #expect(throws: CalendarFault.countOutOfRange(-1)) {
      try calendar.adding(workdays: -1, to: start)
    }
    #expect(throws: CalendarFault.countOutOfRange(.max)) {
      try calendar.adding(workdays: .max, to: start)
    }
  }

  @Test(arguments: [
    ("2026-06-19", "2026-06-22"), ("2026-12-24", "2026-12-28"), ("2026-12-31", "2027-01-04"),
    ("2026-06-12", "2026-06-12"), ("2026-04-03", "2026-04-07"),
  ])
  func `lag 1930-173, 2 §: a last day on a free day moves to the next vardag`(
    _ start: String, _ end: String
  ) throws {
    let rolled = try calendar.rollForward(#require(Day(start)))
    #expect(rolled.day.description == end)
  }

  @Test func `by the policy Monday to Saturday, Saturdays and eves count`() throws {
    let policy = try #require(book.policy("monday-saturday"))
    #expect(try policy.isWorkday(#require(Day("2026-06-13"))))
    #expect(try policy.isWorkday(#require(Day("2026-06-19"))))
    #expect(try !policy.isWorkday(#require(Day("2026-06-20"))))
    #expect(book.policy("no-such") == nil)
    #expect(book.standard.name == "monday-friday")
    #expect(book.standard.certainty == .inferred)
  }
}
