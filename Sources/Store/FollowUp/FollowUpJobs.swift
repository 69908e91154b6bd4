// SPDX-License-Identifier: Apache-2.0
import Domain

/// The work that analysts asked for on pages. Each call is meant as one transaction.
public struct FollowUpJobs {
  let connection: any Connection
  let keyring: Keyring

  /// The jobs inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// Begins a job with a key of its own, with which its files and names are sealed.
  public func begin(
    _ kind: FollowUpJob.Kind, state: FollowUpJob.State, party: String, person: String,
    at now: Instant
  ) throws(StoreError) -> FollowUpJob {
    let row = try connection.first(
      """
      INSERT INTO follow_up_job
        (kind, party, person, state, created_ms, changed_ms, attempts, wrapped)
      VALUES (?, ?, ?, ?, ?, ?, 0, ?) RETURNING \(FollowUpJob.columns)
      """,
      [
        .text(kind.rawValue), .text(party), .text(person), .text(state.rawValue), .instant(now),
        .instant(now), .blob(try keyring.wrap(CaseKey(), stream: Self.stream)),
      ])
    guard let row else { throw .damaged("follow-up job") }
    return try FollowUpJob(row)
  }

  /// One of them; nil where there is none.
  public func find(_ id: Int) throws(StoreError) -> FollowUpJob? {
    guard
      let row = try connection.first(
        "SELECT \(FollowUpJob.columns) FROM follow_up_job WHERE id = ?", [.int(id)])
    else { return nil }
    return try FollowUpJob(row)
  }

  /// The last ones of a party, the newest first.
  public func list(
    party: String, limit: Int = Limits.pageRows
  ) throws(StoreError) -> [FollowUpJob] {
    var jobs: [FollowUpJob] = []
    let rows = try connection.query(
      """
      SELECT \(FollowUpJob.columns) FROM follow_up_job WHERE party = ?
      ORDER BY id DESC LIMIT ?
      """, [.text(party), .int(min(limit, Limits.pageRows))])
    for row in rows { jobs.append(try FollowUpJob(row)) }
    return jobs
  }

  /// An edition that waits or is being made, whoever asked for it; and the newest one else.
  public func newestEdition() throws(StoreError) -> FollowUpJob? {
    guard
      let row = try connection.first(
        """
        SELECT \(FollowUpJob.columns) FROM follow_up_job WHERE kind = ?
        ORDER BY CASE WHEN state IN ('waiting', 'running') THEN 0 ELSE 1 END, id DESC LIMIT 1
        """, [.text(FollowUpJob.Kind.edition.rawValue)])
    else { return nil }
    return try FollowUpJob(row)
  }

  /// Takes the oldest job that waits, or one whose process has been silent since a time: of
  /// several processes one gets it. Nil where there is none.
  public func claim(
    holder: String, silentSince: Instant, at now: Instant
  ) throws(StoreError) -> FollowUpJob? {
    guard
      let row = try connection.first(
        """
        UPDATE follow_up_job SET state = 'running', holder = ?, changed_ms = ?,
          attempts = attempts + 1
        WHERE id = (
          SELECT id FROM follow_up_job
          WHERE state = 'waiting' OR (state = 'running' AND changed_ms < ?)
          ORDER BY id LIMIT 1)
        AND (state = 'waiting' OR (state = 'running' AND changed_ms < ?))
        RETURNING \(FollowUpJob.columns)
        """,
        [.text(holder), .instant(now), .instant(silentSince), .instant(silentSince)])
    else { return nil }
    return try FollowUpJob(row)
  }

  /// Says that the holder lives and how far it has come. False where the job is its no longer.
  public func beat(
    _ id: Int, holder: String, progress: String?, batch: Int?, at now: Instant
  ) throws(StoreError) -> Bool {
    try connection.execute(
      """
      UPDATE follow_up_job SET changed_ms = ?, progress = COALESCE(?, progress),
        batch = COALESCE(?, batch)
      WHERE id = ? AND state = 'running' AND holder = ?
      """,
      [
        .instant(now), .optional(progress), batch.map { .int($0) } ?? .null, .int(id),
        .text(holder),
      ]) == 1
  }

  /// Ends a job that the holder has, or gives it up. Files are no longer kept once it is done.
  public func end(
    _ id: Int, holder: String, state: FollowUpJob.State, outcome: String?, at now: Instant
  ) throws(StoreError) {
    let ended = try connection.execute(
      """
      UPDATE follow_up_job SET state = ?, outcome = ?, changed_ms = ?, holder = NULL
      WHERE id = ? AND state = 'running' AND holder = ?
      """,
      [.text(state.rawValue), .optional(outcome), .instant(now), .int(id), .text(holder)])
    if ended == 1, state == .done { try removeFiles(id) }
  }

  /// Moves a job from one of some states to another. False where it was in none of them.
  public func move(
    _ id: Int, from states: [FollowUpJob.State], to state: FollowUpJob.State, at now: Instant
  ) throws(StoreError) -> Bool {
    let places = Placeholders.list(states.count)
    let moved = try connection.execute(
      """
      UPDATE follow_up_job SET state = ?, changed_ms = ?, holder = NULL, attempts = 0
      WHERE id = ? AND state IN (\(places))
      """,
      [.text(state.rawValue), .instant(now), .int(id)] + states.map { .text($0.rawValue) })
    if moved == 1, state == .cancelled { try removeFiles(id) }
    return moved == 1
  }

  /// Removes what has had its time, of one job: files that nobody finished sending, or that nobody
  /// went on with, and the names of documents. The counts stay. False where there is none.
  public func removeStale(
    receivingBefore: Instant, stoppedBefore: Instant, namesBefore: Instant
  ) throws(StoreError) -> Bool {
    let left = try connection.first(
      """
      UPDATE follow_up_job SET state = 'cancelled' WHERE id = (
        SELECT id FROM follow_up_job WHERE (state = 'receiving' AND changed_ms < ?)
        OR (state = 'stopped' AND changed_ms < ?) ORDER BY id LIMIT 1)
      AND state IN ('receiving', 'stopped') RETURNING id
      """, [.instant(receivingBefore), .instant(stoppedBefore)])
    if let left {
      try removeFiles(try left.int("id"))
      return true
    }
    let old = try connection.first(
      """
      SELECT j.id FROM follow_up_job j JOIN follow_up_upload_file f ON f.job = j.id
      WHERE j.changed_ms < ? AND j.state IN ('done', 'cancelled') ORDER BY j.id LIMIT 1
      """, [.instant(namesBefore)])
    guard let old else { return false }
    let id = try old.int("id")
    try removeFiles(id)
    try connection.execute("DELETE FROM follow_up_upload_item WHERE job = ?", [.int(id)])
    try connection.execute("DELETE FROM follow_up_upload_file WHERE job = ?", [.int(id)])
    return true
  }

  private func removeFiles(_ id: Int) throws(StoreError) {
    try connection.execute("DELETE FROM follow_up_upload_block WHERE job = ?", [.int(id)])
  }

  static let stream = "certificates/job"

  /// The key of a job's files and names.
  func key(_ id: Int) throws(StoreError) -> CaseKey {
    guard
      let row = try connection.first(
        "SELECT wrapped FROM follow_up_job WHERE id = ?", [.int(id)])
    else { throw .damaged("follow-up job") }
    return try keyring.unwrap(try row.blob("wrapped"), stream: Self.stream)
  }
}
