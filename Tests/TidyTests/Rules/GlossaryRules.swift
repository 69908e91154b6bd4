// SPDX-License-Identifier: Apache-2.0

/// A row of `docs/glossary.md`.
struct GlossaryRow: Equatable {
  let line: Int
  /// The Swedish words.
  let term: String
  /// Names in code, such as `Order` and `AssessmentKind.afu`.
  let names: [String]

  /// The rows of all tables in the text, without their headings.
  static func read(_ file: TextFile) -> [GlossaryRow] {
    file.lines.enumerated().compactMap { place, line in
      guard line.hasPrefix("|") else { return nil }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .map { $0.trimmingSpaces }
      guard cells.count >= 3, cells[1].contains("`") else { return nil }
      let names = cells[1].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      return GlossaryRow(line: place + 1, term: cells[0], names: names)
    }
  }
}

/// The glossary and the code name the same things.
enum GlossaryRules {
  /// Public types of `Domain/Assessment` that are machinery and no words of the field.
  static let machinery: Set = [
    "ActionKind", "AllowedAction", "AudienceRow", "CaseContext", "CaseLimit", "Command",
    "CorrectionRule", "EventKind",
    "EventLabel", "EventNames", "EventPayload", "EventText", "RefusalCode",
  ]

  /// Names in the glossary that the code does not have.
  static func unknownNames(
    _ rows: [GlossaryRow], path: String, sources: [SwiftSource]
  ) -> [Finding] {
    let words = Set(sources.flatMap { $0.tokens.map(\.text) })
    let types = Set(sources.flatMap { declaredTypes($0).map(\.text) })
    return rows.flatMap { row in
      row.names.flatMap { name in
        name.split(separator: ".").map(String.init)
          .filter { $0.first?.isUppercase == true ? !types.contains($0) : !words.contains($0) }
          .map { Finding(path, row.line, "\(row.term): the code has no \($0)") }
      }
    }
  }

  /// Public types of the assessment that have no row.
  static func missingRows(_ rows: [GlossaryRow], sources: [SwiftSource]) -> [Finding] {
    let known = Set(rows.flatMap(\.names).flatMap { $0.split(separator: ".").map(String.init) })
    return sources.filter { $0.path.hasPrefix("Sources/Domain/Assessment/") }.flatMap { source in
      publicTypes(source)
        .filter { !known.contains($0.text) && !machinery.contains($0.text) }
        .map { Finding(source.path, $0.line, "\($0.text) has no row in docs/glossary.md") }
    }
  }

  private static let kinds: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]

  /// Names of types that a file declares.
  static func declaredTypes(_ source: SwiftSource) -> [Token] {
    zip(source.tokens, source.tokens.dropFirst())
      .filter { kinds.contains($0.0.text) }.map(\.1)
  }

  /// Names of public types that a file declares outside of any other type.
  static func publicTypes(_ source: SwiftSource) -> [Token] {
    declaredTypes(source).filter { token in
      source.code[token.line - 1].hasPrefix("public ")
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
