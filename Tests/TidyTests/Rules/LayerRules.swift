// SPDX-License-Identifier: Apache-2.0

/// What one module alone may do.
enum LayerRules {
  /// Clocks, chance, floating point and the outside world. None of them is in `Domain`: it is
  /// given what it needs.
  private static let impure: Set = [
    "Date", "Clock", "ContinuousClock", "SuspendingClock", "DispatchTime", "Double", "Float",
    "Float16", "Float32", "Float64", "Float80", "CGFloat", "Decimal", "UUID", "random", "shuffle",
    "shuffled", "randomElement", "SystemRandomNumberGenerator", "FileManager", "FileHandle",
    "ProcessInfo", "URLSession", "Task", "async", "await", "print",
  ]

  static func purity(_ source: SwiftSource) -> [Finding] {
    guard source.module == "Domain" else { return [] }
    return source.tokens.filter { impure.contains($0.text) }.map { token in
      Finding(source.path, token.line, "Domain is pure: no \(token.text)")
    }
  }

  /// The files that ask the machine for the time; everything else is told.
  static let clocks: Set = ["Sources/Service/Clock.swift", "Sources/samsyn/CommandValues.swift"]

  static func clock(_ source: SwiftSource) -> [Finding] {
    guard source.isProduct, !clocks.contains(source.path) else { return [] }
    let tokens = source.tokens.map(\.text)
    return tokens.indices.dropLast(2).filter { place in
      tokens[place...(place + 2)] == ["Date", "(", ")"]
    }.map { place in
      Finding(source.path, source.tokens[place].line, "the clock is passed in: no Date()")
    }
  }

  /// SQL in a string outside `Store`.
  static func sql(_ source: SwiftSource) -> [Finding] {
    guard source.isProduct, source.module != "Store" else { return [] }
    let beginnings = [
      "SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE ", "DROP TABLE ",
      "PRAGMA ", "TRUNCATE ",
    ]
    return source.strings.enumerated().flatMap { place, line in
      beginnings.filter { line.contains($0) }
        .map { Finding(source.path, place + 1, "only Store knows SQL: \($0)") }
    }
  }

  /// Markup in a string of a page. Elements are values of `Markup`, which escapes by type.
  static func tags(_ source: SwiftSource) -> [Finding] {
    guard source.module == "Web", source.isProduct else { return [] }
    return source.strings.enumerated().filter { hasTag($0.element) }.map { place, _ in
      Finding(source.path, place + 1, "markup in a string; use the elements of Markup")
    }
  }

  private static func hasTag(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.dropLast().contains { place in
      guard bytes[place] == UInt8(ascii: "<") else { return false }
      let next = bytes[place + 1]
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
      return isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
    }
  }

  /// Where unescaped text is made, and how often. A new place needs a reason in review and a
  /// number here.
  static let rawPlaces: [String: Int] = [
    // The character set and the viewport, which take no values.
    "Sources/Markup/HTMLDocument.swift": 2
  ]

  static func raw(
    _ sources: [SwiftSource], expected: [String: Int] = rawPlaces
  ) -> [Finding] {
    var counted: [String: Int] = [:]
    for source in sources where source.isProduct {
      let tokens = source.tokens.map(\.text)
      let count = tokens.indices.dropLast().filter { place in
        tokens[place] == "Raw" && tokens[place + 1] == "("
      }.count
      if count > 0 { counted[source.path] = count }
    }
    return Set(counted.keys).union(expected.keys).sorted()
      .filter { counted[$0] != expected[$0] }
      .map { path in
        Finding(
          path, nil,
          "\(counted[path] ?? 0) places make unescaped text; \(expected[path] ?? 0) are known")
      }
  }
}
