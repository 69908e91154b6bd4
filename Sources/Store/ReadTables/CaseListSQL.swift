// SPDX-License-Identifier: Apache-2.0

/// The text and arguments of the queries of one list.
///
/// The order is always that of one index (party, ended, key, stream). Conditions that are not a
/// range of that index are written as expressions (`status || ''`), so that an engine does not
/// take another index for them and sort afterwards.
struct CaseListSQL {
  let query: CaseQuery

  /// Case rows with the wrapped key of their case. The key is asked for row by row and not
  /// joined, so that no engine reads all keys for one page.
  static let source = """
    SELECT c.*, (SELECT k.wrapped FROM stream_key k WHERE k.stream = c.stream) AS wrapped
    FROM party_case c
    """

  /// Whether the page is read against the list's direction, to go back.
  var isBackward: Bool { query.cursor?.isBackward ?? false }

  /// Whether the index is walked upwards.
  var isAscending: Bool { (query.direction == .ascending) != isBackward }

  /// The values of `ended` to ask for, each by a query of its own.
  var endedValues: [Bool] {
    switch query.state {
    case .running: [false]
    case .ended: [true]
    case .all: [false, true]
    }
  }

  /// One page of the cases that have, or have not, ended.
  func page(ended: Bool, limit: Int) -> (String, [SQLValue]) {
    var (conditions, arguments) = conditions(ended: ended)
    let column = query.sort.column
    if let cursor = query.cursor {
      conditions.append("(c.\(column), c.stream) \(isAscending ? ">" : "<") (?, ?)")
      arguments += [cursor.key, .text(cursor.stream)]
    }
    let order = isAscending ? "ASC" : "DESC"
    let sql = """
      \(Self.source)
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY c.\(column) \(order), c.stream \(order) LIMIT ?
      """
    return (sql, arguments + [.int(limit)])
  }

  /// Counts up to a limit.
  func count(ended: Bool, limit: Int) -> (String, [SQLValue]) {
    let (conditions, arguments) = conditions(ended: ended)
    let sql = """
      SELECT COUNT(*) AS n FROM (
        SELECT 1 AS one FROM party_case c WHERE \(conditions.joined(separator: " AND "))
        LIMIT ?
      ) counted
      """
    return (sql, arguments + [.int(limit)])
  }

  /// Whether `party_count` knows the total.
  var isCountedExactly: Bool {
    query.performer == nil && query.region == nil && query.dueFrom == nil && query.dueTo == nil
      && !query.onlyDeviations
  }

  /// The total from `party_count`.
  func exactCount() -> (String, [SQLValue]) {
    var conditions = ["party = ?"]
    var arguments: [SQLValue] = [.text(query.party)]
    if query.state != .all {
      conditions.append("ended = ?")
      arguments.append(.flag(query.state == .ended))
    }
    if !query.statuses.isEmpty {
      conditions.append("status IN (\(Placeholders.list(query.statuses.count)))")
      arguments += query.statuses.map { .text($0) }
    }
    if let role = query.nextRole {
      conditions.append("next_role = ?")
      arguments.append(.text(role))
    }
    let sql = """
      SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM party_count
      WHERE \(conditions.joined(separator: " AND "))
      """
    return (sql, arguments)
  }

  private func conditions(ended: Bool) -> ([String], [SQLValue]) {
    var conditions = ["c.party = ?", "c.ended = ?"]
    var arguments: [SQLValue] = [.text(query.party), .flag(ended)]
    if !query.statuses.isEmpty {
      conditions.append("(c.status || '') IN (\(Placeholders.list(query.statuses.count)))")
      arguments += query.statuses.map { .text($0) }
    }
    for (column, value) in [
      ("next_role", query.nextRole), ("performer", query.performer), ("region", query.region),
    ] {
      guard let value else { continue }
      conditions.append("(c.\(column) || '') = ?")
      arguments.append(.text(value))
    }
    let due = query.sort == .due ? "c.due_key" : "(c.due_key + 0)"
    if let day = query.dueFrom {
      conditions.append("\(due) >= ?")
      arguments.append(.day(day))
    }
    if query.dueFrom != nil || query.dueTo != nil {
      // With a first day and no last one, cases without a day are left out too.
      conditions.append("\(due) <= ?")
      arguments.append(query.dueTo.map { .day($0) } ?? .integer(CaseRow.noDayKey - 1))
    }
    if query.onlyDeviations { conditions.append("c.deviations > 0") }
    return (conditions, arguments)
  }
}
