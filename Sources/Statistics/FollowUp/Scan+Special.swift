// SPDX-License-Identifier: Apache-2.0
import Dispatch

extension Scan {
  /// Adds up rows that reach over days: each counts in every part of the time that it has a day
  /// in. Cells without the time are found as for any row.
  func tally(_ span: SpanPlan) -> Tally {
    let parts = each { rows in tally(rows, span) }
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }

  private func tally(_ rows: Range<Int>, _ span: SpanPlan) -> Tally {
    let cells = UnsafeMutablePointer<Int32>.allocate(capacity: Self.block)
    let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: 3 * Self.block)
    let (firsts, lasts) = (numbers, numbers + Self.block)
    let beside = numbers + 2 * Self.block
    beside.initialize(repeating: 0, count: Self.block)
    defer {
      cells.deallocate()
      numbers.deallocate()
    }
    var sums = SpanSums(cells: plan.cells, span)
    guard sums.begin < sums.end else { return Tally(cells: plan.cells) }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let count = min(Self.block, rows.upperBound - start)
      place(start, count, cells)
      BlockReader.read(span.first, start, count, firsts)
      BlockReader.read(span.last, start, count, lasts)
      if let feed = span.value.feed { BlockReader.read(feed, start, count, beside) }
      sums.add(count, cells, firsts, lasts, beside)
    }
    return sums.tally
  }

  /// The middle number of each cell, and how many numbers it is the middle of.
  func medians(_ feed: Feed) -> (counts: [Int], medians: [Double?]) {
    let found = each { rows in listed(rows, feed) }
    var starts = [Int](repeating: 0, count: plan.cells + 1)
    for part in found { for item in part { starts[Int(item >> 16) + 1] += 1 } }
    let counts = Array(starts.dropFirst())
    for cell in 0..<plan.cells { starts[cell + 1] += starts[cell] }
    var numbers = [UInt16](repeating: 0, count: starts[plan.cells])
    var next = starts
    for part in found {
      for item in part {
        let cell = Int(item >> 16)
        numbers[next[cell]] = UInt16(truncatingIfNeeded: item)
        next[cell] += 1
      }
    }
    var medians = [Double?](repeating: nil, count: plan.cells)
    numbers.withUnsafeMutableBufferPointer { numbers in
      for cell in 0..<plan.cells where counts[cell] > 0 {
        medians[cell] = Self.median(
          UnsafeMutableBufferPointer(rebasing: numbers[starts[cell]..<starts[cell + 1]]))
      }
    }
    return (counts, medians)
  }

  /// The cell of each row that is in, and its number.
  private func listed(_ rows: Range<Int>, _ feed: Feed) -> [UInt64] {
    let cells = UnsafeMutablePointer<Int32>.allocate(capacity: Self.block)
    let values = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
    defer {
      cells.deallocate()
      values.deallocate()
    }
    var found: [UInt64] = []
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let count = min(Self.block, rows.upperBound - start)
      place(start, count, cells)
      BlockReader.read(feed, start, count, values)
      for row in 0..<count where cells[row] >= 0 {
        found.append(UInt64(cells[row]) << 16 | UInt64(values[row] & 0xFFFF))
      }
    }
    return found
  }

  /// The middle number; of an even count the middle of the two.
  private static func median(_ unsorted: UnsafeMutableBufferPointer<UInt16>) -> Double {
    var numbers = unsorted
    if numbers.count > 4096 {
      var counts = [Int](repeating: 0, count: 1 << 16)
      for number in numbers { counts[Int(number)] += 1 }
      func at(_ place: Int) -> Int {
        var before = 0
        return counts.firstIndex {
          before += $0
          return before > place
        } ?? 0
      }
      return Double(at((numbers.count - 1) / 2) + at(numbers.count / 2)) / 2
    }
    numbers.sort()
    return Double(Int(numbers[(numbers.count - 1) / 2]) + Int(numbers[numbers.count / 2])) / 2
  }
}

/// The sums of rows that reach over days.
private struct SpanSums {
  let begin: Int
  let end: Int
  private let span: SpanPlan
  private var sums: Tally
  private var seen: [UInt32]

  init(cells: Int, _ span: SpanPlan) {
    self.span = span
    begin = span.bounds.first ?? 0
    end = span.bounds.last ?? 0
    sums = Tally(cells: cells)
    seen = [UInt32](repeating: .max, count: cells)
  }

  var tally: Tally {
    guard case .rows = span.value else { return sums }
    var sums = sums
    sums.numerators = sums.denominators
    return sums
  }

  mutating func add(
    _ count: Int, _ cells: UnsafePointer<Int32>, _ firsts: UnsafePointer<UInt32>,
    _ lasts: UnsafePointer<UInt32>, _ beside: UnsafePointer<UInt32>
  ) {
    for row in 0..<count where cells[row] >= 0 {
      var day = max(begin, Int(firsts[row]))
      let through = min(end - 1, Int(lasts[row]))
      while day <= through {
        let part = Int(span.parts[day - begin])
        let last = min(through, span.bounds[part + 1] - 1)
        add(Int(cells[row]) + part * span.step, last - day + 1, beside[row])
        day = last + 1
      }
    }
  }

  @inline(__always)
  private mutating func add(_ cell: Int, _ days: Int, _ beside: UInt32) {
    switch span.value {
    case .rows: sums.denominators[cell] += 1
    case .daysPerPerson:
      sums.numerators[cell] += days
      if seen[cell] != beside {
        seen[cell] = beside
        sums.denominators[cell] += 1
      }
    case .lowDays:
      sums.denominators[cell] += days
      sums.numerators[cell] += beside < 100 ? days : 0
    }
  }
}
