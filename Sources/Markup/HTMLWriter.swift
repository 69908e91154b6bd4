// SPDX-License-Identifier: Apache-2.0

/// Writes pieces into one byte buffer, escaping by place: text or attribute value.
struct HTMLWriter {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(32_768) }

  mutating func write(_ html: HTML) {
    switch html.node {
    case .text(let text): escape(text)
    case .raw(let raw): constant(raw.markup)
    case .row(let parts): for part in parts { write(part) }
    case .element(let name, let attributes, let ending, let content):
      bytes.append(UInt8(ascii: "<"))
      constant(name)
      for attribute in attributes { write(attribute) }
      bytes.append(UInt8(ascii: ">"))
      if ending == .void { return }
      write(content)
      constant("</")
      constant(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private mutating func write(_ attribute: Attribute) {
    switch attribute.value {
    case .omitted: return
    case .flag:
      bytes.append(UInt8(ascii: " "))
      constant(attribute.name)
    case .text(let text):
      bytes.append(UInt8(ascii: " "))
      constant(attribute.name)
      constant("=\"")
      escape(text)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Appends a literal of the source as it stands.
  mutating func constant(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text so that it is safe both between tags and inside a quoted value.
  ///
  /// Control characters have no place in HTML; they become the replacement character, so that a
  /// reader sees that something stood there.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { units in
      for unit in units {
        switch unit {
        case UInt8(ascii: "&"): constant("&amp;")
        case UInt8(ascii: "<"): constant("&lt;")
        case UInt8(ascii: ">"): constant("&gt;")
        case UInt8(ascii: "\""): constant("&quot;")
        case UInt8(ascii: "'"): constant("&#39;")
        case 9, 10: bytes.append(unit)
        case 13: constant("&#13;")
        case 0..<32, 127: constant("\u{FFFD}")
        default: bytes.append(unit)
        }
      }
    }
  }
}
