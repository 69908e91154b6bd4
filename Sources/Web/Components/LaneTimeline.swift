// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What has happened in a case, latest first, with one lane per party.
///
/// A filled shape wrote, a ring with a dot got everything, a dashed ring got only that it happened.
struct LaneTimeline: Component {
  enum State: Sendable {
    case past
    /// Lies ahead.
    case planned
    /// Was put right later; the words say when: `kl. 14.05`.
    case corrected(String)
    /// Puts another entry right; the words say how.
    case correction(String)
  }

  struct Entry: Sendable {
    var day: Day
    var time: TimeOfDay?
    var author: PartyRole
    /// Who got everything.
    var full: Set<PartyRole> = []
    /// Who got only that it happened.
    var facts: Set<PartyRole> = []
    var title: String
    var text = ""
    /// `Av Ebba Demoström.`
    var byline = ""
    var state = State.past
    /// The event itself.
    var link: Href?
    /// The id of the entry, for links to it.
    var id: String?
    /// What was sent, below the text.
    var details = HTML.empty
  }

  var entries: [Entry]
  var today: Day

  func html(_ language: Language) -> HTML {
    let planned = entries.filter(\.isPlanned)
    let past = entries.filter { !$0.isPlanned }
    return div(.class("lanes")) {
      head(language)
      ol {
        for entry in planned { item(entry, language) }
        if !planned.isEmpty { now(language) }
        for entry in past { item(entry, language) }
      }
    }
  }

  private func head(_ language: Language) -> HTML {
    div(.class("lanes__head")) {
      span { Self.latestFirst[language] }
      ul(.ariaLabel(Self.partiesLabel[language])) {
        for party in PartyRole.allCases {
          li {
            PartyMark(party).html
            span(.class("sr")) { party.title[language] }
          }
        }
      }
      ul(.class("legend", "tiny", "lane-key")) {
        li {
          LaneDrawing.gotAll
          Self.gotAll[language]
        }
        li {
          LaneDrawing.gotFacts
          Self.gotFacts[language]
        }
      }
    }
  }

  private func item(_ entry: Entry, _ language: Language) -> HTML {
    li(.class("event", entry.look), .id(entry.id)) {
      div(.class("event__when")) {
        DateText(language).tag(entry.day, .short)
        if let time = entry.time { span { DateText(language).clock(time) } }
      }
      div(.class("event__lanes")) { LaneDrawing(entry: entry, language: language).html }
      div(.class("event__what")) {
        h3 { heading(entry) }
        if !entry.text.isEmpty || !entry.byline.isEmpty {
          p {
            entry.text + " "
            span(.class("nowrap")) { entry.byline }
          }
        }
        entry.details
        correction(entry, language)
      }
    }
  }

  private func heading(_ entry: Entry) -> HTML {
    guard let link = entry.link else { return .text(entry.title) }
    return a(.href(link)) { entry.title }
  }

  private func correction(_ entry: Entry, _ language: Language) -> HTML {
    switch entry.state {
    case .past, .planned: .empty
    case .corrected(let when):
      p { Badge(.rest, Self.correctedAt[language] + " " + when, icon: .edit).html }
    case .correction(let words): div(.class("fix", "small")) { p { words } }
    }
  }

  private func now(_ language: Language) -> HTML {
    li(.class("event", "event--now")) {
      div(.class("event__when")) { Self.todayWord[language] }
      div(.class("event__lanes"))
      div(.class("event__what")) { DateText(language).tag(today, .sentence) }
    }
  }

  private static let latestFirst = Bilingual(sv: "Senast först", en: "Latest first")
  private static let partiesLabel = Bilingual(
    sv: "Parter i ordning från vänster", en: "Parties from left to right")
  private static let gotAll = Bilingual(sv: "har fått allt", en: "got everything")
  private static let gotFacts = Bilingual(sv: "bara uppgift om att", en: "only that it happened")
  private static let correctedAt = Bilingual(sv: "Rättad", en: "Corrected")
  private static let todayWord = Bilingual(sv: "I dag", en: "Today")

  static let name = Bilingual(sv: "Händelser", en: "Events")
  static let purpose = Bilingual(
    sv: "En bana per part. Fylld form skrev, ring med prick fick allt, streckad ring fick bara "
      + "veta att det skett.",
    en: "One lane per party. A filled shape wrote, a ring with a dot got everything, a dashed "
      + "ring got only that it happened.")

  static func examples(_ language: Language) -> [LaneTimeline] {
    let sv = language == .sv
    let missed = Day(number: 20_585)
    return [
      LaneTimeline(
        entries: [
          Entry(
            day: missed.adding(days: 16), time: TimeOfDay(hour: 9, minute: 0),
            author: .performer, full: [.insured], facts: [.fk, .region],
            title: sv ? "Besök hos psykolog" : "Visit to a psychologist", state: .planned),
          Entry(
            day: missed.adding(days: 6), author: .fk, full: [.region, .performer, .insured],
            title: sv ? "Anstånd beviljat" : "Deferral granted",
            text: sv ? "Ny sista dag fredag 12 juni." : "New last day Friday 12 June."),
          Entry(
            day: missed, time: TimeOfDay(hour: 14, minute: 5), author: .performer,
            full: [.fk, .region],
            title: sv ? "Rättelse: tolken uteblev" : "Correction: no interpreter",
            byline: sv ? "Av Siv Testgren." : "By Siv Testgren.",
            state: .correction(sv ? "Rättar avvikelsen kl. 13.40." : "Corrects 13:40.")),
          Entry(
            day: missed, time: TimeOfDay(hour: 13, minute: 40), author: .performer,
            full: [.fk, .region],
            title: sv ? "Avvikelse: den försäkrade uteblev" : "Deviation: no-show",
            state: .corrected(sv ? "kl. 14.05" : "14:05")),
        ],
        today: missed.adding(days: 8))
    ]
  }
}

extension LaneTimeline.Entry {
  fileprivate var isPlanned: Bool {
    if case .planned = state { true } else { false }
  }

  fileprivate var look: String? {
    switch state {
    case .planned: "event--ahead"
    case .corrected: "event--old"
    case .past, .correction: nil
    }
  }
}
