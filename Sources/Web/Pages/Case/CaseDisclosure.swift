// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Who has got what, from the audiences of the events that the reader's party was sent.
struct CaseDisclosure: Sendable {
  let rows: [DisclosureMatrix.Row]

  /// When each role wrote of a matter, and when it was sent to each audience. There are few
  /// audiences, however many events there are.
  private struct Told {
    var written: [PartyRole: ClosedRange<Instant>] = [:]
    var sent: [Audience: ClosedRange<Instant>] = [:]

    mutating func add(_ recorded: RecordedEvent) {
      Self.widen(&written[recorded.author.party.role], to: recorded.at)
      Self.widen(&sent[recorded.audience], to: recorded.at)
    }

    static func widen(_ range: inout ClosedRange<Instant>?, to at: Instant) {
      range = range.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
    }
  }

  init(_ source: CaseSource) {
    var events: [DisclosedMatter: Told] = [:]
    for recorded in source.view.events {
      events[DisclosedMatter(recorded.event.kind), default: Told()].add(recorded)
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
    _ role: PartyRole, _ told: Told, _ source: CaseSource
  ) -> DisclosureMatrix.Cell? {
    if let written = told.written[role] { return .wrote(days(written, source)) }
    let sent = told.sent.filter { $0.key.keys.contains { $0.role == role } }
    var times: ClosedRange<Instant>?
    for range in sent.values {
      Told.widen(&times, to: range.lowerBound)
      Told.widen(&times, to: range.upperBound)
    }
    guard let times else { return nil }
    let isPart = sent.keys.contains { TimelineItems.roles($0, .facts).contains(role) }
    return isPart ? .facts(days(times, source)) : .all(days(times, source))
  }

  private static func days(_ times: ClosedRange<Instant>, _ source: CaseSource) -> String {
    let (first, last) = (times.lowerBound.day, times.upperBound.day)
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
