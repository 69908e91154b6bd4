// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A hook for tests and simulations: it stops a write transaction before its n-th statement, as a
/// crash there would. The commit counts as a statement. Nothing of the transaction may remain.
public final class FaultPlan: Sendable {
  private struct State {
    var seen = 0
    var target: Int?
    var afterCommit = false
  }

  private let state = Mutex(State())

  /// A plan that does nothing until it is armed.
  public init() {}

  /// Throws `StoreError.injectedFault` once, before the `statement`-th statement (from 1) of the
  /// write transactions from now on.
  public func arm(beforeStatement statement: Int) {
    state.withLock { $0 = State(seen: 0, target: statement) }
  }

  /// Throws once after the next commit: the work is durable but the caller does not learn it.
  public func armAfterCommit() {
    state.withLock { $0 = State(seen: 0, afterCommit: true) }
  }

  /// Takes the plan back.
  public func disarm() {
    state.withLock { $0 = State() }
  }

  func beforeStatement() throws(StoreError) {
    let fails = state.withLock { state in
      state.seen += 1
      guard state.seen == state.target else { return false }
      state.target = nil
      return true
    }
    if fails { throw .injectedFault }
  }

  func afterCommit() throws(StoreError) {
    let fails = state.withLock { state in
      defer { state.afterCommit = false }
      return state.afterCommit
    }
    if fails { throw .injectedFault }
  }
}

/// Counts every statement against a plan before it reaches the engine.
struct FaultingConnection: Connection {
  let base: any Connection
  let plan: FaultPlan

  var engine: Engine { base.engine }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> Int {
    try plan.beforeStatement()
    return try base.execute(sql, arguments)
  }

  func send(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) {
    try plan.beforeStatement()
    try base.send(sql, arguments)
  }

  func query(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [SQLRow] {
    try plan.beforeStatement()
    return try base.query(sql, arguments)
  }
}
