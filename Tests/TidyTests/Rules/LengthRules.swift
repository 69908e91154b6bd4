// SPDX-License-Identifier: Apache-2.0

/// How long lines, functions and files may be.
enum LengthRules {
  static let columnsMax = 100
  static let functionLinesMax = 70
  static let fileLinesMax = 500

  /// Functions that are one table: splitting them would only hide a missing row. Path to names.
  static let tables: [String: Set<String>] = [:]

  /// Lines longer than 100 characters (not bytes: å is one).
  static func lines(_ path: String, _ lines: [String]) -> [Finding] {
    lines.enumerated().filter { $0.element.count > columnsMax }.map { place, line in
      Finding(path, place + 1, "\(line.count) characters; a line has at most \(columnsMax)")
    }
  }

  /// Functions longer than 70 lines. Files of texts, `X+Text.swift`, are tables as a whole.
  static func functions(
    _ source: SwiftSource, tables: [String: Set<String>] = tables
  ) -> [Finding] {
    if source.path.hasSuffix("+Text.swift") { return [] }
    let exempt = tables[source.path] ?? []
    return source.functions
      .filter { $0.lineCount > functionLinesMax && !exempt.contains($0.name) }
      .map { function in
        Finding(
          source.path, function.firstLine,
          "\(function.name) has \(function.lineCount) lines; at most \(functionLinesMax)")
      }
  }

  /// Files longer than 500 lines.
  static func file(_ path: String, _ lines: [String]) -> [Finding] {
    let count = lines.last == "" ? lines.count - 1 : lines.count
    guard count > fileLinesMax else { return [] }
    return [Finding(path, nil, "\(count) lines; a file has at most \(fileLinesMax)")]
  }

  /// The licence in the first line, or after the line that the system or SwiftPM wants first.
  static func licence(_ path: String, _ lines: [String]) -> [Finding] {
    let first = lines.first ?? ""
    let isLed = first.hasPrefix("#!") || first.hasPrefix("// swift-tools-version")
    let line = isLed ? lines.dropFirst().first ?? "" : first
    let mark = "SPDX-License-Identifier: Apache-2.0"
    if line == "// \(mark)" || line == "# \(mark)" { return [] }
    return [Finding(path, 1, "the first line names the licence: // \(mark)")]
  }
}
