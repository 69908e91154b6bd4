// SPDX-License-Identifier: Apache-2.0
import Domain

/// One numbered step of the database's form. An applied step is never edited: a change is a new
/// step. Tokens stand where the engines differ: `{int}`, `{text}`, `{blob}`, `{identity}` (a
/// number the engine gives) and `{strict}` (end of a table).
public struct Migration: Hashable, Sendable {
  /// Place in the order, from 1 without gaps.
  public let version: Int
  /// What the step is about, in a few words.
  public let name: String
  /// The statements, each ended by a semicolon at the end of a line.
  public let sql: String

  /// A step.
  public init(version: Int, name: String, sql: String) {
    self.version = version
    self.name = name
    self.sql = sql
  }

  /// SHA-256 of the text before tokens are replaced, as hexadecimal digits.
  public var checksum: String {
    var bytes = CanonicalBytes("samsyn-migration-1")
    bytes.append(version)
    bytes.append(name)
    bytes.append(sql)
    return bytes.sha256.hexadecimal
  }

  /// The statements for one engine.
  func statements(for engine: Engine) -> [String] {
    var text = sql
    for (token, type) in Self.tokens(engine) {
      text = text.replacing(token, with: type)
    }
    return text.split(separator: ";\n")
      .map { String($0.trimming(while: \.isWhitespace)) }
      .filter { !$0.isEmpty }
      .map { $0.hasSuffix(";") ? String($0.dropLast()) : $0 }
  }

  /// Text is compared by its bytes on both engines, so that lists have one order.
  private static func tokens(_ engine: Engine) -> [(String, String)] {
    switch engine {
    case .sqlite:
      [
        ("{int}", "INTEGER"), ("{text}", "TEXT"), ("{blob}", "BLOB"), ("{strict}", " STRICT"),
        ("{identity}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
      ]
    case .postgres:
      [
        ("{int}", "BIGINT"), ("{text}", "TEXT COLLATE \"C\""), ("{blob}", "BYTEA"),
        ("{strict}", ""),
        ("{identity}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
      ]
    }
  }
}

extension StringProtocol {
  fileprivate func trimming(while drop: (Character) -> Bool) -> SubSequence {
    var text = self[...]
    while let first = text.first, drop(first) { text = text.dropFirst() }
    while let last = text.last, drop(last) { text = text.dropLast() }
    return text
  }
}
