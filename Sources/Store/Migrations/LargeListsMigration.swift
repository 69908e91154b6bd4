// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Lists that stay quick with a million cases: how many tasks each party has by day, so that
  /// counting them costs as many rows as there are days; and the instant at which a row must be
  /// computed again in place of the day, so that it is computed once.
  static let largeLists = Migration(
    version: 4, name: "large lists",
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
      ALTER TABLE party_case ADD COLUMN recheck_ms {int};
      UPDATE party_case SET recheck_ms = recheck_day * 86400000;
      DROP INDEX party_case_recheck;
      ALTER TABLE party_case DROP COLUMN recheck_day;
      CREATE INDEX party_case_recheck ON party_case (recheck_ms, stream)
        WHERE recheck_ms IS NOT NULL;
      """)
}
