// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import XML

@Suite struct XMLRecordsTests {
  private static let limits = XMLLimits(
    maximumBytes: 4 << 20, maximumDepth: 8, maximumElements: 20, maximumAttributes: 4,
    maximumTextBytes: 2_000)

  private func read(
    _ text: [UInt8], pieces: Int, limits: XMLLimits = limits
  ) throws(XMLFault) -> [XMLElement] {
    let reader = try XMLRecords(name: "r", namespace: "urn:x", limits: limits)
    var records: [XMLElement] = []
    for start in stride(from: 0, to: text.count, by: pieces) {
      records += try reader.read(Array(text[start..<min(start + pieces, text.count)]))
    }
    return try records + reader.finish()
  }

  private func fault(_ text: String, limits: XMLLimits = limits) -> XMLFault.Code? {
    fault(Array(text.utf8), limits: limits)
  }

  private func fault(_ text: [UInt8], limits: XMLLimits = limits) -> XMLFault.Code? {
    do throws(XMLFault) {
      _ = try read(text, pieces: 1000, limits: limits)
      return nil
    } catch { return error.code }
  }

  @Test(arguments: [1, 2, 7, 1000])
  func `records come as they would from the whole document`(pieces: Int) throws {
    let text = """
      \u{FEFF}<?xml version="1.0"?><d xmlns="urn:x"><!-- c --><head>h</head>
      <r a="1&amp;2"> Å<s>x</s>
      <![CDATA[<&]]>&lt;</r><g><r><r/></r></g></d>
      """
    let records = try read(Array(text.utf8), pieces: pieces)
    let whole = try XMLElement(parsing: Array(text.utf8))
    let group = try #require(whole.children.last)
    #expect(records == [whole.children[1], group.children[0]])
    #expect(records[0].attributes.first?.value == "1&2" && records[0].text.contains("Å"))
  }

  @Test func `other namespaces are no records`() throws {
    #expect(try read(Array("<d><r/><x:r xmlns:x='urn:x'/></d>".utf8), pieces: 5).count == 1)
  }

  @Test func `what is not whole and sound is refused`() {
    #expect(fault("") == .empty)
    #expect(fault("<d xmlns='urn:x'><r>") == .malformed)
    #expect(fault("<d><r></d>") == .malformed)
    #expect(fault("<d/><d/>") == .malformed)
    #expect(fault("<x:d/>") == .malformed)
    #expect(fault("<d>&nbsp;</d>") == .malformed)
    #expect(fault("<d><r a='1' a='2'/></d>") == .malformed)
    #expect(fault("x") == .malformed)
  }

  @Test func `a document type ends the reading, whatever it holds`() {
    #expect(fault("<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>") == .documentType)
    #expect(fault("<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x'><d/>") == .documentType)
  }

  @Test func `other encodings than UTF-8 are refused`() {
    #expect(fault(Array("<d>".utf8) + [0xE5] + Array("</d>".utf8)) == .encoding)
    #expect(fault([0xFF, 0xFE] + Array("<d/>".utf8).flatMap { [$0, 0] }) == .encoding)
    #expect(fault(Array("<d/>".utf8).flatMap { [0, $0] }) == .encoding)
    #expect(
      fault(
        Array("<?xml version='1.0' encoding='ISO-8859-1'?><d>".utf8) + [0xE5]
          + Array("</d>".utf8)) == .encoding)
  }

  @Test func `limits hold in each record and over the document`() {
    func document(_ inside: String) -> String { "<d xmlns='urn:x'>\(inside)</d>" }
    let deep = String(repeating: "<e>", count: 9)
    #expect(fault(document(deep)) == .tooDeep)
    #expect(
      fault(document("<r>" + String(repeating: "<s/>", count: 21) + "</r>")) == .tooManyElements)
    #expect(fault(document(String(repeating: "<r/>", count: 500))) == nil)
    #expect(fault(document("<r>" + String(repeating: "x", count: 2001) + "</r>")) == .textTooLong)
    #expect(fault(document("<r a='\(String(repeating: "x", count: 2001))'/>")) == .textTooLong)
    #expect(fault(document("<r a='1' b='2' c='3' d='4' e='5'/>")) == .tooManyAttributes)
    let crowd = (0..<5000).map { "a\($0)=''" }.joined(separator: " ")
    #expect(fault(document("<r \(crowd)/>")) == .tooManyAttributes)
    #expect(
      fault(document("<!--" + String(repeating: "x", count: 3 << 20) + "-->")) == .textTooLong)
    #expect(fault(document(String(repeating: "x", count: 5 << 20))) == .tooLarge)
  }

  @Test func `after a fault nothing more is given`() throws {
    let reader = try XMLRecords(name: "r", namespace: nil, limits: Self.limits)
    #expect(throws: XMLFault.self) { try reader.read(Array("<d></e><r/>".utf8)) }
    #expect(throws: XMLFault.self) { try reader.read(Array("<r/>".utf8)) }
    #expect(throws: XMLFault.self) { try reader.finish() }
  }

  @Test(arguments: 0..<400)
  func `damaged documents end in records or a fault`(seed: Int) {
    var text = Array(
      "<?xml version='1.0'?><d xmlns='urn:x'><r a='b'>å<s>&amp;</s></r><r><![CDATA[x]]></r></d>"
        .utf8)
    var number = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 99
    for _ in 0..<3 {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text[Int(number >> 33) % text.count] = UInt8(truncatingIfNeeded: number >> 20)
    }
    _ = fault(text)
  }
}
