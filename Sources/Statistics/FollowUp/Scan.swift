// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Reads a table in blocks: each block finds the cells of its rows, column by column, and then
/// adds them up. Parts of the rows are worked on at the same time. O(rows + cells).
struct Scan: Sendable {
  let plan: ScanPlan

  /// The most cells that several times as many parts as there are processors are worth the sums of.
  private static let mostCellsOfSmallParts = 1 << 14

  /// The rows, divided where a person ends: several parts for each processor, so that one that is
  /// kept from its work does not keep the others waiting, unless there are many cells to a part.
  var parts: [Range<Int>] {
    let processors = ProcessorCount.active
    let areSmall = plan.cells <= Self.mostCellsOfSmallParts
    let count = processors > 1 && areSmall ? 4 * processors : processors
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
    let parts = each { rows in tally(rows, value) }
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
    switch value {
    case .rows: count(rows, nil)
    case .tests(let tests): count(rows, tests)
    case .sum(let feed): sum(rows, feed)
    case .persons(let person): persons(rows, person)
    }
  }

  /// Counts rows, and of them those of which everything is so, if it is asked.
  private func count(_ rows: Range<Int>, _ tests: [TestPlan]?) -> Tally {
    let counts = RowCounts(cells: plan.cells)
    defer { counts.deallocate() }
    BlockReader.withRoom { values in
      eachBlock(rows) { block in
        guard let tests else { return counts.add(block) }
        if case .flags(let flag)? = tests.first, tests.count == 1 {
          return counts.add(block, flag)
        }
        for place in 0..<block.count { values[place] = 1 }
        for test in tests { BlockReader.check(test, block, values) }
        counts.add(block, values)
      }
    }
    return counts.tally
  }

  private func sum(_ rows: Range<Int>, _ feed: Feed) -> Tally {
    let sums = RowSums(cells: plan.cells)
    defer { sums.deallocate() }
    BlockReader.withRoom { values in
      eachBlock(rows) { block in
        BlockReader.read(feed, block, values)
        sums.add(block, values)
      }
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
