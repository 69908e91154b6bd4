// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What a command led to.
public struct CommandResult: Sendable, Hashable {
  public let id: CaseNumber
  /// Versions of the events that were written; empty where the command was a repetition.
  public let versions: ClosedRange<Int>
  /// The command had been given before with the same key; nothing was done again.
  public let isRepetition: Bool
}

extension SamsynService {
  /// Carries out a command in a case, whole and durably, or not at all.
  ///
  /// - Parameters:
  ///   - version: the case version the person looked at, as her party sees it; what has
  ///     come since then makes it stale, but for reminders. Nil where it does not matter, as for
  ///     messages.
  ///   - key: makes a repetition harmless. It counts per party, for this command alone.
  /// - Throws: `.refused` with the reason: `keyReused` where the key stands for another command,
  ///   `notFound` also where the case exists but nothing of it was sent to the actor's party.
  @discardableResult
  public func execute(
    _ command: Command, in id: CaseNumber, by actor: Actor, expecting version: Int? = nil,
    key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    let result = try await write { connection in
      try self.execute(
        connection, command, in: id, by: actor, expecting: version,
        key: try CommandKey(key, for: id, command.said(by: actor.party), self.keyring))
    }
    // A representative has been given an account.
    if command.kind == .registerRepresentative { peopleCache.withLock { $0 = [] } }
    return result
  }

  /// Begins a case with Försäkringskassan's request and gives it its number.
  public func request(
    _ request: PerformerRequested, insured: InsuredIdentity?, by actor: Actor,
    key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    try await write { connection in
      try self.request(connection, request, insured: insured, by: actor, key: key)
    }
  }

  /// As `execute`, inside a transaction that also does other things.
  func execute(
    _ connection: any Connection, _ command: Command, in id: CaseNumber, by actor: Actor,
    expecting version: Int?, key: CommandKey?
  ) throws -> CommandResult {
    if let known = try repetition(connection, key, actor) { return known }
    let history = try histories(connection).load(id, for: actor, on: clock.now().day)
    let seen = history.filter { $0.audience[actor.party] != nil }
    guard let latest = seen.last else { throw Refusal(.notFound) }
    if let version {
      // A reminder tells of what was there already: it makes nothing that is being written old.
      let news = seen.contains { $0.version > version && $0.event.kind != .reminded }
      guard version <= latest.version, !news else { throw Refusal(.staleVersion) }
    }
    let context = try caseContext(connection, history)
    let events = try decide(connection, command, id, history, actor, context)
    return try append(connection, events, id, history, actor, context, key)
  }

  func request(
    _ connection: any Connection, _ request: PerformerRequested, insured: InsuredIdentity?,
    by actor: Actor, key: String?
  ) throws -> CommandResult {
    let key = try CommandKey(
      key, for: nil, Command.requestPerformer(request, insured: insured), keyring)
    if let known = try repetition(connection, key, actor) { return known }
    guard let settings = try regions(connection).load(request.region) else {
      throw Refusal(.outOfRange, field: "region")
    }
    let context = context(targets: settings.targets)
    let number = try Journal(connection, keyring).nextCaseNumber(year: context.today.year)
    let id = try CaseNumber(year: context.today.year, serial: number)
    let events = try Assessment(id: id).decide(
      .requestPerformer(request, insured: insured), actor: actor, context: context)
    return try append(connection, events, id, [], actor, context, key)
  }

  private func decide(
    _ connection: any Connection, _ command: Command, _ id: CaseNumber,
    _ history: [RecordedEvent], _ actor: Actor, _ context: CaseContext
  ) throws -> [AssessmentEvent] {
    if case .correct(let version, let reason, let replacement) = command {
      var better: Command?
      if case .command(let said) = replacement { better = said }
      if let better {
        try checkCompetence(connection, better, Assessment(id: id, events: history), actor)
      }
      let correction = try Assessment.decideCorrection(
        of: version, reason: reason, replacement: better, id: id, history: history,
        actor: actor, context: context)
      return [correction]
    }
    try checkDirectory(connection, command, actor, context)
    let state = Assessment(id: id, events: history)
    let events = try state.decide(command, actor: actor, context: context)
    try checkCompetence(connection, command, state, actor)
    try checkFiles(connection, events, id, actor)
    try checkRating(events)
    return events
  }

  /// Writes the events, everything that follows from them in lists and outbox, and the receipt.
  private func append(
    _ connection: any Connection, _ events: [AssessmentEvent], _ id: CaseNumber,
    _ history: [RecordedEvent], _ actor: Actor, _ context: CaseContext, _ key: CommandKey?
  ) throws -> CommandResult {
    var new = Assessment.record(events, id: id, after: history, by: actor, now: context.now)
    new += try commitments(after: history + new, new, id, context)
    guard let first = new.first, let last = new.last else {
      throw ServiceError.fault("decision.empty")
    }
    let whole = history + new
    let correlation =
      key.map { "\(actor.party.role.rawValue):\($0.text)" } ?? "\(id)#\(whole.count)"
    try histories(connection)
      .append(new, to: id, correlation: correlation, recorded: context.now)
    // A request may have brought the case to another region, with targets of its own.
    let isRequest = new.contains { $0.event.kind == .performerRequested }
    let context = isRequest ? try caseContext(connection, whole, now: context.now) : context
    try CaseProjection(id: id, history: whole, context: context, keyring: keyring)
      .write(connection, sentTo: isRequest ? whole : new)
    try projectConversation(connection, id, whole)
    try admitRepresentatives(connection, new, whole)
    try enqueue(connection, new, history: whole, id: id, context)
    let versions = first.version...last.version
    try save(key, connection, id.description, versions, actor, context.now)
    return CommandResult(id: id, versions: versions, isRepetition: false)
  }

  /// A sealed secret is committed in the same transaction as what sends the case to allocation,
  /// so that it stands before anybody can have answered.
  private func commitments(
    after history: [RecordedEvent], _ new: [RecordedEvent], _ id: CaseNumber,
    _ context: CaseContext
  ) throws -> [RecordedEvent] {
    guard new.contains(where: { $0.event.opensAllocation }),
      let region = Assessment(id: id, events: history).region
    else { return [] }
    let secret = DrawSecret(keyring: keyring, id: id, round: history.drawCommitments)
    return Assessment.record(
      [.drawCommitted(DrawCommitted(commitment: secret.commitment))], id: id, after: history,
      by: Actor(party: .region(region), person: "samsyn", name: "Samsyn", function: .system),
      now: context.now)
  }

  /// What the command gave when it was given before with the same key; nil for a new one. Throws
  /// `keyReused` where the key was given with something else.
  func repetition(
    _ connection: any Connection, _ key: CommandKey?, _ actor: Actor
  ) throws -> CommandResult? {
    guard let receipt = try receipt(connection, key, actor) else { return nil }
    return CommandResult(
      id: try CaseNumber(receipt.stream),
      versions: receipt.firstVersion...receipt.lastVersion, isRepetition: true)
  }

  /// The receipt of what was done with the same key; throws as `repetition`.
  func receipt(
    _ connection: any Connection, _ key: CommandKey?, _ actor: Actor
  ) throws -> CommandReceipt? {
    guard let key,
      let receipt = try Journal(connection, keyring).receipt(Self.receiptKey(key, actor))
    else { return nil }
    if let said = receipt.saidHash, said != key.saidHash { throw Refusal(.keyReused) }
    return receipt
  }

  /// Remembers what a key was used for.
  func save(
    _ key: CommandKey?, _ connection: any Connection, _ stream: String,
    _ versions: ClosedRange<Int>, _ actor: Actor, _ now: Instant
  ) throws {
    guard let key else { return }
    try Journal(connection, keyring).saveReceipt(
      Self.receiptKey(key, actor),
      .init(
        stream: stream, firstVersion: versions.lowerBound, lastVersion: versions.upperBound,
        result: "done", saidHash: key.saidHash, recorded: now))
  }

  private static func receiptKey(_ key: CommandKey, _ actor: Actor) -> String {
    "\(CommandKey.owner(actor))|\(key.text)"
  }

  /// Rules, calendar and the targets of the region that the case is in.
  func caseContext(
    _ connection: any Connection, _ history: [RecordedEvent], now: Instant? = nil
  ) throws -> CaseContext {
    let region = history.last { recorded in
      if case .performerRequested = recorded.event { true } else { false }
    }
    guard case .performerRequested(let request) = region?.event,
      let settings = try regions(connection).load(request.region)
    else { return context(now: now) }
    return context(targets: settings.targets, now: now)
  }
}

extension AssessmentEvent {
  /// The case now needs a performer to be chosen.
  fileprivate var opensAllocation: Bool {
    switch self {
    case .performerRequested, .allocationWithdrawn, .conflictReported: true
    case .orderReturned(let returned): returned.cause == .cannotPerform
    default: false
    }
  }
}
