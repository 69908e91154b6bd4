// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// The journal's last position; it says nothing but how much has been written.
  public func position() async throws(ServiceError) -> Int {
    try await read { try Journal($0, self.keyring).maxPosition() }
  }

  /// The last position up to now, and whether anything after `position` was sent to the party.
  public func news(
    for actor: Actor, after position: Int
  ) async throws(ServiceError) -> (position: Int, isNew: Bool) {
    try await read { connection in
      let journal = Journal(connection, self.keyring)
      let last = try journal.maxPosition()
      guard last > position else { return (last, false) }
      let party = actor.party.description
      let headers = try journal.headers(afterPosition: position, limit: Limits.walkRows)
      return (last, headers.contains { $0.audience[party] != nil })
    }
  }
}
