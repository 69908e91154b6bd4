// SPDX-License-Identifier: Apache-2.0
import Domain

/// Reads tables of what is supplied. Rows that are not good are told with line, column and reason;
/// a row that is about the same as an earlier one in the file is one of them.
public struct SuppliedTable<Value: SuppliedValue> {
  private struct Subject: Hashable {
    let key: String
    let version: Day?
  }

  private var table: TableReader<(line: Int, value: Value)>
  private var seen: Set<Subject> = []
  private let column: String

  /// The rows that were not good: the first of them in order, and how many there are.
  public var faults: [TableFault] { table.faults.sorted { $0.line < $1.line } }
  public var faultCount: Int { table.faultCount }

  init(
    required: [String], column: String, make: @escaping (TableRow) throws(TableFault) -> Value
  ) {
    table = TableReader(required: required) { row throws(TableFault) in
      (line: row.line, value: try make(row))
    }
    self.column = column
  }

  /// Reads some bytes and returns the values of the rows that are complete and good.
  public mutating func read(_ bytes: [UInt8]) throws(TableFault) -> [Value] {
    var rows: [(line: Int, value: Value)] = []
    try table.read(bytes) { rows.append($0) }
    return single(rows)
  }

  /// Says that the table has ended.
  public mutating func finish() throws(TableFault) -> [Value] {
    var rows: [(line: Int, value: Value)] = []
    try table.finish { rows.append($0) }
    return single(rows)
  }

  private mutating func single(_ rows: [(line: Int, value: Value)]) -> [Value] {
    rows.compactMap { row in
      let subject = Subject(key: row.value.key, version: row.value.version)
      guard seen.insert(subject).inserted else {
        table.refuse(TableFault(.twice, line: row.line, column: column))
        return nil
      }
      return row.value
    }
  }
}

extension TableRow {
  /// The longest source or name that is taken, in bytes.
  private static var longestText: Int { 500 }

  fileprivate func shortText(_ column: String) throws(TableFault) -> String {
    let text = try text(column)
    guard text.utf8.count <= Self.longestText else { throw fault(.tooLarge, column) }
    return text
  }

  fileprivate func number(_ column: String) throws(TableFault) -> SuppliedNumber? {
    guard let text = optional(column) else { return nil }
    guard let number = SuppliedNumber(text) else { throw fault(.number, column) }
    return number
  }

  fileprivate func choice<Choice: RawRepresentable>(
    _ column: String
  ) throws(TableFault) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text(column).lowercased()) else {
      throw fault(.value, column)
    }
    return choice
  }
}

extension SuppliedTable where Value == Indicator {
  /// A table of indicators: `indicator,unit,from,to,numerator,denominator,value,source,collected`.
  /// Without unit a row is about the whole country. It has numerator and denominator, or value;
  /// `numerator` alone is a count.
  public static func indicators(_ known: [IndicatorDefinition]) -> SuppliedTable {
    let forms = Dictionary(known.map { ($0.id.lowercased(), $0) }) { first, _ in first }
    return SuppliedTable(
      required: ["indicator", "from", "to", "source", "collected"], column: "indicator"
    ) { row throws(TableFault) in
      guard let definition = forms[try row.text("indicator").lowercased()] else {
        throw row.fault(.value, "indicator")
      }
      let (from, to) = (try row.day("from"), try row.day("to"))
      guard from <= to else { throw row.fault(.daysReversed, "to") }
      let (numerator, denominator, value) = try amounts(row, definition.form)
      return Indicator(
        indicator: definition.id, unit: row.optional("unit"), from: from, to: to,
        numerator: numerator, denominator: denominator, value: value,
        source: try row.shortText("source"), collected: try row.day("collected"))
    }
  }

  private static func amounts(
    _ row: TableRow, _ form: IndicatorDefinition.Form
  ) throws(TableFault) -> (Int?, Int?, SuppliedNumber?) {
    let numerator = try row.count("numerator")
    let denominator = try row.count("denominator")
    let value = try row.number("value")
    guard let value else {
      guard let numerator else { throw row.fault(.valueMissing, "numerator") }
      if form == .count, denominator == nil { return (numerator, nil, nil) }
      guard let denominator else { throw row.fault(.valueMissing, "denominator") }
      guard denominator > 0 else { throw row.fault(.value, "denominator") }
      if form == .share, numerator > denominator { throw row.fault(.value, "numerator") }
      return (numerator, denominator, nil)
    }
    guard numerator == nil, denominator == nil else { throw row.fault(.value, "value") }
    let most = form == .share ? 1_000 : SuppliedNumber.mostThousandths
    guard (0...most).contains(value.thousandths) else { throw row.fault(.value, "value") }
    return (nil, nil, value)
  }
}

extension SuppliedTable where Value == BackgroundValue {
  /// A table of background variables: `unit,variable,value,source,collected`.
  public static func background() -> SuppliedTable {
    SuppliedTable(
      required: ["unit", "variable", "value", "source", "collected"], column: "unit"
    ) { row throws(TableFault) in
      guard let value = try row.number("value") else { throw row.fault(.valueMissing, "value") }
      return BackgroundValue(
        unit: try row.shortText("unit"), variable: try row.shortText("variable"), value: value,
        source: try row.shortText("source"), collected: try row.day("collected"))
    }
  }
}

extension SuppliedTable where Value == CertificateDecision {
  /// A table of outcomes: `certificate,day,outcome,kind`.
  ///
  /// - Parameter key: what a certificate's id is kept as; the id itself is not kept.
  public static func decisions(key: @escaping (String) -> String) -> SuppliedTable {
    SuppliedTable(
      required: ["certificate", "day", "outcome", "kind"], column: "certificate"
    ) { row throws(TableFault) in
      CertificateDecision(
        certificate: key(try row.shortText("certificate")), day: try row.day("day"),
        outcome: try row.choice("outcome"), kind: try row.choice("kind"))
    }
  }
}
