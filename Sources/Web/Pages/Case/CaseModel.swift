// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The whole case page as plain values, part by part.
struct CaseModel: Sendable {
  let id: CaseNumber
  let head: CaseHead
  let tabs: CaseTabs
  let actions: CaseActions
  let deadline: CaseDeadline
  let checklist: CaseChecklist
  let request: CaseRequest?
  let inquiries: CaseInquiries?
  let visits: CaseVisits
  let representatives: CaseRepresentatives?
  let underlag: CaseUnderlag?
  let time: CaseTime
  let statement: CaseStatement?
  let timeline: CaseTimeline
  let disclosure: CaseDisclosure
  /// The replay of a draw, for a party that has no card with the choice of performer.
  let draw: CaseLink?
  let lookBack: CaseLookBack

  init(
    _ source: CaseSource, filter: TimelineFilter = .all, isWhole: Bool = false,
    lookBack: CaseLookBack, talk: CaseTalk? = nil
  ) {
    id = source.id
    actions = CaseActions(source)
    head = CaseHead(source, actions)
    tabs = CaseTabs(source, talk: talk, current: .overview)
    deadline = CaseDeadline(source)
    checklist = CaseChecklist(source)
    request = CaseRequest(source)
    inquiries = CaseInquiries(source)
    visits = CaseVisits(source)
    representatives = CaseRepresentatives(source)
    underlag = CaseUnderlag(source)
    time = CaseTime(source)
    statement = CaseStatement(source)
    timeline = CaseTimeline(source, filter: filter, isWhole: isWhole)
    disclosure = CaseDisclosure(source)
    draw = inquiries == nil ? CaseInquiries.drawLink(source) : nil
    self.lookBack = lookBack
  }

  /// The page's title names the case, never the person: titles stay in the browser's history.
  static func title(_ id: CaseNumber) -> Bilingual {
    Bilingual(sv: "Ärende \(id)", en: "Case \(id)")
  }
}

/// The choice of a day to look back at.
struct CaseLookBack: Sendable {
  /// The day that is shown; nil is now.
  var shown: Day?
  /// What was typed.
  var typed = ""
  /// What was wrong with it.
  var error: Bilingual?

  /// Reads the day of the address and the case as it stood then. A day from today on is now.
  ///
  /// - Returns: the case to show, and what to say about the choice.
  static func choose(_ typed: String?, _ view: CaseView) -> (CaseView, CaseLookBack) {
    guard let typed else { return (view, CaseLookBack()) }
    let today = view.context.today
    guard let day = TypedDay.read(typed, today: today) else {
      return (view, CaseLookBack(typed: typed, error: TypedDay.fault))
    }
    if day >= today { return (view, CaseLookBack(typed: typed)) }
    guard let then = view.asOf(CaseSource.end(of: day)) else {
      return (view, CaseLookBack(typed: typed, error: CaseLookBackTexts.nothingYet))
    }
    return (then, CaseLookBack(shown: day, typed: typed))
  }
}

enum CaseLookBackTexts {
  static let nothingYet = Bilingual(
    sv: "Den dagen hade inget i ärendet skickats till din organisation",
    en: "On that day nothing of the case had been sent to your organisation")
  static let label = Bilingual(sv: "Visa ärendet som det stod den", en: "Show the case as of")
  static let show = Bilingual(sv: "Visa läget", en: "Show")
  static let lead = Bilingual(sv: "Så stod ärendet ", en: "This is how the case stood on ")
  static let text = Bilingual(
    sv: "Det som har skickats efter den dagen visas inte, och inget kan göras härifrån.",
    en: "What was sent after that day is not shown, and nothing can be done from here.")
  static let back = Bilingual(sv: "Visa ärendet nu", en: "Show the case now")
}
