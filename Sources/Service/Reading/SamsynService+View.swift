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
    try await logged("open", id, actor, purpose: purpose) {
      try self.caseView($0, id, actor, asOf: asOf)
    }
  }

  /// A case as the actor's party sees it, within a transaction; `notFound` as `view`.
  func caseView(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor, asOf: Instant? = nil
  ) throws -> CaseView {
    let history = try shownHistories(connection).load(id, for: actor, on: self.clock.now().day)
    let view = CaseView(
      id: id, history: history, for: actor, asOf: asOf,
      context: try caseContext(connection, history))
    guard let view else { throw Refusal(.notFound) }
    return view
  }

  /// The version of a case as a party sees it; for finding out whether a page is still current.
  /// It shows nothing, so it is not logged.
  public func version(
    of id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> Int? {
    try await read { connection in
      try self.shownHistories(connection).load(id, for: actor, on: self.clock.now().day)
        .last { $0.audience[actor.party] != nil }?.version
    }
  }
}
