// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// A case as the actor's party sees it, and a line in the log that it was opened.
  ///
  /// - Throws: `notFound` where there is no such case and equally where nothing of it was sent
  ///   to the party, so that the answer tells nothing.
  public func view(
    _ id: CaseNumber, for actor: Actor, asOf: Instant? = nil, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> CaseView {
    let view = try await read { connection -> CaseView? in
      guard try self.isTold(connection, actor.party, of: id) else { return nil }
      let history = try CaseHistory(connection, self.keyring).load(id)
      return CaseView(
        id: id, history: history, for: actor, asOf: asOf,
        context: try self.caseContext(connection, history))
    }
    try await log("open", by: actor, case: id, purpose: purpose, items: view == nil ? 0 : 1)
    guard let view else { throw .refused(Refusal(.notFound)) }
    return view
  }

  /// The version of a case as a party sees it; for finding out whether a page is still current.
  /// It shows nothing, so it is not logged.
  public func version(
    of id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> Int? {
    try await read { connection in
      guard try self.isTold(connection, actor.party, of: id) else { return nil }
      return try CaseHistory(connection, self.keyring).load(id)
        .last { $0.audience[actor.party] != nil }?.version
    }
  }

  /// Whether anything of a case was sent to a party, asked before the case is read: how long an
  /// answer takes must not tell that there is a case. The insured person has no lists.
  func isTold(_ connection: any Connection, _ party: Party, of id: CaseNumber) throws -> Bool {
    try party == .insured
      || CaseRows(connection, keyring).isTold(party.description, of: id.description)
  }
}
