// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Whether a statement is to pass a mentor, and how far it has come.
public struct Mentoring: Sendable, Hashable {
  /// How many of the doctor's statements remain to pass, this one included; 0 where none. Nil
  /// where it is asked for and the rule book does not know how many.
  public let left: Int?
  /// The word on exactly what can be signed now.
  public let pass: MentorPass?
  /// The reader may pass it.
  public let mayPass: Bool

  /// It cannot be sent before a mentor has passed it.
  public var isAwaited: Bool { left != 0 && pass == nil }
}

extension SamsynService {
  /// How a statement that is being written stands with the mentor, for one who writes it.
  ///
  /// - Parameter digest: of what can be signed now; nil while something is missing.
  public func mentoring(
    _ digest: String?, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> Mentoring {
    let performer = try Self.performer(of: actor)
    return try await read { connection in
      let view = try self.caseView(connection, id, actor)
      if let refusal = view.state.statementAccess(of: actor) { throw refusal }
      let left = try self.statementsToMentor(connection, view.state, performer)
      let register = try self.registers(connection).load(performer)
      return Mentoring(
        left: left, pass: digest.flatMap { register.pass(of: $0, in: id) },
        mayPass: left != 0 && self.isMentor(actor, register, view.state))
    }
  }

  /// Passes the statement as the mentor has read it. If anything in it changes, it is to be passed
  /// anew.
  ///
  /// - Throws: `.refused`: `mentorOnly`, or `statementChanged` where it is no longer what she read.
  public func passStatement(
    _ digest: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    let performer = try Self.performer(of: actor)
    let now = clock.now()
    try await write { connection in
      // Who may not know of the draft is told the same as for a case that is missing.
      let state = try self.caseView(connection, id, actor).state
      if let refusal = state.statementAccess(of: actor) { throw refusal }
      try StatementEdits(connection, self.keyring).hold(id.description)
      let work = try self.work(connection, id, actor)
      let store = self.registers(connection)
      guard self.isMentor(actor, try store.load(performer), work.view.state) else {
        throw Refusal(.mentorOnly)
      }
      if work.view.state.statement != nil { throw Refusal(.statementSent) }
      let content = try work.definition.content(work.draft, of: work.view.state)
      guard content.digest(Self.statementHash) == digest else {
        throw Refusal(.statementChanged)
      }
      let pass = MentorPass(
        assessment: id, mentor: actor.person, mentorName: actor.name, digest: digest)
      try store.append(.statementMentored(pass), to: performer, by: actor, at: now)
    }
  }

  /// In the transaction that sends a signed statement: refuses one that was to pass a mentor and
  /// has not, and counts it among the doctor's first.
  func checkMentor(
    _ connection: any Connection, _ digest: String, _ state: Assessment, _ actor: Actor
  ) throws {
    guard case .performer(let performer) = actor.party else { return }
    let left = try statementsToMentor(connection, state, performer)
    if left == 0 { return }
    let store = registers(connection)
    guard try store.load(performer).pass(of: digest, in: state.id) != nil else {
      throw Refusal(.mentorNeeded)
    }
    let first = FirstStatement(assessment: state.id, person: actor.person)
    try store.append(
      .firstStatementSent(first), to: performer, by: actor, at: clock.now())
  }

  /// A registered mentor who may read the draft, and is not the one who answers for it.
  private func isMentor(
    _ actor: Actor, _ register: PerformerRegister, _ state: Assessment
  ) -> Bool {
    register.holds(.mentor, actor.person, on: clock.now().day)
      && state.statementAccess(of: actor) == nil && !state.isResponsibleDoctor(actor)
  }
}
