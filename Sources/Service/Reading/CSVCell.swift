// SPDX-License-Identifier: Apache-2.0

/// A cell of a file that spreadsheets open: words, which could be taken for a formula, or a number
/// of our own.
public enum CSVCell: Sendable {
  case text(String)
  case number(Int)
  /// A number with a decimal point, as short as it can be told apart.
  case decimal(Double)

  /// Stands before the first line, so that spreadsheets read UTF-8.
  public static let byteOrderMark = "\u{FEFF}"

  /// The cell as it stands in the file. Words that begin as a formula does get an apostrophe
  /// before them, so that no program runs what somebody has typed.
  public var written: String {
    switch self {
    case .number(let number): return String(number)
    case .decimal(let number): return "\(number)"
    case .text(let text):
      let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) }
      let safe = isFormula == true ? "'" + text : text
      let mustQuote = safe.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
      let doubled = safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
      return mustQuote ? "\"\(doubled)\"" : safe
    }
  }

  /// Cells as a line, with semicolons between.
  public static func line(_ cells: [CSVCell]) -> String {
    cells.map(\.written).joined(separator: ";") + "\r\n"
  }
}
