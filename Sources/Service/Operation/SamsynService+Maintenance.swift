// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Computes anew the rows of cases where time alone has changed something. Lists call it, so
  /// that no list shows yesterday's truth; it costs one indexed question when nothing is due.
  public func refreshDue() async throws(ServiceError) {
    let today = clock.now().day
    let due = try await read { connection in
      try CaseRows(connection, self.keyring).recheckDue(today: today, limit: Limits.walkRows)
    }
    try await project(due)
  }

  /// Writes the rows of some cases anew, each case in its own transaction.
  func project(_ streams: [String]) async throws(ServiceError) {
    for stream in streams {
      try await write { connection in try self.project(connection, stream) }
    }
  }

  func project(_ connection: any Connection, _ stream: String) throws {
    guard let id = try? CaseNumber(stream) else { return }
    let history = try CaseHistory(connection, keyring).load(id)
    guard !history.isEmpty else { return }
    let position = try Journal(connection, keyring).headers(stream).last?.position ?? 0
    try CaseProjection(
      id: id, history: history, context: try caseContext(connection, history),
      position: position, keyring: keyring
    ).write(connection)
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

  /// A fingerprint of every list, for comparing before and after a rebuild.
  public func listsDigest() async throws(ServiceError) -> String {
    try await read { Hexadecimal.text(try ReadTables($0).digest()) }
  }

  /// Checks every hash chain, anchor and version.
  public func verify() async throws(ServiceError) -> VerifyReport {
    do { return try await Verifier.verify(database) } catch { throw ServiceError(error) }
  }

  /// Anchors all stream heads together, where anything has been written since the last anchor.
  public func anchor() async throws(ServiceError) {
    let now = clock.now()
    _ = try await write { try Anchors($0).write(at: now) }
  }
}
