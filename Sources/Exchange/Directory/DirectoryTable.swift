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

  private var reader = CSVReader()
  private var heading: TableColumns?
  private var seen: Set<String> = []

  /// A reader at the beginning of a table.
  public init() {}

  /// Reads some bytes and returns the rows that are complete.
  public mutating func read(_ bytes: [UInt8]) throws(DirectoryFault) -> [DirectoryAttributes] {
    try collect { (reader, body) throws(TableFault) in try reader.read(bytes, body) }
  }

  /// Says that the table has ended, and returns the last row.
  public mutating func finish() throws(DirectoryFault) -> [DirectoryAttributes] {
    try collect { (reader, body) throws(TableFault) in try reader.finish(body) }
  }

  private typealias Body = (CSVReader.Row) throws(TableFault) -> Void

  private mutating func collect(
    _ work: (inout CSVReader, Body) throws(TableFault) -> Void
  ) throws(DirectoryFault) -> [DirectoryAttributes] {
    var found: [DirectoryAttributes] = []
    var (reader, heading, seen) = (reader, heading, seen)
    // Nothing is kept twice while the copies are at work.
    self.seen = []
    do throws(TableFault) {
      try work(&reader) { row throws(TableFault) in
        guard let columns = heading else {
          heading = try Self.heading(row)
          return
        }
        let unit = try Self.attributes(row, columns)
        guard seen.insert(unit.id).inserted else {
          throw TableFault(.value, line: row.line, column: Self.idColumns[0])
        }
        found.append(unit)
      }
    } catch {
      throw .table(error)
    }
    (self.reader, self.heading, self.seen) = (reader, heading, seen)
    return found
  }

  private static func heading(_ row: CSVReader.Row) throws(TableFault) -> TableColumns {
    let names = Set(row.values.map { $0.lowercased() })
    let id = idColumns.first { names.contains($0.lowercased()) } ?? idColumns[0]
    return try TableColumns(row, required: [id])
  }

  private static func attributes(
    _ row: CSVReader.Row, _ columns: TableColumns
  ) throws(TableFault) -> DirectoryAttributes {
    guard let id = idColumns.lazy.compactMap({ columns.optional($0, in: row) }).first else {
      throw TableFault(.valueMissing, line: row.line, column: idColumns[0])
    }
    var values: [DirectoryAttribute: [String]] = [:]
    for (attribute, names) in self.columns {
      let cell = names.lazy.compactMap { columns.optional($0, in: row) }.first ?? ""
      values[attribute] = cell.split(separator: "|").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }
    }
    return DirectoryAttributes(id: id, values: values)
  }
}
