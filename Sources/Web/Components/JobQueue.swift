// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What there is to do, most urgent first, in groups.
struct JobQueue: Component {
  enum Urgency: Sendable { case late, soon, later }

  struct Job: Sendable {
    var urgency: Urgency
    /// Workdays left; negative when the day has passed; nil when there is no day.
    var workdaysLeft: Int?
    /// What to do, beginning with a verb.
    var title: String
    var href: Href
    /// `AFU-2026-0371`
    var reference: String
    /// The person, the unit, who is responsible.
    var meta: [String] = []
    var badges: [Badge] = []
    var lastDay: Day?
    var source: SourceMark?
    /// Whose turn it is, and the words: `vi`, `utföraren`.
    var next: (party: PartyRole, words: String)?
    var action: Button?
  }

  struct Group: Sendable {
    /// The id of the heading.
    var id: String
    var title: String
    var icon: Icon
    var jobs: [Job]
  }

  var groups: [Group]

  func html(_ language: Language) -> HTML {
    fragment { for group in groups where !group.jobs.isEmpty { section(group, language) } }
  }

  private func section(_ group: Group, _ language: Language) -> HTML {
    Markup.section(.class("queue-group"), .ariaLabelledBy(group.id)) {
      div(.class("queue__head")) {
        h2(.id(group.id)) {
          group.icon.html
          group.title
        }
        span(.class("muted", "small")) { CountText.tasks.text(group.jobs.count, language) }
      }
      ol(.class("queue")) { for job in group.jobs { item(job, language) } }
    }
  }

  private func item(_ job: Job, _ language: Language) -> HTML {
    li(.class("job", job.look)) {
      div(.class("job__days")) { days(job, language) }
      div {
        h3 { a(.href(job.href)) { job.title } }
        div(.class("job__meta")) {
          span(.class("ref")) { job.reference }
          for words in job.meta { span { words } }
          for badge in job.badges { badge.html }
        }
      }
      div(.class("job__due")) { due(job, language) }
      div(.class("job__who")) { if let action = job.action { action.html } }
    }
  }

  private func days(_ job: Job, _ language: Language) -> HTML {
    guard let left = job.workdaysLeft else {
      return span { Self.noDay[language] }
    }
    // On the weekend after the last day it has passed, though no workday has.
    if left == 0 && job.urgency == .late { return span { Self.passed[language] } }
    let words = left < 0 ? CountText.workdaysOver : CountText.workdaysLeft
    return fragment {
      b { CountText.grouped(abs(left)) }
      " "
      span { words.words(left, language) }
    }
  }

  private func due(_ job: Job, _ language: Language) -> HTML {
    fragment {
      if let lastDay = job.lastDay {
        div {
          Self.lastDay[language] + " "
          DateText(language).tag(lastDay, .short)
        }
      }
      if let source = job.source { source.html(language) }
      if let next = job.next {
        span(.class("job__next")) {
          Self.nextStep[language] + " "
          PartyName(next.party, next.words).html(language)
        }
      }
    }
  }

  private static let noDay = Bilingual(sv: "ingen frist", en: "no deadline")
  private static let passed = Bilingual(sv: "passerad", en: "passed")
  private static let lastDay = Bilingual(sv: "Sista dag", en: "Last day")
  private static let nextStep = Bilingual(sv: "Nästa steg:", en: "Next step:")

  static let name = Bilingual(sv: "Arbetskö", en: "Work queue")
  static let purpose = Bilingual(
    sv: "Mest brådskande först. Tjock kant är försenat, dubbel kant är snart.",
    en: "Most urgent first. A thick edge is late, a double edge is soon.")

  static func examples(_ language: Language) -> [JobQueue] {
    let sv = language == .sv
    let here = Href.fragment("job-queue")
    let day = Day(number: 20_588)
    let late = Job(
      urgency: .late, workdaysLeft: -3,
      title: sv ? "Rapportera varför utlåtandet inte har kommit in" : "Report why it is late",
      href: here, reference: "AFU-2026-0371",
      meta: ["Ture Övningsson", "AFU-mottagningen Strömmen"], lastDay: day,
      source: .law("8 § förordning (2018:1633)"),
      next: (.performer, PartyRole.performer.inSentence[language]),
      action: .link(
        sv ? "Rapportera" : "Report", to: here, .quiet, context: "AFU-2026-0371", isSmall: true))
    let soon = Job(
      urgency: .soon, workdaysLeft: 1,
      title: sv ? "Välj utförare för ny begäran" : "Choose a performer for a new request",
      href: here, reference: "AFU-2026-0459",
      badges: [Badge(.rest, sv ? "Skyddade uppgifter" : "Protected identity", icon: .lock)],
      lastDay: day.adding(days: 6), source: .target(sv ? "Svar inom 2 vardagar" : "2 workdays"))
    let later = Job(
      urgency: .later, workdaysLeft: nil,
      title: sv ? "Läs meddelandet från samverkansgruppen" : "Read the message", href: here,
      reference: "AFU-2026-0420")
    return [
      JobQueue(groups: [
        Group(id: "example-late", title: sv ? "Försenat" : "Late", icon: .alert, jobs: [late]),
        Group(
          id: "example-soon", title: sv ? "Närmaste 5 vardagarna" : "Next 5 workdays",
          icon: .clock, jobs: [soon]),
        Group(id: "example-later", title: sv ? "Senare" : "Later", icon: .list, jobs: [later]),
      ])
    ]
  }
}

extension JobQueue.Job {
  fileprivate var look: String? {
    switch urgency {
    case .late: "job--late"
    case .soon: "job--soon"
    case .later: nil
    }
  }
}
