// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// One reading of a case and its line in the log, which is there before anybody is told
  /// anything. An attempt that fails is in the log as well, with no items.
  ///
  /// - Parameter items: how much was shown; nil where the log has this reading already.
  func logged<T: Sendable>(
    _ action: String, _ id: CaseNumber, _ actor: Actor, purpose: ReadPurpose = .casework,
    items: (T) -> Int? = { _ in 1 },
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws(ServiceError) -> T {
    try await logged(action, id, actor, purpose: purpose, items: items) {
      () async throws(ServiceError) -> T in
      try await self.read(body)
    }
  }

  /// As above, for what is found in more than one reading of the database.
  ///
  /// - Parameter searched: the hash of what was searched for.
  func logged<T: Sendable>(
    _ action: String, _ id: CaseNumber, _ actor: Actor, searched: [UInt8]? = nil,
    purpose: ReadPurpose, items: (T) -> Int?,
    finding: () async throws(ServiceError) -> T
  ) async throws(ServiceError) -> T {
    let found: T
    do throws(ServiceError) { found = try await finding() } catch {
      try await log(
        action, by: actor, case: id, searched: searched, purpose: purpose, items: 0)
      throw error
    }
    if let count = items(found) {
      try await log(
        action, by: actor, case: id, searched: searched, purpose: purpose, items: count)
    }
    return found
  }
}
