// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a file of supplied values holds. The raw value is stored.
public enum SuppliedKind: String, Hashable, Codable, CaseIterable, Sendable {
  case indicators, decisions, background
}

/// A file that was taken.
public struct SuppliedFile: Hashable, Codable, Sendable {
  public let kind: SuppliedKind
  /// The name of the file, without folder.
  public let file: String
  /// Rows that were good, and those that were passed over.
  public let rows: Int
  public let skipped: Int
  public let imported: Instant
  /// Who ran the program.
  public let importedBy: String
  /// SHA-256 of the bytes.
  public let digest: [UInt8]

  /// A file as it is.
  public init(
    kind: SuppliedKind, file: String, rows: Int, skipped: Int, imported: Instant,
    importedBy: String, digest: [UInt8]
  ) {
    self.kind = kind
    self.file = file
    self.rows = rows
    self.skipped = skipped
    self.imported = imported
    self.importedBy = importedBy
    self.digest = digest
  }
}

/// What became of the rows of a file.
public struct SuppliedAddition: Hashable, Sendable {
  /// About something that nothing was known of.
  public var new = 0
  /// In the place of another row, which is kept as history.
  public var replacing = 0
  /// The same row again.
  public var known = 0
  /// Older than what is known: kept as history.
  public var older = 0

  /// Nothing yet.
  public init() {}
}

/// What is supplied in files because certificates do not tell it, with its history.
public struct SuppliedStore {
  private let connection: any Connection

  /// The values inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  private struct Present {
    let version: Int
    let file: Int
    let line: String
  }

  /// Adds the values of a file. Of two that are about the same the one with the later version
  /// counts, and of the same version the one of the later file.
  public func add<Value: SuppliedValue>(
    _ values: [Value], of file: SuppliedFile
  ) throws(StoreError) -> SuppliedAddition {
    // Whoever comes second waits here until the first is done.
    try Meta(connection).set("supplied." + file.kind.rawValue, "\(file.imported.milliseconds)")
    try connection.liftStatementTimeout()
    let number = try insert(file)
    var present = try presentRows(file.kind)
    var done = SuppliedAddition()
    var inserts: [[SQLValue]] = []
    // Where what this file tells of each subject stands among them.
    var places: [String: Int] = [:]
    for value in values {
      let (key, line) = (value.key, value.line)
      let version = value.version?.number ?? number
      let known = present[key]
      if known?.line == line {
        done.known += 1
        continue
      }
      let isOlder = known.map { version < $0.version } ?? false
      if isOlder, try isHistory(file.kind, key, version, line) {
        done.known += 1
        continue
      }
      if let known, !isOlder {
        done.replacing += 1
        if let place = places[key] { inserts[place][5] = .int(number) }
        try connection.send(
          """
          UPDATE supplied_row SET replaced_by = ?
          WHERE kind = ? AND subject = ? AND version = ? AND file_number = ?
          """,
          [
            .int(number), .text(file.kind.rawValue), .text(key), .int(known.version),
            .int(known.file),
          ])
      } else if isOlder {
        done.older += 1
      } else {
        done.new += 1
      }
      inserts.append([
        .text(file.kind.rawValue), .text(key), .int(number), .int(version), .text(line),
        isOlder ? .int(known?.file ?? number) : .null,
      ])
      if !isOlder {
        places[key] = inserts.count - 1
        present[key] = Present(version: version, file: number, line: line)
      }
    }
    try insert(inserts)
    return done
  }

  private func insert(_ file: SuppliedFile) throws(StoreError) -> Int {
    let row = try connection.first(
      """
      INSERT INTO supplied_file
        (kind, file, digest, row_count, skipped, imported_ms, imported_by)
      VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number
      """,
      [
        .text(file.kind.rawValue), .text(file.file), .blob(file.digest), .int(file.rows),
        .int(file.skipped), .instant(file.imported), .text(file.importedBy),
      ])
    guard let row else { throw .damaged("supplied file") }
    return try row.int("number")
  }

  private func isHistory(
    _ kind: SuppliedKind, _ key: String, _ version: Int, _ line: String
  ) throws(StoreError) -> Bool {
    try connection.first(
      """
      SELECT 1 AS found FROM supplied_row
      WHERE kind = ? AND subject = ? AND version = ? AND line = ?
      """, [.text(kind.rawValue), .text(key), .int(version), .text(line)]) != nil
  }

  /// Rows written in one statement.
  private static let rowsAtOnce = 200

  private func insert(_ rows: [[SQLValue]]) throws(StoreError) {
    for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
      let part = rows[start..<min(start + Self.rowsAtOnce, rows.count)]
      let places = part.map { _ in "(?, ?, ?, ?, ?, ?)" }.joined(separator: ", ")
      try connection.execute(
        """
        INSERT INTO supplied_row (kind, subject, file_number, version, line, replaced_by)
        VALUES \(places)
        """, part.flatMap { $0 })
    }
  }

  private func presentRows(_ kind: SuppliedKind) throws(StoreError) -> [String: Present] {
    var found: [String: Present] = [:]
    let rows = try connection.query(
      """
      SELECT subject, file_number, version, line FROM supplied_row
      WHERE kind = ? AND replaced_by IS NULL
      """, [.text(kind.rawValue)])
    found.reserveCapacity(rows.count)
    for row in rows {
      found[try row.text("subject")] = Present(
        version: try row.int("version"), file: try row.int("file_number"),
        line: try row.text("line"))
    }
    return found
  }

  /// What counts now, by what it is about. Throws `damaged` where a row cannot be read.
  public func present<Value: SuppliedValue>(
    _ kind: SuppliedKind, as type: Value.Type = Value.self
  ) throws(StoreError) -> [Value] {
    try connection.liftStatementTimeout()
    let rows = try connection.query(
      """
      SELECT line FROM supplied_row WHERE kind = ? AND replaced_by IS NULL ORDER BY subject
      """, [.text(kind.rawValue)])
    return try values(rows)
  }

  /// Rows of a walk that are read at once.
  private static let walkRows = 10_000

  /// What counts now, one after the other in the order of what it is about. Throws `damaged` where
  /// a row cannot be read.
  public func eachPresent<Value: SuppliedValue>(
    _ kind: SuppliedKind, as type: Value.Type = Value.self, _ body: (Value) throws -> Void
  ) throws {
    try connection.liftStatementTimeout()
    var last = ""
    while true {
      let rows = try connection.query(
        """
        SELECT subject, line FROM supplied_row
        WHERE kind = ? AND replaced_by IS NULL AND subject > ? ORDER BY subject LIMIT ?
        """, [.text(kind.rawValue), .text(last), .int(Self.walkRows)])
      for value in try values(rows) as [Value] { try body(value) }
      guard rows.count == Self.walkRows, let row = rows.last else { return }
      last = try row.text("subject")
    }
  }

  /// How many files of some kinds have been taken: it grows with every file.
  public func fileCount(_ kinds: [SuppliedKind]) throws(StoreError) -> Int {
    let names = kinds.map { SQLValue.text($0.rawValue) }
    let places = kinds.map { _ in "?" }.joined(separator: ", ")
    let row = try connection.first(
      "SELECT COUNT(*) AS files FROM supplied_file WHERE kind IN (\(places))", names)
    return try row?.int("files") ?? 0
  }

  /// All that was ever supplied about the same as a value, in the order of the files.
  public func history<Value: SuppliedValue>(
    of value: Value, _ kind: SuppliedKind
  ) throws(StoreError) -> [Value] {
    let rows = try connection.query(
      "SELECT line FROM supplied_row WHERE kind = ? AND subject = ? ORDER BY file_number",
      [.text(kind.rawValue), .text(value.key)])
    return try values(rows)
  }

  private func values<Value: SuppliedValue>(_ rows: [SQLRow]) throws(StoreError) -> [Value] {
    var found: [Value] = []
    found.reserveCapacity(rows.count)
    for row in rows {
      guard let value = Value(line: try row.text("line")) else { throw .damaged("supplied row") }
      found.append(value)
    }
    return found
  }

  /// The files that were taken, the oldest first.
  public func files() throws(StoreError) -> [SuppliedFile] {
    var found: [SuppliedFile] = []
    let rows = try connection.query(
      """
      SELECT kind, file, digest, row_count, skipped, imported_ms, imported_by
      FROM supplied_file ORDER BY number
      """)
    for row in rows {
      guard let kind = SuppliedKind(rawValue: try row.text("kind")) else { continue }
      found.append(
        SuppliedFile(
          kind: kind, file: try row.text("file"), rows: try row.int("row_count"),
          skipped: try row.int("skipped"), imported: try row.instant("imported_ms"),
          importedBy: try row.text("imported_by"), digest: try row.blob("digest")))
    }
    return found
  }
}
