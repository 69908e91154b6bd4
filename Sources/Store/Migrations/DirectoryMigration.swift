// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Dated copies of the directory of health care. A row of a unit holds from the snapshot of its
  /// first day until, and not with, the snapshot of the day at which it no longer does, so that
  /// a unit that stays as it is has one row for any number of snapshots.
  static let directory = Migration(
    version: 12, name: "directory",
    sql: """
      CREATE TABLE directory_snapshot (
        kind {text} NOT NULL,
        day {int} NOT NULL,
        imported_ms {int} NOT NULL,
        digest {blob} NOT NULL,
        objects {int} NOT NULL,
        passed_over {int} NOT NULL,
        PRIMARY KEY (kind, day)
      ){strict};
      CREATE TABLE directory_row (
        kind {text} NOT NULL,
        id {text} NOT NULL,
        copy {int} NOT NULL,
        from_day {int} NOT NULL,
        until_day {int} NOT NULL,
        line {text} NOT NULL,
        hash {blob} NOT NULL,
        PRIMARY KEY (kind, id, copy, from_day),
        CHECK (from_day < until_day)
      ){strict};
      CREATE INDEX directory_row_ended ON directory_row (kind, until_day);
      """)
}
