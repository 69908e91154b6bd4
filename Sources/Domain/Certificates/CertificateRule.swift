// SPDX-License-Identifier: Apache-2.0

/// The rules of a certificate for sickness benefit, numbered once and for all. Breaking any of
/// the first twenty rejects a certificate; the last one, the form that the schema demands, gives
/// a note, since genuine certificates break it.
public enum CertificateRule: Int, Hashable, Comparable, CaseIterable, Sendable {
  case knownQuestions = 1
  case numberOfAnswers, requiredAnswers, requiredUnlessInfection, instances, partsOfAnswers
  case basis, occupation
  case diagnosisSystem, diagnosisCode, diagnosisPairs
  case texts
  case degreesAndDays, overlap, workingHours
  case prognosis, measures, contact, additionalQuestions
  case codedValues, form

  /// `L1` to `L21`.
  public var code: String { "L\(rawValue)" }

  public static func < (a: CertificateRule, b: CertificateRule) -> Bool {
    a.rawValue < b.rawValue
  }
}

extension CertificateRule: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a rule such as L13") { text in
      CertificateRule.allCases.first { $0.code == text }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(code, encoder)
  }
}

/// A rule that a certificate breaks, and where.
public struct CertificateFinding: Hashable, Sendable {
  public let rule: CertificateRule
  /// `svar 32`, or a path such as `patient/person-id` for the form. No content.
  public let place: String

  /// A finding at a place.
  public init(_ rule: CertificateRule, at place: String) {
    self.rule = rule
    self.place = place
  }
}

/// What makes a genuine certificate imperfect. The raw value is a stable code.
public enum CertificateNoteKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// Signed before the signature had an element of its own around it.
  case oldSignaturePlace = "old-signature-place"
  /// The person id has a hyphen.
  case hyphenInID = "hyphen-in-id"
  /// A question of 9000–9999, whose text is not known here.
  case unknownQuestion = "unknown-additional-question"
  /// Another breach of the form that the schema demands.
  case form
  /// A period of FK 7263 that ends before it begins. It is left out.
  case backwardPeriod = "backward-period"
}

/// A note at a place.
public struct CertificateNote: Hashable, Sendable {
  public let kind: CertificateNoteKind
  /// As in `CertificateFinding`.
  public let place: String

  /// A note at a place.
  public init(_ kind: CertificateNoteKind, at place: String) {
    self.kind = kind
    self.place = place
  }

  /// The rule that is broken, where there is one.
  public var rule: CertificateRule? {
    switch kind {
    case .oldSignaturePlace, .hyphenInID, .form: .form
    case .unknownQuestion: nil
    case .backwardPeriod: .degreesAndDays
    }
  }
}

/// Something worth knowing about a certificate that nobody demands otherwise, so that it does
/// not change the verdict. The raw value is a stable code.
public enum CertificateRemark: String, Hashable, Codable, CaseIterable, Sendable {
  /// A version of the question texts that the reading has not been tried on.
  case notVerified = "version-not-verified"
  /// The person id is no valid number.
  case invalidPerson = "invalid-person-id"
  /// The message calls the number a samordningsnummer and it is none, or the other way round.
  case otherRegister = "person-id-of-other-register"
  /// The sick leave ends more than two years after it was signed, which as a rule is a slip.
  case farEnd = "far-end"
  /// Two periods share a day.
  case sharedDay = "shared-day"
  /// The sick leave begins long before anything that is followed up, which as a rule is a slip.
  case farStart = "far-start"
  /// It does not say when it was signed.
  case noSigningTime = "no-signing-time"
  /// It stands in a relation that is not known to another certificate.
  case strangeRelation = "strange-relation"
  /// It stands in a relation to itself.
  case ownRelation = "own-relation"
  /// Question 9000, which no rule is about, is answered twice.
  case repeatedQuestion = "repeated-question"
  /// A message from care that answers, and has a last day for answer.
  case lastDayOnAnswer = "last-day-on-answer"
}

/// What becomes of a document.
public enum CertificateVerdict: String, Hashable, Codable, CaseIterable, Sendable {
  case accepted
  case acceptedWithNotes = "accepted-with-notes"
  case rejected
}
