// SPDX-License-Identifier: Apache-2.0
import Domain

/// A value bound to a statement or read from a row. There are no floating point numbers: money is
/// in öre, time in milliseconds and days in day numbers.
public enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of 64 bits; truth values are 0 and 1.
  case integer(Int64)
  /// Text without NUL characters.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// A whole number.
  public static func int(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  /// A truth value as 0 or 1.
  public static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
  /// A day as its number, or null.
  public static func day(_ value: Day?) -> SQLValue {
    value.map { .integer(Int64($0.number)) } ?? .null
  }
  /// An instant as its milliseconds, or null.
  public static func instant(_ value: Instant?) -> SQLValue {
    value.map { .integer($0.milliseconds) } ?? .null
  }
  /// Text, or null.
  public static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  /// Bytes, or null.
  public static func optional(_ value: [UInt8]?) -> SQLValue { value.map { .blob($0) } ?? .null }

  /// Refuses what one of the engines could not store, so that both behave alike.
  func check() throws(StoreError) {
    switch self {
    case .null, .integer: return
    case .text(let text):
      if text.utf8.count > Limits.valueBytes || text.utf8.contains(0) { throw .badValue }
    case .blob(let bytes):
      if bytes.count > Limits.valueBytes { throw .badValue }
    }
  }
}
