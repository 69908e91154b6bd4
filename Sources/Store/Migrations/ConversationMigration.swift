// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// The threads of cases as each party has them, and what each person wants to be told by mail.
  ///
  /// Each list of threads is a range of one index, the latest message first. What needs looking
  /// at is little beside what has been settled, so those lists have indexes of their own.
  static let conversation = Migration(
    version: 8, name: "conversation",
    sql: """
      CREATE TABLE party_thread (
        party {text} NOT NULL,
        stream {text} NOT NULL,
        number {int} NOT NULL,
        updated_ms {int} NOT NULL,
        messages {int} NOT NULL,
        unread {int} NOT NULL,
        awaits {int} NOT NULL,
        settled {int} NOT NULL,
        assignee {text} NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (party, stream, number)
      ){strict};
      CREATE INDEX party_thread_updated ON party_thread (party, updated_ms, stream, number);
      CREATE INDEX party_thread_unread ON party_thread (party, updated_ms, stream, number)
        WHERE unread > 0;
      CREATE INDEX party_thread_awaits ON party_thread (party, updated_ms, stream, number)
        WHERE awaits = 1;
      CREATE INDEX party_thread_open
        ON party_thread (party, assignee, updated_ms, stream, number) WHERE settled = 0;
      CREATE INDEX party_thread_stream ON party_thread (stream);
      CREATE TABLE mail_choice (
        party {text} NOT NULL,
        person {text} NOT NULL,
        choice {text} NOT NULL,
        sent_ms {int},
        PRIMARY KEY (party, person)
      ){strict};
      """)
}
