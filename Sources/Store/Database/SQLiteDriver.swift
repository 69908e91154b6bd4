// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Synchronization

/// The embedded engine through GRDB: one writer, several readers on snapshots, write-ahead log.
final class SQLiteDriver: Driver {
  private let pool: DatabasePool
  private let checkpoints: Checkpoints
  private let commits = SharedCommits()
  private let closed = Mutex(false)

  private init(pool: DatabasePool, checkpoints: Checkpoints) {
    self.pool = pool
    self.checkpoints = checkpoints
    checkpoints.start()
  }

  static func open(path: String) async throws(StoreError) -> SQLiteDriver {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(TimeInterval(Limits.busyTimeoutSeconds))
    configuration.maximumReaderCount = Limits.sqliteReaders
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in
      // A destroyed key must not survive in a free page.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // What a savepoint or a statement could have to take back is kept in memory. Otherwise
      // every page is written to a temporary file before it is changed.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    // A new file is made for its owner only; the engine gives its other files the same mode. An
    // existing one is not touched: closing it here would drop the locks this process has on it.
    let file = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { Foundation.close(file) }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try await pool.writeWithoutTransaction { db in
        // GRDB lowers this to NORMAL when it turns the write-ahead log on; a commit that was
        // answered must survive a power cut, so it is raised again on the one writer.
        try db.execute(sql: SharedCommits.waitingSQL)
        // The log goes to the file beside the commands (`Checkpoints`); this is the last resort.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Limits.sqliteCheckpointPages)")
      }
      return SQLiteDriver(
        pool: pool, checkpoints: try Checkpoints(path: path, configuration: configuration))
    } catch {
      throw SQLiteConnection.translate(error)
    }
  }

  func read<T: Sendable>(
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    try await run { pool in
      try await pool.read { db in try body(SQLiteConnection(db: db)) }
    }
  }

  func write<T: Sendable>(
    _ durability: Durability, _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    try await run { pool in
      defer { checkpoints.need() }
      return try await commits.write(pool, durability, body)
    }
  }

  private func run<T: Sendable>(
    _ work: (DatabasePool) async throws -> T
  ) async throws -> T {
    guard !closed.withLock({ $0 }) else { throw StoreError.closed }
    do {
      return try await work(pool)
    } catch let error as DatabaseError {
      throw SQLiteConnection.translate(error)
    } catch is CancellationError {
      throw StoreError.cancelled
    }
  }

  func close() async {
    let first = closed.withLock { closed in
      defer { closed = true }
      return !closed
    }
    guard first else { return }
    checkpoints.close()
    try? pool.close()
  }
}

/// A GRDB connection inside a transaction.
struct SQLiteConnection: Connection {
  let db: GRDB.Database

  var engine: Engine { .sqlite }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> Int {
    let bound = try Self.bind(arguments)
    do {
      try db.cachedStatement(sql: sql).execute(arguments: bound)
      return db.changesCount
    } catch {
      throw Self.translate(error)
    }
  }

  func query(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [SQLRow] {
    let bound = try Self.bind(arguments)
    do {
      let statement = try db.cachedStatement(sql: sql)
      let columns = SQLRow.Columns(statement.columnNames)
      let cursor = try Row.fetchCursor(statement, arguments: bound)
      var rows: [SQLRow] = []
      while let row = try cursor.next() {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.names.count)
        for place in columns.names.indices {
          let column: SQLiteColumn? = row[place]
          guard let value = column.map(\.value) ?? .null else {
            throw StoreError.columnType(columns.names[place])
          }
          values.append(value)
        }
        rows.append(SQLRow(columns: columns, values: values))
      }
      return rows
    } catch let error as StoreError {
      throw error
    } catch {
      throw Self.translate(error)
    }
  }

  private static func bind(_ arguments: [SQLValue]) throws(StoreError) -> StatementArguments {
    var bound: [(any DatabaseValueConvertible)?] = []
    bound.reserveCapacity(arguments.count)
    for argument in arguments {
      try argument.check()
      switch argument {
      case .null: bound.append(nil)
      case .integer(let number): bound.append(number)
      case .text(let text): bound.append(text)
      case .blob(let bytes): bound.append(Data(bytes))
      }
    }
    return StatementArguments(bound)
  }

  /// The engine's error without any stored value in it.
  static func translate(_ error: any Error) -> StoreError {
    if let error = error as? StoreError { return error }
    if error is CancellationError { return .cancelled }
    guard let error = error as? DatabaseError else { return .unavailable("sqlite") }
    let code = "sqlite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_CONSTRAINT: return .constraint(code)
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: return .cancelled
    case .SQLITE_MISUSE: return .closed
    case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_NOTADB,
      .SQLITE_READONLY:
      return .unavailable(code)
    case .SQLITE_ERROR: return .statement("\(code) \(error.message ?? "")")
    default: return .statement(code)
    }
  }
}
