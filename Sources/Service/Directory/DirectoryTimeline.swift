// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// All copies of a kind at once, for those who need many of them: what a line says is read once,
/// in however many copies the line stands.
struct DirectoryTimeline<Value: Sendable>: Sendable {
  private struct Row: Sendable {
    let from: Day
    /// The first day on which it no longer holds.
    let until: Day?
    let value: Value

    func holds(on day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }
  }

  /// By id.
  private let rows: [(id: String, row: Row)]

  /// - Parameter read: what a line says; nil for one of another form, which is left out.
  init(_ entries: [DatedEntry], _ read: (String, String) -> Value?) {
    rows = entries.compactMap { entry in
      read(entry.id, entry.dated.line).map { value in
        (entry.id, Row(from: entry.dated.from, until: entry.dated.until, value: value))
      }
    }
  }

  /// What the copy in force on a day has, in the order of the ids.
  func values(on day: Day) -> [(id: String, value: Value)] {
    rows.compactMap { $0.row.holds(on: day) ? ($0.id, $0.row.value) : nil }
  }

  /// The ids that earlier copies have and the copy of a day does not, by the day of the first copy
  /// without them.
  func gone(on day: Day) -> [Day: [String]] {
    var ends: [String: Day] = [:]
    var present: Set<String> = []
    for (id, row) in rows {
      if row.holds(on: day) { present.insert(id) }
      if let until = row.until, until <= day { ends[id] = max(until, ends[id] ?? until) }
    }
    return Dictionary(grouping: ends.keys.filter { !present.contains($0) }) { ends[$0] ?? day }
  }
}

extension DirectoryTimeline<DirectoryUnit> {
  /// The copies of units.
  init(_ store: DirectoryStore) throws(StoreError) {
    self.init(try store.timeline(.units)) { DirectoryUnit(id: $0, line: $1) }
  }

  /// The copy of a day in memory.
  func snapshot(on day: Day) -> DirectorySnapshot {
    DirectorySnapshot(day: day, units: values(on: day).lazy.map(\.value))
  }
}

extension DirectoryTimeline<DirectoryAttributes> {
  /// The copies of attributes.
  init(_ store: DirectoryStore) throws(StoreError) {
    self.init(try store.timeline(.attributes)) { DirectoryAttributes(id: $0, line: $1) }
  }
}
