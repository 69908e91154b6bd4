// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// The truth: events, their keys, receipts and anchors.
  ///
  /// `event_position` holds the last position given. Its row is locked by every append, so
  /// positions have no gaps and follow the order of the commits on both engines: who reads "after
  /// position n" misses nothing, and a deleted event leaves a hole that verification sees.
  static let journal = Migration(
    version: 1, name: "journal",
    sql: """
      CREATE TABLE event (
        position {int} NOT NULL PRIMARY KEY,
        stream {text} NOT NULL,
        version {int} NOT NULL,
        kind {text} NOT NULL,
        schema_version {int} NOT NULL,
        author {text} NOT NULL,
        person {text},
        on_behalf_of {text},
        audience {text} NOT NULL,
        occurred_ms {int} NOT NULL,
        recorded_ms {int} NOT NULL,
        correlation {text} NOT NULL,
        payload {blob} NOT NULL,
        previous_hash {blob} NOT NULL,
        hash {blob} NOT NULL,
        UNIQUE (stream, version)
      ){strict};
      CREATE TABLE event_position (
        id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
        last {int} NOT NULL
      ){strict};
      INSERT INTO event_position (id, last) VALUES (1, 0);
      CREATE TABLE stream_key (
        stream {text} NOT NULL PRIMARY KEY,
        wrapped {blob},
        created_ms {int} NOT NULL,
        disposed_ms {int}
      ){strict};
      CREATE TABLE command_receipt (
        key_hash {blob} NOT NULL PRIMARY KEY,
        stream {text} NOT NULL,
        first_version {int} NOT NULL,
        last_version {int} NOT NULL,
        result {text} NOT NULL,
        recorded_ms {int} NOT NULL
      ){strict};
      CREATE TABLE anchor (
        id {int} NOT NULL PRIMARY KEY,
        position {int} NOT NULL,
        heads_hash {blob} NOT NULL,
        previous_hash {blob} NOT NULL,
        at_ms {int} NOT NULL
      ){strict};
      CREATE TABLE case_number_sequence (
        year {int} NOT NULL PRIMARY KEY,
        last {int} NOT NULL
      ){strict};
      """)
}
