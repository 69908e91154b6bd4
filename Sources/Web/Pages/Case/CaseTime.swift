// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Extensions, deferrals, risks of delay and deviations, and what was decided of each.
struct CaseTime: Sendable {
  struct Item: Sendable {
    let title: String
    let day: Day
    let badge: Badge
    let details: [String]
    let links: [CaseLink]
  }

  let items: [Item]
  let links: [CaseLink]

  init(_ source: CaseSource) {
    let state = source.state
    let all =
      state.extensions.map { Self.item($0, source) }
      + state.deferrals.map { Self.item($0, source) }
      + state.deviations.map { Self.item($0, source) } + Self.risks(source)
    items = all.sorted { $0.day > $1.day }
    let kinds: [ActionKind] = [
      .proposeExtension, .stateExtensionDay, .reportDelayRisk, .notifyDelay, .requestDeferral,
    ]
    links = kinds.compactMap { source.link($0) }
  }

  private static func details(_ event: AssessmentEvent?, _ source: CaseSource) -> [String] {
    guard let text = event?.text(source.names) else { return [] }
    return [source.say(text.title) + "."]
      + text.details.map { "\(source.say($0.label)): \(source.say($0.value))" }
  }

  private static func item(_ item: Extension, _ source: CaseSource) -> Item {
    let waits = item.decided == nil
    return Item(
      title: source.say(CaseTimeTexts.extension), day: item.at.day,
      badge: badge(waits: waits, granted: item.isApproved, source),
      details: details(.extensionProposed(item.proposed), source)
        + details(item.decided.map { .extensionDecided($0) }, source),
      links: waits ? decide(.decideExtension, item.proposed.number, source) : [])
  }

  private static func item(_ item: Deferral, _ source: CaseSource) -> Item {
    let waits = item.decided == nil
    return Item(
      title: source.say(CaseTimeTexts.deferral), day: item.at.day,
      badge: badge(waits: waits, granted: item.decided?.lastDay != nil, source),
      details: details(.deferralRequested(item.requested), source)
        + details(item.decided.map { .deferralDecided($0) }, source),
      links: waits ? decide(.decideDeferral, item.requested.number, source) : [])
  }

  private static func item(_ item: Deviation, _ source: CaseSource) -> Item {
    let waits = source.state.needsDecision(item)
    let badge =
      waits
      ? Badge(.soon, source.say(CaseTimeTexts.waits), icon: .wait)
      : Badge(.rest, source.say(CaseTimeTexts.noted), icon: .check)
    return Item(
      title: source.say(CaseTimeTexts.deviation), day: item.at.day, badge: badge,
      details: details(.deviationReported(item.reported), source)
        + details(item.decided.map { .remainingVisitsDecided($0) }, source),
      links: waits ? decide(.decideRemainingVisits, item.reported.number, source) : [])
  }

  /// The latest risk of delay that the party was told of, with the day it was told.
  private static func risks(_ source: CaseSource) -> [Item] {
    source.view.events.compactMap { recorded in
      switch recorded.event {
      case .delayRiskReported(let risk) where risk == source.state.delayRisk: recorded
      case .delayNotified(let notice) where notice == source.state.delayNotice: recorded
      default: nil
      }
    }.map { recorded in
      Item(
        title: source.say(CaseTimeTexts.delay), day: recorded.at.day,
        badge: Badge(.rest, source.say(CaseTimeTexts.noted), icon: .check),
        details: details(recorded.event, source), links: [])
    }
  }

  private static func badge(waits: Bool, granted: Bool, _ source: CaseSource) -> Badge {
    if waits { return Badge(.soon, source.say(CaseTimeTexts.waits), icon: .wait) }
    return granted
      ? Badge(.plum, source.say(CaseTimeTexts.granted))
      : Badge(.rest, source.say(CaseTimeTexts.refused), icon: .close)
  }

  private static func decide(
    _ kind: ActionKind, _ number: Int, _ source: CaseSource
  ) -> [CaseLink] {
    [source.link(kind, number)].compactMap { $0 }
  }

  func html(_ language: Language) -> HTML {
    if items.isEmpty && links.isEmpty { return .empty }
    return Card(
      "time", CaseTimeTexts.title[language],
      foot: links.isEmpty ? .empty : .row(links.map(\.html))
    ) {
      if items.isEmpty { p(.class("muted")) { CaseTimeTexts.none[language] } }
      ul(.class("ruled")) {
        for item in items {
          li(.class("stack-s")) {
            div(.class("row", "row--apart")) {
              b { item.title + " " + DateText(language).text(item.day, .dayMonth) }
              item.badge.html
            }
            for detail in item.details { p(.class("small")) { detail } }
            for link in item.links { p(.class("small", "no-print")) { link.html } }
          }
        }
      }
    }.html
  }
}

enum CaseTimeTexts {
  static let title = Bilingual(
    sv: "Utvidgning, anstånd och avvikelser", en: "Extensions, deferrals and deviations")
  static let none = Bilingual(sv: "Inget har rapporterats.", en: "Nothing has been reported.")
  static let `extension` = Bilingual(sv: "Utvidgning", en: "Extension")
  static let deferral = Bilingual(sv: "Anstånd", en: "Deferral")
  static let deviation = Bilingual(sv: "Avvikelse", en: "Deviation")
  static let delay = Bilingual(sv: "Risk för försening", en: "Risk of delay")
  static let waits = Bilingual(sv: "Väntar på beslut", en: "Waits for a decision")
  static let granted = Bilingual(sv: "Beviljad", en: "Granted")
  static let refused = Bilingual(sv: "Avslagen", en: "Refused")
  static let noted = Bilingual(sv: "Noterad", en: "Noted")
}
