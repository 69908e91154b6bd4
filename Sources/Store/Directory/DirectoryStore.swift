// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a copy of the directory is of.
public enum DirectoryKind: String, Hashable, Codable, Sendable {
  case units, attributes
}

/// One line of a copy: what the catalogue says of an id.
public struct DirectoryEntry: Hashable, Sendable {
  public let id: String
  public let line: String

  public init(id: String, line: String) {
    self.id = id
    self.line = line
  }
}

/// A stored copy of the directory.
public struct StoredSnapshot: Hashable, Sendable {
  public let kind: DirectoryKind
  public let day: Day
  public let imported: Instant
  /// Objects with an id, and without.
  public let objects: Int
  public let passedOver: Int
  /// SHA-256 over all lines.
  public let digest: [UInt8]
}

/// A line with the days from which and until which it holds. The second is the day of the first
/// snapshot that has something else; nil for the present.
public struct DatedLine: Hashable, Sendable {
  public let from: Day
  public let until: Day?
  public let line: String

  public init(from: Day, until: Day?, line: String) {
    self.from = from
    self.until = until
    self.line = line
  }
}

/// A dated line with the id that it is of.
public struct DatedEntry: Sendable {
  public let id: String
  public let dated: DatedLine

  public init(id: String, dated: DatedLine) {
    self.id = id
    self.dated = dated
  }
}

/// How an addition of a copy ended.
public enum DirectoryAddition: Hashable, Sendable {
  /// It was added, with so many rows written.
  case added(rows: Int)
  /// The same copy of the same day was there already.
  case known
  /// Another copy of the same day is there; nothing was changed.
  case dayTaken
  /// It has far fewer objects than the copy of that day, which has so many; nothing was changed.
  case shrunk(last: Day, objects: Int)
}

/// A copy that another was put in the place of.
public struct SupersededSnapshot: Hashable, Sendable {
  public let kind: DirectoryKind
  public let day: Day
  public let objects: Int
  public let imported: Instant
  public let superseded: Instant
  public let reason: String
}

/// Dated copies of the directory of health care. Nothing in them is about a person, so nothing is
/// sealed. Each call is meant as one transaction.
public struct DirectoryStore {
  let connection: any Connection

  /// The copies inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// Stands for "until further notice": a day after the last that can be expressed.
  static let open = Day.latest.number + 1

  /// All copies of a kind, the oldest first.
  public func snapshots(_ kind: DirectoryKind) throws(StoreError) -> [StoredSnapshot] {
    var found: [StoredSnapshot] = []
    let rows = try connection.query(
      """
      SELECT day, imported_ms, objects, passed_over, digest FROM directory_snapshot
      WHERE kind = ? ORDER BY day
      """, [.text(kind.rawValue)])
    for row in rows {
      found.append(
        StoredSnapshot(
          kind: kind, day: try row.day("day"), imported: try row.instant("imported_ms"),
          objects: try row.int("objects"), passedOver: try row.int("passed_over"),
          digest: try row.blob("digest")))
    }
    return found
  }

  /// Every line that the copy of a day has. The day must be that of a copy.
  public func entries(_ kind: DirectoryKind, on day: Day) throws(StoreError) -> [DirectoryEntry] {
    try connection.liftStatementTimeout()
    var entries: [DirectoryEntry] = []
    let rows = try connection.query(
      """
      SELECT id, line FROM directory_row WHERE kind = ? AND from_day <= ? AND until_day > ?
      """, [.text(kind.rawValue), .day(day), .day(day)])
    entries.reserveCapacity(rows.count)
    for row in rows {
      entries.append(DirectoryEntry(id: try row.text("id"), line: try row.text("line")))
    }
    return entries
  }

  /// Every line that some copy has, once, by id. Copies that follow each other have most of their
  /// lines in common.
  public func timeline(_ kind: DirectoryKind) throws(StoreError) -> [DatedEntry] {
    try connection.liftStatementTimeout()
    var entries: [DatedEntry] = []
    let rows = try connection.query(
      """
      SELECT id, from_day, until_day, line FROM directory_row WHERE kind = ?
      ORDER BY id, copy, from_day
      """, [.text(kind.rawValue)])
    entries.reserveCapacity(rows.count)
    for row in rows {
      entries.append(DatedEntry(id: try row.text("id"), dated: try Self.dated(row)))
    }
    return entries
  }

  private static func dated(_ row: SQLRow) throws(StoreError) -> DatedLine {
    let until = try row.int("until_day")
    return DatedLine(
      from: try row.day("from_day"), until: until == open ? nil : Day(number: until),
      line: try row.text("line"))
  }

  /// The copies that others were put in the place of, the oldest first.
  public func superseded() throws(StoreError) -> [SupersededSnapshot] {
    var found: [SupersededSnapshot] = []
    let rows = try connection.query(
      """
      SELECT kind, day, objects, imported_ms, superseded_ms, reason FROM directory_superseded
      ORDER BY number
      """)
    for row in rows {
      guard let kind = DirectoryKind(rawValue: try row.text("kind")) else { continue }
      found.append(
        SupersededSnapshot(
          kind: kind, day: try row.day("day"), objects: try row.int("objects"),
          imported: try row.instant("imported_ms"),
          superseded: try row.instant("superseded_ms"), reason: try row.text("reason")))
    }
    return found
  }

  /// The lines of one id in the copy of a day.
  public func lines(
    _ kind: DirectoryKind, id: String, on day: Day
  ) throws(StoreError) -> [String] {
    try history(kind, id: id).filter { $0.from <= day && ($0.until.map { day < $0 } ?? true) }
      .map(\.line)
  }

  /// All that the copies say of one id, the oldest first.
  public func history(_ kind: DirectoryKind, id: String) throws(StoreError) -> [DatedLine] {
    var lines: [DatedLine] = []
    let rows = try connection.query(
      """
      SELECT from_day, until_day, line FROM directory_row WHERE kind = ? AND id = ?
      ORDER BY from_day, copy
      """, [.text(kind.rawValue), .text(id)])
    for row in rows { lines.append(try Self.dated(row)) }
    return lines
  }
}
