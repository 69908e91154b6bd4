// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What figures the people of a party have been shown of an edition. It holds counts of groups,
  /// and nobody.
  static let shownFigures = Migration(
    version: 15, name: "shown figures",
    sql: """
      CREATE TABLE follow_up_answer (
        id {identity},
        party {text} NOT NULL,
        person {text} NOT NULL,
        at_ms {int} NOT NULL,
        edition {int} NOT NULL,
        population {text} NOT NULL,
        digest {blob} NOT NULL,
        question {text} NOT NULL,
        figures {text} NOT NULL
      ){strict};
      CREATE UNIQUE INDEX follow_up_answer_once
        ON follow_up_answer (party, edition, population, digest);
      """)
}
