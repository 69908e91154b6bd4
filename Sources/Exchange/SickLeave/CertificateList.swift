// SPDX-License-Identifier: Apache-2.0
import Domain

/// Reads a plain list of certificates: a table with the columns `person`, `certificate`, `unit`,
/// `first`, `last` and `degree`, one row for each period, in any order.
///
/// `unit` and `degree` may be empty, and their columns left out. Persons are compared as they
/// are written.
public struct CertificateList {
  /// The columns that must be there.
  public static let required = ["person", "certificate", "first", "last"]

  private let degrees: Set<Int>
  private var reader = CSVReader()
  private var columns: TableColumns?

  /// A reader at the beginning of a list.
  ///
  /// - Parameter degrees: the degrees that a certificate can have, from the rule book.
  public init(degrees: Set<Int>) { self.degrees = degrees }

  /// Reads some bytes of the list and hands over the periods of each row that is complete.
  public mutating func read(
    _ bytes: some Sequence<UInt8>, _ body: (CertificatePeriod) -> Void
  ) throws(TableFault) {
    let (degrees, known) = (degrees, columns)
    var found = known
    try reader.read(bytes) { row throws(TableFault) in
      try Self.take(row, &found, degrees, body)
    }
    columns = found
  }

  /// Says that the list has ended.
  public mutating func finish(_ body: (CertificatePeriod) -> Void) throws(TableFault) {
    var found = columns
    let degrees = degrees
    try reader.finish { row throws(TableFault) in try Self.take(row, &found, degrees, body) }
    columns = found
  }

  private static func take(
    _ row: CSVReader.Row, _ columns: inout TableColumns?, _ degrees: Set<Int>,
    _ body: (CertificatePeriod) -> Void
  ) throws(TableFault) {
    guard let columns else {
      columns = try TableColumns(row, required: required)
      return
    }
    let degree = try columns.optional("degree", in: row).map { text throws(TableFault) in
      guard let degree = Int(text), degrees.contains(degree) else {
        throw TableFault(.degree, line: row.line, column: "degree")
      }
      return degree
    }
    let period = CertificatePeriod(
      person: try columns.text("person", in: row),
      certificate: try columns.text("certificate", in: row),
      unit: columns.optional("unit", in: row), first: try day("first", columns, row),
      last: try day("last", columns, row), degree: degree)
    guard let period else { throw TableFault(.daysReversed, line: row.line, column: "last") }
    body(period)
  }

  private static func day(
    _ column: String, _ columns: TableColumns, _ row: CSVReader.Row
  ) throws(TableFault) -> Day {
    guard let day = Day(try columns.text(column, in: row)) else {
      throw TableFault(.day, line: row.line, column: column)
    }
    return day
  }
}
