// SPDX-License-Identifier: Apache-2.0

import CXML2

/// A document that is walked where it lies, without a copy of every element: for many documents
/// of which only some values are kept. What `XMLElement` refuses is refused here too.
public enum XMLDocument {
  /// Parses a document and gives its root to the body. No node may be used after it.
  ///
  /// Throws `XMLFault` as `XMLElement.init(parsing:)` does, apart from `textTooLong`: no text is
  /// longer than the document may be.
  public static func read<Result>(
    _ bytes: [UInt8], limits: XMLLimits, _ body: (XMLNode) -> Result
  ) throws(XMLFault) -> Result {
    let document = try ParsedDocument(bytes, limits: limits, withoutBlanks: true)
    guard let root = xmlDocGetRootElement(document.pointer) else { throw XMLFault(.malformed) }
    return withExtendedLifetime(document) { body(XMLNode(root)) }
  }
}

/// An element in a parsed document. It is valid while the document is.
public struct XMLNode {
  let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr) { self.pointer = pointer }

  /// The line where the element begins, from 1.
  public var line: Int { Int(xmlGetLineNo(pointer)) }

  /// True when the local name is this one.
  public func isNamed(_ name: StaticString) -> Bool {
    equals(pointer.pointee.name, name)
  }

  /// The local name, as a copy.
  public var name: String { string(pointer.pointee.name) }

  /// The namespace, as a copy; nil for none.
  public var namespace: String? { pointer.pointee.ns.map { string($0.pointee.href) } }

  /// Tells namespaces apart within a document without copying them. Two marks may stand for the
  /// same namespace, but never one for two.
  public var namespaceMark: UInt { UInt(bitPattern: pointer.pointee.ns) }

  /// The elements directly inside.
  public var children: XMLNodes { XMLNodes(pointer.pointee.children) }

  /// Whether there is an element directly inside.
  public var hasChildren: Bool {
    var children = children
    return children.next() != nil
  }

  /// The value of an attribute without namespace.
  public func attribute(_ name: StaticString) -> String? {
    attribute(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// What the body makes of the bytes of an attribute without namespace, which it may not keep;
  /// nil when there is no such attribute.
  public func attribute<Value>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value? {
    var next = pointer.pointee.properties
    while let attribute = next {
      if attribute.pointee.ns == nil, equals(attribute.pointee.name, name) {
        return text(from: attribute.pointee.children) { start in
          body(whole(start))
        } joined: { text in
          Array(text.utf8).withUnsafeBufferPointer(body)
        }
      }
      next = attribute.pointee.next
    }
    return nil
  }

  /// The text directly inside, as it stands.
  public var text: String {
    text(from: pointer.pointee.children) {
      string($0)
    } joined: {
      $0
    }
  }

  /// The text directly inside, without white space around it.
  public var trimmedText: String {
    text(from: pointer.pointee.children) { start in
      let range = trimmed(start)
      return range.isEmpty ? "" : String(decoding: range, as: UTF8.self)
    } joined: {
      trimmingXMLSpace($0)
    }
  }

  /// True when the text without white space around is this one.
  public func hasText(_ expected: StaticString) -> Bool {
    text(from: pointer.pointee.children) { start in
      let range = trimmed(start)
      guard range.count == expected.utf8CodeUnitCount else { return false }
      for place in 0..<range.count where range[place] != expected.utf8Start[place] {
        return false
      }
      return true
    } joined: {
      trimmingXMLSpace($0) == expected.description
    }
  }

  /// Almost all elements hold one piece of text, which is used where it lies. Comments and
  /// CDATA divide it; the pieces are then joined.
  private func text<Value>(
    from first: xmlNodePtr?, single: (UnsafePointer<xmlChar>) -> Value,
    joined: (String) -> Value
  ) -> Value {
    guard let first else { return joined("") }
    if first.pointee.next == nil, isText(first), let content = first.pointee.content {
      return single(content)
    }
    var whole = ""
    var next: xmlNodePtr? = first
    while let piece = next {
      if isText(piece), let content = piece.pointee.content { whole += string(content) }
      next = piece.pointee.next
    }
    return joined(whole)
  }

  private func isText(_ node: xmlNodePtr) -> Bool {
    node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
  }
}

/// The elements inside an element, in document order.
public struct XMLNodes: Sequence, IteratorProtocol {
  private var upcoming: xmlNodePtr?

  init(_ first: xmlNodePtr?) { upcoming = first }

  /// The next element.
  public mutating func next() -> XMLNode? {
    while let node = upcoming {
      upcoming = node.pointee.next
      if node.pointee.type == XML_ELEMENT_NODE { return XMLNode(node) }
    }
    return nil
  }
}

/// A static text ends with a zero, as the texts of libxml2 do.
private func equals(_ text: UnsafePointer<xmlChar>?, _ name: StaticString) -> Bool {
  guard var text else { return false }
  var other = name.utf8Start
  while text.pointee == other.pointee {
    if text.pointee == 0 { return true }
    text += 1
    other += 1
  }
  return false
}

private func string(_ text: UnsafePointer<xmlChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}

private func whole(_ start: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
  var end = start
  while end.pointee != 0 { end += 1 }
  return UnsafeBufferPointer(start: start, count: end - start)
}

private func trimmed(_ start: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
  func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0xA || byte == 0x9 || byte == 0xD
  }
  var first = start
  while isSpace(first.pointee) { first += 1 }
  var end = first
  while end.pointee != 0 { end += 1 }
  while end > first, isSpace(end[-1]) { end -= 1 }
  return UnsafeBufferPointer(start: first, count: end - first)
}
