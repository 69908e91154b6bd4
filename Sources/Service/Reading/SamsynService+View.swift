// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// A case as the actor's party sees it, and a line in the log that it was opened.
  ///
  /// - Throws: `notFound` where there is no such case and equally where nothing of it was sent
  ///   to the party, so that the answer tells nothing; `caseDisposed` where there was something
  ///   and it has been disposed of.
  public func view(
    _ id: CaseNumber, for actor: Actor, asOf: Instant? = nil, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> CaseView {
    let view: CaseView?
    do throws(ServiceError) {
      view = try await read { connection in
        let history = try CaseHistory(connection, self.keyring).load(id, for: actor.party)
        return CaseView(
          id: id, history: history, for: actor, asOf: asOf,
          context: try self.caseContext(connection, history))
      }
    } catch {
      // Who tries to open a case that cannot be read stands in the log as well.
      try await log("open", by: actor, case: id, purpose: purpose, items: 0)
      throw error
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
      try CaseHistory(connection, self.keyring).load(id, for: actor.party)
        .last { $0.audience[actor.party] != nil }?.version
    }
  }
}
