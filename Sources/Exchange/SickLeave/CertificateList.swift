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

  private var table: TableReader<CertificatePeriod>

  /// The rows that are no period, in order: the first of them, and how many there are.
  public var faults: [TableFault] { table.faults }
  public var faultCount: Int { table.faultCount }

  /// A reader at the beginning of a list.
  ///
  /// - Parameter degrees: the degrees that a certificate can have, from the rule book.
  public init(degrees: Set<Int>) {
    table = TableReader(required: Self.required) { row throws(TableFault) in
      try Self.period(row, degrees)
    }
  }

  /// Reads some bytes of the list and hands over the periods of each row that is complete.
  public mutating func read(
    _ bytes: some Sequence<UInt8>, _ body: (CertificatePeriod) -> Void
  ) throws(TableFault) {
    try table.read(bytes, body)
  }

  /// Says that the list has ended.
  public mutating func finish(_ body: (CertificatePeriod) -> Void) throws(TableFault) {
    try table.finish(body)
  }

  private static func period(
    _ row: TableRow, _ degrees: Set<Int>
  ) throws(TableFault) -> CertificatePeriod {
    var degree: Int?
    if let text = row.optional("degree") {
      guard let number = Int(text), degrees.contains(number) else {
        throw row.fault(.degree, "degree")
      }
      degree = number
    }
    let period = CertificatePeriod(
      person: try row.text("person"), certificate: try row.text("certificate"),
      unit: row.optional("unit"), first: try row.day("first"), last: try row.day("last"),
      degree: degree)
    guard let period else { throw row.fault(.daysReversed, "last") }
    return period
  }
}
