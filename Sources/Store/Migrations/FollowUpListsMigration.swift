// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Dated copies of lists of codes, and what is supplied in files because certificates do not
  /// tell it. A supplied row that another replaced says which file did; nothing is overwritten.
  static let followUpLists = Migration(
    version: 14, name: "follow-up lists",
    sql: """
      CREATE TABLE code_list (
        kind {text} NOT NULL,
        day {int} NOT NULL,
        digest {blob} NOT NULL,
        file {text} NOT NULL,
        entries {int} NOT NULL,
        imported_ms {int} NOT NULL,
        imported_by {text} NOT NULL,
        lines {blob} NOT NULL,
        PRIMARY KEY (kind, day)
      ){strict};
      CREATE TABLE supplied_file (
        number {identity},
        kind {text} NOT NULL,
        file {text} NOT NULL,
        digest {blob} NOT NULL,
        row_count {int} NOT NULL,
        skipped {int} NOT NULL,
        imported_ms {int} NOT NULL,
        imported_by {text} NOT NULL
      ){strict};
      CREATE TABLE supplied_row (
        kind {text} NOT NULL,
        subject {text} NOT NULL,
        file_number {int} NOT NULL,
        version {int} NOT NULL,
        line {text} NOT NULL,
        replaced_by {int},
        PRIMARY KEY (kind, subject, version, file_number)
      ){strict};
      CREATE INDEX supplied_row_present ON supplied_row (kind, replaced_by);
      ALTER TABLE directory_snapshot ADD COLUMN accepted_because {text};
      CREATE TABLE directory_superseded (
        number {identity},
        kind {text} NOT NULL,
        day {int} NOT NULL,
        digest {blob} NOT NULL,
        objects {int} NOT NULL,
        passed_over {int} NOT NULL,
        imported_ms {int} NOT NULL,
        superseded_ms {int} NOT NULL,
        reason {text} NOT NULL,
        lines {blob} NOT NULL
      ){strict};
      """)
}
