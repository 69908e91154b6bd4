// SPDX-License-Identifier: Apache-2.0
import Domain

/// Brings a database to the form this program knows.
public enum Migrator {
  /// Every step of this program in order.
  public static let migrations: [Migration] = [
    .journal, .readTables, .operation, .largeLists, .document, .receipts, .ownRows,
    .conversation, .notices, .statement, .readers, .directory, .followUp, .followUpLists,
    .shownFigures, .followUpJobs,
  ]

  /// Where a database stands.
  public struct Status: Hashable, Sendable {
    /// The last applied step, 0 for an empty database.
    public let applied: Int
    /// The last step of this program.
    public let known: Int
    /// Whether the program can work on the database as it is.
    public var isCurrent: Bool { applied == known }
  }

  /// Applies what is missing, all in one transaction and under a lock, so that two starting
  /// programs do not meet. Returns the number of steps applied.
  /// Throws `migrationChanged` or `databaseNewer` and then changes nothing.
  @discardableResult
  public static func migrate(
    _ database: Database, migrations: [Migration] = Migrator.migrations, at now: Instant
  ) async throws -> Int {
    try await database.write { connection in
      try lock(connection)
      try connection.execute(table)
      let status = try check(connection, migrations)
      for migration in migrations.dropFirst(status.applied) {
        for statement in migration.statements(for: connection.engine) {
          try connection.execute(statement)
        }
        try connection.execute(
          """
          INSERT INTO schema_migration (version, name, checksum, applied_ms)
          VALUES (?, ?, ?, ?)
          """,
          [
            .int(migration.version), .text(migration.name), .text(migration.checksum),
            .instant(now),
          ])
      }
      return status.known - status.applied
    }
  }

  /// Compares the database with this program. Throws `migrationChanged` or `databaseNewer`.
  public static func status(
    _ database: Database, migrations: [Migration] = Migrator.migrations
  ) async throws -> Status {
    try await database.read { connection in
      guard try exists(connection) else { return Status(applied: 0, known: migrations.count) }
      return try check(connection, migrations)
    }
  }

  /// Lets a program work only on a database of its own form. Throws `databaseOlder`,
  /// `databaseNewer` or `migrationChanged`.
  public static func requireCurrent(_ database: Database) async throws {
    let status = try await status(database)
    guard status.isCurrent else { throw StoreError.databaseOlder(version: status.applied) }
  }

  private static let table = """
    CREATE TABLE IF NOT EXISTS schema_migration (
      version BIGINT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      checksum TEXT NOT NULL,
      applied_ms BIGINT NOT NULL
    )
    """

  /// A number no other program on the server is expected to lock.
  private static let lockNumber: Int64 = 0x53_61_6D_73_79_6E

  /// An SQLite writer is alone already.
  private static func lock(_ connection: any Connection) throws(StoreError) {
    guard connection.engine == .postgres else { return }
    try connection.liftStatementTimeout()
    _ = try connection.query("SELECT pg_advisory_xact_lock(?)", [.integer(lockNumber)])
  }

  private static func exists(_ connection: any Connection) throws(StoreError) -> Bool {
    switch connection.engine {
    case .sqlite:
      try connection.first("SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'") != nil
    case .postgres:
      try connection.first(
        "SELECT 1 AS found WHERE to_regclass('schema_migration') IS NOT NULL") != nil
    }
  }

  private static func check(
    _ connection: any Connection, _ migrations: [Migration]
  ) throws(StoreError) -> Status {
    let rows = try connection.query(
      "SELECT version, checksum FROM schema_migration ORDER BY version")
    for (place, row) in rows.enumerated() {
      let version = try row.int("version")
      guard place < migrations.count else { throw .databaseNewer(version: version) }
      guard version == migrations[place].version,
        try row.text("checksum") == migrations[place].checksum
      else { throw .migrationChanged(version: version) }
    }
    return Status(applied: rows.count, known: migrations.count)
  }
}
