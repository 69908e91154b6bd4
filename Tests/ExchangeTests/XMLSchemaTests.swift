// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XML

struct XMLSchemaTests {
  /// What a small schema finds: an element `a` with one whole number `n` in it.
  private func issues(_ document: String) throws -> [XMLSchemaIssue] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xsd")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element name="n" type="xs:int"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """.write(to: file, atomically: true, encoding: .utf8)
    return try XMLSchema(path: file.path).issues(in: Array(document.utf8))
  }

  @Test func `a valid document has no issues`() throws {
    #expect(try issues("<a><n>1</n></a>") == [])
  }

  @Test func `an invalid document has issues with lines`() throws {
    #expect(try issues("<a>\n<n>x</n></a>").map(\.line).contains(2))
    #expect(try !issues("<a/>").isEmpty)
    #expect(try !issues("<b/>").isEmpty)
  }

  @Test func `a document that may not be read is not validated either`() {
    #expect(throws: XMLFault(.documentType, line: 1)) {
      try issues("<!DOCTYPE a><a><n>1</n></a>")
    }
  }

  @Test func `a schema that is not there, or is on the network, is not loaded`() {
    for path in ["/nowhere/a.xsd", "http://127.0.0.1:1/a.xsd"] {
      let fault = #expect(throws: XMLSchemaFault.self) { try XMLSchema(path: path) }
      #expect(fault?.path == path)
    }
  }
}
