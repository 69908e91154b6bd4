// SPDX-License-Identifier: Apache-2.0

/// An attribute of an element. Namespace declarations are not attributes.
public struct XMLAttribute: Hashable, Sendable {
  /// The local name, without prefix.
  public let name: String
  /// The namespace of a prefixed attribute; nil without prefix.
  public let namespace: String?
  /// The value, with entities resolved.
  public let value: String

  /// An attribute as a value.
  public init(name: String, namespace: String? = nil, value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}

/// An element as a value: what a document says, without prefixes, comments and processing
/// instructions. It is read by `init(parsing:limits:)` and written by `XMLText`.
public struct XMLElement: Hashable, Sendable {
  /// The local name, without prefix.
  public let name: String
  /// The namespace that the element is in; nil for none.
  public let namespace: String?
  /// In document order.
  public let attributes: [XMLAttribute]
  /// The elements directly inside, in document order.
  public let children: [XMLElement]
  /// The text directly inside, with white space as it stands; text on both sides of a child
  /// is joined.
  public let text: String
  /// The line where the element begins, from 1; 0 for an element that was not read.
  public let line: Int

  /// An element as a value, to be written.
  public init(
    name: String, namespace: String?, attributes: [XMLAttribute] = [],
    children: [XMLElement] = [], text: String = "", line: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.text = text
    self.line = line
  }

  /// True when the element has this name in this namespace.
  public func isNamed(_ name: String, in namespace: String?) -> Bool {
    self.name == name && self.namespace == namespace
  }

  /// The text without the white space around it.
  public var trimmedText: String { trimmingXMLSpace(text) }
}

/// The text without XML white space (blank, tab, line feed, carriage return) around it.
public func trimmingXMLSpace(_ text: String) -> String {
  let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(scalars[first...last])
}
