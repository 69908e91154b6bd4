// SPDX-License-Identifier: Apache-2.0

/// A table of totals beside the rows they count: one row per group, and none for a group of zero,
/// as after a rebuild. It is written under the journal's lock.
struct Totals {
  let table: String
  /// What rows are grouped by.
  let columns: [String]

  /// Adds to the totals of some groups, all in one or two statements.
  func change(
    _ changes: [[SQLValue]: Int], _ connection: any Connection
  ) throws(StoreError) {
    let changes = changes.filter { $0.value != 0 }
    if changes.isEmpty { return }
    let names = columns.joined(separator: ", ")
    try connection.send(
      """
      INSERT INTO \(table) (\(names), n)
      VALUES \(Placeholders.rows(changes.count, columns: columns.count + 1))
      ON CONFLICT (\(names)) DO UPDATE SET n = \(table).n + excluded.n
      """, changes.flatMap { $0.key + [.int($0.value)] })
    let lower = changes.filter { $0.value < 0 }.map(\.key)
    if lower.isEmpty { return }
    try connection.send(
      """
      DELETE FROM \(table) WHERE n = 0 AND (\(names)) IN
        (VALUES \(Placeholders.rows(lower.count, columns: columns.count)))
      """, lower.flatMap(\.self))
  }
}
