// SPDX-License-Identifier: Apache-2.0
import CPostgres

/// A statement with its arguments, ready to go to the server.
struct PostgresStatement {
  private let sql: String
  /// What the server calls it; one without arguments is not prepared.
  private let name: String?
  private let parameters: PostgresParameters

  init(sql: String, name: String?, _ parameters: PostgresParameters) {
    self.sql = sql
    self.name = name
    self.parameters = parameters
  }

  func free() { parameters.free() }

  /// Runs the statement alone. The caller clears the answer.
  func run(_ handle: OpaquePointer) -> OpaquePointer? {
    guard let name else { return PQexecParams(handle, sql, 0, nil, nil, nil, nil, 1) }
    return PQexecPrepared(
      handle, name, Int32(parameters.types.count), parameters.pointers, parameters.lengths,
      parameters.formats, 1)
  }

  /// Runs several statements in order without waiting for the server between them, and gives
  /// each answer, which must be cleared. After the first that fails none is carried out.
  static func run(
    _ statements: [PostgresStatement], _ handle: OpaquePointer,
    each: (OpaquePointer?) -> Void
  ) {
    guard PQenterPipelineMode(handle) == 1 else { return each(nil) }
    var isSent = true
    for statement in statements where isSent { isSent = statement.send(handle) }
    guard isSent, PQpipelineSync(handle) == 1 else { return each(nil) }
    for _ in statements {
      let answer = PQgetResult(handle)
      each(answer)
      // An empty answer ends each statement's; a lost connection has no others.
      if answer == nil { return }
      PQclear(PQgetResult(handle))
    }
    PQclear(PQgetResult(handle))
    PQexitPipelineMode(handle)
  }

  private func send(_ handle: OpaquePointer) -> Bool {
    guard let name else {
      return PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 1) == 1
    }
    return PQsendQueryPrepared(
      handle, name, Int32(parameters.types.count), parameters.pointers, parameters.lengths,
      parameters.formats, 1) == 1
  }
}
