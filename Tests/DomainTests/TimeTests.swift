// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Testing

@Suite struct `Days` {
  @Test func `every day from 1800 to 2200 follows the one before it`() throws {
    var day = try #require(Day("1800-01-01"))
    var (year, month, dayOfMonth, weekday) = (1800, 1, 1, Weekday.wednesday)
    while year <= 2200 {
      #expect((day.year, day.month, day.dayOfMonth) == (year, month, dayOfMonth))
      #expect(day.weekday == weekday)
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      day = day.adding(days: 1)
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
      dayOfMonth += 1
      if dayOfMonth > Day.length(ofMonth: month, in: year) { (dayOfMonth, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(arguments: [
    ("2026-06-12", 20_616, 2026, 24), ("1970-01-01", 0, 1970, 1), ("2021-01-03", 18_630, 2020, 53),
    ("2024-12-30", 20_087, 2025, 1), ("2026-12-31", 20_818, 2026, 53),
  ])
  func `a day has its number and its ISO week`(
    _ text: String, number: Int, year: Int, week: Int
  ) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.isoWeek == (year, week))
    #expect(day.description == text)
    #expect(Day(day.compact) == day)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-6-12", "2026/06/12", "2026-0612", "20260631",
    "0000-01-01", "", "2026-06-12T", "+026-06-12", "1900-02-29",
  ])
  func `a text that is no date is no day`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `leap days exist every fourth year but not every hundredth`() {
    #expect(Day("2024-02-29") != nil)
    #expect(Day("2000-02-29") != nil)
  }

  @Test func `sums of days are held to the years 1 to 9999`() {
    #expect(Day.latest.description == "9999-12-31")
    #expect(Day.earliest.description == "0001-01-01")
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day.latest.adding(days: 1) == .latest)
  }

  @Test func `a day is a plain text in JSON`() throws {
    let json = Data(#"["2026-06-12"]"#.utf8)
    let days = try JSONDecoder().decode([Day].self, from: json)
    #expect(days.map(\.description) == ["2026-06-12"])
    #expect(try JSONEncoder().encode(days) == json)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }
}

@Suite struct `Swedish clock time` {
  @Test(arguments: [
    ("2026-06-12T08:00:00Z", "2026-06-12", "10:00"),
    ("2026-01-12T08:00:00Z", "2026-01-12", "09:00"),
    ("2026-06-12T22:00:00Z", "2026-06-13", "00:00"),
    ("2026-01-12T22:59:59Z", "2026-01-12", "23:59:59"),
    ("2026-03-29T00:59:59Z", "2026-03-29", "01:59:59"),
    ("2026-03-29T01:00:00Z", "2026-03-29", "03:00"),
    ("2026-10-25T00:59:59Z", "2026-10-25", "02:59:59"),
    ("2026-10-25T01:00:00Z", "2026-10-25", "02:00"),
    ("1995-09-24T01:00:00Z", "1995-09-24", "02:00"),
    ("1979-07-01T12:00:00Z", "1979-07-01", "13:00"),
  ])
  func `an instant has a Swedish day and clock`(
    _ text: String, day: String, clock: String
  ) throws {
    let instant = try #require(Instant(text))
    #expect(instant.day.description == day)
    #expect(instant.clock.description == clock)
  }

  @Test func `the rule agrees with the zone file from 1980 to 2037`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
    let first = try #require(Instant("1980-01-01T00:00:00Z"))
    let hours = 58 * 365 * 24
    for hour in 0..<hours {
      let instant = first.adding(hours: hour)
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      let wall = instant.milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1000
      let expected = (wall % 86_400_000 + 86_400_000) % 86_400_000 / 1000
      guard Int64(instant.clock.secondOfDay) != expected else { continue }
      Issue.record("\(instant) shows \(instant.clock)")
    }
  }

  @Test func `the hour that is skipped in spring is moved forward`() throws {
    let instant = Instant(day: try #require(Day("2026-03-29")), time: try #require(.init("02:30")))
    #expect(instant.description == "2026-03-29T01:30:00.000Z")
    #expect(instant.clock.description == "03:30")
  }

  @Test func `of the hour that comes twice in autumn the first is meant`() throws {
    let instant = Instant(day: try #require(Day("2026-10-25")), time: try #require(.init("02:30")))
    #expect(instant.description == "2026-10-25T00:30:00.000Z")
  }

  @Test func `a wall clock reading comes back from its instant`() throws {
    for year in [1980, 1995, 1996, 2026] {
      let first = try #require(Day(year: year, month: 1, day: 1))
      for offset in 0..<366 {
        for text in ["00:00", "01:59:59", "03:00", "12:00", "23:59"] {
          let (day, time) = (first.adding(days: offset), try #require(TimeOfDay(text)))
          let instant = Instant(day: day, time: time)
          #expect(instant.day == day)
          #expect(instant.clock == time)
        }
      }
    }
  }

  @Test func `elapsed hours do not care about the wall clock`() throws {
    let before = try #require(Instant("2026-03-28T12:00:00Z"))
    let after = before.adding(hours: 24)
    #expect(after.clock.description == "14:00")
    #expect(before.clock.description == "13:00")
    #expect(before.elapsedHours(until: after) == 24)
    #expect(after - before == 86_400_000)
  }
}

@Suite struct `Instants and times as text` {
  @Test(arguments: [
    ("2026-06-12T08:00:00Z", "2026-06-12T08:00:00.000Z"),
    ("2026-06-12T08:00:00.5Z", "2026-06-12T08:00:00.500Z"),
    ("2026-06-12T08:00:00.123456789Z", "2026-06-12T08:00:00.123Z"),
    ("2026-06-12T10:00:00+02:00", "2026-06-12T08:00:00.000Z"),
    ("2026-06-12T00:30:00-05:30", "2026-06-12T06:00:00.000Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
  ])
  func `an instant is read with fraction and offset and written in UTC`(
    _ text: String, written: String
  ) {
    #expect(Instant(text)?.description == written)
  }

  @Test(arguments: [
    "2026-06-12T08:00:00", "2026-06-12 08:00:00Z", "2026-06-12T24:00:00Z", "2026-06-12T08:00Z",
    "2026-06-12T08:00:00.Z", "2026-06-12T08:00:00+0200", "2026-06-31T08:00:00Z", "",
    "2026-06-12T08:00:00+15:00", "2026-06-12T8:00:000Z",
  ])
  func `a text without zone or with no such time is no instant`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `instants are held to the years 1 to 9999`() {
    let end = Instant(milliseconds: .max)
    #expect(end.description == "9999-12-31T23:59:59.999Z")
    #expect(end.adding(hours: .max) == end)
    #expect(Instant(milliseconds: .min).adding(minutes: .min).description.hasPrefix("0001"))
  }

  @Test(arguments: [
    ("9.30", "09:30"), ("09:30", "09:30"), ("23:59:59", "23:59:59"), (" 00.00 ", "00:00"),
  ])
  func `a time is read with colon or full stop`(_ text: String, written: String) {
    #expect(TimeOfDay(text)?.description == written)
  }

  @Test(arguments: ["24:00", "9", "9:3", "09:60", "0930", "09:30:60", "-1:00", "", "009:30"])
  func `a text that is no time is none`(_ text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `29 February is no day of every year`() {
    #expect(MonthDay("02-29") == nil)
    #expect(MonthDay("10-15")?.day(in: 2026)?.description == "2026-10-15")
  }
}
