// SPDX-License-Identifier: Apache-2.0
import Domain

/// Leases: of several programs on one database, one at a time does a background job. A holder that
/// stops renewing loses the lease when its time is over.
public struct Lease {
  private let connection: any Connection

  /// The leases inside a transaction.
  public init(_ connection: any Connection) {
    self.connection = connection
  }

  /// Takes or renews a lease. Returns whether the caller holds it until then.
  public func acquire(
    _ name: String, holder: String, now: Instant, durationMilliseconds: Int64
  ) throws(StoreError) -> Bool {
    try connection.execute(
      """
      INSERT INTO job_lease (name, holder, until_ms) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
      WHERE job_lease.holder = excluded.holder OR job_lease.until_ms <= ?
      """,
      [
        .text(name), .text(holder),
        .instant(now.adding(milliseconds: durationMilliseconds)), .instant(now),
      ]) == 1
  }

  /// Gives a lease back.
  public func release(_ name: String, holder: String) throws(StoreError) {
    try connection.execute(
      "DELETE FROM job_lease WHERE name = ? AND holder = ?", [.text(name), .text(holder)])
  }
}
