// SPDX-License-Identifier: Apache-2.0
import CXLSX
import Glibc

/// A file for spreadsheets (XLSX), made whole. Words stay words: a cell that begins as a formula
/// does is written as text, so that no program runs it.
public struct Workbook: Sendable {
  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Double)
    /// A share, 0 to 1, shown in per cent with one decimal.
    case share(Double)
    /// Words that head a column or a row.
    case heading(String)
  }

  /// A sheet with its rows.
  public struct Sheet: Hashable, Sendable {
    /// At most 31 letters, without `[]:*?/\`.
    public var name: String
    public var rows: [[Cell]]
    /// Rows at the top that stay when the rest is scrolled.
    public var frozenRows: Int

    public init(name: String, rows: [[Cell]], frozenRows: Int = 0) {
      self.name = name
      self.rows = rows
      self.frozenRows = frozenRows
    }
  }

  public var sheets: [Sheet]

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// Letters that fit into a cell of the format.
  private static let mostLetters = 32_767
  /// Rows of a sheet of the format.
  private static let mostRows = 1_048_576
  /// The widest column, in letters.
  private static let mostWidth = 60

  /// The file.
  ///
  /// - Throws: where a sheet's name or the number of rows does not fit the format, or there is no
  ///   room for temporary files.
  public func bytes() throws(WorkbookFault) -> [UInt8] {
    // The six letters are replaced by others that make the name new.
    let open = String(repeating: "X", count: 6)
    var place = Array("\(Self.temporaryFolder)/samsyn-workbook-\(open)".utf8CString)
    // Nobody else can read a file that is made so.
    let file = mkstemp(&place)
    guard file >= 0 else { throw .unwritable }
    defer {
      close(file)
      unlink(place)
    }
    guard let book = workbook_new(place) else { throw .unwritable }
    let fault = write(to: book)
    // Closing writes the file and frees everything, in any case.
    let end = workbook_close(book)
    if let fault { throw fault }
    guard end == LXW_NO_ERROR else { throw .unwritable }
    return try Self.read(place)
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  private static func read(_ place: [CChar]) throws(WorkbookFault) -> [UInt8] {
    guard let file = fopen(place, "rb") else { throw .unwritable }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      bytes += piece[..<count]
    }
    guard ferror(file) == 0 else { throw .unwritable }
    return bytes
  }

  private func write(to book: UnsafeMutablePointer<lxw_workbook>) -> WorkbookFault? {
    guard let heading = workbook_add_format(book), let share = workbook_add_format(book) else {
      return .unwritable
    }
    format_set_bold(heading)
    format_set_num_format(share, "0.0%")
    for sheet in sheets {
      guard sheet.rows.count <= Self.mostRows else { return .tooManyRows }
      guard !sheet.name.isEmpty,
        workbook_validate_sheet_name(book, sheet.name) == LXW_NO_ERROR,
        let page = workbook_add_worksheet(book, sheet.name)
      else { return .badName }
      for (column, width) in Self.widths(sheet).enumerated() {
        let column = lxw_col_t(column)
        worksheet_set_column(page, column, column, Double(width), nil)
      }
      if sheet.frozenRows > 0 { worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), 0) }
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          let (row, column) = (lxw_row_t(row), lxw_col_t(column))
          switch cell {
          case .empty: break
          case .text(let text):
            worksheet_write_string(page, row, column, Self.fitting(text), nil)
          case .heading(let text):
            worksheet_write_string(page, row, column, Self.fitting(text), heading)
          case .number(let number): worksheet_write_number(page, row, column, number, nil)
          case .share(let number): worksheet_write_number(page, row, column, number, share)
          }
        }
      }
    }
    return nil
  }

  /// What a cell can hold: text without null and of a length that the format takes.
  private static func fitting(_ text: String) -> String {
    String(text.filter { $0 != "\0" }.prefix(mostLetters))
  }

  /// As wide as what stands in each column, within reason.
  private static func widths(_ sheet: Sheet) -> [Int] {
    var widths: [Int] = []
    for row in sheet.rows {
      for (column, cell) in row.enumerated() {
        let letters =
          switch cell {
          case .empty: 0
          case .number, .share: 10
          case .text(let text), .heading(let text): min(text.count, mostWidth)
          }
        if column == widths.count { widths.append(8) }
        widths[column] = max(widths[column], letters + 2)
      }
    }
    return widths
  }
}

/// Why a workbook could not be made.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// Empty, too long, given twice, or with a letter that the format does not take.
  case badName
  case tooManyRows
  /// No room for temporary files.
  case unwritable
}
