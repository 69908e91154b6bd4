// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The days that a case is held to: the last day for the statement, and before that the day an
/// answer is wanted. Only the first is law, and the cards say so.
struct CaseDeadline: Sendable {
  let cards: [DeadlineCard]
  /// Every rule and fact behind the last day.
  let traces: [RuleTrace]

  init(_ source: CaseSource) {
    let holdsCase =
      source.party.role != .performer || source.party.hsaID == source.state.performer
    let answer = Self.answerCard(source)
    cards = [answer, holdsCase ? Self.deliveryCard(source) : nil].compactMap { $0 }
    traces = holdsCase ? source.view.deadline.steps.map(\.trace) : []
  }

  // MARK: the statement's last day

  private static func deliveryCard(_ source: CaseSource) -> DeadlineCard {
    let deadline = source.view.deadline
    let last = deadline.steps.last
    let rule = baseRule(source)
    return DeadlineCard(
      state: state(source), lastDay: deadline.last,
      consequence: source.say(CaseDeadlineTexts.consequence),
      sources: sources(rule, source),
      calendar: calendar(source),
      steps: deadline.steps.map { step($0, source) },
      calendarNote: source.say(deadline.calendarNote),
      ruleNote: rule.map { ruleNote($0, source) } ?? "",
      rule: rule.map { SiteAddress.rule($0.id).href },
      computedDay: deadline.differs && last?.kind == .statedByOrder ? deadline.base : nil)
  }

  private static func state(_ source: CaseSource) -> DeadlineCard.State {
    let deadline = source.view.deadline
    if let arrived = source.state.statement?.arrivedDay {
      guard let last = deadline.last else {
        return .ended(source.say(CaseDeadlineTexts.arrivedUnknown))
      }
      return arrived <= last ? .met(arrived) : .missed(arrived)
    }
    if let ended = source.state.ended {
      return .ended(
        source.say(CaseDeadlineTexts.caseEnded) + source.say(ended.reason.label))
    }
    if let left = source.view.daysLeft, let last = deadline.last {
      return running(left, to: last, source)
    }
    return .notStarted(because: source.say(notStarted(source)))
  }

  /// On the weekend after a last day it has passed, though no workday has.
  private static func running(
    _ left: Int, to last: Day, _ source: CaseSource
  ) -> DeadlineCard.State {
    left == 0 && source.moment.day > last ? .passed : .running(workdaysLeft: left)
  }

  private static func notStarted(_ source: CaseSource) -> Bilingual {
    let state = source.state
    if deadlineIsUnknown(source) { return CaseDeadlineTexts.unknown }
    if state.allocation == nil { return CaseDeadlineTexts.noPerformer }
    guard let order = state.order else { return CaseDeadlineTexts.noOrder }
    if order.returned != nil { return CaseDeadlineTexts.returned }
    return order.isAccepted ? CaseDeadlineTexts.notComplete : CaseDeadlineTexts.notAccepted
  }

  /// The clock has started, but no known rule tells when it stops.
  private static func deadlineIsUnknown(_ source: CaseSource) -> Bool {
    source.view.deadline.startDay != nil && source.view.deadline.last == nil
  }

  /// The version of 8 § that counts, or the one in force today before the clock has started.
  private static func baseRule(_ source: CaseSource) -> Rule? {
    let day = source.view.deadline.startDay ?? source.moment.day
    return source.view.context.rules.inForce(Subject.deliveryBase, on: day)
  }

  private static func sources(_ rule: Rule?, _ source: CaseSource) -> [SourceMark] {
    let day = source.view.deadline.startDay ?? source.moment.day
    let stop = source.view.context.rules.inForce("DELIV_STOP_EVENT", on: day)
    return [rule, stop].compactMap { $0 }.filter(\.basis.isLaw).map {
      .law($0.source, link: SiteAddress.rule($0.id).href, isQuoted: true)
    }
  }

  private static func ruleNote(_ rule: Rule, _ source: CaseSource) -> String {
    let checked = rule.checkedOn.map { CaseDeadlineTexts.checked($0) }
    return [CaseDeadlineTexts.rule(rule.id), checked].compactMap { $0 }
      .map(source.say).joined(separator: " ")
  }

  private static func step(_ step: DeadlineStep, _ source: CaseSource) -> DeadlineCard.Step {
    let rules = step.trace.rules.map(\.source).reduce(into: [String]()) { all, text in
      if !all.contains(text) { all.append(text) }
    }
    let cited = rules.isEmpty ? "" : " " + rules.joined(separator: "; ") + "."
    return DeadlineCard.Step(
      lead(step, source), step.day, source.say(step.text) + cited)
  }

  private static func lead(_ step: DeadlineStep, _ source: CaseSource) -> String {
    switch step.kind {
    case .start: return source.say(CaseDeadlineTexts.start)
    case .base:
      let rule = step.trace.ruleID.flatMap { source.view.context.rules.row($0) }
      guard let rule, rule.value.isKnown, let unit = rule.unit else {
        return source.say(CaseDeadlineTexts.ordinary)
      }
      return "\(rule.value) \(source.say(unit.name))"
    case .statedByOrder: return source.say(CaseDeadlineTexts.stated)
    case .extension: return source.say(CaseDeadlineTexts.extended)
    case .deferral: return source.say(CaseDeadlineTexts.deferred)
    }
  }

  // MARK: the answer day

  /// The day an answer is wanted while a performer is being sought: stated by a party, or a
  /// target, and never law.
  private static func answerCard(_ source: CaseSource) -> DeadlineCard? {
    guard source.state.ended == nil else { return nil }
    switch source.party {
    case .performer(let id):
      guard let inquiry = source.state.inquiries.last(where: { $0.performer == id }),
        inquiry.isOpen
      else { return nil }
      return answerCard(inquiry.sent.answerBy, .stated, CaseDeadlineTexts.byRegion, source)
    case .fk, .region:
      guard source.state.request != nil, source.state.allocation == nil,
        source.state.requestDeclined == nil
      else { return nil }
      let (day, basis) = source.state.answerDay(source.view.context)
      guard let day, let basis else { return nil }
      return answerCard(day, basis, CaseDeadlineTexts.byAgency, source)
    case .insured: return nil
    }
  }

  private static func answerCard(
    _ day: Day, _ basis: DueBasis, _ stated: Bilingual, _ source: CaseSource
  ) -> DeadlineCard? {
    let left = DeliveryDeadline.daysLeft(
      from: source.moment.day, to: day, calendar: source.view.context.calendar)
    guard let left else { return nil }
    let isTarget = basis == .target
    return DeadlineCard(
      id: "answer-day", title: source.say(CaseDeadlineTexts.answerDay),
      state: running(left, to: day, source), lastDay: day,
      consequence: source.say(isTarget ? CaseDeadlineTexts.target : stated),
      sources: isTarget ? [.target(source.say(CaseDeadlineTexts.targetMark))] : [])
  }
}
