// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Documents about certificates for follow-up. What is counted lies apart from the originals, so
  /// that everything that is counted can be walked without touching what is sealed. Persons are
  /// pseudonyms; each has a key of its own, with which its originals are sealed.
  static let followUp = Migration(
    version: 13, name: "follow-up",
    sql: """
      CREATE TABLE certificate_batch (
        id {identity},
        source {blob} NOT NULL,
        origin {text} NOT NULL,
        actor {text} NOT NULL,
        started_ms {int} NOT NULL,
        ended_ms {int},
        reached_file {blob},
        reached_place {int} NOT NULL
      ){strict};
      CREATE INDEX certificate_batch_open ON certificate_batch (ended_ms, source);
      CREATE TABLE certificate_person (
        person {blob} NOT NULL PRIMARY KEY,
        wrapped {blob} NOT NULL,
        sex {text},
        birth_month {int},
        created_ms {int} NOT NULL
      ){strict};
      CREATE TABLE certificate_document (
        position {int} NOT NULL PRIMARY KEY,
        digest {blob} NOT NULL UNIQUE,
        kind {text} NOT NULL,
        type {text},
        person {blob},
        certificate {blob},
        unit {text},
        day {int},
        sent {int},
        verdict {text} NOT NULL,
        refusal {text},
        reasons {text} NOT NULL,
        fact {text},
        batch {int} NOT NULL,
        place {int} NOT NULL,
        name {blob} NOT NULL
      ){strict};
      CREATE INDEX certificate_document_person ON certificate_document (person, digest);
      CREATE INDEX certificate_document_other ON certificate_document (kind, person)
        WHERE kind <> 'certificate';
      CREATE TABLE certificate_original (
        position {int} NOT NULL PRIMARY KEY,
        sealed {blob} NOT NULL
      ){strict};
      CREATE TABLE follow_up_edition (
        number {int} NOT NULL PRIMARY KEY,
        built_ms {int} NOT NULL,
        through_position {int} NOT NULL,
        folder {text} NOT NULL,
        notes {text} NOT NULL
      ){strict};
      """)
}
