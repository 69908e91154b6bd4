// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XML

struct XMLTextTests {
  private let prefixes = [XMLText.Prefix("p", "urn:p"), XMLText.Prefix("q", "urn:q")]

  private func write(_ root: XMLElement) throws -> String {
    String(decoding: try XMLText.write(root, prefixes: prefixes), as: UTF8.self)
  }

  @Test func `the layout is fixed and only used prefixes are declared`() throws {
    let root = XMLElement(
      name: "a", namespace: "urn:q", attributes: [XMLAttribute(name: "n", value: "\"<&\t")],
      children: [
        XMLElement(name: "b", namespace: "urn:q", text: "x < y & z > å"),
        XMLElement(name: "c", namespace: nil),
      ])
    #expect(
      try write(root) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <q:a xmlns:q="urn:q" n="&quot;&lt;&amp;&#9;">
          <q:b>x &lt; y &amp; z &gt; å</q:b>
          <c/>
        </q:a>

        """)
  }

  @Test func `what is written is read back as it was`() throws {
    let hard = "a]]>b\r\nc\t<d>&amp; 😀 \u{FFFD}\u{85}"
    let root = XMLElement(
      name: "a", namespace: "urn:p", attributes: [XMLAttribute(name: "n", value: hard)],
      children: [XMLElement(name: "b", namespace: "urn:p", text: hard)])
    let read = try XMLElement(parsing: try XMLText.write(root, prefixes: prefixes))
    #expect(read.attributes == root.attributes)
    #expect(read.children[0].text == hard)
  }

  @Test func `characters that XML cannot hold are refused, not dropped`() {
    for scalar in ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
      #expect(throws: XMLFault(.illegalCharacter)) {
        try write(XMLElement(name: "a", namespace: nil, text: "x\(scalar)"))
      }
      #expect(throws: XMLFault(.illegalCharacter)) {
        try write(
          XMLElement(
            name: "a", namespace: nil, attributes: [XMLAttribute(name: "n", value: scalar)]))
      }
    }
  }

  @Test func `names that are none, and namespaces without prefix, are refused`() {
    for name in ["", "1a", "a b", "a:b", "å", "a>"] {
      #expect(throws: XMLFault(.illegalName)) {
        try write(XMLElement(name: name, namespace: nil))
      }
    }
    #expect(throws: XMLFault(.illegalName)) {
      try write(XMLElement(name: "a", namespace: "urn:unknown"))
    }
  }
}
