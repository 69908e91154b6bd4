// SPDX-License-Identifier: Apache-2.0

/// A function from bytes to their SHA-256. It is passed in, since nothing here computes it.
public typealias StatementHash = @Sendable ([UInt8]) -> [UInt8]

/// Whom and what the statement is about, as the performer had been sent it when it was signed.
public struct StatementHead: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  /// Försäkringskassan's case number.
  public var agencyNumber: String?
  public var personNumber: PersonalIdentityNumber
  public var name: String?
  /// Why Försäkringskassan ordered the assessment.
  public var purpose: String?
  public var performer: String
  /// The responsible doctor.
  public var doctor: String
  /// The day the complete underlag was received.
  public var completeDay: Day?
  public var visits: [Visit]

  /// An examination that has been carried out.
  public struct Visit: Codable, Hashable, Sendable {
    public var profession: Profession
    public var day: Day
    public var examiner: String?

    public init(profession: Profession, day: Day, examiner: String?) {
      self.profession = profession
      self.day = day
      self.examiner = examiner
    }
  }

  public init(
    assessment: CaseNumber, agencyNumber: String?, personNumber: PersonalIdentityNumber,
    name: String?, purpose: String?, performer: String, doctor: String, completeDay: Day?,
    visits: [Visit]
  ) {
    self.assessment = assessment
    self.agencyNumber = agencyNumber
    self.personNumber = personNumber
    self.name = name
    self.purpose = purpose
    self.performer = performer
    self.doctor = doctor
    self.completeDay = completeDay
    self.visits = visits
  }
}

/// One field as it was signed.
public struct StatementEntry: Codable, Hashable, Sendable {
  public var field: String
  public var value: StatementValue

  public init(field: String, value: StatementValue) {
    self.field = field
    self.value = value
  }
}

/// A section as it was signed: what stands in it and who wrote it.
public struct StatementPart: Codable, Hashable, Sendable {
  public var section: String
  public var entries: [StatementEntry]
  public var writers: [StatementWriter]

  public init(section: String, entries: [StatementEntry], writers: [StatementWriter]) {
    self.section = section
    self.entries = entries
    self.writers = writers
  }
}

/// All that a statement says. Its canonical bytes are what is signed.
public struct StatementContent: Codable, Hashable, Sendable {
  /// The version of the definition, such as `statement-afu-1`.
  public var form: String
  public var head: StatementHead
  public var parts: [StatementPart]

  public init(form: String, head: StatementHead, parts: [StatementPart]) {
    self.form = form
    self.head = head
    self.parts = parts
  }

  /// What stands in a field; nil for nothing.
  public func value(_ field: String) -> StatementValue? {
    parts.lazy.flatMap(\.entries).first { $0.field == field }?.value
  }
}

/// An answer to what Försäkringskassan asked about one section. The statement itself stays as it
/// was signed.
public struct StatementAddition: Codable, Hashable, Sendable {
  /// Id of the section; nil for a question about the whole.
  public var section: String?
  public var question: String?
  public var answer: String
  public var writers: [StatementWriter]

  public init(section: String?, question: String?, answer: String, writers: [StatementWriter]) {
    self.section = section
    self.question = question
    self.answer = answer
    self.writers = writers
  }
}

/// All that a supplement says.
public struct SupplementContent: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  /// The number of Försäkringskassan's question.
  public var number: Int
  /// Digest of the statement that is added to, so that an addition belongs to that one; nil
  /// where the statement was not written in Samsyn.
  public var statement: String?
  public var additions: [StatementAddition]

  public init(
    assessment: CaseNumber, number: Int, statement: String?, additions: [StatementAddition]
  ) {
    self.assessment = assessment
    self.number = number
    self.statement = statement
    self.additions = additions
  }
}

/// A signature over a digest, the signer and the time.
public struct StatementSignature: Codable, Hashable, Sendable {
  /// How it was made, such as `samsyn-ed25519`: whoever checks it must know.
  public var method: String
  /// Identifier of the signer at the performer.
  public var person: String
  public var name: String
  public var at: Instant
  /// The key that checks it, hexadecimal.
  public var key: String
  /// The signature itself, hexadecimal.
  public var value: String

  public init(
    method: String, person: String, name: String, at: Instant, key: String, value: String
  ) {
    self.method = method
    self.person = person
    self.name = name
    self.at = at
    self.key = key
    self.value = value
  }

  /// What the signer puts her name to: the digest of what she has read, who she is and when.
  public static func message(
    digest: String, person: String, name: String, at: Instant
  ) -> [UInt8] {
    var bytes = NetBytes("samsyn-signature-1")
    for text in [digest, person, name, at.description] { bytes.append(text) }
    return bytes.bytes
  }
}

/// A statement that was signed and can no longer change.
public struct SignedStatement: Codable, Hashable, Sendable {
  public var content: StatementContent
  /// SHA-256 of the canonical bytes, hexadecimal.
  public var digest: String
  public var signature: StatementSignature
  /// The last saving of the draft that was signed, and the end of the draft's chain of hashes.
  public var revision: Int
  public var draftHash: String

  public init(
    content: StatementContent, digest: String, signature: StatementSignature, revision: Int,
    draftHash: String
  ) {
    self.content = content
    self.digest = digest
    self.signature = signature
    self.revision = revision
    self.draftHash = draftHash
  }
}

/// A supplement that was signed.
public struct SignedSupplement: Codable, Hashable, Sendable {
  public var content: SupplementContent
  public var digest: String
  public var signature: StatementSignature

  public init(content: SupplementContent, digest: String, signature: StatementSignature) {
    self.content = content
    self.digest = digest
    self.signature = signature
  }
}
