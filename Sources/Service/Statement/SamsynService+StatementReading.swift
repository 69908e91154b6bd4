// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

// Reading a statement that was sent: by those it was sent to, from the moment it was signed.
extension SamsynService {
  /// The action in the log of reads.
  static let statementAction = "statement"

  /// The statement and the answers that were added to it.
  ///
  /// - Throws: `.refused`: `notFound` as `view`; `statementNotHere` where the party was sent no
  ///   text, as a region never is; at the performer `statementWritersOnly` or `assignmentOver`
  ///   to those who do not take part.
  public func sentStatement(
    in id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> SentStatement {
    try await logged(Self.statementAction, id, actor, purpose: purpose) {
      try self.sent($0, id, actor)
    }
  }

  private func sent(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> SentStatement {
    let view = try caseView(connection, id, actor)
    guard let statement = view.state.statement, let signed = statement.signed else {
      throw Refusal(.statementNotHere)
    }
    if let refusal = view.documentAccess {
      throw refusal.code == .documentReadersOnly ? Refusal(.statementWritersOnly) : refusal
    }
    guard let definition = try signedDefinition(view.state) else {
      throw Refusal(.statementNotHere)
    }
    return SentStatement(
      view: view, definition: definition, signed: signed, supplements: statement.supplements,
      isSound: verified(signed).isSound
        && statement.supplements.allSatisfy { supplement in
          supplement.signed.map {
            verified($0, supplement.requested.number, signed.digest).isSound
          } ?? true
        })
  }

  /// Whether a tagged PDF can be made here.
  public var canMakePDF: Bool { PDFMaker().isInstalled }

  /// A PDF of a page that needs nothing but itself and its style.
  ///
  /// - Throws: `.refused` with `statementPDFMissing` where WeasyPrint is not installed.
  public func pdf(
    of page: [UInt8], style: [UInt8]
  ) async throws(ServiceError) -> [UInt8] {
    do throws(FileFault) { return try await PDFMaker().pdf(of: page, style: style) } catch {
      if case .toolMissing = error { throw .refused(Refusal(.statementPDFMissing)) }
      throw .fault("statement.pdf.\(error.code)")
    }
  }
}

/// What a check of a case's signed texts found. It tells nothing of what they say.
public struct StatementVerification: Codable, Hashable, Sendable {
  /// One signed text.
  public struct Signed: Codable, Hashable, Sendable {
    /// 0 for the statement, else the number of the question.
    public var supplement: Int
    public var form: String?
    public var signedAt: Instant
    public var digest: String
    /// The content gives the digest.
    public var isContentIntact: Bool
    /// The signature is the one of the digest, by a key that this installation vouches for.
    public var isSignatureValid: Bool
    /// A supplement names the statement that it adds to.
    public var belongsToStatement: Bool

    /// Nothing is wrong with it.
    public var isSound: Bool { isContentIntact && isSignatureValid && belongsToStatement }
  }

  public var number: CaseNumber
  /// The chain of the case's events is whole.
  public var isHistoryIntact: Bool
  /// The chain of the draft's savings is whole, and ends where the statement says; nil where the
  /// statement was not written here.
  public var isDraftIntact: Bool?
  public var signed: [Signed]

  /// Nothing is wrong.
  public var isSound: Bool {
    isHistoryIntact && isDraftIntact != false && signed.allSatisfy(\.isSound)
  }
}

extension SamsynService {
  /// Computes anew what a case's signed texts rest on: the chain of events, the digests, the
  /// signatures, and the draft that was signed.
  ///
  /// - Throws: `.refused` with `notFound` or `caseDisposed`; `statementNotHere` where nothing was
  ///   signed here.
  public func verifyStatement(
    in id: CaseNumber
  ) async throws(ServiceError) -> StatementVerification {
    try await read { connection in
      var found = StatementVerification(
        number: id, isHistoryIntact: true, isDraftIntact: nil, signed: [])
      let history: [RecordedEvent]
      do {
        history = try CaseHistory(connection, self.keyring).load(id)
      } catch StoreError.chainBroken, StoreError.sealBroken, StoreError.damaged {
        found.isHistoryIntact = false
        return found
      }
      if history.isEmpty { throw Refusal(.notFound) }
      let statement = Assessment(id: id, events: history).statement
      if let signed = statement?.signed {
        found.signed.append(self.verified(signed))
        found.isDraftIntact = self.isDraftIntact(connection, history, signed, id)
      }
      found.signed += (statement?.supplements ?? []).compactMap { supplement in
        supplement.signed.map {
          self.verified($0, supplement.requested.number, statement?.signed?.digest)
        }
      }
      if found.signed.isEmpty { throw Refusal(.statementNotHere) }
      return found
    }
  }

  private func verified(_ signed: SignedStatement) -> StatementVerification.Signed {
    StatementVerification.Signed(
      supplement: 0, form: signed.content.form, signedAt: signed.signature.at,
      digest: signed.digest,
      isContentIntact: signed.content.digest(Self.statementHash) == signed.digest,
      isSignatureValid: signer.vouches(for: signed.signature, of: signed.digest),
      belongsToStatement: true)
  }

  private func verified(
    _ signed: SignedSupplement, _ number: Int, _ statement: String?
  ) -> StatementVerification.Signed {
    StatementVerification.Signed(
      supplement: number, form: nil, signedAt: signed.signature.at, digest: signed.digest,
      isContentIntact: signed.content.digest(Self.statementHash) == signed.digest,
      isSignatureValid: signer.vouches(for: signed.signature, of: signed.digest),
      belongsToStatement: signed.content.statement == statement
        && signed.content.number == number)
  }

  private func isDraftIntact(
    _ connection: any Connection, _ history: [RecordedEvent], _ signed: SignedStatement,
    _ id: CaseNumber
  ) -> Bool {
    let sender = history.last { recorded in
      if case .statementSent = recorded.event { recorded.event.isSigned } else { false }
    }
    guard let party = sender?.author.party.description,
      let edits = try? StatementEdits(connection, keyring).load(id.description, party: party)
    else { return false }
    return edits.first { $0.number == signed.revision }?.hash.hexadecimal == signed.draftHash
  }
}
