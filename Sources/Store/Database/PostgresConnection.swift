// SPDX-License-Identifier: Apache-2.0
import CPostgres
import Dispatch

/// One libpq connection. `@unchecked Sendable` holds because every use of the pointer happens in
/// `onQueue`, on the connection's own serial queue.
final class PostgresConnection: Connection, @unchecked Sendable {
  private let address: String
  private let queue: DispatchQueue
  private var handle: OpaquePointer?
  /// Statements that the server has parsed and planned on this connection, with the types of
  /// their arguments, by name.
  private var prepared: [PreparedStatement: String] = [:]
  /// Statements whose answers nobody needs; they go to the server with the next that is asked.
  private var waiting: [PostgresStatement] = []

  private struct PreparedStatement: Hashable {
    let sql: String
    let types: [Oid]
  }

  init(address: String, number: Int) {
    self.address = address
    self.queue = DispatchQueue(label: "store.postgres.\(number)")
  }

  var engine: Engine { .postgres }

  /// Runs blocking work on the connection's own queue while the calling task waits.
  func onQueue<T: Sendable, E: Error>(
    _ work: @Sendable @escaping (PostgresConnection) throws(E) -> T
  ) async throws(E) -> T {
    let result: Result<T, E> = await withCheckedContinuation { continuation in
      queue.async {
        do throws(E) {
          continuation.resume(returning: .success(try work(self)))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }

  /// Connects when there is no usable connection, for instance after the server was restarted.
  func ensureOpen() throws(StoreError) {
    if let handle, PQstatus(handle) == CONNECTION_OK { return }
    close()
    guard let fresh = PQconnectdb(address) else { throw .unavailable("postgres") }
    handle = fresh
    guard PQstatus(fresh) == CONNECTION_OK else {
      close()
      throw .unavailable("postgres: no connection")
    }
    PQsetNoticeProcessor(fresh, { _, _ in }, nil)
    do throws(StoreError) {
      try command("SET client_encoding = 'UTF8'")
      try command("SET synchronous_commit = on")
      try command("SET statement_timeout = \(Limits.statementTimeoutMilliseconds)")
      try command(
        "SET idle_in_transaction_session_timeout = \(Limits.statementTimeoutMilliseconds)")
    } catch {
      close()
      throw error
    }
  }

  /// A statement without arguments and answer.
  func command(_ sql: String) throws(StoreError) { _ = try execute(sql, []) }

  /// Ends a failed transaction; a connection that cannot even do that is thrown away.
  func rollBack() {
    forgetWaiting()
    do throws(StoreError) {
      try command("ROLLBACK")
    } catch {
      close()
    }
  }

  func close() {
    if let handle { PQfinish(handle) }
    handle = nil
    prepared = [:]
    forgetWaiting()
  }

  private func forgetWaiting() {
    for statement in waiting { statement.free() }
    waiting = []
  }

  func closeLater() { queue.async { self.close() } }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> Int {
    let result = try run(sql, arguments)
    defer { PQclear(result) }
    guard let changed = PQcmdTuples(result) else { return 0 }
    return Int(String(cString: changed)) ?? 0
  }

  func query(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [SQLRow] {
    let result = try run(sql, arguments)
    defer { PQclear(result) }
    let width = PQnfields(result)
    let columns = SQLRow.Columns(
      (0..<width).map { place in PQfname(result, place).map { String(cString: $0) } ?? "" })
    var rows: [SQLRow] = []
    rows.reserveCapacity(Int(PQntuples(result)))
    for row in 0..<PQntuples(result) {
      var values: [SQLValue] = []
      values.reserveCapacity(Int(width))
      for place in 0..<width {
        values.append(try PostgresValue.read(result, row, place, columns.names[Int(place)]))
      }
      rows.append(SQLRow(columns: columns, values: values))
    }
    return rows
  }

  func send(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) {
    waiting.append(try statement(sql, arguments))
  }

  /// Runs a statement after those that wait, all in one message to the server and back, and
  /// gives its answer, which the caller must clear.
  private func run(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> OpaquePointer {
    let last = try statement(sql, arguments)
    defer { last.free() }
    guard let handle else { throw .unavailable("postgres: no connection") }
    if waiting.isEmpty { return try answer(last.run(handle)) }
    defer { forgetWaiting() }
    var fault: StoreError?
    var result: OpaquePointer?
    PostgresStatement.run(waiting + [last], handle) { next in
      PQclear(result)
      result = nil
      // What follows after a fault is only told that it was passed over.
      guard fault == nil else { return PQclear(next) }
      do throws(StoreError) { result = try answer(next) } catch { fault = error }
    }
    if let fault { throw fault }
    guard let result else { throw .unavailable("postgres: no answer") }
    return result
  }

  /// A statement that the server has parsed; the caller must free it.
  private func statement(
    _ sql: String, _ arguments: [SQLValue]
  ) throws(StoreError) -> PostgresStatement {
    for argument in arguments { try argument.check() }
    let parameters = PostgresParameters(arguments)
    if arguments.isEmpty { return PostgresStatement(sql: sql, name: nil, parameters) }
    do throws(StoreError) {
      return PostgresStatement(sql: sql, name: try prepare(sql, parameters.types), parameters)
    } catch {
      parameters.free()
      throw error
    }
  }

  /// The name of a statement, which is parsed at its first use on this connection.
  private func prepare(_ sql: String, _ types: [Oid]) throws(StoreError) -> String {
    let statement = PreparedStatement(sql: sql, types: types)
    if let name = prepared[statement] { return name }
    // What waits may have been prepared, and must not be forgotten before it has run.
    if prepared.count >= Limits.preparedStatements, waiting.isEmpty {
      PQclear(try answer(PQexecParams(handle, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1)))
      prepared = [:]
    }
    let name = "s\(prepared.count)"
    PQclear(
      try answer(
        PQprepare(handle, name, Placeholders.numbered(sql), Int32(types.count), types)))
    prepared[statement] = name
    return name
  }

  /// The server's answer, or its error.
  private func answer(_ result: OpaquePointer?) throws(StoreError) -> OpaquePointer {
    guard let result else { throw .unavailable("postgres: no answer") }
    let status = PQresultStatus(result)
    if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
    let error = Self.translate(result, alive: PQstatus(handle) == CONNECTION_OK)
    PQclear(result)
    throw error
  }

  /// The server's error by its SQLSTATE. The message is kept only for faults of the SQL text
  /// itself (class 42), because other messages quote stored values.
  private static func translate(_ result: OpaquePointer, alive: Bool) -> StoreError {
    let state = field(result, UInt8(ascii: "C"))
    let code = "postgres \(state)"
    switch state.prefix(2) {
    case _ where !alive: return .unavailable(code)
    case "40": return .busy
    case "55" where state == "55P03": return .busy
    case "23": return .constraint(code)
    case "08", "53": return .unavailable(code)
    case "57" where state != "57014": return .unavailable(code)
    case "42": return .statement("\(code) \(field(result, UInt8(ascii: "M")))")
    default: return .statement(code)
    }
  }

  private static func field(_ result: OpaquePointer, _ name: UInt8) -> String {
    PQresultErrorField(result, Int32(name)).map { String(cString: $0) } ?? ""
  }
}
