// SPDX-License-Identifier: Apache-2.0
import Domain

/// A stored copy of a list of codes, without its rows.
public struct StoredCodeList: Hashable, Sendable {
  public let kind: CodeListKind
  public let day: Day
  public let entries: Int
  /// The name of the file, without folder.
  public let file: String
  public let imported: Instant
  /// Who ran the program.
  public let importedBy: String
  /// SHA-256 over all rows.
  public let digest: [UInt8]
}

/// How the addition of a list ended.
public enum CodeListAddition: Hashable, Sendable {
  case added
  /// The list in force on the day has the same rows; nothing was changed.
  case known
  /// Another copy of the same day is there; nothing was changed.
  case dayTaken
}

/// Dated copies of lists of codes. Nothing in them is about a person.
public struct CodeListStore {
  private let connection: any Connection

  /// The lists inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// Adds the copy of a day.
  public func add(
    _ list: CodeList, day: Day, file: String, by person: String, at now: Instant
  ) throws(StoreError) -> CodeListAddition {
    // Whoever comes second waits here until the first is done.
    try Meta(connection).set("codelist." + list.kind.rawValue, "\(now.milliseconds)")
    let text = list.entries.map(\.line).joined(separator: "\n")
    var bytes = CanonicalBytes("samsyn-code-list-1")
    bytes.append(list.kind.rawValue)
    bytes.append(text)
    let digest = bytes.sha256
    let known = try all().filter { $0.kind == list.kind }
    if known.last(where: { $0.day <= day })?.digest == digest { return .known }
    if known.contains(where: { $0.day == day }) { return .dayTaken }
    try connection.execute(
      """
      INSERT INTO code_list
        (kind, day, digest, file, entries, imported_ms, imported_by, lines)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(list.kind.rawValue), .day(day), .blob(digest), .text(file),
        .int(list.entries.count), .instant(now), .text(person), .blob(Array(text.utf8)),
      ])
    return .added
  }

  /// All copies by kind, the oldest first. Kinds that this program does not know are left out.
  public func all() throws(StoreError) -> [StoredCodeList] {
    var found: [StoredCodeList] = []
    let rows = try connection.query(
      """
      SELECT kind, day, entries, file, imported_ms, imported_by, digest FROM code_list
      ORDER BY kind, day
      """)
    for row in rows {
      guard let kind = CodeListKind(rawValue: try row.text("kind")) else { continue }
      found.append(
        StoredCodeList(
          kind: kind, day: try row.day("day"), entries: try row.int("entries"),
          file: try row.text("file"), imported: try row.instant("imported_ms"),
          importedBy: try row.text("imported_by"), digest: try row.blob("digest")))
    }
    return found
  }

  /// The rows of a copy. Throws `damaged` where one cannot be read.
  public func list(_ stored: StoredCodeList) throws(StoreError) -> CodeList {
    let row = try connection.first(
      "SELECT lines FROM code_list WHERE kind = ? AND day = ?",
      [.text(stored.kind.rawValue), .day(stored.day)])
    guard let row else { throw .damaged("code list") }
    var entries: [CodeListEntry] = []
    entries.reserveCapacity(stored.entries)
    for line in try row.blob("lines").split(separator: 0x0A) {
      guard let text = String(validating: line, as: UTF8.self),
        let entry = CodeListEntry(line: text)
      else { throw .damaged("code list") }
      entries.append(entry)
    }
    return CodeList(stored.kind, entries)
  }
}
