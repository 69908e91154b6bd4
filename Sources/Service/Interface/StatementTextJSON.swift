// SPDX-License-Identifier: Apache-2.0
import Domain

/// A statement that was sent, with the answers that were added to it.
public struct SentStatementJSON: Codable, Hashable, Sendable {
  /// A question and, when it has come, its signed answer.
  public struct Supplement: Codable, Hashable, Sendable {
    public var number: Int
    public var at: Instant
    public var asked: [SectionQuestion]
    public var answerBy: Day?
    public var sentDay: Day?
    public var arrivedDay: Day?
    public var signed: SignedSupplement?
  }

  public var number: CaseNumber
  public var content: StatementContent
  /// SHA-256 of the content's canonical bytes.
  public var digest: String
  public var signature: StatementSignature
  public var arrivedDay: Day?
  /// Content and signature were checked for this answer.
  public var isSound: Bool
  public var supplements: [Supplement]

  public init(_ sent: SentStatement) {
    number = sent.view.state.id
    content = sent.signed.content
    digest = sent.signed.digest
    signature = sent.signed.signature
    arrivedDay = sent.view.state.statement?.arrivedDay
    isSound = sent.isSound
    supplements = sent.supplements.map {
      Supplement(
        number: $0.requested.number, at: $0.at, asked: $0.questions,
        answerBy: $0.requested.answerBy, sentDay: $0.sentDay, arrivedDay: $0.arrivedDay,
        signed: $0.signed)
    }
  }
}

/// A statement that is being written, for those who write it.
public struct StatementDraftJSON: Codable, Hashable, Sendable {
  /// What somebody saved.
  public struct Text: Codable, Hashable, Sendable {
    public var revision: Int
    public var text: String
    public var writer: StatementWriter
    public var at: Instant

    init(_ edit: StatementEdit) {
      revision = edit.number
      text = edit.text
      writer = edit.writer
      at = edit.at
    }
  }

  /// A field in which something was written.
  public struct Field: Codable, Hashable, Sendable {
    public var key: String
    /// What stands in it.
    public var current: Text?
    /// What others wrote at the same time and nobody has dealt with.
    public var competing: [Text]
  }

  /// What stands in the way of signing.
  public struct Gap: Codable, Hashable, Sendable {
    public var section: String
    public var field: String
    public var fault: StatementFault
  }

  public var number: CaseNumber
  public var form: String
  public var revision: Int
  /// The sections that the reader may write in now.
  public var writable: [String]
  public var fields: [Field]
  public var gaps: [Gap]
  /// Of what would be signed now; nil while something is missing.
  public var digest: String?
  /// The open question, and the digest of its answers when they are all there.
  public var supplement: Int?
  public var supplementDigest: String?

  public init(_ work: StatementWork) {
    number = work.view.state.id
    form = work.definition.name
    revision = work.draft.revision
    writable = work.sections.filter { work.refusal($0) == nil }.map(\.id)
    fields = work.draft.fields.sorted { $0.key < $1.key }.map { key, draft in
      Field(
        key: key, current: draft.current.map(Text.init),
        competing: draft.competing.map(Text.init))
    }
    gaps = work.gaps.map { Gap(section: $0.section, field: $0.field, fault: $0.fault) }
    digest = (try? work.definition.content(work.draft, of: work.view.state))?
      .digest(SamsynService.statementHash)
    supplement = work.question?.requested.number
    supplementDigest = work.question.flatMap {
      (try? work.draft.supplement($0.requested, of: work.view.state))?
        .digest(SamsynService.statementHash)
    }
  }
}

/// Fields to save.
public struct StatementSaveRequest: Codable, Hashable, Sendable {
  public struct Field: Codable, Hashable, Sendable {
    public var key: String
    public var text: String
    /// The revision that the writer had before her; 0 for an untouched field.
    public var base: Int
    /// Others' revisions that she has dealt with.
    public var settles: [Int]?
  }

  /// Names whoever writes here now, such as an open window, at most 64 characters.
  public var sitting: String
  public var fields: [Field]

  /// The fields as they are saved.
  public var savings: [FieldSaving] {
    fields.map {
      FieldSaving(key: $0.key, text: $0.text, base: $0.base, settles: $0.settles ?? [])
    }
  }
}

/// What is signed: the digest of what the signer has read.
public struct StatementSignRequest: Codable, Hashable, Sendable {
  public var digest: String
  /// The number of the question whose answers are signed; nil signs the statement.
  public var supplement: Int?
}
