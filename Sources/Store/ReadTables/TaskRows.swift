// SPDX-License-Identifier: Apache-2.0
import Domain

/// The task lists of the parties.
public struct TaskRows {
  private let connection: any Connection
  private let keyring: Keyring

  /// The task lists inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// Writes the parties' tasks of a case in place of those they had, or all parties' where none
  /// are named. Tasks that stay as they are cost no write.
  public func replace(
    _ stream: String, of parties: Set<String>? = nil, with tasks: [TaskRow]
  ) throws(StoreError) {
    try Journal.lock(connection)
    let old = try stored(stream).filter { parties?.contains($0.party) ?? true }
    let kept = Set(old).intersection(tasks)
    var counted: [[SQLValue]: Int] = [:]
    for task in old where !kept.contains(task) {
      try connection.send(
        "DELETE FROM party_task WHERE party = ? AND stream = ? AND code = ? AND subject = ?",
        [.text(task.party), .text(stream), .text(task.code), .text(task.subject)])
      counted[task.group, default: 0] -= 1
    }
    let new = tasks.filter { !kept.contains($0) }
    for task in new {
      guard task.stream == stream else { throw .damaged("task of another stream") }
      counted[task.group, default: 0] += 1
    }
    try insert(new)
    try Self.totals.change(counted, connection)
  }

  /// What `task` reads besides party and stream, of the table `party_task t`. The names are apart
  /// from those of the case that a task may be read with.
  private static let columns = """
    t.code AS task_code, t.subject AS task_subject, t.opens_day AS task_opens_day,
    t.due_day AS task_due_day, t.due_basis AS task_due_basis, t.rule_id AS task_rule_id,
    t.blocked AS task_blocked, t.noticed AS task_noticed
    """

  private static let totals = Totals(
    table: "party_task_count", columns: ["party", "opens_day", "due_key", "blocked"])

  private func stored(_ stream: String) throws(StoreError) -> [TaskRow] {
    var tasks: [TaskRow] = []
    let rows = try connection.query(
      """
      SELECT t.party, t.stream, \(Self.columns) FROM party_task t WHERE t.stream = ?
      """, [.text(stream)])
    for row in rows { tasks.append(try Self.task(row)) }
    return tasks
  }

  /// A page of a party's tasks of which it has been told so much and no more, and whose last day
  /// comes before a day; nearest day first. It costs as many rows as there are such tasks.
  public func told(
    _ noticed: TaskRow.Noticed, party: String, before day: Day, after cursor: TaskCursor? = nil
  ) throws(StoreError) -> [TaskRow] {
    var tasks: [TaskRow] = []
    let (sql, arguments) = Self.toldSQL(noticed, party: party, before: day, after: cursor)
    for row in try connection.query(sql, arguments) { tasks.append(try Self.task(row)) }
    return tasks
  }

  static func toldSQL(
    _ noticed: TaskRow.Noticed, party: String, before day: Day, after cursor: TaskCursor?
  ) -> (String, [SQLValue]) {
    var arguments: [SQLValue] = [.text(party), .int(noticed.rawValue), .day(day)]
    var after = ""
    if let cursor {
      after = "AND (due_key, stream, code, subject) > (?, ?, ?, ?)"
      arguments += cursor.arguments
    }
    let sql = """
      SELECT t.party, t.stream, \(columns)
      FROM party_task t WHERE party = ? AND noticed = ? AND due_key < ? \(after)
      ORDER BY due_key, stream, code, subject LIMIT ?
      """
    return (sql, arguments + [.int(Limits.pageRows)])
  }

  private func insert(_ tasks: [TaskRow]) throws(StoreError) {
    if tasks.isEmpty { return }
    try connection.send(
      """
      INSERT INTO party_task (party, stream, code, subject, opens_day, due_day, due_key,
        due_basis, rule_id, blocked, noticed)
      VALUES \(Placeholders.rows(tasks.count, columns: 11))
      """,
      tasks.flatMap { task -> [SQLValue] in
        [
          .text(task.party), .text(task.stream), .text(task.code), .text(task.subject),
          .day(task.opensDay), .day(task.dueDay), .integer(CaseRow.key(of: task.dueDay)),
          .optional(task.dueBasis), .optional(task.ruleID), .flag(task.isBlocked),
          .int(task.noticed.rawValue),
        ]
      })
  }

  /// A party's tasks that are shown on a day, by last day. A task is listed only while the party
  /// has a row of the case.
  public func list(
    party: String, openBy day: Day, limit: Int = 50, cursor: TaskCursor? = nil
  ) throws(StoreError) -> TaskPage {
    let limit = max(1, min(limit, Limits.pageRows))
    let (sql, arguments) = Self.listSQL(
      party: party, openBy: day, limit: limit + 1, cursor: cursor)
    let rows = try connection.query(sql, arguments)
    var entries: [TaskEntry] = []
    for row in rows.prefix(limit) {
      let assessment = try CaseRows.open(row, keyring)
      entries.append(TaskEntry(task: try Self.task(row), assessment: assessment))
    }
    let next = rows.count > limit ? entries.last.map { TaskCursor($0.task) } : nil
    return TaskPage(entries: entries, next: next)
  }

  /// A party's tasks that are shown today, by how near their last day is.
  public func counts(
    party: String, today: Day, soonDay: Day
  ) throws(StoreError) -> TaskCounts {
    let row = try connection.first(
      """
      SELECT
        CAST(COALESCE(SUM(CASE WHEN blocked = 0 AND due_key < ? THEN n ELSE 0 END), 0)
          AS BIGINT) AS late,
        CAST(COALESCE(SUM(CASE WHEN blocked = 0 AND due_key >= ? AND due_key <= ?
          THEN n ELSE 0 END), 0) AS BIGINT) AS soon,
        CAST(COALESCE(SUM(CASE WHEN blocked = 0 AND due_key > ? AND due_key >= ?
          THEN n ELSE 0 END), 0) AS BIGINT) AS later,
        CAST(COALESCE(SUM(CASE WHEN blocked = 1 THEN n ELSE 0 END), 0) AS BIGINT) AS blocked
      FROM party_task_count WHERE party = ? AND opens_day <= ?
      """,
      [
        .day(today), .day(today), .day(soonDay), .day(soonDay), .day(today), .text(party),
        .day(today),
      ])
    guard let row else { throw .damaged("party_task") }
    return TaskCounts(
      late: try row.int("late"), soon: try row.int("soon"), later: try row.int("later"),
      blocked: try row.int("blocked"))
  }

  static func listSQL(
    party: String, openBy day: Day, limit: Int, cursor: TaskCursor?
  ) -> (String, [SQLValue]) {
    var arguments: [SQLValue] = [.text(party), .day(day)]
    var after = ""
    if let cursor {
      after = "AND (t.due_key, t.stream, t.code, t.subject) > (?, ?, ?, ?)"
      arguments += cursor.arguments
    }
    let sql = """
      SELECT c.*, (SELECT k.wrapped FROM stream_key k WHERE k.stream = c.stream) AS wrapped,
        \(columns)
      FROM party_task t
      JOIN party_case c ON c.party = t.party AND c.stream = t.stream
      WHERE t.party = ? AND t.opens_day <= ? \(after)
      ORDER BY t.due_key, t.stream, t.code, t.subject LIMIT ?
      """
    return (sql, arguments + [.int(limit)])
  }

  private static func task(_ row: SQLRow) throws(StoreError) -> TaskRow {
    guard let noticed = TaskRow.Noticed(rawValue: try row.int("task_noticed")) else {
      throw .damaged("party_task")
    }
    return TaskRow(
      party: try row.text("party"), stream: try row.text("stream"),
      code: try row.text("task_code"), subject: try row.text("task_subject"),
      opensDay: try row.day("task_opens_day"), dueDay: try row.optionalDay("task_due_day"),
      dueBasis: try row.optionalText("task_due_basis"),
      ruleID: try row.optionalText("task_rule_id"), isBlocked: try row.flag("task_blocked"),
      noticed: noticed)
  }
}

extension TaskRow {
  /// What the task is counted under.
  fileprivate var group: [SQLValue] {
    [.text(party), .day(opensDay), .integer(CaseRow.key(of: dueDay)), .flag(isBlocked)]
  }
}
