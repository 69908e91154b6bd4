// SPDX-License-Identifier: Apache-2.0

/// A Swift file taken apart into code, string contents and comments, so that a rule about code is
/// not misled by what a text says. All parts have the same lines and columns as the file.
struct SwiftSource {
  let path: String
  /// The lines as they are.
  let lines: [String]
  /// Code only; strings, comments and names in backticks are blank.
  let code: [String]
  /// What stands inside string literals only.
  let strings: [String]
  let tokens: [Token]

  init(path: String, text: String) {
    var scan = SwiftScan(text)
    scan.run()
    self.path = path
    lines = Self.split(Array(text.utf8))
    code = Self.split(scan.code)
    strings = Self.split(scan.strings)
    tokens = Token.read(scan.code)
  }

  /// The module or test target the file belongs to: `Sources/Domain/Time/Day.swift` is `Domain`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var isProduct: Bool { path.hasPrefix("Sources/") }

  private static func split(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Tells code from strings and comments, byte by byte. It knows nested comments, raw and
/// multi-line strings, interpolation, and names in backticks; regular expression literals it does
/// not know, and the project has none.
private struct SwiftScan {
  private enum Mode {
    case code(parentheses: Int, isInterpolation: Bool)
    case string(hashes: Int, isMultiline: Bool)
    case lineComment
    case blockComment
    case name
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")

  private let bytes: [UInt8]
  private var place = 0
  private var modes: [Mode] = [.code(parentheses: 0, isInterpolation: false)]
  private(set) var code: [UInt8] = []
  private(set) var strings: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    code.reserveCapacity(bytes.count)
    strings.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while place < bytes.count {
      switch modes[modes.count - 1] {
      case .code(let parentheses, let isInterpolation):
        readCode(parentheses, isInterpolation)
      case .string(let hashes, let isMultiline): readString(hashes, isMultiline)
      case .lineComment:
        if bytes[place] == Self.newline { modes.removeLast() }
        skip(1)
      case .blockComment: readComment()
      case .name:
        if bytes[place] == UInt8(ascii: "`") { modes.removeLast() }
        skip(1)
      }
    }
  }

  private mutating func readCode(_ parentheses: Int, _ isInterpolation: Bool) {
    if follows("//") {
      modes.append(.lineComment)
    } else if follows("/*") {
      modes.append(.blockComment)
      skip(2)
    } else if follows("`") {
      modes.append(.name)
      skip(1)
    } else if let (hashes, isMultiline) = openingQuote() {
      modes.append(.string(hashes: hashes, isMultiline: isMultiline))
      skip(hashes + (isMultiline ? 3 : 1))
    } else if follows(")"), isInterpolation, parentheses == 0 {
      modes.removeLast()
      skip(1)
    } else {
      let change = follows("(") ? 1 : follows(")") ? -1 : 0
      modes[modes.count - 1] = .code(
        parentheses: parentheses + change, isInterpolation: isInterpolation)
      take(asCode: true)
    }
  }

  private mutating func readString(_ hashes: Int, _ isMultiline: Bool) {
    let marks = String(repeating: "#", count: hashes)
    let closing = (isMultiline ? "\"\"\"" : "\"") + marks
    if follows(closing) {
      modes.removeLast()
      skip(closing.utf8.count)
    } else if follows("\\" + marks + "(") {
      modes.append(.code(parentheses: 0, isInterpolation: true))
      skip(hashes + 2)
    } else if follows("\\" + marks) {
      skip(min(hashes + 2, bytes.count - place))
    } else {
      take(asCode: false)
    }
  }

  private mutating func readComment() {
    if follows("/*") {
      modes.append(.blockComment)
      skip(2)
    } else if follows("*/") {
      modes.removeLast()
      skip(2)
    } else {
      skip(1)
    }
  }

  /// The kind of string that begins here, or nil.
  private func openingQuote() -> (hashes: Int, isMultiline: Bool)? {
    var end = place
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end < bytes.count, bytes[end] == Self.quote else { return nil }
    let isMultiline =
      end + 2 < bytes.count && bytes[end + 1] == Self.quote && bytes[end + 2] == Self.quote
    return (end - place, isMultiline)
  }

  private func follows(_ text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private mutating func take(asCode: Bool) {
    let byte = bytes[place]
    let other = byte == Self.newline ? Self.newline : Self.blank
    code.append(asCode ? byte : other)
    strings.append(asCode ? other : byte)
    place += 1
  }

  /// Passes bytes that are neither code nor string content; line ends stay.
  private mutating func skip(_ count: Int) {
    for _ in 0..<count {
      let other = bytes[place] == Self.newline ? Self.newline : Self.blank
      code.append(other)
      strings.append(other)
      place += 1
    }
  }
}
