// SPDX-License-Identifier: Apache-2.0

/// Why a table in a text file was not read. It names row and column, never a value: tables hold
/// personal data, and faults end up in logs.
public struct TableFault: Error, Hashable, Sendable {
  /// The kinds of fault. The raw value is a stable code that is never reused.
  public enum Code: String, Hashable, CaseIterable, Sendable {
    /// There is no row with headings.
    case empty
    /// Not UTF-8.
    case encoding
    /// A quotation mark inside a value that does not begin with one, or text after the closing
    /// one.
    case quote
    /// The file ends inside a quoted value.
    case openQuote = "open-quote"
    /// A value longer than `CSVReader.longestValue`, or more columns than `mostColumns`.
    case tooLarge = "too-large"
    /// A column that must be there is not.
    case columnMissing = "column-missing"
    /// A heading stands twice.
    case columnTwice = "column-twice"
    /// A row has more or fewer values than there are headings.
    case width
    /// The value must be given.
    case valueMissing = "value-missing"
    /// The value is no day such as 2026-06-12.
    case day
    /// The last day lies before the first.
    case daysReversed = "days-reversed"
    /// The value is no degree that the rule book knows.
    case degree
    /// The value is none of those that are allowed.
    case value
    /// The value is no whole number from 0, or where it may have decimals no such number.
    case number
    /// What the row is about stands on an earlier row too.
    case twice
  }

  public let code: Code
  /// The line of the file, from 1; for a row over several lines the first.
  public let line: Int
  /// The column's heading, where the fault is in one.
  public let column: String?

  /// A fault in a row.
  public init(_ code: Code, line: Int, column: String? = nil) {
    self.code = code
    self.line = line
    self.column = column
  }
}

extension TableFault: CustomStringConvertible {
  /// Line, column and what is wrong, in one sentence.
  public var description: String {
    "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": " + reason
  }

  private var reason: String {
    switch code {
    case .empty: "there are no headings"
    case .encoding: "the text is not UTF-8"
    case .quote: "a quotation mark stands where none may stand"
    case .openQuote: "the file ends inside a quoted value"
    case .tooLarge: "the value or the row is too large"
    case .columnMissing: "the column is missing"
    case .columnTwice: "the column stands twice"
    case .width: "the row has more or fewer values than there are columns"
    case .valueMissing: "the value is missing"
    case .day: "not a day such as 2026-06-12"
    case .daysReversed: "the last day lies before the first"
    case .degree: "not a degree such as 50"
    case .value: "not a value that is allowed here"
    case .number: "not a number that is allowed here"
    case .twice: "an earlier row is about the same"
    }
  }
}
