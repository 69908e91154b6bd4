// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Store

// Signing. What is signed is what the signer has read: she repeats its digest, and it is compared
// in the transaction that sends it.
extension SamsynService {
  /// The hash that digests are made with.
  public static let statementHash: StatementHash = { Array(SHA256.hash(data: $0)) }

  /// The whole statement as it would be signed now.
  ///
  /// - Throws: `.refused`, as `statementWork`, or with what is missing.
  public func statementToSign(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> StatementToSign {
    let work = try await statementWork(in: id, for: actor)
    do {
      let content = try work.definition.content(work.draft, of: work.view.state)
      return StatementToSign(
        work: work, content: content, digest: content.digest(Self.statementHash))
    } catch {
      throw ServiceError(error)
    }
  }

  /// Signs the statement and sends it, whole, or not at all. From then on nothing in it changes.
  ///
  /// - Parameter digest: of what the signer has read.
  /// - Throws: `.refused`: who may not, what is missing, or `statementChanged` where somebody has
  ///   written since.
  @discardableResult
  public func signStatement(
    _ digest: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> CommandResult {
    let reading = try await statementToSign(in: id, for: actor)
    if let refusal = reading.work.signingRefusal { throw .refused(refusal) }
    guard reading.digest == digest else { throw .refused(Refusal(.statementChanged)) }
    let now = clock.now()
    let signature = try await signer.sign(digest: digest, by: actor, at: now)
    return try await write { connection in
      try StatementEdits(connection, self.keyring).hold(id.description)
      let work = try self.work(connection, id, actor)
      let loaded = try self.loadDraft(connection, id, actor.party, fresh: true)
      if let refusal = work.signingRefusal { throw refusal }
      let content = try work.definition.content(loaded.draft, of: work.view.state)
      guard content.digest(Self.statementHash) == digest else {
        throw Refusal(.statementChanged)
      }
      let signed = SignedStatement(
        content: content, digest: digest, signature: signature,
        revision: loaded.draft.revision, draftHash: loaded.last?.hash.hexadecimal ?? "")
      return try self.execute(
        connection, .sendStatement(StatementSent(day: work.view.context.today, signed: signed)),
        in: id, by: actor, expecting: nil, key: nil)
    }
  }

  /// The answers to the open question as they would be signed now.
  ///
  /// - Throws: `.refused`: `noSupplement` where nothing is asked, or what is missing.
  public func supplementToSign(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> SupplementToSign {
    let work = try await statementWork(in: id, for: actor)
    do {
      let content = try Self.supplement(work)
      return SupplementToSign(
        work: work, content: content, digest: content.digest(Self.statementHash))
    } catch {
      throw ServiceError(error)
    }
  }

  private static func supplement(_ work: StatementWork) throws(Refusal) -> SupplementContent {
    guard let question = work.question else { throw Refusal(.noSupplement) }
    return try work.draft.supplement(question.requested, of: work.view.state)
  }

  /// Signs the answers and sends them as an addition to the statement, which stays as it was.
  ///
  /// - Parameter number: of the question that is answered; nil is the open one.
  /// - Throws: as `signStatement`, and `noSupplement` where another question is open.
  @discardableResult
  public func signSupplement(
    _ digest: String, to number: Int? = nil, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> CommandResult {
    let reading = try await supplementToSign(in: id, for: actor)
    let state = reading.work.view.state
    if let refusal = state.supplementSigningRefusal(actor, reading.work.view.context) {
      throw .refused(refusal)
    }
    if let number, number != reading.content.number {
      throw .refused(Refusal(.noSupplement, field: "supplement"))
    }
    guard reading.digest == digest else { throw .refused(Refusal(.statementChanged)) }
    let now = clock.now()
    let signature = try await signer.sign(digest: digest, by: actor, at: now)
    return try await write { connection in
      try StatementEdits(connection, self.keyring).hold(id.description)
      let work = try self.work(connection, id, actor)
      if let refusal = work.view.state.supplementSigningRefusal(actor, work.view.context) {
        throw refusal
      }
      let content = try Self.supplement(work)
      guard content.digest(Self.statementHash) == digest else {
        throw Refusal(.statementChanged)
      }
      let signed = SignedSupplement(content: content, digest: digest, signature: signature)
      return try self.execute(
        connection,
        .sendStatementSupplement(
          number: content.number, day: work.view.context.today, signed: signed),
        in: id, by: actor, expecting: nil, key: nil)
    }
  }
}
