// SPDX-License-Identifier: Apache-2.0

/// A word or a punctuation mark of the code.
struct Token: Equatable {
  let text: String
  /// From 1.
  let line: Int

  /// Words are letters, digits and underscores (also outside ASCII); every other byte is a mark of
  /// its own.
  static func read(_ code: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var line = 1
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }
    for byte in code {
      if isWord(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        tokens.append(Token(text: String(decoding: word, as: UTF8.self), line: line))
        word = []
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        tokens.append(Token(text: String(decoding: [byte], as: UTF8.self), line: line))
      }
    }
    if !word.isEmpty {
      tokens.append(Token(text: String(decoding: word, as: UTF8.self), line: line))
    }
    return tokens
  }
}

/// A function, initialiser, subscript or computed property with its place.
struct FunctionSpan: Equatable {
  let name: String
  let firstLine: Int
  let lastLine: Int

  var lineCount: Int { lastLine - firstLine + 1 }
}

extension SwiftSource {
  /// Words after which no body of an earlier declaration can come.
  private static let beginnings: Set = [
    "func", "var", "let", "init", "deinit", "subscript", "case", "struct", "enum", "class",
    "actor", "extension", "protocol", "typealias", "associatedtype", "static", "public",
    "private", "fileprivate", "internal", "package", "mutating", "nonisolated", "@", "}", ";",
    "return", "guard", "if", "for", "while", "switch",
  ]

  /// Every function with a body, also nested ones.
  var functions: [FunctionSpan] {
    tokens.indices.compactMap { place in
      let token = tokens[place]
      let isMember = place > 0 && tokens[place - 1].text == "."
      switch token.text {
      case "func", "init", "deinit", "subscript":
        guard !isMember, let open = body(after: place, onLine: nil) else { return nil }
        return span(from: place, open: open)
      case "var":
        guard let open = body(after: place, onLine: token.line) else { return nil }
        return span(from: place, open: open)
      default: return nil
      }
    }
  }

  /// The place of the brace that opens the body of the declaration at `start`, or nil.
  private func body(after start: Int, onLine line: Int?) -> Int? {
    var depth = 0
    for place in (start + 1)..<tokens.count {
      let token = tokens[place]
      if let line, token.line != line { return nil }
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return place
      case "=" where depth == 0 && line != nil: return nil
      default:
        if depth < 0 || (depth == 0 && Self.beginnings.contains(token.text)) { return nil }
      }
    }
    return nil
  }

  private func span(from start: Int, open: Int) -> FunctionSpan? {
    var depth = 0
    for place in open..<tokens.count {
      switch tokens[place].text {
      case "{": depth += 1
      case "}": depth -= 1
      default: continue
      }
      if depth == 0 {
        let keyword = tokens[start].text
        let next = tokens[start + 1].text
        let isNamed = (keyword == "func" || keyword == "var") && next != "("
        return FunctionSpan(
          name: isNamed ? next : keyword, firstLine: tokens[start].line,
          lastLine: tokens[place].line)
      }
    }
    return nil
  }
}
