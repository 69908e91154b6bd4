// SPDX-License-Identifier: Apache-2.0

import CXML2

extension XMLElement {
  /// Reads the root of a document in UTF-8 or UTF-16.
  ///
  /// Nothing is fetched and nothing expanded: a document type is refused where it begins.
  /// Throws `XMLFault` with the line and without any content of the document.
  public init(parsing bytes: [UInt8], limits: XMLLimits = .message) throws(XMLFault) {
    let document = try ParsedDocument(bytes, limits: limits)
    guard let root = xmlDocGetRootElement(document.pointer) else { throw XMLFault(.malformed) }
    self = try XMLElement(copying: root, limits: limits)
    withExtendedLifetime(document) {}
  }

  /// Copies a node and what is inside it; the depth has been limited by the parse.
  private init(copying node: xmlNodePtr, limits: XMLLimits) throws(XMLFault) {
    let line = Int(xmlGetLineNo(node))
    var children: [XMLElement] = []
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE:
        children.append(try XMLElement(copying: child, limits: limits))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        text += string(child.pointee.content) ?? ""
        guard text.utf8.count <= limits.maximumTextBytes else {
          throw XMLFault(.textTooLong, line: line)
        }
      default: break
      }
      next = child.pointee.next
    }
    self.init(
      name: string(node.pointee.name) ?? "",
      namespace: node.pointee.ns.flatMap { string($0.pointee.href) },
      attributes: try XMLElement.attributes(of: node, limits: limits, line: line),
      children: children, text: text, line: line)
  }

  private static func attributes(
    of node: xmlNodePtr, limits: XMLLimits, line: Int
  ) throws(XMLFault) -> [XMLAttribute] {
    var result: [XMLAttribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let piece = part {
        value += string(piece.pointee.content) ?? ""
        part = piece.pointee.next
      }
      guard value.utf8.count <= limits.maximumTextBytes else {
        throw XMLFault(.textTooLong, line: line)
      }
      result.append(
        XMLAttribute(
          name: string(attribute.pointee.name) ?? "",
          namespace: attribute.pointee.ns.flatMap { string($0.pointee.href) }, value: value))
      next = attribute.pointee.next
    }
    return result
  }
}

/// A copy of a text that libxml2 owns; libxml2 keeps all text as UTF-8.
private func string(_ text: UnsafePointer<xmlChar>?) -> String? {
  text.map { String(cString: $0) }
}
