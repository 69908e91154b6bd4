// SPDX-License-Identifier: Apache-2.0

/// What happens in a performer's own register.
public enum PerformerEvent: Hashable, Sendable {
  case competenceRegistered(CompetenceRecord)
  case competencePolicySet(CompetencePolicy)
  case capacityPublished(CapacityPublished)
  case statementMentored(MentorPass)
  case firstStatementSent(FirstStatement)
  case releaseStepSet(ReleaseStep)

  /// Permanent names of the kinds.
  public enum Kind: String, CaseIterable, Sendable {
    case competenceRegistered, competencePolicySet, capacityPublished, statementMentored
    case firstStatementSent, releaseStepSet
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .competenceRegistered: .competenceRegistered
    case .competencePolicySet: .competencePolicySet
    case .capacityPublished: .capacityPublished
    case .statementMentored: .statementMentored
    case .firstStatementSent: .firstStatementSent
    case .releaseStepSet: .releaseStepSet
    }
  }
}

/// Whether the performer goes through a sent statement before the insured can read it.
public struct ReleaseStep: Codable, Hashable, Sendable {
  public var isOn: Bool

  public init(isOn: Bool) { self.isOn = isOn }
}

/// A performer's register, folded from its events: who is competent for what, what is asked for,
/// and the times that are published. Nothing in it is about an insured person.
public struct PerformerRegister: Hashable, Sendable {
  public let performer: HSAID
  /// Every record in the order they were registered, corrected ones too.
  public private(set) var competence: [RegisteredCompetence] = []
  public private(set) var policy = CompetencePolicy.off
  /// Published times by the week's Monday.
  public private(set) var times: [Day: [Profession: Int]] = [:]
  public private(set) var passes: [MentorPass] = []
  public private(set) var firstStatements: [FirstStatement] = []
  /// The insured reads a statement when the performer has released it, and not as it is sent.
  public private(set) var releasesStatements = false

  /// An empty register.
  public init(performer: HSAID) { self.performer = performer }

  /// Takes in the next event.
  ///
  /// - Parameters:
  ///   - by: identifier of who did it.
  ///   - name: her name.
  public mutating func apply(_ event: PerformerEvent, by: String, name: String, at: Instant) {
    switch event {
    case .competenceRegistered(let record):
      let number = competence.count + 1
      if let old = record.corrects, competence.indices.contains(old - 1) {
        competence[old - 1].correctedBy = number
      }
      competence.append(
        RegisteredCompetence(number: number, record: record, by: by, byName: name, at: at))
    case .competencePolicySet(let policy): self.policy = policy
    case .capacityPublished(let published):
      for one in published.times { times[one.week, default: [:]][one.profession] = one.times }
    case .statementMentored(let pass): passes.append(pass)
    case .firstStatementSent(let first): firstStatements.append(first)
    case .releaseStepSet(let step): releasesStatements = step.isOn
    }
  }

  /// Throws what is wrong with an event before it is written.
  public func check(_ event: PerformerEvent, today: Day) throws(Refusal) {
    switch event {
    case .competenceRegistered(let record):
      try record.check(today: today)
      guard let old = record.corrects else { return }
      guard competence.indices.contains(old - 1), competence[old - 1].isStanding,
        competence[old - 1].record.person == record.person,
        competence[old - 1].record.kind == record.kind
      else { throw Refusal(.recordUnknown, field: "corrects") }
    case .capacityPublished(let published): try published.check(today: today)
    case .competencePolicySet, .statementMentored, .firstStatementSent, .releaseStepSet: return
    }
  }

  /// What stands about a person.
  public func standing(_ person: String) -> [RegisteredCompetence] {
    competence.filter { $0.record.person == person && $0.isStanding }
  }

  /// Whether a fact of a kind is in force for a person on a day.
  public func holds(
    _ kind: CompetenceRecord.Kind, _ person: String, profession: Profession? = nil, on day: Day
  ) -> Bool {
    standing(person).contains {
      $0.record.kind == kind && $0.record.isInForce(on: day)
        && (profession == nil || $0.record.profession == profession)
    }
  }

  /// Why a person may not be appointed; nil where she may, or where nobody asks.
  ///
  /// - Parameter person: nil for one without an account, of whom nothing can be known.
  public func appointmentRefusal(
    of person: String?, as profession: Profession, on day: Day, policy: CompetencePolicy
  ) -> Refusal? {
    guard policy.requiresTraining else { return nil }
    guard let person, holds(.licence, person, profession: profession, on: day) else {
      return Refusal(.licenceMissing, field: "person")
    }
    return holds(.training, person, on: day) ? nil : Refusal(.trainingMissing, field: "person")
  }

  /// How many statements of a person's remain to pass a mentor on a day: 0 where nobody asks, for
  /// a mentor and for who is no longer new. Nil where the rule book does not know how many.
  public func statementsToMentor(
    _ person: String?, on day: Day, policy: CompetencePolicy, rules: RuleBook
  ) -> Int? {
    guard policy.requiresMentor else { return 0 }
    if let person {
      let isKnown = holds(.mentor, person, on: day) || holds(.introduced, person, on: day)
      if isKnown { return 0 }
    }
    guard let rule = rules.inForce(Subject.mentorFirstCases, on: day),
      let first = rule.value.integer
    else { return nil }
    let sent = Set(firstStatements.filter { $0.person == person }.map(\.assessment)).count
    return max(0, first - sent)
  }

  /// The mentor's word on exactly what has this digest; nil while there is none.
  public func pass(of digest: String, in assessment: CaseNumber) -> MentorPass? {
    passes.last { $0.assessment == assessment && $0.digest == digest }
  }

  /// The load of a week, by profession: those published or booked.
  public func load(_ week: Day, booked: [Profession: Int]) -> [ProfessionLoad] {
    let published = times[week.monday] ?? [:]
    return Profession.allCases.filter { published[$0] != nil || booked[$0, default: 0] > 0 }
      .map {
        ProfessionLoad(
          profession: $0, published: published[$0], booked: booked[$0, default: 0])
      }
  }
}
