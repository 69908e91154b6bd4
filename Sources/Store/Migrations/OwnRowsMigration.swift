// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// A party's row is written when something was sent to the party and not when others got
  /// something, so it no longer tells the journal's position. A case is found by its number in the
  /// table's own key.
  static let ownRows = Migration(
    version: 7, name: "own rows",
    sql: """
      DROP INDEX party_case_exact;
      ALTER TABLE party_case DROP COLUMN position;
      """)
}
