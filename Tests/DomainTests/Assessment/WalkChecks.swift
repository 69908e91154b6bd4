// SPDX-License-Identifier: Apache-2.0

import Domain

/// The permissions of one state, each asked for once.
struct Permissions {
  private struct Question: Hashable {
    let kind: ActionKind
    let subject: Int?
    let party: Party
    let route: Route
  }

  let state: Assessment
  let context: CaseContext
  private var answers: [Question: AllowedAction] = [:]

  init(_ state: Assessment, _ context: CaseContext) {
    self.state = state
    self.context = context
  }

  mutating func ask(_ kind: ActionKind, _ subject: Int?, _ actor: Actor) -> AllowedAction {
    let question = Question(
      kind: kind, subject: subject, party: actor.party, route: actor.route)
    if let answer = answers[question] { return answer }
    let answer = state.permission(kind, subject: subject, actor: actor, context: context)
    answers[question] = answer
    return answer
  }
}

/// What must hold in every state. Each check answers with what is wrong, in words.
struct WalkChecks {
  let node: WalkState
  let context: CaseContext
  var permissions: Permissions
  /// Each attempt with its refusal; nil where it was accepted.
  let answers: [(attempt: Attempt, refusal: Refusal?)]

  private static let actors = WalkState.parties.map { party in
    switch party.role {
    case .fk: Cast.officer
    case .region: Cast.coordinator
    case .performer: Cast.actor(party, .performerAdministrator)
    case .insured: Cast.insured
    }
  }

  /// Reminders and commitments are Samsyn's own, and no person's button.
  private static let kinds: [PartyRole: [ActionKind]] = Dictionary(
    uniqueKeysWithValues: PartyRole.allCases.map { role in
      (
        role,
        ActionKind.allCases.filter {
          $0.roles.contains(role) && $0 != .notice && $0 != .commitDraw && $0 != .correct
        }
      )
    })

  /// Kinds that concern a numbered thing.
  private static let numbered: Set<ActionKind> = [
    .answerOrderSupplement, .decideExtension, .decideDeferral, .decideRemainingVisits,
    .moveVisit, .declineVisitMove, .requestVisitMove, .recordSummons, .cancelVisit, .reportVisit,
    .reportDeviation,
  ]

  mutating func problems() -> [String] {
    turn() + standings() + agreement() + buttons() + tasks()
  }

  private func status(_ party: Party) -> Status? {
    node.view(of: party)?.status(for: party, now: node.now)
  }

  private func hasMove(_ parties: [Party]) -> Bool {
    answers.contains { $0.refusal == nil && parties.contains($0.attempt.actor.party) }
  }

  private func parties(of role: PartyRole) -> [Party] {
    switch role {
    case .fk: [.fk]
    case .region: [Cast.region]
    case .performer:
      if let performer = node.full.performer {
        [.performer(performer)]
      } else {
        node.full.inquiries.filter(\.isOpen).map { .performer($0.performer) }
      }
    case .insured: []
    }
  }

  /// An open case waits for somebody, and that somebody can do something about it. Whatever
  /// happens, Försäkringskassan can end the case.
  private func turn() -> [String] {
    var problems: [String] = []
    guard node.full.request != nil else { return [] }
    if node.full.ended != nil {
      for party in WalkState.parties {
        if let status = status(party), status.nextActor != nil, party.role != .performer {
          problems.append("ended, but \(party.role) sees \(status)")
        }
      }
      return problems
    }
    for party in [Party.fk, Cast.region] {
      guard let status = status(party) else { continue }
      guard let next = status.nextActor else {
        problems.append("open, but nobody's turn for \(party.role): \(status)")
        continue
      }
      if !hasMove(parties(of: next)) {
        problems.append("dead end: \(status) waits for \(next), which can do nothing")
      }
    }
    let canEnd = answers.contains {
      $0.refusal == nil && $0.attempt.command.kind == .endAssessment
    }
    if !canEnd { problems.append("Försäkringskassan cannot end the case") }
    return problems
  }

  /// The parties see the same standing as far as they were sent the same.
  private func standings() -> [String] {
    guard node.full.request != nil, let agency = status(.fk), let region = status(Cast.region)
    else { return [] }
    var problems: [String] = []
    if (agency == .ended) != (node.full.ended != nil) { problems.append("ended: \(agency)") }
    if let performer = node.full.performer {
      let performing = status(.performer(performer))
      if agency != region || performing != agency {
        problems.append("fk \(agency), region \(region), performer \(performing as Any)")
      }
    } else if agency != region {
      // Only the region knows how far its search has come.
      let searching: Set<Status> = [
        .requested, .inquiring, .answersToChoose, .noPerformerFound, .reallocation,
      ]
      if !searching.contains(region) || !searching.contains(agency) {
        problems.append("fk \(agency), region \(region)")
      }
    }
    if let insured = status(.insured), (insured == .ended) != (agency == .ended) {
      problems.append("the insured sees \(insured), fk \(agency)")
    }
    return problems
  }

  /// The permission that makes the button is the one that enforces.
  private func agreement() -> [String] {
    // Enforcement is by the same function, so that every fifth state is enough.
    guard node.number % 5 == 0 else { return [] }
    return answers.compactMap { attempt, refusal in
      guard let refusal else { return nil }
      do throws(Refusal) {
        _ = try node.full.decide(attempt.command, actor: attempt.actor, context: context)
        return "\(attempt.command.kind) is denied (\(refusal.code)) but decided"
      } catch {
        if error == refusal { return nil }
        return "\(attempt.command.kind) is denied by \(refusal.code) and \(error.code)"
      }
    }
  }

  /// Where the button is there, something can be done with it; where it is not, nothing can.
  /// What a party's own view allows is what the case allows: the view leaks nothing by it and
  /// lacks nothing for it.
  private mutating func buttons() -> [String] {
    var problems: [String] = []
    var acceptedKinds: [Party: Set<ActionKind>] = [:]
    for (attempt, refusal) in answers where refusal == nil && attempt.actor.route == .page {
      acceptedKinds[attempt.actor.party, default: []].insert(attempt.command.kind)
    }
    for (index, actor) in WalkChecks.actors.enumerated() where isWorthAsking(actor, index) {
      let accepted = acceptedKinds[actor.party] ?? []
      for kind in WalkChecks.kinds[actor.party.role] ?? [] {
        let whole = permissions.ask(kind, nil, actor)
        if whole.isAllowed != accepted.contains(kind) {
          problems.append("\(actor.party.role) \(kind): the button says \(whole.isAllowed)")
        }
        problems += difference(whole, in: node.views[index], actor)
        guard WalkChecks.numbered.contains(kind) else { continue }
        for subject in 1...max(1, node.full.visits.count) {
          let numbered = permissions.ask(kind, subject, actor)
          problems += difference(numbered, in: node.views[index], actor)
        }
      }
    }
    return problems
  }

  /// After the end, and for a performer outside the case, every answer is alike; then every
  /// fifth state is enough.
  private func isWorthAsking(_ actor: Actor, _ index: Int) -> Bool {
    guard node.views[index].version > 0 else { return false }
    if node.number % 5 == 0 { return true }
    guard node.full.ended == nil else { return false }
    guard case .performer(let id) = actor.party else { return true }
    return id == node.full.performer
      || node.full.inquiries.contains { $0.performer == id && $0.closed == nil }
      || node.full.visits.contains { $0.performer == id && $0.isBooked }
  }

  private func difference(
    _ whole: AllowedAction, in view: Assessment, _ actor: Actor
  ) -> [String] {
    let own = view.permission(whole.kind, subject: whole.subject, actor: actor, context: context)
    if own == whole { return [] }
    return [
      "\(actor.party) \(whole.kind) \(whole.subject as Any): view "
        + "\(own.refusal?.code.rawValue ?? "yes"), case "
        + "\(whole.refusal?.code.rawValue ?? "yes")"
    ]
  }

  /// Every task can be done, by the one who has it, now.
  private mutating func tasks() -> [String] {
    var problems: [String] = []
    for (index, actor) in WalkChecks.actors.enumerated() where node.views[index].version > 0 {
      for task in node.views[index].tasks(for: actor.party, context: context) {
        let permission = permissions.ask(task.code.action, task.subject, actor)
        if let refusal = permission.refusal {
          problems.append("task \(task.code) of \(actor.party.role): \(refusal.code)")
        }
      }
    }
    return problems
  }

  /// What changes by time alone is announced by the day to look again.
  func changes(at later: Instant) -> [String] {
    let then = CaseContext(now: later, rules: context.rules, calendar: context.calendar)
    var problems: [String] = []
    for (party, view) in zip(WalkState.parties, node.views) where view.version > 0 {
      let same =
        view.status(for: party, now: node.now) == view.status(for: party, now: later)
        && view.tasks(for: party, context: context) == view.tasks(for: party, context: then)
      if same { continue }
      if view.recheck(after: node.now).map({ $0.day <= later.day }) != true {
        problems.append("\(party.role) changes by time without a day to look again")
      }
    }
    return problems
  }
}
