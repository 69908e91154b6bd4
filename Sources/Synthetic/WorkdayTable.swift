// SPDX-License-Identifier: Apache-2.0

import Domain

/// The workdays around today, numbered: today, or the last workday before it, has `today`.
/// Stories are planned in workdays, so that counting them must be quick.
struct WorkdayTable: Sendable {
  /// Calendar days covered before and after today.
  private static let reachBack = 1000
  private static let reachAhead = 500

  private let days: [Day]
  let today: Int

  init(calendar: CalendarPolicy, today: Day) {
    let span = (today.number - WorkdayTable.reachBack)...(today.number + WorkdayTable.reachAhead)
    // Where the calendar does not reach, Monday to Friday is near enough for a story.
    days = span.map(Day.init(number:)).filter { day in
      (try? calendar.isWorkday(day)) ?? (day.weekday.rawValue <= 5)
    }
    self.today = max(0, (days.firstIndex { $0 > today } ?? days.count) - 1)
  }

  /// The workday with this number, held to those that are covered.
  func day(_ index: Int) -> Day { days[min(max(index, 0), days.count - 1)] }

  /// The number of a day, or of the last workday before it.
  func index(of day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
