// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Reads a table in blocks: each block finds the cells of its rows, column by column, and then
/// adds them up. Parts of the rows are worked on at the same time. O(rows + cells).
struct Scan: Sendable {
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

  /// Gives one block after another, with the cells of its rows.
  @inline(__always)
  func eachBlock(_ rows: Range<Int>, _ body: (Block) -> Void) {
    Block.each(rows) { block in
      plan.passes.place(&block)
      if block.count > 0 { body(block) }
    }
  }

  /// Adds up some of the rows.
  func tally(_ rows: Range<Int>, _ value: ValuePlan) -> Tally {
    let values = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
    let sums = RowSums(cells: plan.cells, isOfTests: value.isOfTests)
    defer {
      values.deallocate()
      sums.deallocate()
    }
    eachBlock(rows) { block in
      switch value {
      case .rows: return sums.count(block)
      case .tests(let tests):
        if case .flags(let flag)? = tests.first, tests.count == 1 { return sums.add(block, flag) }
        for place in 0..<block.count { values[place] = 1 }
        for test in tests { BlockReader.check(test, block, values) }
      case .sum(let feed): BlockReader.read(feed, block, values)
      case .persons, .list: return
      }
      sums.add(block, values)
    }
    return sums.tally
  }

  /// Counts a person once in each cell: rows of a person stand together, so it is enough to know
  /// who was counted last.
  private func persons(_ rows: Range<Int>, _ person: Feed) -> Tally {
    let people = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
    let last = UnsafeMutablePointer<UInt32>.allocate(capacity: plan.cells)
    last.initialize(repeating: .max, count: plan.cells)
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: plan.cells)
    counts.initialize(repeating: 0, count: plan.cells)
    var latest = UInt32.max
    var whole = 0
    defer {
      people.deallocate()
      last.deallocate()
      counts.deallocate()
    }
    eachBlock(rows) { block in
      let cells = block.cells
      BlockReader.read(person, block, people)
      for place in 0..<block.count where cells[place] >= 0 {
        let cell = Int(cells[place])
        if latest != people[place] {
          latest = people[place]
          whole &+= 1
        }
        if last[cell] != people[place] {
          last[cell] = people[place]
          counts[cell] &+= 1
        }
      }
    }
    let found = Array(UnsafeBufferPointer(start: counts, count: plan.cells))
    var tally = Tally(denominators: found, numerators: found)
    tally.whole = (whole, whole)
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

/// Sums of rows while they are read. The first cell takes what is left out, so that no row needs a
/// branch.
private struct RowSums {
  private let cells: Int
  /// Two numbers for each cell; or one, the rows in its lower half and in the upper those of which
  /// something is so, where that is all that is counted.
  private let numbers: UnsafeMutablePointer<UInt64>
  private let isOfTests: Bool

  init(cells: Int, isOfTests: Bool) {
    self.cells = cells
    self.isOfTests = isOfTests
    let count = (isOfTests ? 1 : 2) * (cells + 1)
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
  }

  func deallocate() { numbers.deallocate() }

  func count(_ block: Block) {
    let places = block.cells
    for row in 0..<block.count { numbers[Int(max(places[row], -1)) &+ 1] &+= 1 }
  }

  func add(_ block: Block, _ values: UnsafePointer<UInt32>) {
    if cells == 1 { return addToOne(block, values) }
    let places = block.cells
    if isOfTests {
      for row in 0..<block.count {
        numbers[Int(max(places[row], -1)) &+ 1] &+= 1 &+ UInt64(values[row]) << 32
      }
    } else {
      for row in 0..<block.count {
        let cell = 2 &* (Int(max(places[row], -1)) &+ 1)
        numbers[cell] &+= 1
        numbers[cell &+ 1] &+= UInt64(values[row])
      }
    }
  }

  /// The rows, and those whose bits are as wanted: what most shares are.
  func add(_ block: Block, _ flag: FlagPlan) {
    let places = block.cells
    BlockReader.test(flag, block) { row, isSo in
      numbers[Int(max(places[row], -1)) &+ 1] &+= isSo ? 1 << 32 | 1 : 1
    }
  }

  private func addToOne(_ block: Block, _ values: UnsafePointer<UInt32>) {
    let places = block.cells
    var rows: UInt64 = 0
    var sum: UInt64 = 0
    for row in 0..<block.count {
      let isIn: UInt64 = places[row] >= 0 ? 1 : 0
      rows &+= isIn
      sum &+= isIn &* UInt64(values[row])
    }
    if isOfTests {
      numbers[1] &+= rows &+ sum << 32
    } else {
      numbers[2] &+= rows
      numbers[3] &+= sum
    }
  }

  var tally: Tally {
    var tally = Tally(cells: cells)
    for cell in 0..<cells {
      if isOfTests {
        tally.denominators[cell] = Int(numbers[cell + 1] & 0xFFFF_FFFF)
        tally.numerators[cell] = Int(numbers[cell + 1] >> 32)
      } else {
        tally.denominators[cell] = Int(numbers[2 * cell + 2])
        tally.numerators[cell] = Int(numbers[2 * cell + 3])
      }
    }
    return tally
  }
}

extension ValuePlan {
  /// Only rows are counted, and those of which something is so.
  fileprivate var isOfTests: Bool {
    switch self {
    case .rows, .tests: true
    case .sum, .persons, .list: false
    }
  }
}
