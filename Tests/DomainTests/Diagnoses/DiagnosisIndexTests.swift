// SPDX-License-Identifier: Apache-2.0
import Domain
import RuleData
import Testing

@Suite struct DiagnosisIndexTests {
  private static func entries(_ rows: (String, String)...) -> [CodeListEntry] {
    rows.map { CodeListEntry(code: $0.0, title: $0.1) }
  }

  private static let complete = [
    CodeList(.chapters, entries(("A00-B99", "Infektioner"), ("F00-F99", "Psykiska"))),
    CodeList(.blocks, entries(("A00-A09", "Tarm"), ("F40-F48", "Stress"))),
    CodeList(.categories, entries(("A02", "Salmonella"), ("F43", "Stress"))),
    CodeList(.codes, entries(("A020", "Enterit"), ("F438", "Annan"))),
    CodeList(.primaryCare, entries(("A02-P", "Salmonella i primärvård"))),
    CodeList(.chartGroups, entries(("A00-E90,G00-L99", "Somatiska"), ("F00-F99", "Psykiska"))),
  ]

  @Test(arguments: [
    ("F43.8A", "F438"), ("f 43-8", "F438"), ("F439", "F43"), ("A02-P", "A02P"), ("A0299", "A02"),
    ("A020", "A020"), ("F4", ""), ("F99", ""), ("", ""), ("43F", ""), ("ÅÄÖ", ""),
  ])
  func `a code is shortened until a list has it`(written: String, code: String) {
    let index = DiagnosisIndex(Self.complete, groups: [])
    #expect(index.code(of: written)?.description ?? "" == code)
    #expect(index.place(of: written).isNone == code.isEmpty)
  }

  @Test func `chapter, block, category and chart group are told`() throws {
    let index = DiagnosisIndex(Self.complete, groups: [])
    #expect(index.chapter(of: "F43.8A")?.id == "F00-F99")
    #expect(index.block(of: "F43.8A")?.title == "Stress")
    #expect(index.category(of: "F43.8A")?.description == "F43")
    #expect(index.chartGroup(of: "A02-P")?.title == "Somatiska")
    let code = try #require(index.code(of: "A02-P"))
    #expect(index.title(of: code) == "Salmonella i primärvård")
    #expect(index.chapter(of: "M54") == nil)
  }

  @Test func `without all categories a code is placed by its range, and is not called listed`() {
    let index = DiagnosisIndex(
      [CodeList(.chapters, Self.entries(("M00-M99", "Rörelse")))], groups: [])
    let place = index.place(of: "M54.5")
    #expect(place.code.description == "M54" && !place.isListed && place.chapter == 1)
    #expect(index.place(of: "X99").isNone && index.place(of: "MA4").isNone)
  }

  @Test(arguments: ["A00", "F438A", "Z999", "A02P", "U07"])
  func `a code is its number, ordered as the text`(text: String) throws {
    let code = try #require(DiagnosisCode(text))
    #expect(code.description == text && code.length == text.count)
    #expect(DiagnosisCode(number: code.number) == code && code.hasForm)
    #expect(code.prefix(2).description == String(text.prefix(2)))
    let other = try #require(DiagnosisCode("F43"))
    #expect((code < other) == (text < "F43"))
  }

  @Test func `groups are told from all that was written`() throws {
    let index = DiagnosisIndex(Self.complete, groups: try DiagnosisGroupFile.load())
    #expect(index.groups(of: "F43.8A").map(\.id) == ["utmattningssyndrom"])
    #expect(index.groups(of: "F43.8").isEmpty && index.groups(of: "F43").isEmpty)
  }

  @Test func `only what is longer than every typical case exceeds the recommendation`() throws {
    let list = CodeList(
      .recommendations,
      [
        CodeListEntry(code: "F43", title: "Upp till 2 veckor", value: "14", note: "full"),
        CodeListEntry(code: "F43", title: "Upp till 4 veckor", value: "28", note: "part"),
        CodeListEntry(code: "F43", title: "Ingen gräns", note: "full"),
        CodeListEntry(code: "F432", title: "Ingen gräns", note: "full"),
      ])
    let index = DiagnosisIndex(Self.complete + [list], groups: [])
    let code = try #require(DiagnosisCode("F43.8A"))
    let limit = try #require(index.recommendedLimit(of: code))
    #expect(limit.longestDays == 28 && limit.cases == 2 && limit.openCases == 1)
    #expect(limit.code.description == "F43")
    let open = try #require(DiagnosisCode("F43.2"))
    #expect(index.recommendedLimit(of: open) == nil && index.recommendations(of: open).count == 1)
  }

  @Test func `what comes with the program reads, and the invented is kept apart`() throws {
    let all = try ShippedCodeLists.load(forDemonstration: true)
    let facts = try ShippedCodeLists.load(forDemonstration: false)
    #expect(all.contains { $0.kind == .recommendations })
    #expect(!facts.contains { $0.kind == .recommendations || $0.kind == .codes })
    #expect(facts.first { $0.kind == .chapters }?.entries.count == 22)
    let index = DiagnosisIndex(all, groups: try DiagnosisGroupFile.load())
    #expect(index.chapters.count == 22 && index.chartGroups.count == 7)
    #expect(!index.blocks.isEmpty && index.groups.count == 3)
    for entry in all.filter({ $0.kind == .codes || $0.kind == .categories }).flatMap(\.entries) {
      let place = index.place(of: entry.code)
      #expect(place.isListed && place.chapter > 0 && place.chartGroup > 0, "\(entry.code)")
    }
  }
}

@Suite struct SuppliedValueTests {
  @Test(arguments: [
    ("12,5", "12.5"), ("0", "0"), ("-3.250", "-3.25"), ("0.001", "0.001"), ("007", "7"),
  ])
  func `numbers are exact`(text: String, shown: String) {
    #expect(SuppliedNumber(text)?.description == shown)
  }

  @Test(arguments: ["", "-", "1.", ".5", "1,2,3", "1.2345", "1e3", "99999999999999", "12 5"])
  func `anything else is no number`(text: String) { #expect(SuppliedNumber(text) == nil) }

  @Test func `values are read back as they were stored`() throws {
    let day = try #require(Day("2026-01-31"))
    let indicator = Indicator(
      indicator: "x", unit: " se1-a ", from: day, to: day, numerator: 1, denominator: 2,
      value: nil, source: "Regionen", collected: day)
    #expect(Indicator(line: indicator.line) == indicator && indicator.unit == "SE1-A")
    let value = BackgroundValue(
      unit: "SE1-A", variable: "listade", value: SuppliedNumber(thousandths: 1_500),
      source: "s", collected: day)
    #expect(BackgroundValue(line: value.line) == value)
    let decision = CertificateDecision(
      certificate: "ab", day: day, outcome: .partly, kind: .control)
    #expect(CertificateDecision(line: decision.line) == decision)
    #expect(Indicator(line: decision.line) == nil)
  }
}
