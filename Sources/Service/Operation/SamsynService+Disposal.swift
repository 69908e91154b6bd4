// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Disposes of an ended case (gallring): its key is destroyed, so that nothing of what was said
  /// in it can ever be read again, and its lines keep the number and the dates. The chain of
  /// hashes still verifies. Messages that have not left are given up, drafts are thrown away.
  ///
  /// It is complete when the backups that still hold the key have expired.
  ///
  /// - Parameter reason: the decision it rests on, 1–255 characters without personal data; it is
  ///   kept in the log.
  /// - Throws: `notFound`, `caseNotEnded`, or `caseDisposed` where it was done before.
  public func dispose(_ id: CaseNumber, reason: String) async throws(ServiceError) {
    let now = clock.now()
    try await write { connection in
      try OperatorAct.check(reason)
      let keys = StreamKeys(connection, self.keyring)
      if try keys.isDisposed(id.description) { throw Refusal(.caseDisposed) }
      let history = try CaseHistory(connection, self.keyring).load(id)
      if history.isEmpty { throw Refusal(.notFound) }
      guard Assessment(id: id, events: history).ended != nil else {
        throw Refusal(.caseNotEnded)
      }
      try CaseRows(connection, self.keyring)
        .strip(id.description, status: Status.ended.rawValue)
      guard try keys.dispose(id.description, at: now) else {
        throw ServiceError.fault("disposal")
      }
      try OperatorAct.record(
        connection, "dispose", stream: id.description, reason: reason, at: now)
    }
  }
}
