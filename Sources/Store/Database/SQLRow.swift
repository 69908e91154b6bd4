// SPDX-License-Identifier: Apache-2.0
import Domain

/// One row of an answer, read by column name.
public struct SQLRow: Sendable {
  /// The columns of an answer, shared by all its rows.
  final class Columns: Sendable {
    let names: [String]

    init(_ names: [String]) { self.names = names }

    /// Names are few and short: a look at each is cheaper than a dictionary for every answer.
    func place(_ name: String) -> Int? { names.firstIndex(of: name) }
  }

  let columns: Columns
  let values: [SQLValue]

  /// The column names in order.
  public var columnNames: [String] { columns.names }

  /// The value of a column; throws `missingColumn`.
  public func value(_ column: String) throws(StoreError) -> SQLValue {
    guard let place = columns.place(column) else { throw .missingColumn(column) }
    return values[place]
  }

  /// A whole number that must be present.
  public func integer(_ column: String) throws(StoreError) -> Int64 {
    guard case .integer(let number) = try value(column) else { throw .columnType(column) }
    return number
  }

  /// A whole number that must be present.
  public func int(_ column: String) throws(StoreError) -> Int { Int(try integer(column)) }

  /// A truth value stored as 0 or 1.
  public func flag(_ column: String) throws(StoreError) -> Bool { try integer(column) != 0 }

  /// Text that must be present.
  public func text(_ column: String) throws(StoreError) -> String {
    guard case .text(let text) = try value(column) else { throw .columnType(column) }
    return text
  }

  /// Bytes that must be present.
  public func blob(_ column: String) throws(StoreError) -> [UInt8] {
    guard case .blob(let bytes) = try value(column) else { throw .columnType(column) }
    return bytes
  }

  /// An instant that must be present.
  public func instant(_ column: String) throws(StoreError) -> Instant {
    Instant(milliseconds: try integer(column))
  }

  /// A day that must be present.
  public func day(_ column: String) throws(StoreError) -> Day {
    Day(number: try int(column))
  }

  /// A whole number, or nothing.
  public func optionalInt(_ column: String) throws(StoreError) -> Int? {
    try value(column) == .null ? nil : try int(column)
  }

  /// Text or nothing.
  public func optionalText(_ column: String) throws(StoreError) -> String? {
    try isNull(column) ? nil : try text(column)
  }

  /// Bytes or nothing.
  public func optionalBlob(_ column: String) throws(StoreError) -> [UInt8]? {
    try isNull(column) ? nil : try blob(column)
  }

  /// A day or nothing.
  public func optionalDay(_ column: String) throws(StoreError) -> Day? {
    try isNull(column) ? nil : try day(column)
  }

  /// An instant or nothing.
  public func optionalInstant(_ column: String) throws(StoreError) -> Instant? {
    try isNull(column) ? nil : try instant(column)
  }

  private func isNull(_ column: String) throws(StoreError) -> Bool {
    try value(column) == .null
  }
}
