// SPDX-License-Identifier: Apache-2.0
import Domain

/// One row of a table with its headings.
public struct TableRow {
  /// The line of the file on which it begins, from 1.
  public let line: Int
  let columns: TableColumns
  let row: CSVReader.Row

  /// The value of a column; nil where the column is not there or the value is empty.
  public func optional(_ column: String) -> String? { columns.optional(column, in: row) }

  /// A value that must be there. Throws `valueMissing`.
  public func text(_ column: String) throws(TableFault) -> String {
    try columns.text(column, in: row)
  }

  /// A day that must be there. Throws `valueMissing` or `day`.
  public func day(_ column: String) throws(TableFault) -> Day {
    guard let day = Day(try text(column)) else { throw fault(.day, column) }
    return day
  }

  /// The most that a number of a table can count: more people than there are.
  static let mostCounted = 10_000_000_000

  /// A whole number from 0, nil where there is none. Throws `number`, also where it is so large
  /// that some of them could not be added.
  public func count(_ column: String) throws(TableFault) -> Int? {
    guard let text = optional(column) else { return nil }
    guard let number = Int(text), (0...Self.mostCounted).contains(number) else {
      throw fault(.number, column)
    }
    return number
  }

  /// A fault in this row.
  public func fault(_ code: TableFault.Code, _ column: String? = nil) -> TableFault {
    TableFault(code, line: line, column: column)
  }
}

/// Reads a table and makes a value of each row, piece by piece as the bytes come. A row that is
/// not good is remembered and passed over, so that whoever keeps the table can be told of all of
/// them at once; what makes the rest unreadable is thrown.
public struct TableReader<Value> {
  /// Faults that are remembered; those beyond are counted.
  public static var mostFaults: Int { 1_000 }

  private let required: [String]
  private let oneOf: [String]
  private let make: (TableRow) throws(TableFault) -> Value
  private var reader = CSVReader()
  private var heading: (columns: TableColumns, width: Int)?

  /// The rows that were not good, in order: the first `mostFaults`, and how many there are.
  public private(set) var faults: [TableFault] = []
  public private(set) var faultCount = 0

  /// A reader at the beginning of a table.
  ///
  /// - Parameters:
  ///   - required: the columns that must be there.
  ///   - oneOf: columns of which one must be there, or none for no such demand.
  ///   - make: makes a value of a row, or says what is wrong with it.
  public init(
    required: [String], oneOf: [String] = [],
    make: @escaping (TableRow) throws(TableFault) -> Value
  ) {
    self.required = required
    self.oneOf = oneOf
    self.make = make
  }

  /// Reads some bytes and hands over the value of each row that is complete and good.
  public mutating func read(
    _ bytes: some Sequence<UInt8>, _ body: (Value) -> Void
  ) throws(TableFault) {
    var reader = self.reader
    try reader.read(bytes) { row throws(TableFault) in try take(row, body) }
    self.reader = reader
  }

  /// Says that the table has ended.
  public mutating func finish(_ body: (Value) -> Void) throws(TableFault) {
    var reader = self.reader
    try reader.finish { row throws(TableFault) in try take(row, body) }
    self.reader = reader
  }

  private mutating func take(
    _ row: CSVReader.Row, _ body: (Value) -> Void
  ) throws(TableFault) {
    guard let heading else {
      let columns = try TableColumns(row, required: required)
      if let first = oneOf.first, !oneOf.contains(where: { columns.has($0) }) {
        throw TableFault(.columnMissing, line: row.line, column: first)
      }
      self.heading = (columns, row.values.count)
      return
    }
    do throws(TableFault) {
      guard row.values.count == heading.width else { throw TableFault(.width, line: row.line) }
      body(try make(TableRow(line: row.line, columns: heading.columns, row: row)))
    } catch {
      refuse(error)
    }
  }

  /// Remembers a fault that was found in a value after it was made.
  public mutating func refuse(_ fault: TableFault) {
    faultCount += 1
    if faults.count < Self.mostFaults { faults.append(fault) }
  }
}
