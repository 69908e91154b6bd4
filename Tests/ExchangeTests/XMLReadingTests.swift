// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XML

struct XMLReadingTests {
  private func fault(_ text: String, limits: XMLLimits = .message) -> XMLFault? {
    fault(Array(text.utf8), limits: limits)
  }

  private func fault(_ bytes: [UInt8], limits: XMLLimits = .message) -> XMLFault? {
    do throws(XMLFault) {
      _ = try XMLElement(parsing: bytes, limits: limits)
      return nil
    } catch { return error }
  }

  /// UTF-16 with the given halves of each unit first and second.
  private func bytes(_ text: String, _ shifts: [UInt16]) -> [UInt8] {
    text.utf16.flatMap { unit in shifts.map { UInt8(unit >> $0 & 0xFF) } }
  }

  @Test func `an element keeps names, namespaces, attributes, text and lines`() throws {
    let root = try XMLElement(
      parsing: Array(
        """
        <?xml version="1.0"?>
        <a:top xmlns:a="urn:a" xmlns="urn:d" plain="x &amp; y&#10;z" a:own='"'>
          <!-- passed over --><inner>one<![CDATA[ <two> ]]>&lt;three<?skip this?></inner>
          <inner xmlns=""/>
        </a:top>
        """.utf8))
    #expect(root.isNamed("top", in: "urn:a"))
    #expect(
      root.attributes == [
        XMLAttribute(name: "plain", value: "x & y\nz"),
        XMLAttribute(name: "own", namespace: "urn:a", value: "\""),
      ])
    #expect(root.children.map(\.namespace) == ["urn:d", nil])
    #expect(root.children[0].text == "one <two> <three")
    #expect(root.children.map(\.line) == [3, 4])
    #expect(root.trimmedText == "")
  }

  @Test func `UTF-8 and UTF-16 are read, with and without byte order mark`() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a b=\"ö\">Åsa 😀</a>"
    let plain = text.replacing("UTF-16", with: "UTF-8")
    let little = bytes(text, [0, 8])
    let big = bytes(text, [8, 0])
    let forms: [[UInt8]] = [
      Array(plain.utf8), [0xEF, 0xBB, 0xBF] + Array(plain.utf8), little, big,
      [0xFF, 0xFE] + little, [0xFE, 0xFF] + big,
    ]
    for form in forms {
      let root = try XMLElement(parsing: form)
      #expect(root.text == "Åsa 😀")
      #expect(root.attributes.map(\.value) == ["ö"])
    }
  }

  @Test func `other encodings are refused`() throws {
    let latin: [UInt8] =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xC5] + Array("</a>".utf8)
    #expect(fault(latin)?.code == .encoding)
    let wide: [UInt8] = [0x3C, 0, 0, 0, 0x61, 0, 0, 0, 0x2F, 0, 0, 0, 0x3E, 0, 0, 0]
    #expect(fault(wide)?.code == .encoding)
    #expect(fault([0xFF, 0xFE, 0, 0] + wide)?.code == .encoding)
    #expect(fault([0x3C, 0x00, 0x61])?.code == .encoding)
  }

  @Test func `a document type is refused, whatever it holds`() {
    let bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY e0 \"ha\">"
      + (1...30).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">" }.joined()
      + "]><a>&e30;</a>"
    let documents = [
      bomb,
      "<!DOCTYPE a><a/>",
      "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\">%p;]><a/>",
    ]
    let clock = ContinuousClock()
    let taken = clock.measure {
      for document in documents {
        #expect(fault(document)?.code == .documentType)
      }
    }
    #expect(taken < .seconds(1))
    #expect(fault(bomb)?.line == 2)
  }

  @Test func `what is not well-formed is refused with its line`() {
    let cases: [(String, Int)] = [
      ("<a>\n<b>\n</a>", 3), ("<a>\n\n", 3), ("<a/>\n<b/>", 2), ("<a>\n&name;</a>", 2),
      ("text", 1), ("<a b=\"1\" b=\"2\"/>", 1), ("<p:a/>", 1), ("<a>\u{1}</a>", 1),
    ]
    for (document, line) in cases {
      #expect(fault(document) == XMLFault(.malformed, line: line), "\(document)")
    }
    #expect(fault("")?.code == .empty)
  }

  @Test func `every cut of a document is refused, without reading past its end`() {
    let whole = "<?xml version=\"1.0\"?><a b=\"c\"><d>text &amp; <![CDATA[x]]></d></a>"
    for length in 0..<whole.utf8.count {
      #expect(fault(Array(whole.utf8.prefix(length))) != nil)
    }
    #expect(fault(whole) == nil)
  }

  @Test func `each limit holds at its last allowed value and refuses the next`() {
    let limits = XMLLimits(
      maximumBytes: 200, maximumDepth: 3, maximumElements: 5, maximumAttributes: 2,
      maximumTextBytes: 10)
    let cases: [(String, XMLFault.Code?)] = [
      ("<a>" + String(repeating: " ", count: 10) + "</a>", nil),
      ("<a><b><c/></b></a>", nil), ("<a><b><c><d/></c></b></a>", .tooDeep),
      ("<a><b/><b/><b/><b/></a>", nil), ("<a><b/><b/><b/><b/><b/></a>", .tooManyElements),
      ("<a x='' y=''/>", nil), ("<a x='' y='' z=''/>", .tooManyAttributes),
      ("<a>0123456789</a>", nil), ("<a>0123456789a</a>", .textTooLong),
      ("<a>01234<b/>56789a</a>", .textTooLong), ("<a x='0123456789a'/>", .textTooLong),
      ("<a/>" + String(repeating: " ", count: 196), nil),
      ("<a/>" + String(repeating: " ", count: 197), .tooLarge),
    ]
    for (document, code) in cases {
      #expect(fault(document, limits: limits)?.code == code, "\(document)")
    }
  }

  @Test func `a document of one mebibyte that is made to be slow is refused fast`() {
    let room = 1_048_000
    let attributes = (0..<100_000).map { " a\($0)=\">\"" }.joined()
    let stuffed = "<a" + attributes.prefix(room) + "/>"
    let deep = String(repeating: "<a>", count: room / 3)
    let many = "<a>" + String(repeating: "<b/>", count: room / 4 - 2) + "</a>"
    let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + "<a" + attributes.prefix(500_000)
    let wideBytes =
      [0xFF, 0xFE] + bytes(wide, [0, 8])
    let clock = ContinuousClock()
    let taken = clock.measure {
      #expect(fault(stuffed)?.code == .tooManyAttributes)
      #expect(fault(deep)?.code == .tooDeep)
      #expect(fault(many)?.code == .tooManyElements)
      #expect(fault(wideBytes)?.code == .tooManyAttributes)
    }
    #expect(taken < .seconds(5))
  }

  @Test func `faults tell no content`() {
    let fault = fault("<a>\n<hemligt>19121212-1212</fel></a>")
    #expect(fault?.description == "malformed (line 2)")
  }
}
