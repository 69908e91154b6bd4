// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Everything that was sent to the reader's party, latest first, with what lies ahead above it.
struct CaseTimeline: Sendable {
  /// What was sent with an event, line by line.
  struct Detail: Hashable, Sendable {
    let label: String
    let value: String
  }

  struct Item: Sendable {
    let version: Int
    let kind: EventKind
    let day: Day
    let time: TimeOfDay
    let author: PartyRole
    let full: Set<PartyRole>
    let facts: Set<PartyRole>
    let title: String
    /// Name, function, and on whose behalf.
    let byline: String
    let details: [Detail]
    /// The version of the event that corrected this one, and when.
    let correctedBy: Int?
    let correctedWhen: String
    /// The version that this event corrects, and what is said of it.
    let corrects: Int?
    let correctsWords: String
    /// Where the reader can correct it.
    let correct: CaseLink?
    /// The reader's party was told only that it happened.
    let isOnlyFacts: Bool
  }

  /// Something that lies ahead.
  struct Planned: Sendable {
    let day: Day
    let time: TimeOfDay?
    let author: PartyRole
    let full: Set<PartyRole>
    let facts: Set<PartyRole>
    let title: String
    let text: String
  }

  let items: [Item]
  let planned: [Planned]
  let filter: TimelineFilter
  let today: Day
  /// Events of the filter that are older than those shown.
  let older: Int
  /// The events by filter.
  let counts: [TimelineFilter: Int]
  private let id: CaseNumber
  private let asOf: Day?

  /// Events shown at once. Nearly every case has fewer.
  static let shownMax = 200

  /// - Parameter isWhole: all events are shown, however many they are.
  init(_ source: CaseSource, filter: TimelineFilter = .all, isWhole: Bool = false) {
    let events = source.view.events
    let chosen = events.reversed().filter { filter.shows($0.event, source.names) }
    let shown = isWhole ? chosen[...] : chosen.prefix(Self.shownMax)
    items = shown.map { TimelineItems.item($0, source) }
    older = chosen.count - shown.count
    planned = filter == .deviations ? [] : TimelineItems.planned(source)
    counts = Dictionary(
      uniqueKeysWithValues: TimelineFilter.allCases.map { filter in
        (filter, events.count { filter.shows($0.event, source.names) })
      })
    self.filter = filter
    today = source.moment.day
    id = source.id
    asOf = source.asOf
  }

  /// The id of an event on the page.
  static func anchor(_ version: Int) -> String { "handelse-\(version)" }

  func html(_ language: Language) -> HTML {
    Card("events", CaseTimelineTexts.title[language], aside: choices(language)) {
      LaneTimeline(entries: entries(language), today: today).html(language)
      if items.isEmpty { p(.class("muted")) { CaseTimelineTexts.none[language] } }
      if older > 0 {
        p {
          CaseTimelineTexts.latest(items.count, of: items.count + older)[language] + " "
          a(.href(href(filter, [(CaseTimeline.count, CaseTimeline.everything)]))) {
            CaseTimelineTexts.showAll[language]
          }
        }
      }
    }.html
  }

  /// How many events are shown, in the address.
  static let count = "antal"
  static let everything = "alla"

  private func href(_ filter: TimelineFilter, _ more: [(String, String)] = []) -> Href {
    let day = asOf.map { [("den", $0.description)] } ?? []
    return SiteAddress.assessment(id)
      .href([("visa", filter.rawValue)] + more + day, fragment: "events")
  }

  private func choices(_ language: Language) -> HTML {
    let links = TimelineFilter.allCases.map { filter in
      (text: "\(filter.label[language]) (\(counts[filter] ?? 0))", href: href(filter))
    }
    return SegmentLinks(
      label: CaseTimelineTexts.choose[language], links: links,
      current: TimelineFilter.allCases.firstIndex(of: filter) ?? 0
    ).html
  }

  private func entries(_ language: Language) -> [LaneTimeline.Entry] {
    let ahead = planned.map { plan in
      LaneTimeline.Entry(
        day: plan.day, time: plan.time, author: plan.author, full: plan.full,
        facts: plan.facts, title: plan.title, text: plan.text, state: .planned)
    }
    return ahead
      + items.map { item in
        LaneTimeline.Entry(
          day: item.day, time: item.time, author: item.author, full: item.full,
          facts: item.facts, title: item.title, text: item.byline, state: state(item),
          id: Self.anchor(item.version), details: TimelineDetails(item: item).html(language))
      }
  }

  private func state(_ item: Item) -> LaneTimeline.State {
    if item.correctedBy != nil { return .corrected(item.correctedWhen) }
    return item.corrects == nil ? .past : .correction(item.correctsWords)
  }
}

enum CaseTimelineTexts {
  static let title = Bilingual(sv: "Händelser", en: "Events")
  static let choose = Bilingual(sv: "Vilka händelser", en: "Which events")
  static let none = Bilingual(
    sv: "Ingen händelse hör dit.", en: "No event belongs here.")
  static let by = Bilingual(sv: "Av ", en: "By ")
  static let behalf = Bilingual(sv: " för ", en: " on behalf of ")
  static let onlyFacts = Bilingual(
    sv: "Vad som i övrigt skrevs har inte skickats till din organisation.",
    en: "What else was written has not been sent to your organisation.")
  static let showCorrection = Bilingual(sv: "Visa rättelsen", en: "Show the correction")
  static let showCorrected = Bilingual(sv: "Visa det rättade", en: "Show what was corrected")
  static let corrects = Bilingual(
    sv: "Båda versionerna sparas.", en: "Both versions are kept.")
  static let planned = Bilingual(sv: "Planerat.", en: "Planned.")
  static let wholeText = Bilingual(sv: "Visa hela texten", en: "Show the whole text")

  static let showAll = Bilingual(sv: "Visa alla händelser", en: "Show all events")

  static func latest(_ shown: Int, of all: Int) -> Bilingual {
    Bilingual(
      sv: "Här är de \(shown) senaste av \(all) händelser.",
      en: "These are the latest \(shown) of \(all) events.")
  }

  static func more(_ count: Int) -> Bilingual {
    Bilingual(
      sv: count == 1 ? "Visa en uppgift till" : "Visa \(count) uppgifter till",
      en: count == 1 ? "Show one more line" : "Show \(count) more lines")
  }

  static let lastDay = Bilingual(
    sv: "Sista dag för utlåtandet", en: "Last day for the statement")
  static let lastDayText = Bilingual(
    sv: "Planerat. Utlåtandet ska ha kommit in till Försäkringskassan.",
    en: "Planned. The statement is to have reached Försäkringskassan.")
  static let visit = Bilingual(sv: "Besök: ", en: "Visit: ")
}
