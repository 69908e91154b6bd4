// SPDX-License-Identifier: Apache-2.0
import Domain
import Synthetic

extension Simulation {
  private var regions: [SyntheticRegion] {
    Array(country.regions.prefix(Self.regionCount))
  }

  func maker(in region: HSAID?) -> CommandMaker {
    let performers = regions.first { $0.id == region }?.performers.map(\.unit) ?? []
    return CommandMaker(
      context: service.context(), performers: performers, regions: regions.map(\.id))
  }

  /// Försäkringskassan begins a case, on the page or by a message.
  func beginCase() async throws {
    let insured = country.insured(random.below(1000))
    let region = random.pick(regions)
    let officer = country.offices[0].officers[0]
    let request = maker(in: region.id).request(
      insured, to: region.id, officer: officer.name, &random)
    if random.chance(30) {
      try send(.requestPerformerForAssessment(.init(request)))
      return
    }
    let actor = officer.actor()
    let key = "\(random.next())"
    let result = try await insist { service in
      try await service.request(request, insured: insured.identity, by: actor, key: key)
    }
    if let result { try await acknowledged(result) }
  }

  /// Gives a command until it is known what became of it; the key makes that harmless.
  func insist<Result>(
    _ body: (SamsynService) async throws -> Result
  ) async throws -> Result? {
    for _ in 0..<5 {
      do {
        if let result = try await recovering(body) { return result }
      } catch ServiceError.refused {
        report.refusals += 1
        return nil
      }
    }
    throw fail("a command did not come through in five attempts")
  }

  func acknowledged(_ result: CommandResult) async throws {
    report.commands += 1
    onAcknowledged?(result)
    open[result.id] = max(open[result.id] ?? 0, result.versions.upperBound)
    try await check(result.id)
  }

  /// Some party does something in a case: mostly what its tasks say, sometimes anything.
  func act(in id: CaseNumber) async throws {
    guard let actor = try await pickActor(in: id) else { return }
    let view: CaseView
    do {
      view = try await service.view(id, for: actor)
    } catch ServiceError.refused {
      return
    }
    guard let kind = pickAction(view),
      let command = maker(in: view.state.region).command(kind, in: view, &random)
    else { return }
    if actor.party == .fk, view.state.agencyIsExternal,
      let message = contractMessage(command, view.state)
    {
      try send(message)
      return
    }
    let key = "\(random.next())"
    // Now and then two people act on the same page: one of them has an old version.
    let version = random.chance(80) ? view.state.version : nil
    let result = try await insist { service in
      try await service.execute(command, in: id, by: actor, expecting: version, key: key)
    }
    if let result {
      try await acknowledged(result)
      if random.chance(10) { try await repeatCommand(command, id, actor, key, result) }
    }
  }

  /// The same command with the same key once more does nothing.
  private func repeatCommand(
    _ command: Command, _ id: CaseNumber, _ actor: Actor, _ key: String,
    _ first: CommandResult
  ) async throws {
    let again = try await service.execute(command, in: id, by: actor, key: key)
    guard again.isRepetition, again.versions == first.versions else {
      throw fail("a repeated command was carried out twice in \(id)")
    }
  }

  private func pickActor(in id: CaseNumber) async throws -> Actor? {
    let history = try await service.read { [service] connection in
      try CaseHistory(connection, service.keyring).load(id)
    }
    let state = Assessment(id: id, events: history)
    let parties = Set(history.flatMap(\.audience.keys)).filter { $0 != .insured }
      .sorted { $0.description < $1.description }
    let status = state.status(for: .fk, now: clock.now)
    let next = parties.filter { party in
      !state.tasks(for: party, context: service.context()).isEmpty
    }
    let pool = random.chance(85) && !next.isEmpty ? next : parties
    guard !pool.isEmpty, status != .ended || random.chance(30) else { return nil }
    let people = country.people(of: random.pick(pool)).filter { person in
      if case .examiner(let profession) = person.function { return profession == .doctor }
      return true
    }
    return people.isEmpty ? nil : random.pick(people).actor()
  }

  private func pickAction(_ view: CaseView) -> ActionKind? {
    if random.chance(80), let task = view.tasks.first {
      if task.code == .reviewStatement {
        return random.chance(60) ? .endAssessment : .requestStatementSupplement
      }
      return task.code.action
    }
    // Ending and taking back cut stories short, so they are rare.
    let rare: Set<ActionKind> = [
      .endAssessment, .withdrawAllocation, .reportConflict, .declineRequest, .returnOrder,
    ]
    let pool = view.actions.filter { $0.isAllowed || random.chance(5) }
      .filter { !rare.contains($0.kind) || random.chance(10) }
    return pool.isEmpty ? nil : random.pick(pool).kind
  }
}
