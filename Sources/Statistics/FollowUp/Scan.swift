// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Reads a table in blocks: each block finds the cells of its rows, column by column, and then
/// adds them up. Parts of the rows are worked on at the same time. O(rows + cells).
struct Scan: Sendable {
  static let block = 2048

  let plan: ScanPlan

  /// The rows, divided among the processors where a person ends.
  var parts: [Range<Int>] {
    let count = ProcessorCount.active
    var bounds = [0]
    for part in 1..<max(2, count) where count > 1 {
      var bound = max(bounds[bounds.count - 1], plan.rows * part / count)
      while bound > 0, bound < plan.rows,
        plan.person.number(bound) == plan.person.number(bound - 1)
      { bound += 1 }
      bounds.append(bound)
    }
    bounds.append(plan.rows)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// Works on the parts at the same time and gives what each gave.
  func each<Result: Sendable>(_ work: @Sendable (Range<Int>) -> Result) -> [Result] {
    let parts = parts
    let results = Results<Result>(count: parts.count)
    DispatchQueue.concurrentPerform(iterations: parts.count) { number in
      results.set(work(parts[number]), at: number)
    }
    return results.all
  }

  /// Adds up.
  func tally(_ value: ValuePlan) -> Tally {
    let parts = each { rows in
      switch value {
      case .persons(let person): persons(rows, person)
      case .rows, .tests, .sum, .list: tally(rows, value)
      }
    }
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }

  /// Finds the cell of each row of a block; a number below 0 stands for none.
  @inline(__always)
  func place(_ start: Int, _ count: Int, _ cells: UnsafeMutablePointer<Int32>) {
    for row in 0..<count { cells[row] = 0 }
    for code in plan.codes {
      code.shares.withUnsafeBufferPointer { shares in
        guard let shares = shares.baseAddress else { return }
        BlockReader.add(code.feed, shares, start, count, cells)
      }
    }
    for flag in plan.flags { BlockReader.keep(flag, start, count, cells) }
  }

  private func tally(_ rows: Range<Int>, _ value: ValuePlan) -> Tally {
    let cells = UnsafeMutablePointer<Int32>.allocate(capacity: Self.block)
    let values = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
    // The first cell takes what is left out, so that no row needs a branch.
    let sums = UnsafeMutablePointer<Int>.allocate(capacity: 2 * (plan.cells + 1))
    sums.initialize(repeating: 0, count: 2 * (plan.cells + 1))
    defer {
      cells.deallocate()
      values.deallocate()
      sums.deallocate()
    }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let count = min(Self.block, rows.upperBound - start)
      place(start, count, cells)
      switch value {
      case .rows:
        for row in 0..<count { sums[2 * (Int(max(cells[row], -1)) + 1)] &+= 1 }
        continue
      case .tests(let tests):
        for row in 0..<count { values[row] = 1 }
        for test in tests { BlockReader.check(test, start, count, values) }
      case .sum(let feed): BlockReader.read(feed, start, count, values)
      case .persons, .list: return Tally(cells: plan.cells)
      }
      if plan.cells == 1 {
        for row in 0..<count {
          let isIn = cells[row] >= 0 ? 1 : 0
          sums[2] &+= isIn
          sums[3] &+= isIn &* Int(values[row])
        }
      } else {
        for row in 0..<count {
          let cell = 2 * (Int(max(cells[row], -1)) + 1)
          sums[cell] &+= 1
          sums[cell + 1] &+= Int(values[row])
        }
      }
    }
    var tally = Tally(cells: plan.cells)
    for cell in 0..<plan.cells {
      tally.denominators[cell] = sums[2 * cell + 2]
      tally.numerators[cell] = sums[2 * cell + 3]
    }
    return tally
  }

  /// Counts a person once in each cell: rows of a person stand together, so it is enough to know
  /// who was counted last.
  private func persons(_ rows: Range<Int>, _ person: Feed) -> Tally {
    let cells = UnsafeMutablePointer<Int32>.allocate(capacity: Self.block)
    let people = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
    defer {
      cells.deallocate()
      people.deallocate()
    }
    var last = [UInt32](repeating: .max, count: plan.cells)
    var tally = Tally(cells: plan.cells)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let count = min(Self.block, rows.upperBound - start)
      place(start, count, cells)
      BlockReader.read(person, start, count, people)
      for row in 0..<count where cells[row] >= 0 {
        let cell = Int(cells[row])
        if last[cell] != people[row] {
          last[cell] = people[row]
          tally.denominators[cell] += 1
        }
      }
    }
    tally.numerators = tally.denominators
    return tally
  }
}

/// Where each thread puts what it made, in a place of its own.
final class Results<Value: Sendable>: @unchecked Sendable {
  private let values: UnsafeMutablePointer<Value?>
  private let count: Int

  init(count: Int) {
    self.count = count
    values = .allocate(capacity: count)
    values.initialize(repeating: nil, count: count)
  }

  func set(_ value: Value, at place: Int) { values[place] = value }

  var all: [Value] { (0..<count).compactMap { values[$0] } }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }
}
