// SPDX-License-Identifier: Apache-2.0

/// Reads a table of values separated by commas, piece by piece as the bytes come, so that a
/// table of any length is read in the memory of one row.
///
/// The first row holds the headings and decides what separates values: a comma, or a semicolon
/// as Swedish spreadsheets write. Values may stand in quotation marks, which are doubled inside;
/// lines may end in LF or CRLF; a byte order mark and empty lines are passed over. The text is
/// UTF-8. Values come without blanks around them unless they were quoted.
public struct CSVReader {
  /// Bytes of one value.
  public static let longestValue = 65_536
  /// Columns of one table.
  public static let mostColumns = 256

  /// A row with its place in the file.
  public struct Row: Sendable {
    /// The line on which the row begins, from 1.
    public let line: Int
    public let values: [String]
  }

  private enum State { case start, plain, quoted, closed }

  private var state = State.start
  private var separator: UInt8?
  private var value: [UInt8] = []
  private var isQuoted = false
  private var values: [String] = []
  private var line = 1
  private var rowLine = 1
  private var markBytes = 0
  private var hasHeadings = false

  /// A reader at the beginning of a table.
  public init() {}

  /// Reads some bytes and hands over each row that is complete, the headings first.
  ///
  /// - Throws: `TableFault`, or what `body` throws.
  public mutating func read(
    _ bytes: some Sequence<UInt8>, _ body: (Row) throws(TableFault) -> Void
  ) throws(TableFault) {
    for byte in bytes { try take(byte, body) }
  }

  /// Says that no more bytes come, so that a last row without line end is handed over.
  public mutating func finish(_ body: (Row) throws(TableFault) -> Void) throws(TableFault) {
    if state == .quoted { throw fault(.openQuote) }
    try endRow(body)
    if !hasHeadings { throw TableFault(.empty, line: 1) }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func take(
    _ byte: UInt8, _ body: (Row) throws(TableFault) -> Void
  ) throws(TableFault) {
    if markBytes < 3 {
      if byte == Self.mark[markBytes] {
        markBytes += 1
        return
      }
      if markBytes > 0 { throw fault(.encoding) }
      markBytes = 3
    }
    let isEnd = byte == UInt8(ascii: "\n")
    if isEnd { line += 1 }
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .closed
    case (.quoted, _): try append(byte)
    case (.closed, UInt8(ascii: "\"")):
      try append(byte)
      state = .quoted
    case (_, UInt8(ascii: "\n")): try endRow(body)
    case (_, UInt8(ascii: "\r")): break
    case (_, let mark) where isSeparator(mark): try endValue()
    case (.start, UInt8(ascii: "\"")):
      value = []
      isQuoted = true
      state = .quoted
    case (.start, UInt8(ascii: " ")), (.start, UInt8(ascii: "\t")),
      (.closed, UInt8(ascii: " ")), (.closed, UInt8(ascii: "\t")):
      break
    case (.closed, _), (.plain, UInt8(ascii: "\"")): throw fault(.quote)
    default:
      state = .plain
      try append(byte)
    }
  }

  /// The first separator outside of quotation marks in the headings is that of the table.
  private mutating func isSeparator(_ byte: UInt8) -> Bool {
    if let separator { return byte == separator }
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") else { return false }
    separator = byte
    return true
  }

  private mutating func append(_ byte: UInt8) throws(TableFault) {
    guard value.count < Self.longestValue else { throw fault(.tooLarge) }
    value.append(byte)
  }

  private mutating func endValue() throws(TableFault) {
    while !isQuoted, let last = value.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t")
    {
      value.removeLast()
    }
    guard let text = String(validating: value, as: UTF8.self), !value.contains(0) else {
      throw fault(.encoding)
    }
    guard values.count < Self.mostColumns else { throw fault(.tooLarge) }
    values.append(text)
    value.removeAll(keepingCapacity: true)
    isQuoted = false
    state = .start
  }

  private mutating func endRow(_ body: (Row) throws(TableFault) -> Void) throws(TableFault) {
    let isBlank = values.isEmpty && value.isEmpty && state == .start
    if !isBlank {
      try endValue()
      let row = Row(line: rowLine, values: values)
      hasHeadings = true
      values.removeAll(keepingCapacity: true)
      try body(row)
    }
    rowLine = line
  }

  private func fault(_ code: TableFault.Code) -> TableFault { TableFault(code, line: rowLine) }
}

/// Where the columns of a table stand, by heading. Headings are compared without regard to case;
/// columns that nobody asks for may be there.
public struct TableColumns: Sendable {
  private let places: [String: Int]

  /// Reads the row of headings. Throws `columnTwice`, or `columnMissing` for the first of the
  /// required ones that is not there.
  public init(_ headings: CSVReader.Row, required: [String]) throws(TableFault) {
    var places: [String: Int] = [:]
    for (place, heading) in headings.values.enumerated() where !heading.isEmpty {
      guard places.updateValue(place, forKey: heading.lowercased()) == nil else {
        throw TableFault(.columnTwice, line: headings.line, column: heading)
      }
    }
    for name in required where places[name.lowercased()] == nil {
      throw TableFault(.columnMissing, line: headings.line, column: name)
    }
    self.places = places
  }

  /// Whether there is such a column.
  public func has(_ column: String) -> Bool { places[column.lowercased()] != nil }

  /// The value of a column; nil where the column is not there or the value is empty.
  public func optional(_ column: String, in row: CSVReader.Row) -> String? {
    guard let place = places[column.lowercased()], !row.values[place].isEmpty else { return nil }
    return row.values[place]
  }

  /// A value that must be there. Throws `valueMissing`.
  public func text(_ column: String, in row: CSVReader.Row) throws(TableFault) -> String {
    guard let text = optional(column, in: row) else {
      throw TableFault(.valueMissing, line: row.line, column: column)
    }
    return text
  }
}
