// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The calendar of a deadline as a drawing: weeks across on wide screens, down on small ones.
///
/// Every square says in words what it shows; the picture itself is hidden from assistive
/// technology.
struct DeadlineFigure: Sendable {
  var calendar: DeadlineCalendar
  var language: Language

  private var dates: DateText { DateText(language) }

  var html: HTML {
    let letters = letterOfDay
    let kinds = calendar.kinds
    return figure(.class("due__cal")) {
      h3 { DeadlineTexts.howCounted[language] }
      figcaption(.class("sr")) { DeadlineTexts.caption(calendar, language) }
      for block in calendar.blocks { weeks(block, kinds, letters) }
      key
      skips
    }
  }

  private func weeks(
    _ weeks: [[Day]], _ kinds: [Day: DeadlineCalendar.Kind], _ letters: [Day: String]
  ) -> HTML {
    ol(.class("cal")) {
      li(.class("cal__wd"), .ariaHidden)
      for weekday in Weekday.allCases {
        li(.class("cal__wd"), .ariaHidden) { dates.shortWeekday(weekday) }
      }
      for week in weeks {
        li(.class("cal__wk"), .ariaHidden) { dates.week(week[0]) }
        for day in week {
          square(day, kinds[day] ?? .outside, letters[day], isFirst: day == weeks[0][0])
        }
      }
    }
  }

  private func square(
    _ day: Day, _ kind: DeadlineCalendar.Kind, _ letter: String?, isFirst: Bool
  ) -> HTML {
    let isLast = day == calendar.lastDay
    let wasLast = calendar.earlierLastDays.contains(day) && !isLast
    let isNow = day == calendar.today
    let marks = [wasLast ? "day--was" : nil, isNow ? "day--now" : nil].compactMap { $0 }
    let look = isLast ? "day--last" : kind.look
    return li(.class("day", look, marks.joined(separator: " "))) {
      Markup.small(.ariaHidden) { shortDate(day, withMonth: isFirst) }
      if isLast {
        b(.ariaHidden) { Icon.flag.html }
      } else if let sign = kind.sign ?? letter {
        b(.ariaHidden) { sign }
      }
      span(.class("sr")) {
        dates.text(day, .sentence) + ": " + meaning(day, kind)
          + (wasLast ? DeadlineTexts.isEarlier[language] : "")
          + (isNow ? DeadlineTexts.isToday[language] : "")
          + (isLast ? DeadlineTexts.isLast[language] : "")
      }
    }
  }

  /// The day's number, with the month where it changes.
  private func shortDate(_ day: Day, withMonth: Bool) -> String {
    withMonth || day.dayOfMonth == 1 ? "\(day.dayOfMonth)/\(day.month)" : "\(day.dayOfMonth)"
  }

  private func meaning(_ day: Day, _ kind: DeadlineCalendar.Kind) -> String {
    switch kind {
    case .outside: DeadlineTexts.outside[language]
    case .start: DeadlineTexts.startNotCounted[language]
    case .counted(let n): DeadlineTexts.counted(n, of: calendar.counted.count)[language]
    case .extended(let n): DeadlineTexts.extended(n, of: calendar.extended.count)[language]
    case .deferred: DeadlineTexts.deferral[language]
    case .skipped(let reason):
      DeadlineTexts.skipped(reason ?? DeadlineTexts.weekend[language], language)
    }
  }

  private var letterOfDay: [Day: String] {
    var letters: [Day: String] = [:]
    for entry in calendar.lettered { letters[entry.day] = entry.letter }
    return letters
  }

  /// Only what the drawing uses is explained.
  private var key: HTML {
    ul(.class("key"), .ariaLabel(DeadlineTexts.key[language])) {
      keyItem("day--start", "0", DeadlineTexts.started)
      keyItem("day--base", "1", DeadlineTexts.base, count: calendar.counted.count)
      if !calendar.extended.isEmpty {
        keyItem("day--ext", "+1", DeadlineTexts.extensionTime, count: calendar.extended.count)
      }
      if calendar.deferredUntil != nil { keyItem("day--grace", "·", DeadlineTexts.deferral) }
      keyItem("day--skip", "", DeadlineTexts.notCounted)
      if !calendar.earlierLastDays.isEmpty {
        keyItem(
          "day--base day--was", "\(calendar.counted.count)", DeadlineTexts.earlier)
      }
      keyItem("day--now", "", DeadlineTexts.today)
    }
  }

  private func keyItem(
    _ look: String, _ sign: String, _ words: Bilingual, count: Int? = nil
  ) -> HTML {
    li {
      span(.class("day", look), .ariaHidden) {
        if !sign.isEmpty { b { sign } }
      }
      words[language]
      if let count { ", " + CountText.workdays.text(count, language) }
    }
  }

  private var skips: HTML {
    let lettered = calendar.lettered
    return ul(.class("skips"), .ariaLabel(DeadlineTexts.skippedDays[language])) {
      for entry in lettered {
        li {
          b { entry.letter }
          span {
            dates.tag(entry.day, .short)
            " – " + entry.reason
          }
        }
      }
      li {
        span(.class("muted")) { DeadlineTexts.weekendDays(calendar.weekendDayCount)[language] }
      }
    }
  }
}

extension DeadlineCalendar.Kind {
  /// The class of the square.
  fileprivate var look: String {
    switch self {
    case .outside: "day--off"
    case .start: "day--start"
    case .counted: "day--base"
    case .extended: "day--ext"
    case .deferred: "day--grace"
    case .skipped: "day--skip"
    }
  }

  /// What stands in the square; a skipped weekday has its letter instead.
  fileprivate var sign: String? {
    switch self {
    case .start: "0"
    case .counted(let number): "\(number)"
    case .extended(let number): "+\(number)"
    case .deferred: "·"
    case .outside, .skipped: nil
    }
  }
}
