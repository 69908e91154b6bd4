// SPDX-License-Identifier: Apache-2.0
import Archive
import Foundation
import Testing
import Workbook

@Suite struct `A workbook` {
  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let path = NSTemporaryDirectory() + "samsyn-workbook-\(UUID().uuidString).xlsx"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let archive = try ZipArchive(path: path)
    var parts: [String: String] = [:]
    while let entry = try archive.next() {
      parts[entry.name] = String(decoding: try archive.read(), as: UTF8.self)
    }
    return parts
  }

  @Test func `holds its sheets, words and numbers`() throws {
    let book = Workbook([
      .init(
        name: "Värden",
        rows: [[.heading("Enhet"), .heading("Andel")], [.text("Åsen"), .share(0.25)]],
        frozenRows: 1),
      .init(name: "Om", rows: [[.text("Datum"), .empty, .number(7)]]),
    ])
    let parts = try parts(try book.bytes())
    #expect(parts["xl/workbook.xml"]?.contains("Värden") == true)
    #expect(parts["xl/sharedStrings.xml"]?.contains("Åsen") == true)
    #expect(parts["xl/worksheets/sheet1.xml"]?.contains("<v>0.25</v>") == true)
    #expect(parts["xl/worksheets/sheet2.xml"]?.contains("<v>7</v>") == true)
  }

  @Test func `keeps words that begin as a formula as words`() throws {
    let words = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.invalid"]
    let parts = try parts(try Workbook([.init(name: "A", rows: words.map { [.text($0)] })]).bytes())
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    #expect(sheet.components(separatedBy: "t=\"s\"").count == words.count + 1)
  }

  @Test func `refuses a name that the format does not take`() {
    for name in ["", "a/b", String(repeating: "a", count: 32)] {
      #expect(throws: WorkbookFault.badName) {
        try Workbook([.init(name: name, rows: [])]).bytes()
      }
    }
  }
}
