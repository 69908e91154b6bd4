// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Domain

/// Sick-leave cases (sjukfall) of everybody: a person's days, cut wherever more than so many days
/// in a row have no certificate. A row for each case, in the order of persons and days.
public struct SickLeaveCases: Sendable {
  public let person: Column<UInt32>
  /// First and last day, as `Day.number`.
  public let first: Column<Int32>
  public let last: Column<Int32>
  /// Distinct days with a certificate.
  public let days: Column<Int32>
  /// The first span in the table; the case goes to the next case's first.
  public let span: Column<UInt32>

  /// Cases.
  public var count: Int { person.count }

  /// Cuts a table into cases.
  ///
  /// - Parameters:
  ///   - gap: the most days without a certificate inside a case.
  ///   - parts: how many parts are worked on at the same time; persons are not divided.
  ///
  /// One reading counts and one fills, both in the order of memory: O(spans).
  public init(_ table: SickLeaveTable, gap: Int, parts: Int = 2) {
    let gap = Int32(clamping: gap)
    let parts = Self.parts(table, max(1, parts))
    let counts = Self.each(of: parts) { part, _ in
      Spans.with(table) { $0.countCases(in: part, gap: gap) }
    }
    let starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let total = starts[parts.count]
    let filled = Rows(total)
    _ = Self.each(of: parts) { part, number in
      Spans.with(table) { $0.fillCases(in: part, gap: gap, filled, from: starts[number]) }
      return 0
    }
    person = Column(filled.person, offset: 0, count: total)
    first = Column(filled.first, offset: 0, count: total)
    last = Column(filled.last, offset: 0, count: total)
    days = Column(filled.days, offset: 0, count: total)
    span = Column(filled.span, offset: 0, count: total)
  }

  /// Works on the parts at the same time; gives what each gave.
  private static func each(
    of parts: [Range<Int>], _ work: @Sendable (Range<Int>, Int) -> Int
  ) -> [Int] {
    var results = [Int](repeating: 0, count: parts.count)
    results.withUnsafeMutableBufferPointer { results in
      let results = Unshared(results)
      DispatchQueue.concurrentPerform(iterations: parts.count) { number in
        results.value[number] = work(parts[number], number)
      }
    }
    return results
  }

  /// Ranges of rows of about the same length that begin with a new person.
  private static func parts(_ table: SickLeaveTable, _ count: Int) -> [Range<Int>] {
    table.person.withNumbers { person in
      var bounds = [0]
      for part in 1..<max(2, count) {
        var bound = max(bounds[bounds.count - 1], table.count * part / count)
        while bound > 0, bound < person.count, person[bound] == person[bound - 1] { bound += 1 }
        bounds.append(min(bound, person.count))
      }
      if count == 1 { bounds = [0] }
      bounds.append(person.count)
      return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }
  }
}

/// A pointer that each part uses for itself.
private struct Unshared<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// The memory of the cases' columns while they are filled.
private struct Rows: Sendable {
  let person: ColumnMemory
  let first: ColumnMemory
  let last: ColumnMemory
  let days: ColumnMemory
  let span: ColumnMemory

  init(_ count: Int) {
    let bytes = max(1, count * 4)
    person = ColumnMemory(byteCount: bytes)
    first = ColumnMemory(byteCount: bytes)
    last = ColumnMemory(byteCount: bytes)
    days = ColumnMemory(byteCount: bytes)
    span = ColumnMemory(byteCount: bytes)
  }
}

/// The three columns that cases are cut by, lent while they are.
private struct Spans {
  let person: UnsafeBufferPointer<UInt32>
  let first: UnsafeBufferPointer<Int32>
  let last: UnsafeBufferPointer<Int32>

  static func with<Result>(_ table: SickLeaveTable, _ body: (Spans) -> Result) -> Result {
    table.person.withNumbers { person in
      table.first.withNumbers { first in
        table.last.withNumbers { last in
          body(Spans(person: person, first: first, last: last))
        }
      }
    }
  }

  /// Whether a row begins a case. The rows are disjoint and in order, so the row before ends last
  /// of all before it.
  @inline(__always)
  private func begins(_ row: Int, _ gap: Int32) -> Bool {
    person[row] != person[row - 1] || first[row] &- last[row - 1] &- 1 > gap
  }

  func countCases(in rows: Range<Int>, gap: Int32) -> Int {
    guard !rows.isEmpty else { return 0 }
    var count: UInt32 = 1
    for row in rows.dropFirst() { count &+= begins(row, gap) ? 1 : 0 }
    return Int(count)
  }

  func fillCases(in rows: Range<Int>, gap: Int32, _ cases: Rows, from start: Int) {
    guard !rows.isEmpty else { return }
    let casePerson = cases.person.bytes.bindMemory(to: UInt32.self)
    let caseFirst = cases.first.bytes.bindMemory(to: Int32.self)
    let caseLast = cases.last.bytes.bindMemory(to: Int32.self)
    let caseDays = cases.days.bytes.bindMemory(to: Int32.self)
    let caseSpan = cases.span.bytes.bindMemory(to: UInt32.self)
    var place = start
    var days: Int32 = 0
    func begin(_ row: Int) {
      casePerson[place] = person[row]
      caseFirst[place] = first[row]
      caseSpan[place] = UInt32(truncatingIfNeeded: row)
    }
    begin(rows.lowerBound)
    days = last[rows.lowerBound] &- first[rows.lowerBound] &+ 1
    for row in rows.dropFirst() {
      if begins(row, gap) {
        caseLast[place] = last[row - 1]
        caseDays[place] = days
        place += 1
        begin(row)
        days = 0
      }
      days &+= last[row] &- first[row] &+ 1
    }
    caseLast[place] = last[rows.upperBound - 1]
    caseDays[place] = days
  }
}
