// SPDX-License-Identifier: Apache-2.0

/// Words that have no place in the code, and where the rest of the code may not be.
enum WordRules {
  /// Written in two parts, so that this file does not break its own rule.
  private static let leftovers = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]

  /// Endings of names that say nothing.
  static let emptyEndings = ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Impl"]

  /// Marks of unfinished work, in code, texts and comments alike.
  static func leftovers(_ path: String, _ lines: [String]) -> [Finding] {
    lines.enumerated().flatMap { place, line in
      leftovers.filter { line.contains($0) }
        .map { Finding(path, place + 1, "\($0): finish it, or open an issue") }
    }
  }

  /// Calls that end the program, and printing outside the command. Tests may do both.
  static func calls(_ source: SwiftSource) -> [Finding] {
    let tokens = source.tokens
    return tokens.indices.dropLast().compactMap { place in
      let pair = (tokens[place].text, tokens[place + 1].text)
      let isDeclared = place > 0 && ["func", "."].contains(tokens[place - 1].text)
      switch pair {
      case ("fatalError", "("), ("try", "!"), ("as", "!"):
        return Finding(
          source.path, tokens[place].line, "\(pair.0)\(pair.1) ends the program; throw instead")
      case ("print", "("), ("debugPrint", "("), ("dump", "("):
        guard source.module != "samsyn", !isDeclared else { return nil }
        return Finding(source.path, tokens[place].line, "only the command prints")
      default: return nil
      }
    }
  }

  /// Types and files whose names say nothing.
  static func names(_ source: SwiftSource) -> [Finding] {
    let kinds: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    var findings: [Finding] = []
    for (keyword, name) in zip(source.tokens, source.tokens.dropFirst())
    where kinds.contains(keyword.text) {
      if let ending = emptyEndings.first(where: { name.text.hasSuffix($0) }) {
        findings.append(
          Finding(source.path, name.line, "\(name.text): a name ending in \(ending) says nothing"))
      }
    }
    let file = source.path.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
    if let ending = emptyEndings.first(where: { file.hasSuffix($0) }) {
      findings.append(Finding(source.path, nil, "a file name ending in \(ending) says nothing"))
    }
    return findings
  }

  /// Places on some machine.
  static func machinePaths(_ path: String, _ lines: [String]) -> [Finding] {
    let places = ["/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/", "/wo" + "rk/ma", "/wo" + "rk/sh"]
    return lines.enumerated().flatMap { place, line in
      places.filter { line.contains($0) }
        .map { Finding(path, place + 1, "\($0) is a place on one machine") }
    }
  }
}
