// SPDX-License-Identifier: Apache-2.0

import Domain

/// The days of a deadline, each with what it counts for, laid out in whole weeks.
///
/// It counts nothing itself: which days count comes from the rule's trace.
struct DeadlineCalendar: Sendable {
  /// What a day is in the counting.
  enum Kind: Sendable, Equatable {
    /// Before the start or after the end.
    case outside
    /// Day 0: what set the clock going.
    case start
    /// The nth counted day of the ordinary time.
    case counted(Int)
    /// The nth counted day of the extension.
    case extended(Int)
    /// Inside a deferral, where nothing is counted.
    case deferred
    /// Not counted; the reason is nil for an ordinary Saturday or Sunday.
    case skipped(String?)
  }

  /// The day that set the clock going.
  var start: Day
  /// The counted days of the ordinary time, in order.
  var counted: [Day]
  /// The counted days of the extension, in order.
  var extended: [Day] = []
  /// The last day of a deferral.
  var deferredUntil: Day?
  /// The days that are not counted though they are Monday to Friday, and named weekend days.
  var skipped: [Day: String] = [:]
  /// Last days that no longer hold.
  var earlierLastDays: Set<Day> = []
  /// The day that holds.
  var lastDay: Day
  var today: Day

  /// What each drawn day is in the counting.
  var kinds: [Day: Kind] {
    let known = knownKinds
    var kinds: [Day: Kind] = [:]
    for day in weeks.joined() { kinds[day] = known[day] ?? fallback(day) }
    return kinds
  }

  /// Whole weeks from Monday to Sunday, from the start's to the last day's.
  var weeks: [[Day]] {
    let first = start.adding(days: 1 - start.weekday.rawValue)
    var weeks: [[Day]] = []
    var monday = first
    // Three years is far beyond any deadline: a wrong day must not fill the page.
    while monday <= end, weeks.count < 160 {
      weeks.append((0..<7).map { monday.adding(days: $0) })
      monday = monday.adding(days: 7)
    }
    return weeks
  }

  /// The weeks in blocks of equal width, none wider than 13 weeks; weeks after the end fill the
  /// last block, so that the columns of all blocks line up.
  var blocks: [[[Day]]] {
    var weeks = weeks
    let blockCount = max(1, (weeks.count + 12) / 13)
    let width = (weeks.count + blockCount - 1) / blockCount
    while weeks.count < blockCount * width, let last = weeks.last {
      weeks.append(last.map { $0.adding(days: 7) })
    }
    return stride(from: 0, to: weeks.count, by: max(1, width)).map {
      Array(weeks[$0..<min($0 + width, weeks.count)])
    }
  }

  /// The days Monday to Friday that are not counted, in order, each with its letter.
  var lettered: [(letter: String, day: Day, reason: String)] {
    let days = skipped.keys.filter { $0 > start && $0 <= end && !$0.isWeekend }.sorted()
    return days.enumerated().map { (Self.letter($0), $1, skipped[$1] ?? "") }
  }

  /// How many Saturdays and Sundays lie between start and last day.
  var weekendDayCount: Int {
    guard lastDay > start else { return 0 }
    return (1...(lastDay - start)).count { start.adding(days: $0).isWeekend }
  }

  /// a, b, … z, aa, ab, …
  static func letter(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(alphabet[index % 26])
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// The last day that is drawn: one that passed not long ago is followed to today.
  private var end: Day {
    let known = [lastDay, counted.last, extended.last, deferredUntil].compactMap { $0 }
    let last = known.max() ?? lastDay
    return today > last && today - last <= 14 ? today : last
  }

  private var knownKinds: [Day: Kind] {
    var kinds: [Day: Kind] = [:]
    for (day, reason) in skipped where day > start && day <= end {
      kinds[day] = .skipped(reason)
    }
    for (index, day) in counted.enumerated() { kinds[day] = .counted(index + 1) }
    for (index, day) in extended.enumerated() { kinds[day] = .extended(index + 1) }
    kinds[start] = .start
    return kinds
  }

  private func fallback(_ day: Day) -> Kind {
    let lastKnown = max(lastDay, deferredUntil ?? lastDay)
    if day < start || day > lastKnown { return .outside }
    if day.isWeekend { return .skipped(nil) }
    return deferredUntil.map { day <= $0 } == true ? .deferred : .outside
  }
}

extension Day {
  /// Whether it is a Saturday or a Sunday.
  var isWeekend: Bool { weekday.rawValue > 5 }
}
