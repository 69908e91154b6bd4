// SPDX-License-Identifier: Apache-2.0

/// What a performer asks of those it appoints, beyond the law's licence (förordning 2018:1633
/// 5 §). A region can ask the same of its performers; nobody asks until somebody has said so.
public struct CompetencePolicy: Codable, Hashable, Sendable {
  /// Only those with a licence and Försäkringskassan's training in force are appointed.
  public var requiresTraining: Bool
  /// The first statements of a new examiner pass a mentor. How many is a row of the rule book.
  public var requiresMentor: Bool

  public init(requiresTraining: Bool = false, requiresMentor: Bool = false) {
    self.requiresTraining = requiresTraining
    self.requiresMentor = requiresMentor
  }

  /// Nothing is asked for.
  public static let off = CompetencePolicy()

  /// What either asks for.
  public func joined(_ other: CompetencePolicy?) -> CompetencePolicy {
    CompetencePolicy(
      requiresTraining: requiresTraining || other?.requiresTraining == true,
      requiresMentor: requiresMentor || other?.requiresMentor == true)
  }
}

/// One fact about an examiner's competence, as the performer's administrator registers it.
public struct CompetenceRecord: Codable, Hashable, Sendable {
  /// What the fact is about. The raw values are permanent.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// Legitimation for a profession.
    case licence
    /// Försäkringskassan's training in insurance-medicine assessments, completed.
    case training
    /// A mentor (fadder) for others at the performer.
    case mentor
    /// No longer new: the first statements were passed before they were recorded here.
    case introduced
  }

  /// Identifier of the examiner at the performer.
  public var person: String
  public var kind: Kind
  /// The licence's profession; nil for other kinds.
  public var profession: Profession?
  /// The licence's number as typed, or the name of the course; at most `CaseLimit.lineLength`.
  public var text: String?
  /// First day, or the day the training was completed; nil where it is not known.
  public var from: Day?
  /// Last day; nil is open-ended.
  public var to: Day?
  /// The number of the record that this one takes the place of.
  public var corrects: Int?
  /// The corrected record was wrong as a whole, and nothing takes its place.
  public var isWithdrawal: Bool

  public init(
    person: String, kind: Kind, profession: Profession? = nil, text: String? = nil,
    from: Day? = nil, to: Day? = nil, corrects: Int? = nil, isWithdrawal: Bool = false
  ) {
    self.person = person
    self.kind = kind
    self.profession = profession
    self.text = text
    self.from = from
    self.to = to
    self.corrects = corrects
    self.isWithdrawal = isWithdrawal
  }

  /// Whether the record says anything of a day; its first and last day are included.
  public func isInForce(on day: Day) -> Bool {
    !isWithdrawal && (from ?? .earliest) <= day && day <= (to ?? .latest)
  }

  /// Throws the first fault with the name of its field.
  func check(today: Day) throws(Refusal) {
    if isWithdrawal {
      if corrects == nil { throw Refusal(.missing, field: "corrects") }
      return
    }
    try Check.optional(text, "text", limit: CaseLimit.lineLength)
    switch kind {
    case .licence:
      if profession == nil { throw Refusal(.missing, field: "profession") }
      try Check.text(text, "text", limit: CaseLimit.lineLength)
    case .training:
      try Check.text(text, "text", limit: CaseLimit.lineLength)
      guard let from else { throw Refusal(.missing, field: "from") }
      if from > today { throw Refusal(.dayInFuture, field: "from") }
    case .mentor, .introduced:
      if from == nil { throw Refusal(.missing, field: "from") }
    }
    if let to { try Check.notBefore(to, from, "to") }
  }
}

/// A record with who registered it and when.
public struct RegisteredCompetence: Hashable, Sendable {
  /// From 1 in the order they were registered.
  public let number: Int
  public let record: CompetenceRecord
  /// Identifier and name of who registered it.
  public let by: String
  public let byName: String
  public let at: Instant
  /// The number of the record that took its place; nil while it stands.
  public internal(set) var correctedBy: Int?

  /// It stands and says something.
  public var isStanding: Bool { correctedBy == nil && !record.isWithdrawal }
}

/// A mentor has read a statement and lets it go as it is.
public struct MentorPass: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  /// Identifier of the mentor.
  public var mentor: String
  public var mentorName: String
  /// The hash of what the mentor read; what is signed must be the same.
  public var digest: String

  public init(assessment: CaseNumber, mentor: String, mentorName: String, digest: String) {
    self.assessment = assessment
    self.mentor = mentor
    self.mentorName = mentorName
    self.digest = digest
  }
}

/// One of the first statements of a new examiner has been signed and sent.
public struct FirstStatement: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  /// Identifier of the doctor who signed.
  public var person: String

  public init(assessment: CaseNumber, person: String) {
    self.assessment = assessment
    self.person = person
  }
}
