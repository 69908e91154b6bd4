// SPDX-License-Identifier: Apache-2.0
import Domain

/// A year of a calendar, and a count of workdays from a day.
struct CalendarModel: Sendable {
  /// A named day that does not count.
  struct FreeDay: Sendable {
    let day: Day
    let name: Bilingual
    /// Where the name comes from.
    let source: String
    /// The day would not count in any case, because of its weekday.
    let isFreeAnyway: Bool
  }

  /// What a count gave.
  enum Answer: Sendable {
    case notAsked
    case counted(WorkdayCount)
    case faults([FieldFault])
  }

  /// The most workdays that the page counts.
  static let longestCount = 250

  let policies: [CalendarPolicy]
  let policy: CalendarPolicy
  let year: Int
  let freeDays: [FreeDay]
  /// Workdays of the year.
  let workdays: Int
  /// What was typed in the count: a day and a number.
  let typed: (day: String, count: String)
  let answer: Answer

  /// - Parameter query: `ar`, `kalender`, `dag` and `antal`; what means nothing is left out.
  init(_ book: CalendarBook, query: FormValues, today: Day) {
    policies = book.policies
    let policy = query.text("kalender").flatMap(book.policy) ?? book.standard
    self.policy = policy
    let asked = query.text("ar").flatMap { Int($0) } ?? today.year
    year = min(max(asked, policy.firstYear), policy.lastYear)
    freeDays = Self.freeDays(policy, year)
    workdays = Self.workdays(policy, year)
    typed = (query.text("dag") ?? "", query.text("antal") ?? "")
    answer = Self.answer(typed, policy, today)
  }

  var yearBefore: Int? { year > policy.firstYear ? year - 1 : nil }
  var yearAfter: Int? { year < policy.lastYear ? year + 1 : nil }

  private static func freeDays(_ policy: CalendarPolicy, _ year: Int) -> [FreeDay] {
    policy.holidays.compactMap { holiday in
      holiday.day(in: year).map {
        FreeDay(
          day: $0, name: holiday.name, source: holiday.source,
          isFreeAnyway: policy.freeWeekdays.contains($0.weekday))
      }
    }.sorted { ($0.day, $0.name.sv) < ($1.day, $1.name.sv) }
  }

  private static func workdays(_ policy: CalendarPolicy, _ year: Int) -> Int {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31),
      let count = try? policy.workdays(after: first, through: last),
      let isFirst = try? policy.isWorkday(first)
    else { return 0 }
    return count + (isFirst ? 1 : 0)
  }

  private static func answer(
    _ typed: (day: String, count: String), _ policy: CalendarPolicy, _ today: Day
  ) -> Answer {
    if typed.day.isEmpty && typed.count.isEmpty { return .notAsked }
    var faults: [FieldFault] = []
    let day = TypedDay.read(typed.day, today: today)
    if day == nil { faults.append(FieldFault("dag", TypedDay.fault)) }
    let count = Int(typed.count).flatMap { (0...longestCount).contains($0) ? $0 : nil }
    if count == nil { faults.append(FieldFault("antal", CalendarTexts.countFault)) }
    guard let day, let count else { return .faults(faults) }
    do throws(CalendarFault) {
      return .counted(try policy.adding(workdays: count, to: day))
    } catch {
      return .faults([FieldFault("dag", error.reason)])
    }
  }
}
