// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The work queue: what our organisation must do, most urgent first.
func tasksPage(_ model: TasksModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let queue = JobQueue(
    groups: model.groups.map { group, tasks in
      JobQueue.Group(
        id: group.id, title: TasksTexts.title(of: group)[language], icon: icon(of: group),
        jobs: tasks.map { model.job($0, in: group, language) })
    })
  return PageShell(frame) {
    PageHead(
      TasksTexts.title[language],
      lead: TasksTexts.lead(DateText(language).text(model.today, .full))[language]
    ).html
    h2(.class("sr")) { TasksTexts.countsNow[language] }
    ledger(model, language).html
    div(.class("cols", "cols--main-side")) {
      div {
        if model.groups.isEmpty {
          EmptyState(
            title: TasksTexts.nothing[language], text: TasksTexts.nothingText[language],
            action: .link(
              TasksTexts.allCases[language], to: SiteAddress.cases.href, .quiet)
          ).html
        }
        queue.html(language)
        PagePath(
          page: model.page, pageCount: model.pageCount,
          previous: model.page > 1 ? SiteAddress.tasks.href : nil,
          previousIsFirst: true, next: model.nextPage
        ).html(language)
      }
      aside(.class("stack"), .ariaLabel(TasksTexts.more[language])) {
        waitingCard(model, language)
        newsCard(model, language)
        readingCard(model, language)
      }
    }
  }.render()
}

private func icon(of group: TasksModel.Group) -> Icon {
  switch group {
  case .late: .alert
  case .soon: .clock
  case .later: .list
  case .none: .dot
  }
}

private func ledger(_ model: TasksModel, _ language: Language) -> Ledger {
  let others = model.waiting.reduce(0) { $0 + $1.count }
  let later = model.link(to: .later) ?? model.link(to: .none)
  return Ledger([
    .init(
      number: model.counts.late, words: TasksTexts.late[language],
      href: model.counts.late > 0 ? model.link(to: .late) : nil, tone: .late),
    .init(
      number: model.counts.soon, words: TasksTexts.soon[language],
      href: model.counts.soon > 0 ? model.link(to: .soon) : nil, tone: .soon),
    .init(
      number: model.counts.later, words: TasksTexts.later[language],
      detail: TasksTexts.orWithoutDay[language], href: model.counts.later > 0 ? later : nil),
    .init(
      number: others, words: TasksTexts.othersTurn[language],
      href: others > 0 ? .fragment("vantar") : nil),
  ])
}

private func waitingCard(_ model: TasksModel, _ language: Language) -> HTML {
  Card("vantar", TasksTexts.waiting[language], isSmall: true) {
    if model.waiting.isEmpty {
      p(.class("small", "muted")) { TasksTexts.waitingNone[language] }
    } else {
      ul(.class("ruled", "pairs")) {
        for (role, count) in model.waiting {
          li {
            PartyName(role).html(language)
            a(
              .class("strong", "num"),
              .href(SiteAddress.cases.href([("nasta", role.rawValue)]))
            ) { CountText.cases.text(count, language) }
          }
        }
      }
    }
  }.html
}

private func newsCard(_ model: TasksModel, _ language: Language) -> HTML {
  Card("nytt", TasksTexts.news[language], isSmall: true) {
    if model.news.isEmpty {
      p(.class("small", "muted")) { TasksTexts.newsNone[language] }
    } else {
      ul(.class("ruled", "small")) {
        for row in model.news {
          li {
            a(.class("ref"), .href(SiteAddress.assessment(row.id).href)) { row.id.description }
            " "
            row.statusLabel[language]
            span(.class("sub", "muted")) { " · " + ListedPerson(row).text(language) }
          }
        }
      }
    }
  }.html
}

private func readingCard(_ model: TasksModel, _ language: Language) -> HTML {
  Card("fristerna", TasksTexts.reading[language], isSmall: true) {
    div(.class("small", "stack-s")) {
      p {
        SourceMark.law(TasksTexts.lawWord[language]).html(language)
        br()
        TasksTexts.lawText[language]
      }
      p {
        SourceMark.target(TasksTexts.targetWord[language]).html(language)
        br()
        TasksTexts.targetText[language]
      }
      p { TasksTexts.statedText[language] }
      p { a(.href(SiteAddress.rules.href)) { TasksTexts.allRules[language] } }
    }
  }.html
}
