// SPDX-License-Identifier: Apache-2.0

/// What a thread is about. As text and in JSON `case`, `visit:2`, `document:ID` or `section:ID`.
public enum ThreadMatter: Hashable, Sendable {
  /// The case as a whole.
  case assessment
  /// A visit, by its number in the case.
  case visit(Int)
  /// A document of the case, by its identifier.
  case document(String)
  /// A part of the statement, by its identifier in the statement's own form.
  case section(String)

  /// Characters of an identifier, at most.
  public static let longestIdentifier = 64

  /// It touches the medical content, which the region is not sent (lag 2018:744 13 §; PDL 4:2).
  public var isMedical: Bool {
    switch self {
    case .assessment, .visit: false
    case .document, .section: true
    }
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    (1...longestIdentifier).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || byte == UInt8(ascii: "-")
      }
  }
}

extension ThreadMatter: LosslessStringConvertible {
  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    if text == "case" {
      self = .assessment
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isIdentifier(parts[1]) else { return nil }
    switch parts[0] {
    case "visit":
      guard let number = decimal(parts[1].utf8), number > 0, number < 1000 else { return nil }
      self = .visit(number)
    case "document": self = .document(String(parts[1]))
    case "section": self = .section(String(parts[1]))
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .assessment: "case"
    case .visit(let number): "visit:\(number)"
    case .document(let id): "document:\(id)"
    case .section(let id): "section:\(id)"
    }
  }
}

extension ThreadMatter: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "what a thread is about", ThreadMatter.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
