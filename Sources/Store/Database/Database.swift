// SPDX-License-Identifier: Apache-2.0

/// A database, SQLite or PostgreSQL, behind one door. Blocking work runs on threads of the
/// drivers, never on those of Swift's tasks.
public final class Database: Sendable {
  /// Which engine stands behind.
  public let engine: Engine
  private let driver: any Driver
  private let faults: FaultPlan?

  private init(engine: Engine, driver: any Driver, faults: FaultPlan?) {
    self.engine = engine
    self.driver = driver
    self.faults = faults
  }

  /// Opens the database; an SQLite file is created when missing. Throws `unavailable`.
  /// Tables are made by `Migrator.migrate`, not here.
  public static func open(
    _ address: DatabaseAddress, faults: FaultPlan? = nil
  ) async throws(StoreError) -> Database {
    switch address {
    case .sqlite(let path):
      let driver = try await SQLiteDriver.open(path: path)
      return Database(engine: .sqlite, driver: driver, faults: faults)
    case .postgres(let address):
      let driver = try await PostgresDriver.open(address)
      return Database(engine: .postgres, driver: driver, faults: faults)
    }
  }

  /// Runs a body on one consistent snapshot. The body may only read.
  public func read<T: Sendable>(
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    try await driver.read(body)
  }

  /// Runs a body in one transaction: everything it wrote is durable when this returns, or nothing
  /// is there when it throws. After a deadlock the body is run again, so it must have no effects
  /// besides the connection.
  ///
  /// - Parameter durability: `withNext` does not wait for the disk, for what can be sent again.
  public func write<T: Sendable>(
    durability: Durability = .atOnce,
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    guard let faults else { return try await driver.write(durability, body) }
    let result = try await driver.write(durability) { connection in
      let result = try body(FaultingConnection(base: connection, plan: faults))
      try faults.beforeStatement()
      return result
    }
    try faults.afterCommit()
    return result
  }

  /// Closes every connection. Later calls throw `closed`.
  public func close() async {
    await driver.close()
  }
}

/// What an engine's driver does for `Database`.
protocol Driver: Sendable {
  func read<T: Sendable>(
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T
  func write<T: Sendable>(
    _ durability: Durability, _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T
  func close() async
}
