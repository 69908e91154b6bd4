// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Documents of cases and their bytes in sealed chunks.
  ///
  /// A document is whole exactly when it has its address, and the same bytes from one party in one
  /// case are one document. A chunk cannot be without its document: removing the row removes the
  /// bytes.
  static let document = Migration(
    version: 5, name: "document",
    sql: """
      CREATE TABLE document (
        id {text} NOT NULL PRIMARY KEY,
        stream {text} NOT NULL,
        party {text} NOT NULL,
        person {text} NOT NULL,
        state {text} NOT NULL,
        size_bytes {int} NOT NULL,
        received_bytes {int} NOT NULL,
        address {blob},
        created_ms {int} NOT NULL,
        updated_ms {int} NOT NULL,
        sealed {blob} NOT NULL,
        CHECK (received_bytes BETWEEN 0 AND size_bytes),
        CHECK (state IN ('receiving', 'whole')),
        CHECK ((state = 'whole') = (address IS NOT NULL))
      ){strict};
      CREATE INDEX document_stream ON document (stream, created_ms, id);
      CREATE INDEX document_state ON document (state, updated_ms);
      CREATE UNIQUE INDEX document_address ON document (stream, party, address)
        WHERE address IS NOT NULL;
      CREATE TABLE document_chunk (
        document {text} NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        number {int} NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (document, number)
      ){strict};
      """)
}
