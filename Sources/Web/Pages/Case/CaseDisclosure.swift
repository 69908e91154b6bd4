// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Who has got what, from the audiences of the events that the reader's party was sent.
struct CaseDisclosure: Sendable {
  let rows: [DisclosureMatrix.Row]

  init(_ source: CaseSource) {
    var events: [DisclosedMatter: [RecordedEvent]] = [:]
    for recorded in source.view.events {
      events[DisclosedMatter(recorded.event.kind), default: []].append(recorded)
    }
    rows = DisclosedMatter.allCases.compactMap { matter in
      guard let told = events[matter] else { return nil }
      var cells: [PartyRole: DisclosureMatrix.Cell] = [:]
      for role in PartyRole.allCases { cells[role] = Self.cell(role, told, source) }
      return DisclosureMatrix.Row(
        title: source.say(matter.title), source: matter.source, cells: cells)
    }
  }

  /// What a role was sent of these events. Where it got one of them as facts only, that is what
  /// the cell says: it never promises more than was sent.
  private static func cell(
    _ role: PartyRole, _ events: [RecordedEvent], _ source: CaseSource
  ) -> DisclosureMatrix.Cell? {
    let written = events.filter { $0.author.party.role == role }
    if !written.isEmpty { return .wrote(days(written, source)) }
    let sent = events.filter { recorded in
      recorded.audience.keys.contains { $0.role == role }
    }
    guard !sent.isEmpty else { return nil }
    let isPart = sent.contains { TimelineItems.roles($0.audience, .facts).contains(role) }
    return isPart ? .facts(days(sent, source)) : .all(days(sent, source))
  }

  private static func days(_ events: [RecordedEvent], _ source: CaseSource) -> String {
    let days = events.map(\.at.day)
    guard let first = days.min(), let last = days.max() else { return "" }
    let from = source.dates.text(first, .dayMonth)
    return first == last ? from : from + "–" + source.dates.text(last, .dayMonth)
  }

  /// - Parameter readers: where the openings of the case are listed.
  func html(readers: Href, _ language: Language) -> HTML {
    Card(
      "sent", CaseDisclosureTexts.title[language],
      foot: fragment {
        span(.class("muted")) { CaseDisclosureTexts.note[language] }
        a(.href(readers)) { CaseDisclosureTexts.readers[language] }
      }, isFlush: true
    ) {
      DisclosureMatrix(rows: rows).html(language)
    }.html
  }
}

enum CaseDisclosureTexts {
  static let title = Bilingual(sv: "Vem har fått vad", en: "Who got what")
  static let note = Bilingual(
    sv: "Samma händelser som i tidslinjen. De ändras aldrig i efterhand, bara rättas.",
    en: "The same events as in the timeline. They are never changed afterwards, only corrected.")
  static let readers = Bilingual(sv: "Vem har öppnat ärendet", en: "Who has opened the case")
}
