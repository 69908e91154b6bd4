// SPDX-License-Identifier: Apache-2.0

import Domain

/// Goes breadth-first through every state of a case that can be reached with turns aside from
/// the ordinary course of so much weight together, and checks each one.
struct Walk {
  /// Monday to Friday without holidays: what day it is does not matter here, and it is quick.
  static let calendar = CalendarPolicy(
    name: "walk", title: Law.calendar.title, freeWeekdays: Law.calendar.freeWeekdays,
    holidays: [], basis: "test", certainty: .inferred, note: Law.calendar.note,
    firstYear: 2020, lastYear: 2030)

  let limit: Int
  /// Each problem once, with the way to the first state that has it.
  private(set) var problems: [String: String] = [:]
  private(set) var statuses: Set<Status> = []
  private(set) var refusals: [RefusalCode: Refusal] = [:]
  private(set) var steps = 0
  private var trail: [(before: Int, step: String)] = []
  /// For each state the turns that had been taken when it was met.
  private var seen: [[UInt8]: [Detour]] = [:]
  private var layer: [WalkState] = []

  /// How many states have been met.
  var count: Int { seen.count }

  init(limit: Int) { self.limit = limit }

  mutating func explore() async {
    let start = Instant(day: Day("2026-03-02")!, time: TimeOfDay("09:00")!)
    enter(WalkStep(state: WalkState(now: start), key: [], name: "start", before: 0))
    while !layer.isEmpty {
      let nodes = layer
      layer = []
      for visit in await visits(nodes) { take(visit) }
    }
  }

  /// Half of a layer on each of two tasks.
  private func visits(_ nodes: [WalkState]) async -> [WalkVisit] {
    let limit = limit
    let middle = nodes.count / 2
    async let first = nodes[..<middle].map { WalkVisit($0, limit: limit) }
    async let second = nodes[middle...].map { WalkVisit($0, limit: limit) }
    return await first + second
  }

  private mutating func take(_ visit: WalkVisit) {
    statuses.formUnion(visit.statuses)
    refusals.merge(visit.refusals) { first, _ in first }
    for problem in visit.problems where problems[problem] == nil {
      problems[problem] = way(to: visit.node.number)
    }
    for step in visit.steps { enter(step) }
  }

  private mutating func enter(_ step: WalkStep) {
    steps += 1
    // Met before with as many turns still left: nothing new can come of it.
    let used = step.state.used.weight == limit ? Detour.all : step.state.used
    let met = seen[step.key] ?? []
    if met.contains(where: { $0.isSubset(of: used) }) { return }
    seen[step.key, default: []].append(used)
    var node = step.state
    node.isNew = met.isEmpty
    node.number = trail.count
    trail.append((step.before, step.name))
    layer.append(node)
  }

  private func way(to last: Int) -> String {
    var names: [String] = []
    var number = last
    while number > 0 {
      names.append(trail[number].step)
      number = trail[number].before
    }
    return names.reversed().joined(separator: " → ")
  }
}

/// A state reached from another.
struct WalkStep {
  let state: WalkState
  let key: [UInt8]
  let name: String
  let before: Int
}

/// One state looked at: what is wrong in it and where one comes from it.
struct WalkVisit {
  let node: WalkState
  private let limit: Int
  private let context: CaseContext
  private(set) var steps: [WalkStep] = []
  private(set) var problems: [String] = []
  private(set) var statuses: Set<Status> = []
  /// One refusal of each code.
  private(set) var refusals: [RefusalCode: Refusal] = [:]

  init(_ node: WalkState, limit: Int) {
    self.node = node
    self.limit = limit
    context = CaseContext(now: node.now, rules: Law.rules, calendar: Walk.calendar)
    var permissions = Permissions(node.full, context)
    let answers = attempt(&permissions)
    var checks = WalkChecks(
      node: node, context: context, permissions: permissions, answers: answers)
    if node.isNew {
      problems += checks.problems()
      for (party, view) in zip(WalkState.parties, node.views) where view.version > 0 {
        statuses.insert(view.status(for: party, now: node.now))
      }
      if node.number % 9 == 0, !node.used.contains(.correction) { refold() }
    }
    wait(checks)
    correct()
  }

  private mutating func attempt(
    _ permissions: inout Permissions
  ) -> [(attempt: Attempt, refusal: Refusal?)] {
    WalkCommands(node.full, now: node.now).attempts.map { attempt in
      let permission = permissions.ask(
        attempt.command.kind, attempt.command.subject, attempt.actor)
      if let denied = permission.refusal {
        note(denied)
        return (attempt, denied)
      }
      do throws(Refusal) {
        let events = try node.full.decide(
          attempt.command, actor: attempt.actor, context: context)
        follow(attempt, events)
        return (attempt, nil)
      } catch {
        note(error)
        return (attempt, error)
      }
    }
  }

  private mutating func note(_ refusal: Refusal) {
    if refusals[refusal.code] == nil { refusals[refusal.code] = refusal }
  }

  private mutating func enter(_ state: WalkState, by name: String) {
    steps.append(WalkStep(state: state, key: state.key, name: name, before: node.number))
  }

  private mutating func follow(_ attempt: Attempt, _ events: [AssessmentEvent]) {
    guard !attempt.isTrial else { return }
    let used = node.used.union(attempt.detour)
    let isAgain = !attempt.detour.isEmpty && node.used.contains(attempt.detour)
    guard !isAgain, used.weight <= limit else { return }
    var next = node
    next.used = used
    next.apply(events, by: attempt.actor)
    enter(next, by: "\(attempt.command.kind)")
  }

  /// Lets time pass to the next moment at which something could change by itself.
  private mutating func wait(_ checks: WalkChecks) {
    var moments: [(Instant, Detour)] = []
    let answers = node.full.inquiries.filter { $0.isOpen && $0.sent.answerBy >= node.now.day }
    if let day = answers.map(\.sent.answerBy).min() {
      moments.append((Instant(day: day.adding(days: 1), time: node.now.clock), []))
    }
    let starts = node.full.visits.filter { $0.isBooked && $0.start > node.now }.map(\.start)
    if let start = starts.min() { moments.append((start.adding(hours: 2), [])) }
    if node.full.order?.completeDay != nil && node.full.ended == nil {
      // After every day that can have been stated by now.
      let day = node.now.day.adding(days: 120)
      moments.append((Instant(day: day, time: node.now.clock), .late))
    }
    for (moment, detour) in moments {
      if node.isNew { problems += checks.changes(at: moment) }
      let used = node.used.union(detour)
      guard !node.used.contains(.late), used.weight <= limit else { continue }
      var next = node
      next.used = used
      next.now = moment
      enter(next, by: "wait until \(moment.day)")
    }
  }

  /// Each party corrects what it may correct: takes it back, or says it otherwise.
  private mutating func correct() {
    guard node.used.union(.correction).weight <= limit, !node.used.contains(.correction)
    else { return }
    let history = HistoryLink.events(node.history)
    for recorded in history where recorded.event.kind.correction != .none {
      for command in [nil] + recorded.event.otherwise {
        do throws(Refusal) {
          let event = try Assessment.decideCorrection(
            of: recorded.version, reason: "Fel", replacement: command, id: node.full.id,
            history: history, actor: recorded.author, context: context)
          var next = node
          next.used.insert(.correction)
          next.applyCorrection(event, by: recorded.author)
          enter(next, by: "correct \(recorded.event.kind)")
        } catch {
          note(error)
        }
      }
    }
  }

  /// Folding the events from the beginning gives the same as taking them in one by one.
  private mutating func refold() {
    let (full, views) = node.folded(HistoryLink.events(node.history))
    if full != node.full { problems.append("the fold differs from the steps") }
    if views != node.views { problems.append("a party's fold differs from its steps") }
  }
}

extension AssessmentEvent {
  /// How what was said can be said otherwise.
  fileprivate var otherwise: [Command?] {
    switch self {
    case .visitPerformed(let performed):
      [
        .reportVisit(
          .missed(VisitMissed(number: performed.number, cause: .tooLate, reason: nil)))
      ]
    case .visitMissed(let missed):
      [.reportVisit(.performed(VisitPerformed(number: missed.number)))]
    case .underlagCompleted(let completed): [.confirmComplete(completed)]
    default: []
    }
  }
}
