// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What lists are read from: one row per party and case, one per party and task, and totals.
  ///
  /// Each sort order of the case list has an index that starts with party and ended and ends with
  /// the stream, so a page is a range of an index in both directions. A missing last day sorts
  /// last by a large number in `due_key`.
  static let readTables = Migration(
    version: 2, name: "read tables",
    sql: """
      CREATE TABLE party_case (
        party {text} NOT NULL,
        stream {text} NOT NULL,
        case_number {text} NOT NULL,
        number_key {int} NOT NULL,
        fk_hash {blob},
        person_hash {blob},
        status {text} NOT NULL,
        next_role {text} NOT NULL,
        region {text} NOT NULL,
        performer {text} NOT NULL,
        method {text} NOT NULL,
        opened_day {int} NOT NULL,
        complete_day {int},
        due_day {int},
        due_key {int} NOT NULL,
        due_basis {text},
        ended_day {int},
        ended {int} NOT NULL,
        deviations {int} NOT NULL,
        protected {int} NOT NULL,
        recheck_day {int},
        updated_ms {int} NOT NULL,
        position {int} NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (party, stream)
      ){strict};
      CREATE INDEX party_case_due ON party_case (party, ended, due_key, stream);
      CREATE INDEX party_case_opened ON party_case (party, ended, opened_day, stream);
      CREATE INDEX party_case_number ON party_case (party, ended, number_key, stream);
      CREATE INDEX party_case_updated ON party_case (party, ended, updated_ms, stream);
      CREATE INDEX party_case_status ON party_case (party, ended, status, stream);
      CREATE INDEX party_case_exact ON party_case (party, case_number);
      CREATE INDEX party_case_fk ON party_case (party, fk_hash) WHERE fk_hash IS NOT NULL;
      CREATE INDEX party_case_person ON party_case (party, person_hash)
        WHERE person_hash IS NOT NULL;
      CREATE INDEX party_case_recheck ON party_case (recheck_day, stream)
        WHERE recheck_day IS NOT NULL;
      CREATE INDEX party_case_stream ON party_case (stream);
      CREATE TABLE party_task (
        party {text} NOT NULL,
        stream {text} NOT NULL,
        code {text} NOT NULL,
        subject {text} NOT NULL,
        opens_day {int} NOT NULL,
        due_day {int},
        due_key {int} NOT NULL,
        due_basis {text},
        rule_id {text},
        blocked {int} NOT NULL,
        PRIMARY KEY (party, stream, code, subject)
      ){strict};
      CREATE INDEX party_task_due ON party_task (party, due_key, stream, code, subject);
      CREATE INDEX party_task_stream ON party_task (stream);
      CREATE TABLE party_count (
        party {text} NOT NULL,
        ended {int} NOT NULL,
        status {text} NOT NULL,
        next_role {text} NOT NULL,
        n {int} NOT NULL,
        PRIMARY KEY (party, ended, status, next_role)
      ){strict};
      """)
}
