// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How many processors there are.
enum ProcessorCount {
  static let active = max(1, ProcessInfo.processInfo.activeProcessorCount)
}

/// The loops over the rows of one block and one column. Each is written for every width and for
/// reading through another row, so that no row asks how it is read.
enum BlockReader {
  /// Begins each row's cell with its share.
  static func set(
    _ feed: Feed, _ shares: UnsafePointer<Int32>, _ start: Int, _ count: Int,
    _ cells: UnsafeMutablePointer<Int32>
  ) {
    switch feed.width {
    case .one: each(UInt8.self, feed, start, count) { cells[$0] = shares[Int($1)] }
    case .two: each(UInt16.self, feed, start, count) { cells[$0] = shares[Int($1)] }
    case .four: each(UInt32.self, feed, start, count) { cells[$0] = shares[Int($1 & 0xFFFF)] }
    }
  }

  /// Adds each row's share of its cell.
  static func add(
    _ feed: Feed, _ shares: UnsafePointer<Int32>, _ start: Int, _ count: Int,
    _ cells: UnsafeMutablePointer<Int32>
  ) {
    switch feed.width {
    case .one: each(UInt8.self, feed, start, count) { cells[$0] &+= shares[Int($1)] }
    case .two: each(UInt16.self, feed, start, count) { cells[$0] &+= shares[Int($1)] }
    case .four:
      each(UInt32.self, feed, start, count) { cells[$0] &+= shares[Int($1 & 0xFFFF)] }
    }
  }

  /// Begins each row's cell with its share, or adds it, where the shares are a line.
  static func place(
    _ feed: Feed, _ line: CodePlan.Line, isFirst: Bool, _ start: Int, _ count: Int,
    _ cells: UnsafeMutablePointer<Int32>
  ) {
    if feed.width == .one {
      place(UInt8.self, feed, line, isFirst, start, count, cells)
    } else {
      place(UInt16.self, feed, line, isFirst, start, count, cells)
    }
  }

  @inline(__always)
  private static func place<Number: FixedWidthInteger>(
    _ number: Number.Type, _ feed: Feed, _ line: CodePlan.Line, _ isFirst: Bool, _ start: Int,
    _ count: Int, _ cells: UnsafeMutablePointer<Int32>
  ) {
    let (low, range, base, step) = (line.low, line.count, line.base, line.step)
    @inline(__always)
    func share(_ number: Number) -> Int32 {
      let place = Int32(truncatingIfNeeded: number) &- low
      let isIn = UInt32(bitPattern: place) < range
      return isIn ? base &+ place &* step : CodePlan.excluded
    }
    @inline(__always)
    func within(_ number: Number) -> Int32 {
      let place = Int32(truncatingIfNeeded: number) &- low
      return UInt32(bitPattern: place) < range ? base : CodePlan.excluded
    }
    @inline(__always)
    func next(_ number: Number) -> Int32 {
      let place = Int32(truncatingIfNeeded: number) &- low
      return UInt32(bitPattern: place) < range ? base &+ place : CodePlan.excluded
    }
    // Most lines are level, a range of days, or rise by one, the numbers of units.
    switch (isFirst, step) {
    case (true, 0): each(number, feed, start, count) { cells[$0] = within($1) }
    case (true, _): each(number, feed, start, count) { cells[$0] = share($1) }
    case (false, 0): each(number, feed, start, count) { cells[$0] &+= within($1) }
    case (false, 1): each(number, feed, start, count) { cells[$0] &+= next($1) }
    case (false, _): each(number, feed, start, count) { cells[$0] &+= share($1) }
    }
  }

  /// Reads the numbers.
  static func read(
    _ feed: Feed, _ start: Int, _ count: Int, _ values: UnsafeMutablePointer<UInt32>
  ) {
    switch feed.width {
    case .one: each(UInt8.self, feed, start, count) { values[$0] = UInt32($1) }
    case .two: each(UInt16.self, feed, start, count) { values[$0] = UInt32($1) }
    case .four: each(UInt32.self, feed, start, count) { values[$0] = $1 }
    }
  }

  /// Leaves out the rows whose bits are not as wanted.
  static func keep(
    _ flag: FlagPlan, _ start: Int, _ count: Int, _ cells: UnsafeMutablePointer<Int32>
  ) {
    let (mask, wanted) = (flag.mask, flag.wanted)
    each(UInt32.self, flag.feed, start, count) {
      // A sign is set without a branch; what is below 0 is left out.
      cells[$0] |= $1 & mask == wanted ? 0 : Int32.min
    }
  }

  /// Makes the value of each row 0 that something is not so of.
  static func check(
    _ test: TestPlan, _ start: Int, _ count: Int, _ values: UnsafeMutablePointer<UInt32>
  ) {
    switch test {
    case .flags(let flag):
      let (mask, wanted) = (flag.mask, flag.wanted)
      each(UInt32.self, flag.feed, start, count) { values[$0] &= $1 & mask == wanted ? 1 : 0 }
    case .codes(let feed, let holds):
      holds.withUnsafeBufferPointer { holds in
        switch feed.width {
        case .one: each(UInt8.self, feed, start, count) { values[$0] &= holds[Int($1)] ? 1 : 0 }
        default:
          each(UInt16.self, feed, start, count) { values[$0] &= holds[Int($1)] ? 1 : 0 }
        }
      }
    case .reaches(let feed, let key, let limits):
      limits.withUnsafeBufferPointer { limits in
        pairs(feed, key, start, count) { row, number, key in
          values[row] &= number >= limits[Int(key)] ? 1 : 0
        }
      }
    case .grouped(let one, let other, let groups, let same):
      groups.withUnsafeBufferPointer { groups in
        pairs(one, other, start, count) { row, first, second in
          let isSame = groups[Int(first)] == groups[Int(second)]
          values[row] &= first != 0 && second != 0 && isSame == same ? 1 : 0
        }
      }
    case .any(let choices): any(choices, start, count, values)
    }
  }

  private static func any(
    _ choices: [[TestPlan]], _ start: Int, _ count: Int, _ values: UnsafeMutablePointer<UInt32>
  ) {
    var found = [UInt32](repeating: 0, count: count)
    for tests in choices {
      var holds = [UInt32](repeating: 1, count: count)
      holds.withUnsafeMutableBufferPointer { holds in
        guard let holds = holds.baseAddress else { return }
        for test in tests { check(test, start, count, holds) }
      }
      for row in 0..<count { found[row] |= holds[row] }
    }
    for row in 0..<count { values[row] &= found[row] }
  }

  @inline(__always)
  private static func each<Number: FixedWidthInteger>(
    _ number: Number.Type, _ feed: Feed, _ start: Int, _ count: Int,
    _ body: (Int, Number) -> Void
  ) {
    let numbers = feed.start.assumingMemoryBound(to: Number.self)
    if let link = feed.link {
      for row in 0..<count { body(row, numbers[Int(link[start &+ row])]) }
    } else {
      for row in 0..<count { body(row, numbers[start &+ row]) }
    }
  }

  /// Two columns of two bytes each.
  @inline(__always)
  private static func pairs(
    _ one: Feed, _ other: Feed, _ start: Int, _ count: Int,
    _ body: (Int, UInt32, UInt32) -> Void
  ) {
    let first = one.start.assumingMemoryBound(to: UInt16.self)
    let second = other.start.assumingMemoryBound(to: UInt16.self)
    for row in 0..<count {
      let here = start &+ row
      let a = first[one.link.map { Int($0[here]) } ?? here]
      let b = second[other.link.map { Int($0[here]) } ?? here]
      body(row, UInt32(a), UInt32(b))
    }
  }
}
