// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Work with certificates that is asked for on a page and done in the background: imports of
  /// files that were sent, and new editions. The files lie here, sealed, until they are taken in,
  /// so that a restart loses none. Names of files may hold identity numbers and are sealed too.
  static let followUpJobs = Migration(
    version: 16, name: "follow-up jobs",
    sql: """
      ALTER TABLE certificate_batch ADD COLUMN outcome {text};
      CREATE TABLE follow_up_job (
        id {identity},
        kind {text} NOT NULL,
        party {text} NOT NULL,
        person {text} NOT NULL,
        state {text} NOT NULL,
        created_ms {int} NOT NULL,
        changed_ms {int} NOT NULL,
        holder {text},
        attempts {int} NOT NULL,
        batch {int},
        progress {text},
        outcome {text},
        wrapped {blob} NOT NULL
      ){strict};
      CREATE INDEX follow_up_job_open ON follow_up_job (state, changed_ms)
        WHERE state IN ('receiving', 'waiting', 'running', 'stopped');
      CREATE INDEX follow_up_job_party ON follow_up_job (party, id);
      CREATE TABLE follow_up_upload_file (
        job {int} NOT NULL,
        place {int} NOT NULL,
        name {blob} NOT NULL,
        bytes {int} NOT NULL,
        PRIMARY KEY (job, place)
      ){strict};
      CREATE TABLE follow_up_upload_block (
        job {int} NOT NULL,
        place {int} NOT NULL,
        block {int} NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (job, place, block)
      ){strict};
      CREATE TABLE follow_up_upload_item (
        job {int} NOT NULL,
        number {int} NOT NULL,
        outcome {text} NOT NULL,
        kind {text} NOT NULL,
        type {text},
        refusal {text},
        reasons {text} NOT NULL,
        name {blob} NOT NULL,
        PRIMARY KEY (job, number)
      ){strict};
      """)
}
