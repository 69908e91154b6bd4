// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

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
      found.signed = statement.map(self.checked) ?? []
      if let signed = statement?.signed {
        found.isDraftIntact = self.isDraftIntact(connection, history, signed, id)
      }
      if found.signed.isEmpty { throw Refusal(.statementNotHere) }
      return found
    }
  }

  /// What is signed of a statement and its additions, each computed anew.
  func checked(_ statement: Statement) -> [StatementVerification.Signed] {
    var found: [StatementVerification.Signed] = []
    if let signed = statement.signed {
      found.append(checked(signed.content, signed.digest, signed.signature))
      found[0].form = signed.content.form
    }
    for supplement in statement.supplements {
      guard let signed = supplement.signed else { continue }
      var one = checked(signed.content, signed.digest, signed.signature)
      one.supplement = supplement.requested.number
      one.belongsToStatement =
        signed.content.statement == statement.signed?.digest
        && signed.content.number == supplement.requested.number
      found.append(one)
    }
    return found
  }

  private func checked(
    _ content: some SignableContent, _ digest: String, _ signature: StatementSignature
  ) -> StatementVerification.Signed {
    StatementVerification.Signed(
      supplement: 0, form: nil, signedAt: signature.at, digest: digest,
      isContentIntact: content.digest(Self.statementHash) == digest,
      isSignatureValid: signer.vouches(for: signature, of: digest), belongsToStatement: true)
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
