// SPDX-License-Identifier: Apache-2.0

/// What is counted from one certificate: codes and days, no person and no free text.
public struct CertificateFact: Hashable, Sendable {
  /// Stands for the certificate's identity.
  public var key: FactKey
  public var kind: CertificateKind
  /// The number of the version before its full stop; nil when untold.
  public var versionMajor: Int?
  /// Nil when untold; such a certificate counts by its first day.
  public var signed: CertificateTime?
  /// It is a certificate that was sent to Försäkringskassan.
  public var isSent: Bool
  /// Whether it was accepted only with notes.
  public var hasNotes: Bool

  /// Stands for the identity of who signed; one doctor may have several.
  public var doctor: FactKey?
  /// Codes of befattning and of specialistkompetens.
  public var positions: [String]
  public var specialities: [String]
  /// HSA-ids as the certificate has them, normalized; nil when untold.
  public var unit: String?
  public var provider: String?
  /// Arbetsplatskod.
  public var workplaceCode: String?

  /// At most three, the main one first, washed to letters and digits.
  public var diagnoses: [String]
  public var diagnosisSystem: DiagnosisSystem?
  public var periods: [SickLeavePeriod]
  public var bases: Set<CertificateBasisKind>
  public var occupations: Set<OccupationKind>
  /// Kept from work by the law on communicable diseases.
  public var keptForInfection: Bool
  public var prognosis: PrognosisKind?
  /// Days until back in work, by the prognosis; months count as thirty days.
  public var prognosisDays: Int?
  public var measures: Set<ReturnMeasure>
  /// The questions that have an answer with content, by number.
  public var answered: Set<Int>
  /// Reasons that are hidden in question 25.
  public var tellsWhyNoExamination: Bool
  public var tellsWhyBackDated: Bool
  public var contactWanted: Bool

  public var relations: [Relation]
  /// The message that it answers.
  public var answersTo: FactKey?

  /// How it stands to another certificate.
  public struct Relation: Hashable, Sendable {
    public var kind: CertificateRelationKind
    public var certificate: FactKey

    public init(_ kind: CertificateRelationKind, _ certificate: FactKey) {
      self.kind = kind
      self.certificate = certificate
    }
  }

  /// A certificate of which only the identity and the kind are told.
  public init(key: FactKey, kind: CertificateKind) {
    self.key = key
    self.kind = kind
    versionMajor = nil
    signed = nil
    isSent = false
    hasNotes = false
    doctor = nil
    positions = []
    specialities = []
    unit = nil
    provider = nil
    workplaceCode = nil
    diagnoses = []
    diagnosisSystem = nil
    periods = []
    bases = []
    occupations = []
    keptForInfection = false
    prognosis = nil
    prognosisDays = nil
    measures = []
    answered = []
    tellsWhyNoExamination = false
    tellsWhyBackDated = false
    contactWanted = false
    relations = []
    answersTo = nil
  }
}

/// What is counted from one message about a certificate.
public struct MessageFact: Hashable, Sendable {
  public var key: FactKey
  public var direction: CertificateMessage.Direction
  public var subject: CertificateMessageSubject
  public var sent: CertificateTime?
  public var certificate: FactKey
  /// The message that it reminds of, and the one that it answers.
  public var reminds: FactKey?
  public var answersTo: FactKey?
  /// The questions that a supplement request asks about, in order, each as often as it asks.
  public var questions: [Int]
  public var lastDayForAnswer: Day?
  /// Stands for the officer's free lines; nil when there are none.
  public var officer: FactKey?

  /// A message of which only what every message has is told.
  public init(
    key: FactKey, direction: CertificateMessage.Direction, subject: CertificateMessageSubject,
    certificate: FactKey
  ) {
    self.key = key
    self.direction = direction
    self.subject = subject
    self.certificate = certificate
    sent = nil
    reminds = nil
    answersTo = nil
    questions = []
    lastDayForAnswer = nil
    officer = nil
  }
}

/// That a certificate was withdrawn.
public struct RevocationFact: Hashable, Sendable {
  public var certificate: FactKey
  public var sent: CertificateTime?

  public init(certificate: FactKey, sent: CertificateTime?) {
    self.certificate = certificate
    self.sent = sent
  }
}

/// Everything that is counted about one person, who is known by a key only.
public struct PersonFacts: Hashable, Sendable {
  public var person: FactKey
  /// By the identity number; nil where it tells none.
  public var sex: Sex?
  /// The first day of the month of birth, by the identity number; nil where it tells none.
  public var birthMonth: Day?
  /// In any order.
  public var certificates: [CertificateFact]
  public var messages: [MessageFact]
  public var revocations: [RevocationFact]

  public init(
    person: FactKey, sex: Sex? = nil, birthMonth: Day? = nil,
    certificates: [CertificateFact] = [], messages: [MessageFact] = [],
    revocations: [RevocationFact] = []
  ) {
    self.person = person
    self.sex = sex
    self.birthMonth = birthMonth
    self.certificates = certificates
    self.messages = messages
    self.revocations = revocations
  }
}
