// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How many processors there are.
enum ProcessorCount {
  static let active = max(1, ProcessInfo.processInfo.activeProcessorCount)
}

/// The loops over the rows of one block and one column. Each is written for every width, for
/// reading through another row and for rows that were picked, so that no row asks how it is read.
enum BlockReader {
  /// Begins each row's cell with its share.
  static func set(_ feed: Feed, _ shares: UnsafePointer<Int32>, _ block: Block) {
    let cells = block.cells
    switch feed.width {
    case .one: each(UInt8.self, feed, block) { cells[$0] = shares[Int($1)] }
    case .two: each(UInt16.self, feed, block) { cells[$0] = shares[Int($1)] }
    case .four: each(UInt32.self, feed, block) { cells[$0] = shares[Int($1 & 0xFFFF)] }
    }
  }

  /// Adds each row's share of its cell.
  static func add(_ feed: Feed, _ shares: UnsafePointer<Int32>, _ block: Block) {
    let cells = block.cells
    switch feed.width {
    case .one: each(UInt8.self, feed, block) { cells[$0] &+= shares[Int($1)] }
    case .two: each(UInt16.self, feed, block) { cells[$0] &+= shares[Int($1)] }
    case .four: each(UInt32.self, feed, block) { cells[$0] &+= shares[Int($1 & 0xFFFF)] }
    }
  }

  /// Begins each row's cell with its share, or adds it, where the shares are a line.
  static func place(_ feed: Feed, _ line: CodePlan.Line, isFirst: Bool, _ block: Block) {
    if feed.width == .one {
      place(UInt8.self, feed, line, isFirst, block)
    } else {
      place(UInt16.self, feed, line, isFirst, block)
    }
  }

  @inline(__always)
  private static func place<Number: FixedWidthInteger>(
    _ number: Number.Type, _ feed: Feed, _ line: CodePlan.Line, _ isFirst: Bool, _ block: Block
  ) {
    let cells = block.cells
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
    case (true, 0): each(number, feed, block) { cells[$0] = within($1) }
    case (true, _): each(number, feed, block) { cells[$0] = share($1) }
    case (false, 0): each(number, feed, block) { cells[$0] &+= within($1) }
    case (false, 1): each(number, feed, block) { cells[$0] &+= next($1) }
    case (false, _): each(number, feed, block) { cells[$0] &+= share($1) }
    }
  }

  /// Reads the numbers.
  static func read(_ feed: Feed, _ block: Block, _ values: UnsafeMutablePointer<UInt32>) {
    switch feed.width {
    case .one: each(UInt8.self, feed, block) { values[$0] = UInt32($1) }
    case .two: each(UInt16.self, feed, block) { values[$0] = UInt32($1) }
    case .four: each(UInt32.self, feed, block) { values[$0] = $1 }
    }
  }

  /// Leaves out the rows whose bits are not as wanted.
  static func keep(_ feed: Feed, _ mask: UInt32, _ wanted: UInt32, _ block: Block) {
    let cells = block.cells
    let out = CodePlan.excluded
    each(UInt32.self, feed, block) { cells[$0] &+= $1 & mask == wanted ? 0 : out }
  }

  /// Leaves out the rows whose numbers lie outside a range.
  static func keep(_ feed: Feed, _ range: ClosedRange<UInt32>, _ block: Block) {
    let cells = block.cells
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    let out = CodePlan.excluded
    switch feed.width {
    case .one:
      each(UInt8.self, feed, block) { cells[$0] &+= UInt32($1) &- low <= width ? 0 : out }
    case .two:
      each(UInt16.self, feed, block) { cells[$0] &+= UInt32($1) &- low <= width ? 0 : out }
    case .four:
      each(UInt32.self, feed, block) { cells[$0] &+= $1 &- low <= width ? 0 : out }
    }
  }

  /// Leaves only the rows whose bits are as wanted, before any row has a cell.
  static func pick(_ feed: Feed, _ mask: UInt32, _ wanted: UInt32, _ block: inout Block) {
    pick(UInt32.self, feed, &block) { $0 & mask == wanted }
  }

  /// Leaves only the rows whose numbers lie in a range, before any row has a cell.
  static func pick(_ feed: Feed, _ range: ClosedRange<UInt32>, _ block: inout Block) {
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    switch feed.width {
    case .one: pick(UInt8.self, feed, &block) { UInt32($0) &- low <= width }
    case .two: pick(UInt16.self, feed, &block) { UInt32($0) &- low <= width }
    case .four: pick(UInt32.self, feed, &block) { $0 &- low <= width }
    }
  }

  /// Each row is written where the next one goes, so that none needs a branch.
  @inline(__always)
  private static func pick<Number: FixedWidthInteger>(
    _ number: Number.Type, _ feed: Feed, _ block: inout Block, _ isKept: (Number) -> Bool
  ) {
    let room = block.room
    var left = 0
    each(number, feed, block) { place, number in
      room[left] = UInt16(truncatingIfNeeded: place)
      left &+= isKept(number) ? 1 : 0
    }
    block.keep(left)
  }

  /// Tells of each row whether its bits are as wanted.
  @inline(__always)
  static func test(_ flag: FlagPlan, _ block: Block, _ body: (Int, Bool) -> Void) {
    let (mask, wanted) = (flag.mask, flag.wanted)
    each(UInt32.self, flag.feed, block) { body($0, $1 & mask == wanted) }
  }

  /// Makes the value of each row 0 that something is not so of.
  static func check(
    _ test: TestPlan, _ block: Block, _ values: UnsafeMutablePointer<UInt32>
  ) {
    switch test {
    case .flags(let flag):
      let (mask, wanted) = (flag.mask, flag.wanted)
      each(UInt32.self, flag.feed, block) { values[$0] &= $1 & mask == wanted ? 1 : 0 }
    case .codes(let feed, let holds):
      holds.withUnsafeBufferPointer { holds in
        switch feed.width {
        case .one: each(UInt8.self, feed, block) { values[$0] &= holds[Int($1)] ? 1 : 0 }
        default: each(UInt16.self, feed, block) { values[$0] &= holds[Int($1)] ? 1 : 0 }
        }
      }
    case .reaches(let feed, let key, let limits):
      limits.withUnsafeBufferPointer { limits in
        pairs(feed, key, block) { place, number, key in
          values[place] &= number >= limits[Int(key)] ? 1 : 0
        }
      }
    case .grouped(let one, let other, let groups, let same):
      groups.withUnsafeBufferPointer { groups in
        pairs(one, other, block) { place, first, second in
          let isSame = groups[Int(first)] == groups[Int(second)]
          values[place] &= first != 0 && second != 0 && isSame == same ? 1 : 0
        }
      }
    case .any(let choices): any(choices, block, values)
    }
  }

  private static func any(
    _ choices: [[TestPlan]], _ block: Block, _ values: UnsafeMutablePointer<UInt32>
  ) {
    let count = block.count
    withRooms { found, holds in
      for place in 0..<count { found[place] = 0 }
      for tests in choices {
        for place in 0..<count { holds[place] = 1 }
        for test in tests { check(test, block, holds) }
        for place in 0..<count { found[place] |= holds[place] }
      }
      for place in 0..<count { values[place] &= found[place] }
    }
  }

  @inline(__always)
  private static func each<Number: FixedWidthInteger>(
    _ number: Number.Type, _ feed: Feed, _ block: Block, _ body: (Int, Number) -> Void
  ) {
    let numbers = feed.start.assumingMemoryBound(to: Number.self)
    let (start, count) = (block.start, block.count)
    switch (feed.link, block.picked) {
    case (nil, nil):
      for place in 0..<count { body(place, numbers[start &+ place]) }
    case (let link?, nil):
      for place in 0..<count { body(place, numbers[Int(link[start &+ place])]) }
    case (nil, let picked?):
      for place in 0..<count { body(place, numbers[start &+ Int(picked[place])]) }
    case (let link?, let picked?):
      for place in 0..<count { body(place, numbers[Int(link[start &+ Int(picked[place])])]) }
    }
  }

  /// Two columns side by side.
  @inline(__always)
  private static func pairs(
    _ one: Feed, _ other: Feed, _ block: Block, _ body: (Int, UInt32, UInt32) -> Void
  ) {
    withRooms { first, second in
      read(one, block, first)
      read(other, block, second)
      for place in 0..<block.count { body(place, first[place], second[place]) }
    }
  }

  /// Room for a number of each row.
  @inline(__always)
  static func withRoom(_ body: (UnsafeMutablePointer<UInt32>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Block.most) { room in
      if let start = room.baseAddress { body(start) }
    }
  }

  /// Room for two numbers of each row.
  @inline(__always)
  private static func withRooms(
    _ body: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Block.most) { room in
      guard let start = room.baseAddress else { return }
      body(start, start + Block.most)
    }
  }
}
