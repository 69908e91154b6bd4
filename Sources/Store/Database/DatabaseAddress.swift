// SPDX-License-Identifier: Apache-2.0

/// Where the database is.
public enum DatabaseAddress: Hashable, Sendable {
  /// A file of the embedded engine; the folder must exist.
  case sqlite(path: String)
  /// A libpq connection address, `postgresql://user@host:port/name?...`.
  case postgres(String)

  /// Reads `sqlite:PATH` or `postgresql://...` (also `postgres://...`).
  public init(_ text: String) throws(StoreError) {
    if text.hasPrefix("sqlite:") {
      let path = String(text.dropFirst("sqlite:".count))
      guard !path.isEmpty, !path.hasPrefix(":") else { throw .badAddress }
      self = .sqlite(path: path)
    } else if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
      self = .postgres(text)
    } else {
      throw .badAddress
    }
  }

  /// Which engine stands behind the address.
  public var engine: Engine {
    switch self {
    case .sqlite: .sqlite
    case .postgres: .postgres
    }
  }
}

/// The two database engines one SQL text is written for.
public enum Engine: String, Hashable, Sendable {
  /// The embedded engine: one file, one writer at a time.
  case sqlite
  /// The server, for operation on several machines.
  case postgres

  /// Appended to a `SELECT` that must hold its rows until the transaction ends. SQLite has one
  /// writer at a time and needs nothing.
  var rowLock: String {
    switch self {
    case .sqlite: ""
    case .postgres: " FOR UPDATE"
    }
  }
}
