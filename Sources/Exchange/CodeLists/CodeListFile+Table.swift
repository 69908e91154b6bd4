// SPDX-License-Identifier: Apache-2.0
import Domain

// Lists that come as a table with headings.

extension CodeListFile {
  /// Reads a table; nil when the headings are of none that is known.
  static func table(_ text: String, heading: Substring) throws(CodeListFault) -> CodeList? {
    let names = Set(
      heading.lowercased().split { $0 == "," || $0 == ";" }.map { String(plain($0)) })
    let kind: CodeListKind
    if names.isSuperset(of: ["typfall_id", "icd10_codes", "max_time", "max_unit"]) {
      kind = .recommendations
    } else if names.isSuperset(of: ["fmb_id", "icd10_codes"]) {
      kind = .functioningLinks
    } else if names.isSuperset(of: ["code", "title"]) {
      kind = .functioning
    } else {
      return nil
    }
    let rows = try rows(text, kind)
    var entries: [CodeListEntry] = []
    for (line, made) in rows {
      guard made.allSatisfy({ CodeListEntry.isCode($0.code, of: kind) }) else {
        throw CodeListFault(.row, line: line)
      }
      entries += made
    }
    return CodeList(kind, entries)
  }

  private static func rows(
    _ text: String, _ kind: CodeListKind
  ) throws(CodeListFault) -> [(Int, [CodeListEntry])] {
    let required = kind == .functioning ? ["code", "title"] : ["icd10_codes"]
    var table = TableReader(required: required) { row throws(TableFault) in
      (row.line, try entries(row, kind))
    }
    var found: [(Int, [CodeListEntry])] = []
    do throws(TableFault) {
      try table.read(text.utf8) { found.append($0) }
      try table.finish { found.append($0) }
    } catch {
      throw CodeListFault(.row, line: error.line)
    }
    if let fault = table.faults.first { throw CodeListFault(.row, line: fault.line) }
    return found
  }

  private static func entries(
    _ row: TableRow, _ kind: CodeListKind
  ) throws(TableFault) -> [CodeListEntry] {
    switch kind {
    case .recommendations: try recommendations(row)
    case .functioningLinks: try links(row)
    default: [CodeListEntry(code: try row.text("code"), title: try row.text("title"))]
    }
  }

  private static func recommendations(_ row: TableRow) throws(TableFault) -> [CodeListEntry] {
    guard isInForce(row) else { return [] }
    var days = ""
    if let time = row.optional("max_time") {
      let factor =
        switch row.optional("max_unit") {
        case "d": 1
        case "wk": weekDays
        case "mo": monthDays
        default: throw row.fault(.value, "max_unit")
        }
      guard let count = Int(time), (0...10_000).contains(count) else {
        throw row.fault(.value, "max_time")
      }
      days = String(count * factor)
    }
    let note = row.optional("max_degree") == "deltid" ? "part" : "full"
    let text = row.optional("recommendation") ?? ""
    return try codes(row).map {
      CodeListEntry(code: $0, title: text, value: days, note: note)
    }
  }

  private static func links(_ row: TableRow) throws(TableFault) -> [CodeListEntry] {
    guard isInForce(row) else { return [] }
    let title = row.optional("title") ?? ""
    let columns = [
      ("icf_function_central", "function central"),
      ("icf_function_complementary", "function complementary"),
      ("icf_activity_central", "activity central"),
      ("icf_activity_complementary", "activity complementary"),
    ]
    var entries: [CodeListEntry] = []
    for code in try codes(row) {
      for (column, note) in columns {
        for link in (row.optional(column) ?? "").split(separator: "|") {
          entries.append(
            CodeListEntry(code: code, title: title, value: String(plain(link)), note: note))
        }
      }
    }
    return entries
  }

  private static func isInForce(_ row: TableRow) -> Bool {
    row.optional("status").map { $0 == "giltig" } ?? true
  }

  private static func codes(_ row: TableRow) throws(TableFault) -> [String] {
    try row.text("icd10_codes").split(separator: "|").map { String(plain($0)) }
  }
}
