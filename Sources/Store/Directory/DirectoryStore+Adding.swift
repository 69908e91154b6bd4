// SPDX-License-Identifier: Apache-2.0
import Domain

extension DirectoryStore {
  /// A row's name inside a copy: several objects may have one id.
  private struct Key: Hashable {
    let id: String
    let copy: Int
  }

  private struct Row {
    let from: Int
    let until: Int
    let line: String
    let hash: [UInt8]
  }

  /// Adds the copy of a day, which may be older than copies that are there. Only what differs from
  /// its neighbours in time is written. Two additions at once follow each other.
  ///
  /// - Parameters:
  ///   - passedOver: objects of the file that have no id.
  ///   - leastPercent: the copy is refused with less than this share of the last one's objects.
  ///   - reason: why a copy is taken although it has less; it is kept with it.
  public func add(
    _ kind: DirectoryKind, day: Day, entries: [DirectoryEntry], passedOver: Int,
    leastPercent: Int = 0, because reason: String? = nil, at now: Instant
  ) throws(StoreError) -> DirectoryAddition {
    // Whoever comes second waits here until the first is done.
    try Meta(connection).set("directory." + kind.rawValue, "\(now.milliseconds)")
    try connection.liftStatementTimeout()
    let wanted = Self.keyed(entries)
    let digest = Self.digest(wanted)
    let known = try snapshots(kind)
    if let same = known.first(where: { $0.day == day }) {
      return same.digest == digest ? .known : .dayTaken
    }
    let last = known.last { $0.day < day } ?? known.first
    if let last, reason == nil, entries.count * 100 < last.objects * leastPercent {
      return .shrunk(last: last.day, objects: last.objects)
    }
    try connection.execute(
      """
      INSERT INTO directory_snapshot
        (kind, day, imported_ms, digest, objects, passed_over, accepted_because)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(kind.rawValue), .day(day), .instant(now), .blob(digest), .int(entries.count),
        .int(passedOver), .optional(reason),
      ])
    let next = known.map(\.day.number).filter { $0 > day.number }.min()
    return .added(rows: try write(kind, day.number, next, wanted))
  }

  /// Puts another copy in the place of that of a day. The old one is kept whole, with the reason,
  /// and is read by `superseded`.
  ///
  /// - Returns: rows written; nil where the day has no copy, or has this one.
  public func supersede(
    _ kind: DirectoryKind, day: Day, entries: [DirectoryEntry], passedOver: Int,
    because reason: String, at now: Instant
  ) throws(StoreError) -> Int? {
    try Meta(connection).set("directory." + kind.rawValue, "\(now.milliseconds)")
    try connection.liftStatementTimeout()
    let wanted = Self.keyed(entries)
    let digest = Self.digest(wanted)
    let known = try snapshots(kind)
    guard let old = known.first(where: { $0.day == day }), old.digest != digest else { return nil }
    let lines = try self.entries(kind, on: day).map { "\($0.id)\u{1E}\($0.line)" }.sorted()
    try connection.execute(
      """
      INSERT INTO directory_superseded
        (kind, day, digest, objects, passed_over, imported_ms, superseded_ms, reason, lines)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(kind.rawValue), .day(day), .blob(old.digest), .int(old.objects),
        .int(old.passedOver), .instant(old.imported), .instant(now), .text(reason),
        .blob(Array(lines.joined(separator: "\n").utf8)),
      ])
    try connection.execute(
      """
      UPDATE directory_snapshot SET imported_ms = ?, digest = ?, objects = ?, passed_over = ?,
      accepted_because = ? WHERE kind = ? AND day = ?
      """,
      [
        .instant(now), .blob(digest), .int(entries.count), .int(passedOver), .text(reason),
        .text(kind.rawValue), .day(day),
      ])
    let next = known.map(\.day.number).filter { $0 > day.number }.min()
    return try write(kind, day.number, next, wanted)
  }

  private func write(
    _ kind: DirectoryKind, _ day: Int, _ next: Int?, _ wanted: [Key: (line: String, hash: [UInt8])]
  ) throws(StoreError) -> Int {
    let covering = try rows(kind, "from_day <= ? AND until_day > ?", [.int(day), .int(day)])
    let following = try next.map { next throws(StoreError) in
      try rows(kind, "from_day = ?", [.int(next)])
    }
    var inserts: [(Key, Row)] = []
    var changes = 0
    func change(_ set: String, _ value: Int, _ key: Key, from: Int) throws(StoreError) {
      changes += 1
      try connection.send(
        """
        UPDATE directory_row SET \(set) = ? WHERE kind = ? AND id = ? AND copy = ?
        AND from_day = ?
        """,
        [.int(value), .text(kind.rawValue), .text(key.id), .int(key.copy), .int(from)])
    }
    for (key, row) in covering where wanted[key]?.hash != row.hash {
      if row.from == day {
        // It began with the copy that is superseded.
        changes += 1
        try connection.send(
          "DELETE FROM directory_row WHERE kind = ? AND id = ? AND copy = ? AND from_day = ?",
          [.text(kind.rawValue), .text(key.id), .int(key.copy), .int(day)])
      } else {
        try change("until_day", day, key, from: row.from)
      }
      if let next, next < row.until {
        inserts.append((key, Row(from: next, until: row.until, line: row.line, hash: row.hash)))
      }
    }
    for (key, new) in wanted where covering[key]?.hash != new.hash {
      // The row that begins with the next copy says the same: it begins here instead.
      if let next, let later = following?[key], later.hash == new.hash {
        try change("from_day", day, key, from: next)
      } else {
        inserts.append(
          (key, Row(from: day, until: next ?? Self.open, line: new.line, hash: new.hash)))
      }
    }
    try insert(inserts, kind)
    return changes + inserts.count
  }

  private func rows(
    _ kind: DirectoryKind, _ condition: String, _ values: [SQLValue]
  ) throws(StoreError) -> [Key: Row] {
    var found: [Key: Row] = [:]
    let rows = try connection.query(
      """
      SELECT id, copy, from_day, until_day, line, hash FROM directory_row
      WHERE kind = ? AND \(condition)
      """, [.text(kind.rawValue)] + values)
    for row in rows {
      found[Key(id: try row.text("id"), copy: try row.int("copy"))] = Row(
        from: try row.int("from_day"), until: try row.int("until_day"),
        line: try row.text("line"), hash: try row.blob("hash"))
    }
    return found
  }

  /// Rows written in one statement.
  private static let rowsAtOnce = 200

  private func insert(_ rows: [(Key, Row)], _ kind: DirectoryKind) throws(StoreError) {
    let sorted = rows.sorted { ($0.0.id, $0.0.copy, $0.1.from) < ($1.0.id, $1.0.copy, $1.1.from) }
    for start in stride(from: 0, to: sorted.count, by: Self.rowsAtOnce) {
      let part = sorted[start..<min(start + Self.rowsAtOnce, sorted.count)]
      let places = part.map { _ in "(?, ?, ?, ?, ?, ?, ?)" }.joined(separator: ", ")
      try connection.execute(
        """
        INSERT INTO directory_row (kind, id, copy, from_day, until_day, line, hash)
        VALUES \(places)
        """,
        part.flatMap { key, row -> [SQLValue] in
          [
            .text(kind.rawValue), .text(key.id), .int(key.copy), .int(row.from),
            .int(row.until), .text(row.line), .blob(row.hash),
          ]
        })
    }
  }

  /// Lines of the same id are numbered by their text; the same line twice is one.
  private static func keyed(
    _ entries: [DirectoryEntry]
  ) -> [Key: (line: String, hash: [UInt8])] {
    var lines: [String: Set<String>] = [:]
    for entry in entries { lines[entry.id, default: []].insert(entry.line) }
    var keyed: [Key: (line: String, hash: [UInt8])] = [:]
    keyed.reserveCapacity(lines.count)
    for (id, texts) in lines {
      for (copy, line) in texts.sorted().enumerated() {
        var bytes = CanonicalBytes("samsyn-directory-line-1")
        bytes.append(line)
        keyed[Key(id: id, copy: copy)] = (line, bytes.sha256)
      }
    }
    return keyed
  }

  private static func digest(_ lines: [Key: (line: String, hash: [UInt8])]) -> [UInt8] {
    var bytes = CanonicalBytes("samsyn-directory-copy-1")
    for key in lines.keys.sorted(by: { ($0.id, $0.copy) < ($1.id, $1.copy) }) {
      bytes.append(key.id)
      bytes.append(lines[key]?.hash ?? [])
    }
    return bytes.sha256
  }
}
