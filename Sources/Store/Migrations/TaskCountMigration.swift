// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// How many tasks each party has by day, so that counting them costs as many rows as there are
  /// days, not as many as there are tasks.
  static let taskCounts = Migration(
    version: 4, name: "task counts",
    sql: """
      CREATE TABLE party_task_count (
        party {text} NOT NULL,
        opens_day {int} NOT NULL,
        due_key {int} NOT NULL,
        blocked {int} NOT NULL,
        n {int} NOT NULL,
        PRIMARY KEY (party, opens_day, due_key, blocked)
      ){strict};
      INSERT INTO party_task_count (party, opens_day, due_key, blocked, n)
      SELECT party, opens_day, due_key, blocked, COUNT(*) FROM party_task
      GROUP BY party, opens_day, due_key, blocked;
      """)
}
