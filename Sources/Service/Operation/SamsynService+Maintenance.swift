// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Cases that one look at a list computes anew; the background does the rest.
  private static let refreshedByList = 20
  /// Cases computed anew in one transaction; others who write wait for no more than these.
  private static let projectedAtOnce = 10

  /// Computes anew the rows of all cases where time alone has changed something. It costs one
  /// indexed question when nothing is due.
  public func refreshDue() async throws(ServiceError) {
    var due = try await due(limit: Limits.walkRows)
    while !due.isEmpty {
      try await project(due)
      let next = try await self.due(limit: Limits.walkRows)
      // What is due again at once would be so for ever.
      if next.first == due.first { return }
      due = next
    }
  }

  /// As `refreshDue`, for a list that somebody waits for: a few cases, and where many are due at
  /// once the others with the next look or the next `tick`.
  func refreshForList() async throws(ServiceError) {
    try await project(try await due(limit: Self.refreshedByList))
  }

  private func due(limit: Int) async throws(ServiceError) -> [String] {
    let now = clock.now()
    return try await read { connection in
      try CaseRows(connection, self.keyring).recheckDue(now: now, limit: limit)
    }
  }

  /// Writes the rows of some cases anew, a few in each transaction.
  func project(_ streams: [String]) async throws(ServiceError) {
    var rest = streams[...]
    while !rest.isEmpty {
      let some = rest.prefix(Self.projectedAtOnce)
      rest = rest.dropFirst(some.count)
      try await write { connection in
        for stream in some { try self.project(connection, stream) }
      }
    }
  }

  func project(_ connection: any Connection, _ stream: String) throws {
    guard let id = try? CaseNumber(stream) else { return }
    let history = try CaseHistory(connection, keyring).load(id)
    guard !history.isEmpty else { return }
    try CaseProjection(
      id: id, history: history, context: try caseContext(connection, history), keyring: keyring
    ).write(connection)
    try projectConversation(connection, id, history)
  }

  func streams(_ connection: any Connection, _ query: CaseQuery) throws -> [String] {
    var streams: [String] = []
    var query = query
    while true {
      let page = try CaseRows(connection, keyring).list(query)
      streams += page.rows.map(\.stream)
      guard let next = page.next else { return streams }
      query.cursor = next
    }
  }

  /// Recreates every list from the journal, in one transaction. Returns the number of cases.
  @discardableResult
  public func rebuild() async throws(ServiceError) -> Int {
    try await write { connection in
      try ReadTables(connection).clear()
      let journal = Journal(connection, self.keyring)
      var last: String?
      var cases = 0
      while true {
        let streams = try journal.streams(after: last, limit: Limits.walkRows)
        for stream in streams where (try? CaseNumber(stream)) != nil {
          try self.projectUnlessDisposed(connection, stream)
          cases += 1
        }
        last = streams.last
        if streams.count < Limits.walkRows { return cases }
      }
    }
  }

  private func projectUnlessDisposed(_ connection: any Connection, _ stream: String) throws {
    do {
      try project(connection, stream)
    } catch StoreError.disposed {
      // The row that was left at disposal stays: number and dates, nothing else.
    }
  }

  /// Throws away drafts that nobody has touched for long, with what was attached to them, and
  /// sessions that have ended: they hold what people wrote or who they are, and nobody needs it
  /// any more.
  func removeStale() async throws(ServiceError) {
    let today = clock.now()
    let draftsBefore = Instant(
      day: today.day.adding(days: -KeepingTime.draftDays), time: today.clock)
    // A session lives by the real time also where a demonstration has been moved to another day.
    let now = clock.unmoved()
    try await write { connection in
      let drafts = try Drafts(connection, self.keyring).removeStale(
        before: draftsBefore, except: Self.notesKind)
      for draft in drafts { try self.releaseAttachments(connection, of: draft) }
      try Sessions(connection, self.keyring).removeStale(
        seenBefore: now.adding(hours: -KeepingTime.sessionIdleHours),
        createdBefore: now.adding(hours: -KeepingTime.sessionLongestHours))
    }
  }

  /// A fingerprint of every list, for comparing before and after a rebuild.
  public func listsDigest() async throws(ServiceError) -> String {
    try await read { try ReadTables($0).digest().hexadecimal }
  }

  /// Checks every hash chain, anchor, version and key.
  public func verify() async throws(ServiceError) -> VerifyReport {
    do { return try await Verifier.verify(database, keyring: keyring) } catch {
      throw ServiceError(error)
    }
  }

  /// Anchors all stream heads together, where anything has been written since the last anchor.
  public func anchor() async throws(ServiceError) {
    let now = clock.now()
    _ = try await write { try Anchors($0).write(at: now) }
  }
}
