// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// The log of a case is read for one party at a time, so that what others tried to read does not
  /// have to be gone through, nor counts.
  static let readers = Migration(
    version: 11, name: "readers",
    sql: """
      DROP INDEX access_log_stream;
      CREATE INDEX access_log_stream ON access_log (stream, party, id);
      """)
}
