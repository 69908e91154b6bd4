// SPDX-License-Identifier: Apache-2.0

/// A place in the catalogue's tree: parts such as `ou=Kirurgen`, the nearest first, separated by
/// commas. A comma inside a name is preceded by a backslash or stands in quotation marks.
public struct DistinguishedName: Hashable, Sendable {
  /// As the catalogue writes it.
  public let text: String

  /// A name as it is written.
  public init(_ text: String) { self.text = text }

  /// The form in which places are compared: lower case, no blanks around commas and equals signs.
  var compared: String {
    let parts = Self.split(text[...]).map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return sides.map { String($0).trimmed }.joined(separator: "=")
    }
    return parts.joined(separator: ",").lowercased()
  }

  /// The parts as they are written, the nearest first.
  public var parts: [String] { Self.split(text[...]).map { String($0).trimmed } }

  /// The names of the places above, the highest first: the values of the parts.
  public var above: [String] {
    parts.dropFirst().reversed().map { part in
      part.split(separator: "=", maxSplits: 1).last.map { String($0).trimmed } ?? part
    }
  }

  /// What follows the first part, which is the place above; nil at the top.
  static func parent(_ name: Substring) -> Substring? {
    comma(in: name).map { name[name.utf8.index(after: $0)...] }
  }

  private static func split(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let end = comma(in: rest) {
      parts.append(rest[..<end])
      rest = rest[rest.utf8.index(after: end)...]
    }
    return parts + [rest]
  }

  /// The first comma that parts.
  private static func comma(in text: Substring) -> Substring.Index? {
    var isEscaped = false
    var isQuoted = false
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text.utf8[place]
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: return place
      default: break
      }
      place = text.utf8.index(after: place)
    }
    return nil
  }
}
