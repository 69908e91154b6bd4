// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// The journal's last position; it says nothing but how much has been written.
  public func position() async throws(ServiceError) -> Int {
    try await read { try Journal($0, self.keyring).maxPosition() }
  }

  /// A position in the form in which it may leave the program: it moves with what was sent to
  /// others, and so it is told sealed.
  public func place(at position: Int) throws(ServiceError) -> String {
    do { return try keyring.sealPosition(position) } catch { throw ServiceError(error) }
  }

  /// The position of a place that was told; nil for any other text.
  public func position(at place: String) -> Int? { try? keyring.openPosition(place) }

  /// Whether anything after `position` was sent to the party, and the last position that was
  /// looked at: who has been away for long asks again from there, and misses nothing.
  ///
  /// - Parameter limit: how many events one look takes in.
  public func news(
    for actor: Actor, after position: Int, limit: Int = Limits.walkRows
  ) async throws(ServiceError) -> (position: Int, isNew: Bool) {
    try await read { connection in
      let journal = Journal(connection, self.keyring)
      let last = try journal.maxPosition()
      // What is sent to one of the insured is no news to another.
      guard actor.party != .insured else { return (last, false) }
      guard last > position else { return (last, false) }
      let party = actor.party.description
      let headers = try journal.headers(afterPosition: position, limit: limit)
      return (headers.last?.position ?? last, headers.contains { $0.audience[party] != nil })
    }
  }
}
