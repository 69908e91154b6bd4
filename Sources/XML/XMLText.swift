// SPDX-License-Identifier: Apache-2.0

/// Writes an element as a UTF-8 document. The same element gives the same bytes: prefixes are
/// the caller's, all stand on the root in the caller's order, and the layout is fixed (two
/// blanks per level; an element with text on one line).
public struct XMLText: Sendable {
  /// A prefix and the namespace it stands for.
  public struct Prefix: Hashable, Sendable {
    /// An XML name without colon.
    public let name: String
    /// The namespace.
    public let namespace: String

    /// A prefix for a namespace.
    public init(_ name: String, _ namespace: String) {
      self.name = name
      self.namespace = namespace
    }
  }

  private let prefixes: [Prefix]
  private var out = ""

  /// The whole document with its declaration, ended by a line feed.
  ///
  /// Throws `illegalCharacter` when a text holds a character that XML 1.0 cannot (such a text
  /// is never shortened in silence), `illegalName` when a name is no plain XML name or
  /// a namespace has no prefix in the list.
  public static func write(
    _ root: XMLElement, prefixes: [Prefix]
  ) throws(XMLFault) -> [UInt8] {
    var writer = XMLText(prefixes: prefixes)
    writer.out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    try writer.append(root, depth: 0)
    return Array(writer.out.utf8)
  }

  private init(prefixes: [Prefix]) { self.prefixes = prefixes }

  private mutating func append(_ element: XMLElement, depth: Int) throws(XMLFault) {
    let indent = String(repeating: "  ", count: depth)
    let name = try qualified(element.name, element.namespace)
    out += "\(indent)<\(name)"
    if depth == 0 {
      for prefix in prefixes where XMLText.uses(prefix.namespace, element) {
        out += " xmlns:\(try XMLText.checked(prefix.name))=\"\(try value(prefix.namespace))\""
      }
    }
    for attribute in element.attributes {
      let name = try qualified(attribute.name, attribute.namespace)
      out += " \(name)=\"\(try value(attribute.value))\""
    }
    if element.children.isEmpty {
      out += element.text.isEmpty ? "/>\n" : ">\(try content(element.text))</\(name)>\n"
      return
    }
    out += ">\(try content(trimmingXMLSpace(element.text)))\n"
    for child in element.children { try append(child, depth: depth + 1) }
    out += "\(indent)</\(name)>\n"
  }

  private func qualified(_ name: String, _ namespace: String?) throws(XMLFault) -> String {
    let local = try XMLText.checked(name)
    guard let namespace else { return local }
    guard let prefix = prefixes.first(where: { $0.namespace == namespace }) else {
      throw XMLFault(.illegalName)
    }
    return "\(prefix.name):\(local)"
  }

  private static func uses(_ namespace: String, _ element: XMLElement) -> Bool {
    element.namespace == namespace
      || element.attributes.contains { $0.namespace == namespace }
      || element.children.contains { uses(namespace, $0) }
  }

  /// Names come from contracts and are plain: a letter or underscore, then letters, digits,
  /// underscore, hyphen and full stop.
  private static func checked(_ name: String) throws(XMLFault) -> String {
    func isStart(_ byte: UInt8) -> Bool {
      let lower = byte | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || byte == UInt8(ascii: "_")
    }
    func isRest(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || isStart(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    guard let first = name.utf8.first, isStart(first), name.utf8.allSatisfy(isRest) else {
      throw XMLFault(.illegalName)
    }
    return name
  }

  private func content(_ text: String) throws(XMLFault) -> String {
    try escaped(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\r": "&#13;"
      default: nil
      }
    }
  }

  private func value(_ text: String) throws(XMLFault) -> String {
    try escaped(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      case "\t": "&#9;"
      case "\n": "&#10;"
      case "\r": "&#13;"
      default: nil
      }
    }
  }

  private func escaped(
    _ text: String, _ replacement: (Unicode.Scalar) -> String?
  ) throws(XMLFault) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      guard XMLText.isCharacter(scalar) else { throw XMLFault(.illegalCharacter) }
      if let replacement = replacement(scalar) {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// True for a character that XML 1.0 (production 2, Char) allows in a document.
  public static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
