// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Days and clock times as people write them.
///
/// Tables and forms use the ISO day, sentences the weekday and month. Nothing depends on the
/// settings of the machine.
struct DateText: Sendable {
  /// The forms that a day is written in.
  enum Style: Sendable {
    /// `fredag 12 juni 2026`
    case full
    /// `fredag 12 juni`
    case sentence
    /// `fre 12 juni`
    case short
    /// `12 juni 2026`
    case date
    /// `12 juni`
    case dayMonth
    /// `2026-06-12`
    case iso
  }

  let language: Language

  init(_ language: Language) { self.language = language }

  /// The day in one of the styles.
  func text(_ day: Day, _ style: Style = .iso) -> String {
    let dayMonth = "\(day.dayOfMonth) \(month(day))"
    switch style {
    case .full: return "\(weekday(day)) \(dayMonth) \(day.year)"
    case .sentence: return "\(weekday(day)) \(dayMonth)"
    case .short: return "\(shortWeekday(day.weekday)) \(dayMonth)"
    case .date: return "\(dayMonth) \(day.year)"
    case .dayMonth: return dayMonth
    case .iso: return day.description
    }
  }

  /// `kl. 09.30` in Swedish, `09:30` in English.
  func clock(_ time: TimeOfDay) -> String { time.words[language] }

  /// `20 maj 2026 kl. 10.44`, in Swedish wall-clock time.
  func text(_ instant: Instant, _ style: Style = .date) -> String {
    let link = language == .sv ? " " : ", "
    return text(instant.day, style) + link + clock(instant.clock)
  }

  /// `v. 24`
  func week(_ day: Day) -> String {
    (language == .sv ? "v. " : "wk ") + "\(day.isoWeek.week)"
  }

  /// `fredag`, `Friday`
  func weekday(_ day: Day) -> String { day.weekday.name[language] }

  /// `fre`, `Fri`
  func shortWeekday(_ weekday: Weekday) -> String { weekday.shortName[language] }

  /// `juni`, `June`
  func month(_ day: Day) -> String { day.monthName[language] }

  /// The day as a `<time>` that does not break across lines.
  func tag(_ day: Day, _ style: Style = .iso) -> HTML {
    time(.class("nowrap"), .datetime(day.description)) { text(day, style) }
  }

  /// The moment as a `<time>`.
  func tag(_ instant: Instant, _ style: Style = .date) -> HTML {
    time(.datetime(instant.description)) { text(instant, style) }
  }
}
