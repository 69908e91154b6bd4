// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// A receipt also remembers what was said, so that a key that is used again for something else
  /// is told from a repetition. Older receipts do not know.
  static let receipts = Migration(
    version: 6, name: "receipts",
    sql: """
      ALTER TABLE command_receipt ADD COLUMN said_hash {blob};
      """)
}
