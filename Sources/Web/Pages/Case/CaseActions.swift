// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What the reader can do now, what else there is, and what cannot be done and why.
struct CaseActions: Sendable {
  /// Actions that cannot be taken for one and the same reason.
  struct Refused: Hashable, Sendable {
    /// The sentence after "därför att".
    let reason: String
    let titles: [String]
  }

  /// What the open tasks ask for, most urgent first.
  let main: [CaseLink]
  /// Everything else that is allowed.
  let more: [CaseLink]
  let refused: [Refused]
  /// The open tasks in words, in the order of `main`.
  let tasks: [String]

  init(_ source: CaseSource) {
    var main: [CaseLink] = []
    var tasks: [String] = []
    for task in source.view.tasks {
      guard let link = source.link(task.code.action, task.subject), !main.contains(link) else {
        continue
      }
      main.append(link)
      tasks.append(source.say(task.code.title.insideSentence))
    }
    let taken = Set(main.map(\.href))
    self.main = main
    self.tasks = tasks
    let kinds = source.asOf == nil ? source.view.actions.filter { $0.kind != .correct } : []
    more = kinds.filter(\.isAllowed).flatMap { Self.links($0.kind, source) }
      .filter { !taken.contains($0.href) }
    refused = Self.refused(kinds, source)
  }

  /// One link for an action of the case, or one for each thing it can concern.
  private static func links(_ kind: ActionKind, _ source: CaseSource) -> [CaseLink] {
    let subjects = subjects(kind, source.state).filter { source.allows(kind, $0.number) }
    if subjects.isEmpty { return [source.link(kind)].compactMap { $0 } }
    return subjects.map { subject in
      let title = source.say(CaseActionTexts.title(kind))
      let name = subjects.count > 1 ? ": " + source.say(subject.name) : ""
      return CaseLink(text: title + name, href: source.href(kind, subject.number))
    }
  }

  /// The numbered things that an action can concern; none where it concerns the case.
  private static func subjects(
    _ kind: ActionKind, _ state: Assessment
  ) -> [(number: Int, name: Bilingual)] {
    func numbered(_ number: Int) -> (Int, Bilingual) {
      (number, Bilingual(sv: "nr \(number)", en: "no. \(number)"))
    }
    switch kind {
    case .moveVisit, .declineVisitMove, .recordSummons, .cancelVisit, .reportVisit:
      return state.visits.filter(\.isBooked).map { visit in
        let who = visit.profession.label
        let when = visit.start.words
        return (
          visit.number,
          Bilingual(sv: "\(who.sv), \(when.sv)", en: "\(who.en), \(when.en)")
        )
      }
    case .answerOrderSupplement:
      return [state.order?.openSupplement].compactMap { $0 }.map { numbered($0.requested.number) }
    case .decideExtension:
      return state.extensions.filter { $0.decided == nil }.map { numbered($0.proposed.number) }
    case .decideDeferral:
      return state.deferrals.filter { $0.decided == nil }.map { numbered($0.requested.number) }
    case .decideRemainingVisits:
      return state.deviations.filter { $0.decided == nil }.map { numbered($0.reported.number) }
    case .endRepresentative:
      return state.representatives.filter { $0.endedAt == nil }
        .map { ($0.number, Bilingual($0.name)) }
    case .sendStatementSupplement:
      return [state.statement?.openSupplement].compactMap { $0 }
        .map { numbered($0.requested.number) }
    case .recordSupplementArrival:
      return [state.statement?.supplementUnderWay].compactMap { $0 }
        .map { numbered($0.requested.number) }
    default:
      return []
    }
  }

  /// Refused actions by reason. What is another party's place in the case is left out.
  private static func refused(_ kinds: [AllowedAction], _ source: CaseSource) -> [Refused] {
    var order: [String] = []
    var titles: [String: [String]] = [:]
    for action in kinds {
      guard let refusal = action.refusal, refusal.code != .wrongParty else { continue }
      let reason = source.say(refusal.text.insideSentence)
      if titles[reason] == nil { order.append(reason) }
      titles[reason, default: []].append(source.say(CaseActionTexts.title(action.kind)))
    }
    return order.map { Refused(reason: $0, titles: titles[$0] ?? []) }
  }

  /// What cannot be done, folded away below the head.
  func refusedHTML(_ language: Language) -> HTML {
    if refused.isEmpty { return .empty }
    return div(.class("section-s", "no-print")) {
      Fold(CaseActionsTexts.notNow[language]) {
        ul(.class("ruled")) {
          for group in refused {
            li {
              b { group.titles.joined(separator: ", ") }
              p(.class("small", "muted")) {
                CaseActionsTexts.because[language] + " " + group.reason
              }
            }
          }
        }
      }.html
    }
  }
}

enum CaseActionsTexts {
  static let notNow = Bilingual(
    sv: "Vad kan inte göras nu, och varför?", en: "What cannot be done now, and why?")
  static let because = Bilingual(sv: "Därför att", en: "Because")
}
