// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The times that are published, week by week, so that who changes them sees what they change.
struct PublishedWeeks: Sendable {
  /// Weeks shown, the present one first.
  static let weeksShown = 26

  let weeks: [PlanningWeek]
  /// Professions with times in any of the weeks.
  let professions: [Profession]

  init(_ calendar: PlanningCalendar) {
    weeks = calendar.weeks.filter { week in week.load.contains { $0.published != nil } }
    let published = Set(weeks.flatMap(\.load).filter { $0.published != nil }.map(\.profession))
    professions = Profession.allCases.filter(published.contains)
  }

  func card(_ language: Language) -> HTML {
    Card("publicerat", PlanningTexts.published[language], isFlush: true) {
      if weeks.isEmpty {
        p(.class("muted", "load")) { PlanningTexts.nothingPublished[language] }
      } else {
        DataTable(
          id: "publicerat-tabell", caption: PlanningTexts.published[language],
          columns: [.init(PlanningTexts.weekColumn[language])]
            + professions.map { .init($0.label[language], isNumber: true) },
          rows: weeks.map { row($0, language) }
        ).html(language)
      }
    }.html
  }

  private func row(_ week: PlanningWeek, _ language: Language) -> [HTML] {
    let dates = DateText(language)
    let title = "\(dates.week(week.monday)), \(dates.text(week.monday, .dayMonth))"
    return [.text(title)]
      + professions.map { profession in
        guard let load = week.load.first(where: { $0.profession == profession }),
          let times = load.published
        else { return .text("–") }
        return .text(PlanningTexts.booked(load.booked, of: times)[language])
      }
  }
}
