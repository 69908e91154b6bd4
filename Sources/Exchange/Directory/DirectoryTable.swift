// SPDX-License-Identifier: Apache-2.0
import Domain

/// Reads attributes of units from a table: one row for each unit, the columns named as in
/// GetHealthCareUnit and GetUnit. Only the column of the HSA-id must be there; several values in
/// one cell are parted by `|`.
public struct DirectoryTable {
  /// The names that a column may have, the first of them our own.
  public static let columns: [(attribute: DirectoryAttribute, names: [String])] = [
    (.careLevel, ["careLevel"]), (.careType, ["careType"]),
    (.businessClassification, ["businessClassification", "businessClassificationCode"]),
    (.businessType, ["businessType", "hsaBusinessType"]), (.management, ["management"]),
    (.county, ["county", "countyCode"]), (.municipality, ["municipality", "municipalityCode"]),
    (.workplaceCode, ["workplaceCode", "unitPrescriptionCode"]),
  ]
  /// The names that the column of the HSA-id may have.
  public static let idColumns = ["hsaIdentity", "unitHsaId", "hsaId", "unit"]

  private var table = TableReader<Row>(required: [], oneOf: idColumns) {
    row throws(TableFault) in
    (line: row.line, unit: try DirectoryTable.attributes(row))
  }
  private var seen: Set<String> = []

  /// A reader at the beginning of a table.
  public init() {}

  /// Reads some bytes and returns the rows that are complete.
  ///
  /// - Throws: `DirectoryFault.table` with the first fault, `twice` where an id comes again.
  public mutating func read(_ bytes: [UInt8]) throws(DirectoryFault) -> [DirectoryAttributes] {
    try collect { (table, body) throws(TableFault) in try table.read(bytes, body) }
  }

  /// Says that the table has ended, and returns the last row.
  public mutating func finish() throws(DirectoryFault) -> [DirectoryAttributes] {
    try collect { (table, body) throws(TableFault) in try table.finish(body) }
  }

  private typealias Row = (line: Int, unit: DirectoryAttributes)

  private mutating func collect(
    _ work: (inout TableReader<Row>, (Row) -> Void) throws(TableFault) -> Void
  ) throws(DirectoryFault) -> [DirectoryAttributes] {
    var rows: [Row] = []
    do throws(TableFault) {
      try work(&table) { rows.append($0) }
      if let fault = table.faults.first { throw fault }
      for row in rows where !seen.insert(row.unit.id).inserted {
        throw TableFault(.twice, line: row.line, column: Self.idColumns[0])
      }
    } catch {
      throw .table(error)
    }
    return rows.map(\.unit)
  }

  private static func attributes(_ row: TableRow) throws(TableFault) -> DirectoryAttributes {
    guard let id = idColumns.lazy.compactMap({ row.optional($0) }).first else {
      throw row.fault(.valueMissing, idColumns[0])
    }
    var values: [DirectoryAttribute: [String]] = [:]
    for (attribute, names) in columns {
      let cell = names.lazy.compactMap { row.optional($0) }.first ?? ""
      values[attribute] = cell.split(separator: "|").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }
    }
    return DirectoryAttributes(id: id, values: values)
  }
}
