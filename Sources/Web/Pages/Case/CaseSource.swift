// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What every part of the case page is made from: the case as the reader's party sees it, and
/// the names that stand for numbers of organisations.
struct CaseSource: Sendable {
  let view: CaseView
  /// The day that is looked back at, or nil for the case as it stands now.
  let asOf: Day?
  let names: EventNames
  /// The names of regions by their number.
  let language: Language

  /// - Parameters:
  ///   - view: the case; where `asOf` is a day, the case as it stood at the end of that day.
  ///   - regions: the regions with their performers, for their names.
  init(
    _ view: CaseView, asOf: Day? = nil, regions: [RegionSettings] = [], language: Language
  ) {
    self.view = view
    self.asOf = asOf
    self.language = language
    self.names = EventNames(view.events, regions: regions)
  }

  /// The instant that the page shows.
  var moment: Instant { view.context.now }
  var state: Assessment { view.state }
  var id: CaseNumber { view.state.id }
  var party: Party { view.party }
  var dates: DateText { DateText(language) }

  func say(_ text: Bilingual) -> String { text[language] }

  func regionName(_ id: HSAID) -> String { names.regions[id] ?? id.text }

  /// Whether an action may be taken here and now; never when looking back.
  func allows(_ kind: ActionKind, _ subject: Int? = nil) -> Bool {
    asOf == nil && view.permission(kind, subject: subject).isAllowed
  }

  /// The page where an action is taken.
  func href(_ kind: ActionKind, _ subject: Int? = nil) -> Href {
    if kind == .placeOrder { return SiteAddress.order(id, step: "person").href }
    let isSignedHere = state.statement?.signed != nil
    if kind == .requestStatementSupplement && isSignedHere {
      return SiteAddress.statementQuestion(id).href
    }
    if kind == .sendStatementSupplement && isSignedHere
      && state.statementAccess(of: view.actor) == nil
    {
      return SiteAddress.statementAnswer(id).href
    }
    let query = subject.map { [("nr", "\($0)")] } ?? []
    return SiteAddress.action(id, kind).href(query)
  }

  /// A link to an action, or nil where it may not be taken now.
  func link(_ kind: ActionKind, _ subject: Int? = nil) -> CaseLink? {
    guard allows(kind, subject) else { return nil }
    return CaseLink(text: say(CaseActionTexts.title(kind)), href: href(kind, subject))
  }

  /// The last instant of a day.
  static func end(of day: Day) -> Instant {
    Instant(day: day.adding(days: 1), time: .midnight).adding(milliseconds: -1)
  }
}

/// Words that lead somewhere.
struct CaseLink: Hashable, Sendable {
  var text: String
  var href: Href
  /// Words that only assistive technology reads, when the same text stands in several places.
  var context = ""

  /// The link as markup.
  var html: HTML {
    a(.href(href)) {
      text
      if !context.isEmpty { span(.class("sr")) { " " + context } }
    }
  }
}
