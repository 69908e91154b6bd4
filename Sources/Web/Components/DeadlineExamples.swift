// SPDX-License-Identifier: Apache-2.0

import Domain

/// Deadlines for the gallery: moved twice, long, stated otherwise than computed, not started.
///
/// The days are invented and only drawn; which days count is the rule book's matter.
struct DeadlineExamples {
  var language: Language

  private var isSwedish: Bool { language == .sv }

  var all: [DeadlineCard] { [moved, long, differing, notStarted, met] }

  /// A day of 2026 by its number in the year, from 1.
  private func day(_ month: Int, _ day: Int, year: Int = 2026) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  private func say(_ sv: String, _ en: String) -> String { isSwedish ? sv : en }

  private var holidays: [Day: String] {
    [
      day(4, 3): say("långfredagen", "Good Friday"),
      day(4, 5): say("påskdagen", "Easter Sunday"),
      day(4, 6): say("annandag påsk", "Easter Monday"),
      day(5, 1): say("första maj", "May Day"),
      day(5, 14): say("Kristi himmelsfärdsdag", "Ascension Day"),
      day(6, 6): say("nationaldagen", "National Day"),
      day(6, 19): say("midsommarafton", "Midsummer Eve"),
    ]
  }

  /// So many days Monday to Friday after a day, the named ones left out.
  private func workdays(_ count: Int, after start: Day) -> [Day] {
    var days: [Day] = []
    var next = start.adding(days: 1)
    while days.count < count {
      if !next.isWeekend, holidays[next] == nil { days.append(next) }
      next = next.adding(days: 1)
    }
    return days
  }

  private var law: SourceMark {
    .law("8 § förordning (2018:1633)", link: .fragment("deadline"))
  }

  private var consequence: String {
    say(
      "Utlåtandet ska ha kommit in till Försäkringskassan den dagen. Kommer det senare har "
        + "regionen inte rätt till ersättning för utredningen.",
      "The statement is to have reached Försäkringskassan by that day. If it comes later the "
        + "region has no right to compensation.")
  }

  private var calendarNote: String {
    say(
      "måndag–fredag utom helgdagar samt midsommar-, jul- och nyårsafton. Förordningen säger "
        + "inte vad en vardag är. Det är en tolkning.",
      "Monday to Friday except holidays and three eves. The ordinance does not say what a "
        + "workday is. It is an interpretation.")
  }

  private var moved: DeadlineCard {
    let start = day(3, 24)
    let counted = workdays(25, after: start)
    let extended = workdays(20, after: counted[24])
    let last = day(6, 12)
    return DeadlineCard(
      id: "deadline-moved", state: .running(workdaysLeft: 17), lastDay: last,
      consequence: consequence, sources: [law],
      calendar: DeadlineCalendar(
        start: start, counted: counted, extended: extended, deferredUntil: last,
        skipped: holidays, earlierLastDays: [counted[24], extended[19]], lastDay: last,
        today: day(5, 20)),
      steps: [
        .init(
          say("Start", "Start"), start,
          say("Utföraren tog emot komplett underlag.", "The complete documents were received.")),
        .init(
          say("25 vardagar", "25 workdays"), counted[24],
          say("8 § första stycket.", "Section 8, first paragraph.")),
        .init(
          say("+ 20 vardagar", "+ 20 workdays"), extended[19],
          say("Försäkringskassan godkände psykolog.", "A psychologist was approved.")),
        .init(
          say("Anstånd", "Deferral"), last,
          say("Beslut 18 maj, 8 § andra stycket.", "Decision of 18 May, second paragraph.")),
      ],
      calendarNote: calendarNote,
      ruleNote: say("Regel frist-utlåtande, version 2.", "Rule statement-deadline, version 2."),
      rule: .fragment("deadline-moved"))
  }

  private var long: DeadlineCard {
    let start = day(3, 2)
    let counted = workdays(25, after: start)
    let extended = workdays(20, after: counted[24])
    let last = day(7, 31)
    return DeadlineCard(
      id: "deadline-long", title: say("Sista dag, lång frist", "Last day, long time"),
      state: .running(workdaysLeft: -3), lastDay: last,
      consequence: consequence, sources: [law],
      calendar: DeadlineCalendar(
        start: start, counted: counted, extended: extended, deferredUntil: last,
        skipped: holidays, earlierLastDays: [counted[24]], lastDay: last, today: day(8, 5)),
      steps: [.init(say("Start", "Start"), start, say("Underlag.", "Documents."))])
  }

  private var differing: DeadlineCard {
    let start = day(4, 20)
    let counted = workdays(25, after: start)
    let last = counted[24].adding(days: 1)
    return DeadlineCard(
      id: "deadline-differing", title: say("Sista dag, angiven", "Last day, stated"),
      state: .running(workdaysLeft: 4), lastDay: last,
      consequence: consequence, sources: [law],
      calendar: DeadlineCalendar(
        start: start, counted: counted, skipped: holidays, lastDay: last, today: day(5, 21)),
      steps: [.init(say("25 vardagar", "25 workdays"), counted[24], "8 §.")],
      computedDay: counted[24])
  }

  private var notStarted: DeadlineCard {
    DeadlineCard(
      id: "deadline-none", title: say("Sista dag, inte satt", "Last day, not set"),
      state: .notStarted(
        because: say("Underlaget är inte komplett", "The documents are not complete")),
      consequence: say(
        "Fristen på 25 vardagar börjar när utföraren har tagit emot komplett underlag.",
        "The 25 workdays begin when the performer has received complete documents."),
      sources: [law])
  }

  private var met: DeadlineCard {
    DeadlineCard(
      id: "deadline-met", title: say("Sista dag, klar", "Last day, done"), state: .met(day(6, 10)),
      lastDay: day(6, 12),
      consequence: consequence, sources: [law])
  }
}
