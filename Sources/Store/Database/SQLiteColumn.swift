// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// A column as it lies in the engine's row, copied once. GRDB's own value would copy a blob to
/// `Data` first, which shows in documents. GRDB asks for columns that are not null only.
struct SQLiteColumn: DatabaseValueConvertible, StatementColumnConvertible {
  /// Nothing for a number with a fraction, which no table has.
  let value: SQLValue?

  init?(sqliteStatement row: SQLiteStatement, index: CInt) {
    switch sqlite3_column_type(row, index) {
    case SQLITE_INTEGER: value = .integer(sqlite3_column_int64(row, index))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(row, index), count: Int(sqlite3_column_bytes(row, index)))
      value = .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(row, index), count: Int(sqlite3_column_bytes(row, index)))
      value = .blob(Array(bytes))
    default: value = nil
    }
  }

  // A column is only read, and from a row that is being read; GRDB asks for these two besides.
  var databaseValue: DatabaseValue { .null }
  static func fromDatabaseValue(_ value: DatabaseValue) -> SQLiteColumn? { nil }
}
