// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// PostgreSQL through libpq: a fixed pool of connections, each used only on its own queue, because
/// libpq blocks the thread it runs on.
final class PostgresDriver: Driver {
  private struct State {
    var idle: [PostgresConnection]
    var waiting: [CheckedContinuation<PostgresConnection, any Error>] = []
    var closed = false
  }

  private let state: Mutex<State>

  private init(connections: [PostgresConnection]) {
    self.state = Mutex(State(idle: connections))
  }

  static func open(_ address: String) async throws(StoreError) -> PostgresDriver {
    let connections = (0..<Limits.poolConnections).map { number in
      PostgresConnection(address: address, number: number)
    }
    // One connection is made now so that a wrong address is told at once; the others follow when
    // they are needed.
    try await connections[0].onQueue { connection throws(StoreError) in
      try connection.ensureOpen()
    }
    return PostgresDriver(connections: connections.reversed())
  }

  func read<T: Sendable>(
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  /// Writes run at READ COMMITTED; what must not run beside another is serialised by row locks
  /// (`Journal.lock`) and unique keys, not by the isolation level.
  func write<T: Sendable>(
    _ durability: Durability, _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    var attempt = 1
    while true {
      do {
        return try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE") {
          if durability == .withNext {
            try $0.send("SET LOCAL synchronous_commit TO OFF", [])
          }
          return try body($0)
        }
      } catch StoreError.busy where attempt < Limits.writeAttempts {
        try? await Task.sleep(for: .milliseconds(Int.random(in: 1...20) * attempt))
        attempt += 1
      }
    }
  }

  private func transaction<T: Sendable>(
    _ begin: String, _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    let connection = try await acquire()
    defer { release(connection) }
    if Task.isCancelled { throw StoreError.cancelled }
    return try await connection.onQueue { connection in
      try connection.ensureOpen()
      do {
        try connection.send(begin, [])
        let result = try body(connection)
        try connection.command("COMMIT")
        return result
      } catch {
        connection.rollBack()
        throw error
      }
    }
  }

  private func acquire() async throws -> PostgresConnection {
    try await withCheckedThrowingContinuation { continuation in
      let ready: Result<PostgresConnection, StoreError>? = state.withLock { state in
        if state.closed { return .failure(.closed) }
        if let connection = state.idle.popLast() { return .success(connection) }
        state.waiting.append(continuation)
        return nil
      }
      switch ready {
      case .success(let connection): continuation.resume(returning: connection)
      case .failure(let error): continuation.resume(throwing: error)
      case nil: break
      }
    }
  }

  private func release(_ connection: PostgresConnection) {
    let (next, closed) = state.withLock { state in
      if state.closed {
        return (nil as CheckedContinuation<PostgresConnection, any Error>?, true)
      }
      if state.waiting.isEmpty {
        state.idle.append(connection)
        return (nil, false)
      }
      return (state.waiting.removeFirst(), false)
    }
    if closed { connection.closeLater() }
    next?.resume(returning: connection)
  }

  func close() async {
    let (idle, waiting) = state.withLock { state in
      defer {
        state.idle = []
        state.waiting = []
        state.closed = true
      }
      return (state.idle, state.waiting)
    }
    for continuation in waiting { continuation.resume(throwing: StoreError.closed) }
    for connection in idle {
      await connection.onQueue { connection in connection.close() }
    }
  }
}
