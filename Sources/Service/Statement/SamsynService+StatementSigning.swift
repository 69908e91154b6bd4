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
    try await toSign(in: id, for: actor, Self.statement)
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
    try await sign(digest, in: id, by: actor, Self.statement, refusal: \.signingRefusal) {
      connection, ready, signature in
      // A mentor's word is asked for in the transaction that sends it.
      try self.checkMentor(connection, ready.digest, ready.work.view.state, actor)
      let releases = try actor.party.hsaID.map {
        try self.registers(connection).load($0).releasesStatements
      }
      return .sendStatement(
        StatementSent(
          day: ready.work.view.context.today,
          signed: SignedStatement(
            content: ready.content, digest: ready.digest, signature: signature,
            revision: ready.work.draft.revision, draftHash: ready.work.draftHash),
          awaitsRelease: releases == true ? true : nil))
    }
  }

  /// The answers to the open question as they would be signed now.
  ///
  /// - Throws: `.refused`: `noSupplement` where nothing is asked, or what is missing.
  public func supplementToSign(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> SupplementToSign {
    try await toSign(in: id, for: actor) { try Self.supplement($0, nil) }
  }

  /// Signs the answers and sends them as an addition to the statement, which stays as it was.
  ///
  /// - Parameter number: of the question that is answered; nil is the open one.
  /// - Throws: as `signStatement`, and `noSupplement` where another question is open.
  @discardableResult
  public func signSupplement(
    _ digest: String, to number: Int? = nil, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> CommandResult {
    try await sign(
      digest, in: id, by: actor, { try Self.supplement($0, number) },
      refusal: \.supplementSigningRefusal
    ) { _, ready, signature in
      .sendStatementSupplement(
        number: ready.content.number, day: ready.work.view.context.today,
        signed: SignedSupplement(
          content: ready.content, digest: ready.digest, signature: signature))
    }
  }

  @Sendable private static func statement(
    _ work: StatementWork
  ) throws -> StatementContent {
    try work.definition.content(work.draft, of: work.view.state)
  }

  private static func supplement(
    _ work: StatementWork, _ number: Int?
  ) throws -> SupplementContent {
    guard let question = work.question else { throw Refusal(.noSupplement) }
    if let number, number != question.requested.number {
      throw Refusal(.noSupplement, field: "supplement")
    }
    return try work.draft.supplement(question.requested, of: work.view.state)
  }

  private func toSign<Content>(
    in id: CaseNumber, for actor: Actor,
    _ content: (StatementWork) throws -> Content
  ) async throws(ServiceError) -> ToSign<Content> {
    let work = try await statementWork(in: id, for: actor)
    do { return try Self.ready(work, content) } catch { throw ServiceError(error) }
  }

  private static func ready<Content>(
    _ work: StatementWork, _ content: (StatementWork) throws -> Content
  ) throws -> ToSign<Content> {
    let content = try content(work)
    return ToSign(work: work, content: content, digest: content.digest(statementHash))
  }

  /// Signs what the signer has read, and sends it by a command in the same transaction in which
  /// everything is found to be as she read it.
  private func sign<Content: SignableContent>(
    _ digest: String, in id: CaseNumber, by actor: Actor,
    _ content: @Sendable @escaping (StatementWork) throws -> Content,
    refusal: @Sendable @escaping (StatementWork) -> Refusal?,
    command:
      @Sendable @escaping (any Connection, ToSign<Content>, StatementSignature) throws ->
      Command
  ) async throws(ServiceError) -> CommandResult {
    @Sendable func check(_ ready: ToSign<Content>) throws(Refusal) {
      if let refusal = refusal(ready.work) { throw refusal }
      guard ready.digest == digest else { throw Refusal(.statementChanged) }
    }
    let reading = try await toSign(in: id, for: actor, content)
    do throws(Refusal) { try check(reading) } catch { throw .refused(error) }
    let signature = try await signer.sign(digest: digest, by: actor, at: clock.now())
    return try await write { connection in
      try StatementEdits(connection, self.keyring).hold(id.description)
      let work = try self.work(connection, id, actor, fresh: true)
      let ready = try Self.ready(work, content)
      try check(ready)
      return try self.execute(
        connection, try command(connection, ready, signature), in: id, by: actor,
        expecting: nil, key: nil)
    }
  }
}
