// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// A statement that is being written, for one of those who write it.
public struct StatementWork: Sendable {
  /// The case as the performer was sent it.
  public let view: CaseView
  public let definition: StatementDefinition
  /// The definition that the statement was signed in, which questions and answers follow; the
  /// draft's own while nothing is signed.
  public let signedDefinition: StatementDefinition
  public let draft: StatementDraft
  public let setting: StatementSetting
  /// All that stands in the way of signing.
  public let gaps: [StatementGap]
  /// The end of the draft's chain of savings.
  let draftHash: String

  init(
    view: CaseView, definition: StatementDefinition, signedDefinition: StatementDefinition,
    _ loaded: LoadedDraft
  ) {
    self.view = view
    self.definition = definition
    self.signedDefinition = signedDefinition
    draft = loaded.draft
    draftHash = loaded.last?.hash.hexadecimal ?? ""
    setting = view.state.statementSetting
    gaps = definition.gaps(draft, setting)
  }

  /// The sections of this case's statement. One that only a further examination brings is here
  /// as soon as somebody of its profession takes part.
  public var sections: [StatementSection] {
    let taking = Set(view.state.examiners.map(\.profession))
      .union(view.state.currentVisits.map(\.profession))
    return definition.sections.filter { section in
      section.belongs(setting, draft) || section.owners.contains(where: taking.contains)
    }
  }

  /// Why the reader may not write in the section now; nil where she may.
  public func refusal(_ section: StatementSection) -> Refusal? {
    view.state.writingRefusal(section, view.actor)
  }

  /// Why the reader may not sign now; nil where she may.
  public var signingRefusal: Refusal? {
    if let refusal = view.state.signingRefusal(view.actor, view.context) { return refusal }
    guard let gap = gaps.first else { return nil }
    return Refusal(.statementIncomplete, field: gap.field, values: ["\(gaps.count)"])
  }

  /// Why the reader may not sign answers now; nil where she may.
  public var supplementSigningRefusal: Refusal? {
    view.state.supplementSigningRefusal(view.actor, view.context)
  }

  /// The question that Försäkringskassan has put and nobody has answered yet.
  public var question: StatementSupplement? { view.state.statement?.openSupplement }
}

/// One field that somebody wants to save.
public struct FieldSaving: Sendable, Hashable {
  public var key: String
  public var text: String
  /// The revision that the writer had before her.
  public var base: Int
  /// Others' revisions that she has dealt with.
  public var settles: [Int]

  public init(key: String, text: String, base: Int, settles: [Int] = []) {
    self.key = key
    self.text = text
    self.base = base
    self.settles = settles
  }
}

/// What became of a saving.
public struct StatementSaved: Sendable {
  public let at: Instant
  /// The fields that were asked to be saved, as they stand now.
  public let fields: [String: FieldDraft]
  /// Keys where what was written competes with what somebody else wrote.
  public let conflicts: [String]
}

/// What is to be signed: the content, and the digest that the signer repeats.
public struct ToSign<Content: SignableContent>: Sendable {
  public let work: StatementWork
  public let content: Content
  public let digest: String
}

/// A statement that is to be signed.
public typealias StatementToSign = ToSign<StatementContent>

/// Answers that are to be signed.
public typealias SupplementToSign = ToSign<SupplementContent>

/// A statement that was sent, as a party reads it.
public struct SentStatement: Sendable {
  public let view: CaseView
  public let definition: StatementDefinition
  public let signed: SignedStatement
  /// Questions and signed answers, in the order they were put.
  public let supplements: [StatementSupplement]
  /// Content and signature were checked when it was read, and are as they were signed.
  public let isSound: Bool

  /// Why the reader may not ask about sections now; nil where she may.
  public var questionRefusal: Refusal? {
    view.permission(.requestStatementSupplement, subject: nil).refusal
  }
}
