// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Exchange

@Suite struct CertificateListTests {
  private static let heading = "person,certificate,unit,first,last,degree\n"

  private func read(_ text: String) throws(TableFault) -> [CertificatePeriod] {
    try read(Array(text.utf8))
  }

  /// One byte at a time, so that every boundary between pieces is tried.
  private func read(_ bytes: [UInt8]) throws(TableFault) -> [CertificatePeriod] {
    var list = CertificateList(degrees: [25, 50, 75, 100])
    var periods: [CertificatePeriod] = []
    for byte in bytes { try list.read(CollectionOfOne(byte)) { periods.append($0) } }
    try list.finish { periods.append($0) }
    if let fault = list.faults.first { throw fault }
    return periods
  }

  private func fault(_ text: String) -> TableFault? {
    do throws(TableFault) {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  @Test func `a row becomes a period, with or without line end`() throws {
    let row = "p1,c1,SE1-A,2026-01-01,20260110,50"
    let first = try #require(Day("2026-01-01"))
    let period = try #require(
      CertificatePeriod(
        person: "p1", certificate: "c1", unit: "SE1-A", first: first,
        last: first.adding(days: 9), degree: 50))
    for end in ["", "\n", "\r\n", "\n\n\r\n"] {
      #expect(try read(Self.heading + row + end) == [period])
    }
  }

  @Test func `columns may stand in any order, with others beside them`() throws {
    let text = "Last;note;FIRST;certificate;person\r\n2026-01-02;x;2026-01-01;c;p\r\n"
    let period = try #require(try read(text).first)
    #expect(period.person == "p" && period.unit == nil && period.degree == nil)
    #expect(period.last - period.first == 1)
  }

  @Test func `a byte order mark and quotation marks are understood`() throws {
    let text =
      "\u{FEFF}\"person\",certificate,first,last\n"
      + "\"a, \"\"b\"\"\nc\" , d ,2026-01-01,2026-01-01\n"
    let period = try #require(try read(text).first)
    #expect(period.person == "a, \"b\"\nc" && period.certificate == "d")
  }

  private static let faults: [(String, TableFault)] = [
    ("", TableFault(.empty, line: 1)),
    ("\n\n", TableFault(.empty, line: 1)),
    ("person,certificate,first\n", TableFault(.columnMissing, line: 1, column: "last")),
    ("person,Person,first\n", TableFault(.columnTwice, line: 1, column: "Person")),
    row(",c,u,2026-01-01,2026-01-02,50", .valueMissing, "person"),
    row("p,,u,2026-01-01,2026-01-02,50", .valueMissing, "certificate"),
    row("p,c,u,2026-02-30,2026-03-02,50", .day, "first"),
    row("p,c,u,2026-01-02,2026-01-01,50", .daysReversed, "last"),
    row("p,c,u,2026-01-01,2026-01-02,51", .degree, "degree"),
    row("p,c,u,2026-01-01,2026-01-02", .width),
    row("p,c;d,u,2026-01-01,2026-01-02,50,x", .width),
    row("p\"q,c,u,2026-01-01,2026-01-02,50", .quote),
    row("\"p\"q,c,u,2026-01-01,2026-01-02,50", .quote),
    row("\"p\n,c", .openQuote),
  ]

  private static func row(
    _ text: String, _ code: TableFault.Code, _ column: String? = nil
  ) -> (String, TableFault) {
    (heading + "\n" + text, TableFault(code, line: 3, column: column))
  }

  @Test(arguments: faults)
  func `a fault names row and column`(text: String, expected: TableFault) {
    #expect(fault(text) == expected)
    #expect(!expected.description.isEmpty)
  }

  @Test func `what is not UTF-8 is refused`() {
    let texts: [[UInt8]] = [
      [0xFF, 0xFE, 0x70, 0, 0x0A], [0xEF, 0x70], Array("a,b\n".utf8) + [0xE5, 0x0A],
    ]
    for bytes in texts {
      #expect(throws: TableFault.self) { try read(bytes) }
    }
  }

  @Test func `a value without end is refused before it fills the memory`() {
    var list = CertificateList(degrees: [])
    #expect(throws: TableFault(.tooLarge, line: 1)) {
      try list.read(repeatElement(UInt8(ascii: "x"), count: 1 << 20)) { _ in }
    }
    #expect(fault(String(repeating: ",", count: 300))?.code == .tooLarge)
  }
}
