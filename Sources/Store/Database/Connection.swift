// SPDX-License-Identifier: Apache-2.0

/// A connection inside one transaction. It is valid only while the body it was given to runs, on
/// that thread; it must not be kept. Placeholders are `?` on both engines.
public protocol Connection {
  /// Which engine answers, for the few texts that differ.
  var engine: Engine { get }

  /// Runs a statement. Returns the number of rows it changed.
  @discardableResult
  func execute(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> Int

  /// Runs a statement whose answer nobody needs. It may wait for the next one that is asked, so
  /// that a server is spoken to less often: its error then comes from that one or the commit.
  func send(_ sql: String, _ arguments: [SQLValue]) throws(StoreError)

  /// Runs a statement that answers with rows (also `... RETURNING`). All rows are read at once.
  func query(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) -> [SQLRow]
}

extension Connection {
  /// An engine without a server between has nothing to gain by waiting.
  public func send(_ sql: String, _ arguments: [SQLValue]) throws(StoreError) {
    try execute(sql, arguments)
  }

  /// Runs a statement without arguments.
  @discardableResult
  public func execute(_ sql: String) throws(StoreError) -> Int { try execute(sql, []) }

  /// Runs a query without arguments.
  public func query(_ sql: String) throws(StoreError) -> [SQLRow] { try query(sql, []) }

  /// Lifts PostgreSQL's limit on one statement until the transaction ends, for work on whole
  /// tables that nobody waits for.
  func liftStatementTimeout() throws(StoreError) {
    if engine == .postgres { try execute("SET LOCAL statement_timeout = 0") }
  }

  /// Has PostgreSQL look up by index until the transaction ends, for statements that ask for some
  /// rows of a table that grows fast. It plans by how large the table was when it was looked at
  /// last, and a plan that reads all of an empty table goes on reading all of a large one.
  func preferIndexes() throws(StoreError) {
    if engine == .postgres { try send("SET LOCAL enable_seqscan = off", []) }
  }

  /// The first row of an answer, or nothing.
  public func first(_ sql: String, _ arguments: [SQLValue] = []) throws(StoreError) -> SQLRow? {
    try query(sql, arguments).first
  }
}
