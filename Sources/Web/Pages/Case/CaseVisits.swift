// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Every visit of the case, latest first, with what can be done about each.
struct CaseVisits: Sendable {
  struct Item: Sendable {
    let number: Int
    let start: Instant
    let badge: Badge
    /// Profession, place and examiner.
    let what: String
    /// Ending, interpreter, times moved.
    let circumstances: [String]
    /// When and how the insured was summoned, or by when she should be.
    let summons: String
    /// The summons came later than the region's target. It is a target, not law.
    let lateSummons: String?
    /// What came of it, where there is more to say than the badge does.
    let outcome: [String]
    /// How a cancellation stands to the limit for late ones, and the rule behind.
    let cancellation: Cancellation?
    let links: [CaseLink]
    /// That the insured asks for another time, in her words, or what she was answered.
    let wish: (asked: String, words: String, isOpen: Bool)?
  }

  /// The judgement on a cancellation.
  struct Cancellation: Sendable {
    let words: String
    let between: String
    let rule: CaseLink?
  }

  let items: [Item]
  let performed: Int
  let book: CaseLink?

  init(_ source: CaseSource) {
    let visits = source.state.visits.sorted { $0.start > $1.start }
    items = visits.map { Self.item($0, source) }
    performed = visits.count(where: \.isPerformed)
    book = source.link(.bookVisit)
  }

  private static func item(_ visit: Visit, _ source: CaseSource) -> Item {
    let (summons, late) = CaseSummons.words(visit, source)
    return Item(
      number: visit.number, start: visit.start, badge: badge(visit, source),
      what: what(visit, source), circumstances: circumstances(visit, source),
      summons: summons, lateSummons: late, outcome: outcome(visit, source),
      cancellation: cancellation(visit, source), links: links(visit, source),
      wish: wish(visit, source))
  }

  private static func badge(_ visit: Visit, _ source: CaseSource) -> Badge {
    switch visit.outcome {
    case .booked where visit.toBeCancelled:
      Badge(.soon, source.say(CaseVisitsTexts.toBeCancelled), icon: .close)
    case .booked where visit.start <= source.moment:
      Badge(.note, source.say(CaseVisitsTexts.toReport))
    case .booked: Badge(.rest, source.say(CaseVisitsTexts.booked), icon: .calendar)
    case .performed: Badge(.done, source.say(CaseVisitsTexts.performed))
    case .missed: Badge(.soon, source.say(CaseVisitsTexts.missed), icon: .alert)
    case .cancelled: Badge(.rest, source.say(CaseVisitsTexts.cancelled), icon: .close)
    case .lapsed: Badge(.rest, source.say(CaseVisitsTexts.lapsed), icon: .close)
    }
  }

  private static func what(_ visit: Visit, _ source: CaseSource) -> String {
    let who = source.say(visit.profession.label)
    var parts = [who.prefix(1).uppercased() + who.dropFirst()]
    if let examiner = visit.examiner { parts.append(examiner) }
    parts.append(visit.place)
    if let performer = visit.performer, performer != source.state.performer {
      parts.append(source.names.performer(performer))
    }
    return parts.joined(separator: ", ") + "."
  }

  private static func circumstances(_ visit: Visit, _ source: CaseSource) -> [String] {
    var words: [String] = []
    if let end = visit.end {
      words.append(source.say(CaseVisitsTexts.ends) + source.dates.clock(end.clock) + ".")
    }
    if visit.interpreterBooked { words.append(source.say(CaseVisitsTexts.interpreter)) }
    if visit.timesMoved > 0 { words.append(source.say(CaseVisitsTexts.moved(visit.timesMoved))) }
    return words
  }

  private static func wish(
    _ visit: Visit, _ source: CaseSource
  ) -> (asked: String, words: String, isOpen: Bool)? {
    guard visit.isBooked, let request = visit.moveRequest else { return nil }
    let answer = request.declined.map { declined in
      source.say(CaseVisitsTexts.moveDeclined) + (declined.reason.map { " " + $0 } ?? "")
    }
    let asked = source.say(CaseVisitsTexts.moveAsked) + source.dates.text(request.at, .short) + "."
    let words = [request.requested.wishes, answer].compactMap { $0 }.joined(separator: " ")
    return (asked, words, visit.isMoveAsked)
  }

  private static func outcome(_ visit: Visit, _ source: CaseSource) -> [String] {
    switch visit.outcome {
    case .performed(let performed):
      guard let took = performed.interpreterTookPart else { return [] }
      return [source.say(CaseVisitsTexts.interpreter(took, performed.interpreterMinutes))]
    case .missed(let missed):
      return [source.say(CaseVisitsTexts.insured) + source.say(missed.cause.label) + "."]
        + [missed.reason].compactMap { $0 }
    case .cancelled(let cancelled):
      return [
        source.say(CaseVisitsTexts.cause) + source.say(cancelled.cause.label) + ". "
          + source.say(CaseVisitsTexts.reached) + source.dates.text(cancelled.reached, .short)
          + "."
      ] + [cancelled.reason].compactMap { $0 }
    case .booked, .lapsed: return []
    }
  }

  /// A fact beside the cancellation: what follows from it is not for Samsyn to say.
  private static func cancellation(_ visit: Visit, _ source: CaseSource) -> Cancellation? {
    guard case .cancelled(let cancelled) = visit.outcome, cancelled.cause == .insured else {
      return nil
    }
    let judged = LateCancellation.judge(
      reached: cancelled.reached, start: visit.start, rules: source.view.context.rules)
    let inputs = judged.trace.inputs.dropFirst(2)
      .map { "\(source.say($0.name)) \($0.value)" }
    let rule = judged.trace.rules.first.map { rule in
      CaseLink(text: rule.source, href: SiteAddress.rule(rule.ruleID).href)
    }
    return Cancellation(
      words: source.say(judged.trace.outcome), between: inputs.joined(separator: ", "),
      rule: rule)
  }

  private static func links(_ visit: Visit, _ source: CaseSource) -> [CaseLink] {
    guard visit.isBooked else { return [] }
    let kinds: [ActionKind] = [
      .reportVisit, .recordSummons, .moveVisit, .declineVisitMove, .cancelVisit, .reportDeviation,
    ]
    let links = kinds.compactMap { kind in
      var link = source.link(kind, visit.number)
      link?.context = source.say(visit.start.words)
      return link
    }
    return source.view.party.role == .region ? links : links + [summons(visit, source)]
  }

  /// The summons itself, also as Försäkringskassan's copy.
  private static func summons(_ visit: Visit, _ source: CaseSource) -> CaseLink {
    var link = CaseLink(
      text: source.say(SummonsTexts.link),
      href: SiteAddress.summons(source.state.id).href([("besok", "\(visit.number)")]))
    link.context = source.say(visit.start.words)
    return link
  }

  func html(_ language: Language) -> HTML {
    if items.isEmpty && book == nil { return .empty }
    return Card(
      "visits", CaseVisitsTexts.title[language],
      aside: .text(items.isEmpty ? "" : CaseVisitsTexts.count(performed, items.count)[language]),
      foot: book.map(\.html) ?? .empty
    ) {
      if items.isEmpty { p(.class("muted")) { CaseVisitsTexts.none[language] } }
      ul(.class("ruled")) { for item in items { line(item, language) } }
    }.html
  }

  private func line(_ item: Item, _ language: Language) -> HTML {
    li(.class("stack-s"), .id("besok-\(item.number)")) {
      div(.class("row", "row--apart")) {
        b { DateText(language).tag(item.start, .short) }
        item.badge.html
      }
      p(.class("small")) {
        ([item.what] + item.circumstances + item.outcome).joined(separator: " ")
        br()
        span(.class("muted")) { item.summons }
      }
      if let wish = item.wish {
        if wish.isOpen {
          Notice(.soon, wish.asked, wish.words).html
        } else {
          p(.class("small")) { wish.asked + " " + wish.words }
        }
      }
      if let late = item.lateSummons {
        p(.class("small")) { SourceMark.target(late).html(language) }
      }
      if let cancellation = item.cancellation {
        p(.class("small")) {
          b { cancellation.words }
          " " + cancellation.between + ". "
          if let rule = cancellation.rule {
            SourceMark.law(rule.text, link: rule.href).html(language)
          }
        }
      }
      if !item.links.isEmpty {
        p(.class("small", "row", "no-print")) { for link in item.links { link.html } }
      }
    }
  }
}
