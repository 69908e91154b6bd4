// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What is neither truth nor derived from it: outgoing messages, the log of reads, sessions,
  /// drafts, marks of the database and leases.
  static let operation = Migration(
    version: 3, name: "operation",
    sql: """
      CREATE TABLE outbox (
        id {identity},
        stream {text} NOT NULL,
        sequence {int} NOT NULL,
        recipient {text} NOT NULL,
        kind {text} NOT NULL,
        payload {blob} NOT NULL,
        state {text} NOT NULL,
        attempts {int} NOT NULL,
        next_attempt_ms {int} NOT NULL,
        error_code {text},
        created_ms {int} NOT NULL,
        settled_ms {int},
        UNIQUE (stream, sequence)
      ){strict};
      CREATE INDEX outbox_state ON outbox (state, id);
      CREATE INDEX outbox_next ON outbox (state, next_attempt_ms, id);
      CREATE INDEX outbox_order ON outbox (stream, recipient, sequence);
      CREATE TABLE access_log (
        id {identity},
        at_ms {int} NOT NULL,
        party {text} NOT NULL,
        person {text} NOT NULL,
        action {text} NOT NULL,
        stream {text},
        search_hash {blob},
        purpose {text} NOT NULL,
        items {int} NOT NULL
      ){strict};
      CREATE INDEX access_log_stream ON access_log (stream, id);
      CREATE INDEX access_log_person ON access_log (person, id);
      CREATE TABLE session (
        id_hash {blob} NOT NULL PRIMARY KEY,
        person {text} NOT NULL,
        created_ms {int} NOT NULL,
        seen_ms {int} NOT NULL,
        data {blob} NOT NULL
      ){strict};
      CREATE INDEX session_seen ON session (seen_ms);
      CREATE TABLE draft (
        id {text} NOT NULL PRIMARY KEY,
        party {text} NOT NULL,
        person {text} NOT NULL,
        kind {text} NOT NULL,
        stream {text} NOT NULL,
        sealed {blob} NOT NULL,
        updated_ms {int} NOT NULL,
        UNIQUE (party, person, kind, stream)
      ){strict};
      CREATE INDEX draft_stream ON draft (stream);
      CREATE INDEX draft_updated ON draft (updated_ms);
      CREATE TABLE meta (
        key {text} NOT NULL PRIMARY KEY,
        value {text} NOT NULL
      ){strict};
      CREATE TABLE job_lease (
        name {text} NOT NULL PRIMARY KEY,
        holder {text} NOT NULL,
        until_ms {int} NOT NULL
      ){strict};
      """)
}
