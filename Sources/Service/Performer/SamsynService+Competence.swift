// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What is registered about the examiners of a performer, as one of its people reads it.
public struct CompetenceList: Sendable {
  /// Examiners with an account, in the order of the directory. An examiner sees herself alone.
  public let people: [StaffMember]
  /// Every record about them, corrected ones too, in the order they were registered.
  public let records: [RegisteredCompetence]
  /// What the performer itself asks for.
  public let policy: CompetencePolicy
  /// The insured reads a statement when the performer has released it.
  public let releasesStatements: Bool
  /// The reader may register.
  public let mayRegister: Bool
  public let today: Day
  /// How many first statements pass a mentor; nil where the rule book does not know.
  public let firstStatements: Int?
  let register: PerformerRegister

  /// Whether a fact is in force for a person today.
  public func holds(_ kind: CompetenceRecord.Kind, _ person: StaffMember) -> Bool {
    register.holds(kind, person.id, profession: profession(kind, person), on: today)
  }

  private func profession(
    _ kind: CompetenceRecord.Kind, _ person: StaffMember
  ) -> Profession? {
    guard kind == .licence, case .examiner(let profession) = person.function else { return nil }
    return profession
  }
}

extension SamsynService {
  func registers(_ connection: any Connection) -> PerformerStore {
    PerformerStore(connection: connection, keyring: keyring, cache: registerCache)
  }

  /// What is registered: to the performer's administrator about everybody, to an examiner about
  /// herself.
  ///
  /// - Throws: `wrongParty` for anybody who is not of a performer.
  public func competence(for actor: Actor) async throws(ServiceError) -> CompetenceList {
    let performer = try Self.performer(of: actor)
    let isAdministrator = actor.function == .performerAdministrator
    let today = clock.now().day
    let list = try await read { connection in
      let register = try self.registers(connection).load(performer)
      let people = try self.directory(connection).filter { member in
        guard member.party == actor.party, case .examiner = member.function else { return false }
        return isAdministrator || member.id == actor.person
      }
      return CompetenceList(
        people: people,
        records: register.competence.filter {
          isAdministrator || $0.record.person == actor.person
        },
        policy: register.policy, releasesStatements: register.releasesStatements,
        mayRegister: isAdministrator, today: today,
        firstStatements: self.rules.inForce(Subject.mentorFirstCases, on: today)?.value.integer,
        register: register)
    }
    try await log("competence", by: actor, purpose: .overview, items: list.records.count)
    return list
  }

  /// Registers a fact, or corrects one with a new.
  ///
  /// - Parameter key: makes a repetition harmless.
  /// - Throws: `wrongFunction` for who is no administrator; `examinerUnknown` for a person who is
  ///   no examiner there; else what is wrong with the record, by field.
  public func register(
    _ record: CompetenceRecord, by actor: Actor, key: String? = nil
  ) async throws(ServiceError) {
    try await once(.competenceRegistered(record), by: actor, key, said: record) { connection in
      let isThere = try self.directory(connection).contains { member in
        guard case .examiner = member.function else { return false }
        return member.id == record.person && member.party == actor.party
      }
      // A record about somebody who has left can still be corrected.
      if !isThere && record.corrects == nil {
        throw Refusal(.examinerUnknown, field: "person")
      }
    }
  }

  /// Sets what the performer asks of those it appoints.
  public func set(
    _ policy: CompetencePolicy, by actor: Actor, key: String? = nil
  ) async throws(ServiceError) {
    try await once(.competencePolicySet(policy), by: actor, key, said: policy)
  }

  /// Sets whether statements are gone through before the insured can read them. It holds for what
  /// is sent from now on.
  public func set(
    _ step: ReleaseStep, by actor: Actor, key: String? = nil
  ) async throws(ServiceError) {
    try await once(.releaseStepSet(step), by: actor, key, said: step)
  }

  /// Writes in the register of the performer that the actor administers; with a key that has been
  /// used for the same thing, nothing.
  ///
  /// - Throws: `keyReused` where the key stands for something else.
  private func once(
    _ event: PerformerEvent, by actor: Actor, _ keyText: String?,
    said: some Encodable & Sendable,
    check: @escaping @Sendable (any Connection) throws -> Void = { _ in }
  ) async throws(ServiceError) {
    let performer = try Self.administered(by: actor)
    let now = clock.now()
    try await write { connection in
      let key = try CommandKey(keyText, for: nil, said, self.keyring)
      if try self.receipt(connection, key, actor) != nil { return }
      try check(connection)
      try self.registers(connection).append(event, to: performer, by: actor, at: now)
      try self.save(key, connection, PerformerStore.stream(performer), 0...0, actor, now)
    }
  }

  /// The performer that a person is of.
  static func performer(of actor: Actor) throws(ServiceError) -> HSAID {
    guard case .performer(let performer) = actor.party else {
      throw .refused(Refusal(.wrongParty))
    }
    return performer
  }

  /// The performer that a person administers.
  static func administered(by actor: Actor) throws(ServiceError) -> HSAID {
    let performer = try performer(of: actor)
    guard actor.function == .performerAdministrator else {
      throw .refused(Refusal(.wrongFunction))
    }
    return performer
  }

  /// What the performer and the region of a case ask for together.
  func policy(
    _ connection: any Connection, _ register: PerformerRegister, region: HSAID?
  ) throws -> CompetencePolicy {
    let settings = try region.flatMap { try regions(connection).load($0) }
    return register.policy.joined(settings?.competence)
  }

  /// Refuses an appointment of who is not competent where that is asked for, also when it comes as
  /// a correction, and a statement sent by other means that was to pass a mentor.
  func checkCompetence(
    _ connection: any Connection, _ command: Command, _ state: Assessment, _ actor: Actor
  ) throws {
    guard case .performer(let performer) = actor.party else { return }
    let today = clock.now().day
    func refusal(_ person: String?, _ profession: Profession) throws -> Refusal? {
      let register = try registers(connection).load(performer)
      return register.appointmentRefusal(
        of: person, as: profession, on: today,
        policy: try policy(connection, register, region: state.region))
    }
    switch command {
    case .appointDoctor(let doctor):
      if let refusal = try refusal(doctor.person, .doctor) { throw refusal }
    case .appointExaminer(let person, _, let profession):
      if let refusal = try refusal(person, profession) { throw refusal }
    case .sendStatement(let sent) where sent.signed == nil:
      let left = try statementsToMentor(connection, state, performer)
      if left != 0 { throw Refusal(.mentorNeeded) }
    default:
      break
    }
  }

  /// How many of the responsible doctor's statements remain to pass a mentor.
  func statementsToMentor(
    _ connection: any Connection, _ state: Assessment, _ performer: HSAID
  ) throws -> Int? {
    let register = try registers(connection).load(performer)
    return register.statementsToMentor(
      state.doctor?.person, on: clock.now().day,
      policy: try policy(connection, register, region: state.region), rules: rules)
  }
}
