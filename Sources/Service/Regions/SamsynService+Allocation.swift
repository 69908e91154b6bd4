// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Allocates a case to a performer that the region names, straight or after its yes.
  public func allocate(
    _ id: CaseNumber, to performer: HSAID, method: AllocationMethod, comment: String?,
    by actor: Actor, expecting version: Int? = nil, key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    let asked = AllocationRequest(performer: performer, method: method, comment: comment)
    return try await write { connection in
      let key = try CommandKey(key, for: id, asked, self.keyring)
      let settings = try self.settings(connection, actor)
      guard let chosen = settings.performer(performer) else {
        throw Refusal(.performerUnknown, field: "performer")
      }
      return try self.execute(
        connection, .allocate(chosen.unit, method: method, draw: nil, comment: comment),
        in: id, by: actor, expecting: version, key: key)
    }
  }

  /// Allocates a case to the performer whose turn it is and who has a free place.
  public func rotate(
    _ id: CaseNumber, comment: String?, by actor: Actor, expecting version: Int? = nil,
    key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    let asked = AllocationRequest(performer: nil, method: .rotation, comment: comment)
    return try await write { connection in
      let key = try CommandKey(key, for: id, asked, self.keyring)
      // Told again before places are counted, which the first time may have taken.
      if let known = try self.repetition(connection, key, actor) { return known }
      let settings = try self.settings(connection, actor)
      let choices = try self.choices(connection, settings, id)
      let unfit = choices.filter { $0.isConflicted || $0.freePlaces == 0 }
      let excluded = Set(unfit.map(\.performer.unit.id))
      guard
        let next = settings.nextInRotation(excluding: excluded, on: self.clock.now().day)
      else { throw Refusal(.drawEmpty) }
      return try self.execute(
        connection, .allocate(next.unit, method: .rotation, draw: nil, comment: comment),
        in: id, by: actor, expecting: version, key: key)
    }
  }

  /// Draws among performers with a free place and allocates the case to the one drawn. The
  /// candidates, their places, the commitment, the secret and the seed go with the allocation.
  ///
  /// - Parameter among: the performers in the pot; nil is all of the region's.
  public func draw(
    _ id: CaseNumber, among pot: Set<HSAID>? = nil, comment: String?, by actor: Actor,
    expecting version: Int? = nil, key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    let asked = AllocationRequest(
      performer: nil, method: .draw, comment: comment, among: pot?.sorted())
    return try await write { connection in
      let key = try CommandKey(key, for: id, asked, self.keyring)
      if let known = try self.repetition(connection, key, actor) { return known }
      let settings = try self.settings(connection, actor)
      let candidates = try self.choices(connection, settings, id)
        .filter { !$0.isConflicted && pot?.contains($0.performer.unit.id) != false }
        .map {
          DrawCandidate(
            performer: $0.performer.unit.id, name: $0.performer.unit.name,
            freePlaces: $0.freePlaces)
        }
      let rounds = try CaseHistory(connection, self.keyring).load(id).drawCommitments
      let record = DrawSecret(keyring: self.keyring, id: id, round: max(0, rounds - 1))
        .draw(among: candidates)
      guard let drawn = record.drawn, let performer = settings.performer(drawn) else {
        throw Refusal(.drawEmpty)
      }
      return try self.execute(
        connection, .allocate(performer.unit, method: .draw, draw: record, comment: comment),
        in: id, by: actor, expecting: version, key: key)
    }
  }

  /// The replay of a case's latest draw, for a party of the case; nil where none was made.
  public func replay(
    _ id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> DrawReplay? {
    let view = try await view(id, for: actor, purpose: .drawReplay)
    return DrawReplay(view)
  }

  /// The replay for whoever runs the program on the database: it shows performers, no person.
  public func replay(_ id: CaseNumber) async throws(ServiceError) -> DrawReplay? {
    try await read { connection in
      let history = try CaseHistory(connection, self.keyring).load(id)
      if history.isEmpty { throw Refusal(.notFound) }
      return DrawReplay(id: id, events: history)
    }
  }

  private func settings(_ connection: any Connection, _ actor: Actor) throws -> RegionSettings {
    guard case .region(let region) = actor.party,
      let settings = try regions(connection).load(region)
    else { throw Refusal(.wrongParty) }
    return settings
  }

  private func choices(
    _ connection: any Connection, _ settings: RegionSettings, _ id: CaseNumber
  ) throws -> [PerformerChoice] {
    let history = try CaseHistory(connection, keyring)
      .load(id, for: .region(settings.region))
    let state = Assessment(id: id, events: history)
    guard state.region == settings.region else { throw Refusal(.notFound) }
    return try choices(connection, settings, conflicted: state.conflicted)
  }
}

extension DrawReplay {
  /// The latest draw that a party was told of.
  public init?(_ view: CaseView) { self.init(id: view.state.id, events: view.events) }

  init?(id: CaseNumber, events: [RecordedEvent]) {
    var committed: String?
    var latest: (DrawRecord, String?, HSAID)?
    for recorded in events {
      switch recorded.event {
      case .drawCommitted(let commitment): committed = commitment.commitment
      case .performerAllocated(let allocation):
        if let draw = allocation.draw { latest = (draw, committed, allocation.unit.id) }
      default: break
      }
    }
    guard let (record, before, allocated) = latest else { return nil }
    self.init(record, id: id, committed: before, allocated: allocated)
  }
}

extension [RecordedEvent] {
  /// How many secrets have been committed in the case.
  var drawCommitments: Int {
    count { $0.event.kind == .drawCommitted }
  }
}
