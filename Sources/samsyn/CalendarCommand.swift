// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain

/// `samsyn calendar`: which days are workdays (vardagar), by a named policy.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Count workdays (vardagar) by a named policy.",
    discussion: """
      Examples:
        samsyn calendar days 2026-06
        samsyn calendar add 2026-03-24 25 --json
        samsyn calendar between 2026-03-24 2026-04-30
        samsyn calendar add 2026-03-24 25 --policy monday-saturday
      """,
    subcommands: [CalendarDays.self, CalendarAdd.self, CalendarBetween.self])
}

/// The options that every calendar command has.
struct CalendarOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: "The calendar policy; by default Monday to Friday less holidays and the three eves.")
  var policyName: String?

  @Flag(help: "Answer as JSON.")
  var json = false

  func policy() throws -> CalendarPolicy {
    let calendars = try ShippedRules.calendars()
    guard let policyName else { return calendars.standard }
    guard let policy = calendars.policy(policyName) else {
      let names = calendars.policies.map(\.name).joined(separator: ", ")
      throw CommandOutput.failure(
        "There is no policy '\(policyName)'. There are: \(names).", .usage)
    }
    return policy
  }

  /// Runs a count; days and numbers outside the calendar are usage errors.
  func counted<Value>(_ count: () throws -> Value) throws -> Value {
    do { return try count() } catch let fault as CalendarFault {
      throw CommandOutput.failure(fault.reason.en, .usage)
    }
  }
}

/// A day that is no workday, as the commands answer it.
private struct FreeDay: Encodable {
  let day: Day
  let reason: String
  let reasonEn: String

  init(_ skipped: SkippedDay) {
    day = skipped.day
    reason = skipped.reason.sv
    reasonEn = skipped.reason.en
  }

  var line: String { "\(day)  \(reason) (\(reasonEn))" }
}

/// `samsyn calendar days`.
struct CalendarDays: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "days", abstract: "List the days that are no workdays, with the reason.")

  @Argument(help: "A year, a month or a day (2026, 2026-06, 2026-06-19); by default this year.")
  var period: String?

  @Option(help: "The first day; instead of a period.")
  var from: Day?

  @Option(help: "The last day; by default the last of the first day's year.")
  var to: Day?

  @OptionGroup var options: CalendarOptions

  func validate() throws {
    if period != nil && (from != nil || to != nil) {
      throw ValidationError("Name a period or the days --from and --to, not both.")
    }
  }

  func run() throws {
    let named = try CalendarDays.span(period ?? String((from ?? to ?? Day.today).year))
    let first = from.map { $0...$0 } ?? named
    let last = to.map { $0...$0 } ?? named
    guard first.lowerBound <= last.upperBound else {
      throw CommandOutput.failure("The period ends before it begins.", .usage)
    }
    let policy = try options.policy()
    let days = try options.counted {
      try policy.nonWorkdays(from: first.lowerBound, through: last.upperBound)
    }.map(FreeDay.init)
    if options.json {
      try CommandOutput.json(Answer(policy: policy.name, days: days))
    } else {
      for day in days { CommandOutput.line(day.line) }
    }
  }

  private struct Answer: Encodable {
    let policy: String
    let days: [FreeDay]
  }

  /// The days of a year, a month or one day.
  private static func span(_ text: String) throws -> ClosedRange<Day> {
    if let day = Day(text) { return day...day }
    if text.count == 4, let first = Day("\(text)-01-01"), let last = Day("\(text)-12-31") {
      return first...last
    }
    if text.count == 7, let first = Day("\(text)-01") {
      return first...first.adding(days: Day.length(ofMonth: first.month, in: first.year) - 1)
    }
    throw CommandOutput.failure(
      "'\(text)' is no year, month or day such as 2026, 2026-06, 2026-06-19.", .usage)
  }
}

/// `samsyn calendar add`.
struct CalendarAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "The day so many workdays after a day.")

  @Argument(help: "The day before the first one that may count.")
  var start: Day

  @Argument(help: "How many workdays.")
  var workdays: Int

  @OptionGroup var options: CalendarOptions

  func run() throws {
    let policy = try options.policy()
    let count = try options.counted { try policy.adding(workdays: workdays, to: start) }
    let skipped = count.skipped.map(FreeDay.init)
    if options.json {
      try CommandOutput.json(
        Answer(
          policy: policy.name, start: start, workdays: workdays, day: count.day,
          skipped: skipped))
    } else {
      CommandOutput.line(count.day.description)
      for day in skipped { CommandOutput.line("  - \(day.line)") }
    }
  }

  private struct Answer: Encodable {
    let policy: String
    let start: Day
    let workdays: Int
    let day: Day
    let skipped: [FreeDay]
  }
}

/// `samsyn calendar between`.
struct CalendarBetween: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Count the workdays after a day through another; negative when it comes before.")

  @Argument(help: "The day before the first one that may count.")
  var start: Day

  @Argument(help: "The last day that may count.")
  var end: Day

  @OptionGroup var options: CalendarOptions

  func run() throws {
    let policy = try options.policy()
    let count = try options.counted { try policy.workdays(after: start, through: end) }
    if options.json {
      try CommandOutput.json(Answer(policy: policy.name, start: start, end: end, workdays: count))
    } else {
      CommandOutput.line(String(count))
    }
  }

  private struct Answer: Encodable {
    let policy: String
    let start: Day
    let end: Day
    let workdays: Int
  }
}
