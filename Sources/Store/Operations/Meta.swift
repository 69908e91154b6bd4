// SPDX-License-Identifier: Apache-2.0

/// Marks of the database itself, for instance that it holds demonstration data.
public struct Meta {
  private let connection: any Connection

  /// What kind of database this is.
  public static let kindKey = "kind"
  /// The value of `kindKey` for invented data; sign-in without identity is allowed only there.
  public static let demonstration = "demonstration"

  /// The value of `kindKey` for what only simulations have written to.
  public static let simulation = "simulation"

  /// The marks inside a transaction.
  public init(_ connection: any Connection) {
    self.connection = connection
  }

  /// A mark, nothing when it was never set.
  public func value(_ key: String) throws(StoreError) -> String? {
    try connection.first("SELECT value FROM meta WHERE key = ?", [.text(key)])?.text("value")
  }

  /// Sets a mark.
  public func set(_ key: String, _ value: String) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO meta (key, value) VALUES (?, ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value
      """, [.text(key), .text(value)])
  }
}
