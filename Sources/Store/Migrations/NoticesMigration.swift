// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// A task tells what its party has been told of the last day, so that the background finds what
  /// is left to tell without going through every case. Older rows say that nothing was told; the
  /// background sets them right as it comes to them.
  static let notices = Migration(
    version: 9, name: "notices",
    sql: """
      ALTER TABLE party_task ADD COLUMN noticed {int} NOT NULL DEFAULT 0;
      CREATE INDEX party_task_noticed
        ON party_task (party, noticed, due_key, stream, code, subject);
      """)
}
