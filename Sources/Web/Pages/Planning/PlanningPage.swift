// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A performer's calendar as a page: weeks with their days as columns, or as a list.
struct PlanningModel: Sendable {
  let calendar: PlanningCalendar
  /// Days as columns; else lines of a list.
  let isGrid: Bool
  let saved: Bool

  /// Working days left that are marked as few.
  private static let soonDays = 5

  var monday: Day { calendar.weeks.first?.monday ?? calendar.today.monday }

  static func href(_ monday: Day, isGrid: Bool) -> Href {
    SiteAddress.planning.href([
      ("vy", isGrid ? "kalender" : "lista"), ("fran", monday.description),
    ])
  }

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    return PageShell(frame) {
      if saved { Notice(.done, PlanningTexts.savedTimes[language]).html }
      PageHead(
        PlanningTexts.planning[language], lead: PlanningTexts.lead[language],
        actions: actions(language)
      ).html
      counts(language)
      div(.class("row", "row--apart", "no-print", "section-s")) {
        SegmentLinks(
          label: PlanningTexts.view[language],
          links: [
            (PlanningTexts.week[language], Self.href(monday, isGrid: true)),
            (PlanningTexts.list[language], Self.href(monday, isGrid: false)),
          ], current: isGrid ? 0 : 1
        ).html
        steps(language)
      }
      div(.class("stack", "section-s")) {
        for week in calendar.weeks { card(week, language) }
        cases(language)
      }
    }.render()
  }

  private func actions(_ language: Language) -> [Button] {
    let forecast = Button.link(
      PlanningTexts.forecast[language], to: SiteAddress.forecast.href, .quiet, icon: .chart)
    guard calendar.mayPublish else { return [forecast] }
    return [
      .link(
        PlanningTexts.publish[language], to: SiteAddress.capacity.href, .quiet, icon: .edit),
      forecast,
    ]
  }

  private func steps(_ language: Language) -> HTML {
    let days = 7 * calendar.weeks.count
    return div(.class("row")) {
      Button.link(
        PlanningTexts.earlier[language],
        to: Self.href(monday.adding(days: -days), isGrid: isGrid), .plain, icon: .back
      ).html
      Button.link(
        PlanningTexts.thisWeek[language],
        to: Self.href(calendar.today.monday, isGrid: isGrid), .plain
      ).html
      Button.link(
        PlanningTexts.later[language],
        to: Self.href(monday.adding(days: days), isGrid: isGrid), .plain, icon: .forward
      ).html
    }
  }

  private func card(_ week: PlanningWeek, _ language: Language) -> HTML {
    let dates = DateText(language)
    let title =
      "\(dates.week(week.monday)), \(dates.text(week.monday, .dayMonth)) – "
      + dates.text(week.monday.adding(days: 6), .date)
    let isThis = week.monday == calendar.today.monday
    return Card(
      "vecka-\(week.monday)", title,
      aside: isThis ? .text(PlanningTexts.thisWeek[language]) : .empty, isFlush: true
    ) {
      load(week, language)
      if isGrid {
        days(week, language)
      } else if week.entries.isEmpty {
        p(.class("muted", "load")) { PlanningTexts.emptyWeek[language] }
      } else {
        ul(.class("ruled", "load")) {
          for entry in week.entries {
            li {
              dates.tag(entry.day, .short)
              " "
              text(entry, language)
            }
          }
        }
      }
    }.html
  }

  /// What is published and what is booked, each profession with a bar and in words.
  private func load(_ week: PlanningWeek, _ language: Language) -> HTML {
    guard !week.load.isEmpty else {
      return p(.class("muted", "load")) { PlanningTexts.nothingPublished[language] }
    }
    return ul(.class("load", "loads")) {
      for one in week.load {
        li {
          if let published = one.published, published > 0 {
            // The words beside it say the same.
            progress(
              .ariaHidden, .value("\(min(one.booked, published))"), .max(published)
            ) {}
          }
          PlanningTexts.load(one)[language]
        }
      }
    }
  }

  /// A column for each day with what there is in it; on a small screen one below another.
  private func days(_ week: PlanningWeek, _ language: Language) -> HTML {
    let dates = DateText(language)
    let days = (0..<7).map { week.monday.adding(days: $0) }.filter { day in
      day.weekday.rawValue <= 5 || week.entries.contains { $0.day == day }
    }
    return ol(.class("week")) {
      for day in days {
        let entries = week.entries.filter { $0.day == day }
        li(
          .class(day == calendar.today ? "is-today" : nil, entries.isEmpty ? "is-free" : nil)
        ) {
          h3 {
            dates.tag(day, .short)
            if day == calendar.today { span(.class("sub")) { PlanningTexts.today[language] } }
          }
          if entries.isEmpty {
            p(.class("muted", "tiny")) { PlanningTexts.emptyDay[language] }
          } else {
            ul {
              for entry in entries {
                li(.class(entry.isVisit ? nil : "is-last")) { text(entry, language) }
              }
            }
          }
        }
      }
    }
  }

  private func text(_ entry: PlanningEntry, _ language: Language) -> HTML {
    fragment {
      switch entry.kind {
      case .visit(let profession, let time, let isPerformed):
        "\(DateText(language).clock(time)) \(profession.label[language]) "
        link(entry.id)
        if isPerformed {
          " "
          Badge(.done, PlanningTexts.performed[language]).html
        }
      case .lastDay(let daysLeft):
        span(.class("strong")) { PlanningTexts.lastDay[language] }
        " "
        link(entry.id)
        " "
        left(daysLeft, language)
      }
    }
  }

  private func link(_ id: CaseNumber) -> HTML {
    a(.href(SiteAddress.assessment(id).href), .class("ref")) { id.description }
  }

  private func left(_ days: Int?, _ language: Language) -> HTML {
    guard let days else { return .text("–") }
    let tone: Tone = days < 0 ? .late : days <= Self.soonDays ? .soon : .rest
    let count = days < 0 ? CountText.workdaysOver : .workdaysLeft
    return Badge(tone, count.text(abs(days), language)).html
  }

  /// What stands out when the page is opened, each a link to the list of cases.
  private func counts(_ language: Language) -> HTML {
    let here = Href.fragment("arenden")
    let late = calendar.cases.filter { ($0.daysLeft ?? 0) < 0 }.count
    let soon = calendar.cases.filter { (0...Self.soonDays).contains($0.daysLeft ?? -1) }.count
    let unbooked = calendar.cases.filter { $0.nextVisit == nil && $0.dueDay != nil }.count
    let free = calendar.weeks.flatMap(\.load).compactMap(\.free).reduce(0, +)
    return Ledger([
      .init(number: calendar.cases.count, words: PlanningTexts.cases[language], href: here),
      .init(
        number: late, words: PlanningTexts.late[language], href: here, tone: .late),
      .init(
        number: soon, words: PlanningTexts.soon(Self.soonDays)[language], href: here,
        tone: .soon),
      .init(
        number: free, words: PlanningTexts.free[language],
        detail: PlanningTexts.unbooked(unbooked)[language]),
    ]).html
  }

  private func cases(_ language: Language) -> HTML {
    let dates = DateText(language)
    return Card(
      "arenden", PlanningTexts.cases[language], aside: .text("\(calendar.cases.count)"),
      isFlush: true
    ) {
      if calendar.cases.isEmpty {
        EmptyState(
          title: PlanningTexts.noCases[language], text: PlanningTexts.noCasesText[language],
          icon: .calendar
        ).html
      } else {
        DataTable(
          id: "arenden-tabell", caption: PlanningTexts.casesCaption[language],
          columns: PlanningTexts.caseColumns.map { .init($0[language]) },
          rows: calendar.cases.map { one in
            [
              link(one.id), .text(one.status.label[language]),
              one.nextVisit.map { dates.tag($0) } ?? .text("–"),
              one.dueDay.map { dates.tag($0) } ?? .text(PlanningTexts.noDay[language]),
              left(one.daysLeft, language),
            ]
          }
        ).html(language)
      }
    }.html
  }
}

extension PlanningEntry {
  fileprivate var isVisit: Bool {
    if case .visit = kind { true } else { false }
  }
}
