// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Savings of statements that are being written: only ever added, each with the hash of the one
  /// before, so that none can be taken out unseen. A party sees its own.
  static let statement = Migration(
    version: 10, name: "statement",
    sql: """
      CREATE TABLE statement_edit (
        stream {text} NOT NULL,
        party {text} NOT NULL,
        number {int} NOT NULL,
        saved_ms {int} NOT NULL,
        sealed {blob} NOT NULL,
        previous {blob} NOT NULL,
        hash {blob} NOT NULL,
        PRIMARY KEY (stream, party, number),
        CHECK (number > 0)
      ){strict};
      """)
}
