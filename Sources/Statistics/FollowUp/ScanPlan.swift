// SPDX-License-Identifier: Apache-2.0

/// A table by the numbers of a column: what a number adds to the place of its row's cell, or that
/// the row is left out.
struct CodePlan: Sendable {
  /// So far below 0 that nothing makes it a cell, and so near that thirty can be added: there are
  /// fewer columns.
  static let excluded: Int32 = -(1 << 26)
  /// The most cells that a scan has.
  static let mostCells = 1 << 22

  let feed: Feed
  var shares: [Int32]

  /// What the table says without a table: numbers from `low` on, `count` of them, add `base` and
  /// so much more for each number, and others leave the row out. It costs a fraction of looking up.
  struct Line: Sendable {
    let low: Int32
    let count: UInt32
    let base: Int32
    let step: Int32
  }

  /// The table as a line, if it is one.
  var line: Line? {
    guard feed.width != .four else { return nil }
    guard let low = shares.firstIndex(where: { $0 >= 0 }),
      let high = shares.lastIndex(where: { $0 >= 0 })
    else { return Line(low: 0, count: 0, base: 0, step: 0) }
    let base = shares[low]
    let step = high > low ? shares[low + 1] - base : 0
    for number in low...high
    where shares[number] != base + Int32(number - low) * step || shares[number] < 0 {
      return nil
    }
    return Line(low: Int32(low), count: UInt32(high - low + 1), base: base, step: step)
  }

  /// A table that leaves every row in.
  init(_ feed: Feed) {
    self.feed = feed
    shares = [Int32](repeating: 0, count: feed.range)
  }

  /// Leaves out the numbers that something is not so of.
  mutating func keep(_ isKept: (Int) -> Bool) {
    for number in shares.indices where shares[number] >= 0 && !isKept(number) {
      shares[number] = Self.excluded
    }
  }

  /// Leaves out the numbers outside a range.
  mutating func keep(_ range: ClosedRange<Int>) {
    let low = min(max(0, range.lowerBound), shares.count)
    let high = min(max(low, range.upperBound + 1), shares.count)
    shares.withUnsafeMutableBufferPointer { shares in
      var number = 0
      while number < shares.count {
        if number == low, low < high {
          number = high
        } else {
          shares[number] = Self.excluded
          number += 1
        }
      }
    }
  }

  /// Adds a dimension whose codes lie `step` cells apart.
  mutating func divide(_ places: [Int32], step: Int) {
    for number in shares.indices where shares[number] >= 0 {
      let place = number < places.count ? places[number] : -1
      shares[number] =
        place < 0 ? Self.excluded : shares[number] + place * Int32(step)
    }
  }
}

/// Bits that must be all set, or all clear.
struct FlagPlan: Sendable {
  let feed: Feed
  var mask: UInt32
  var wanted: UInt32

  /// Adds one, together with another of the same column where there is one, so that the column is
  /// read once. Bits that would have to be both set and clear stay apart.
  static func add(_ plan: FlagPlan, to plans: inout [FlagPlan]) {
    for place in plans.indices
    where plans[place].feed.start == plan.feed.start && plans[place].feed.link == plan.feed.link
      && plans[place].mask & plan.mask == 0
    {
      plans[place].mask |= plan.mask
      plans[place].wanted |= plan.wanted
      return
    }
    plans.append(plan)
  }
}

/// Whether something more is so of a row.
indirect enum TestPlan: Sendable {
  case flags(FlagPlan)
  case codes(Feed, [Bool])
  /// The first column's number is at least the limit by the second's.
  case reaches(Feed, Feed, [UInt32])
  case grouped(Feed, Feed, [Int32], same: Bool)
  case any([[TestPlan]])
}

/// What a scan adds up in the cells.
enum ValuePlan: Sendable {
  case rows
  case tests([TestPlan])
  case sum(Feed)
  case persons(Feed)
}

/// Parts of the time for rows that reach over several: the first number of each, and the end of
/// the last.
struct SpanPlan: Sendable {
  /// What is added up.
  enum Value: Sendable {
    case rows
    case days
    case daysPerPerson(person: Feed)
    /// Days, and those at less than full degree; and the persons behind both.
    case lowDays(degree: Feed, person: Feed)
    /// Each case once, by the last of its days, which are the rows.
    case latest(SickLeaveTable, gap: Int)

    /// The columns that are read beside the days.
    var degree: Feed? { if case .lowDays(let degree, _) = self { degree } else { nil } }
    var person: Feed? {
      switch self {
      case .rows, .days, .latest: nil
      case .daysPerPerson(let person), .lowDays(_, let person): person
      }
    }
  }

  let first: Feed
  let last: Feed
  /// First days of the parts, and one after the end.
  let bounds: [Int]
  /// The part of each day from the first on.
  let parts: [Int32]
  /// How many cells lie between two parts of the time; 0 where it is not divided.
  let step: Int
  let value: Value
}

/// One reading of a table.
struct ScanPlan: Sendable {
  let rows: Int
  let passes: ScanPasses
  var cells: Int
  /// Persons stand together; a part of the rows ends with one.
  let person: Feed

  init(rows: Int, passes: [ScanPass], cells: Int, person: Feed) {
    self.rows = rows
    self.passes = ScanPasses(passes, rows: rows)
    self.cells = cells
    self.person = person
  }
}

/// What was added up: for each cell among how many, and what.
struct Tally: Sendable {
  var denominators: [Int]
  var numerators: [Int]
  /// Of all cells together, where that is no sum of theirs: who is in two cells is one person.
  var whole: (denominator: Int, numerator: Int)?
  /// Who stands behind it, where one person can be behind much of it: of each cell and, last, of
  /// all.
  var persons: [FigurePersons]?

  init(denominators: [Int], numerators: [Int]) {
    self.denominators = denominators
    self.numerators = numerators
  }

  init(cells: Int) {
    denominators = [Int](repeating: 0, count: cells)
    numerators = denominators
  }

  mutating func add(_ other: Tally) {
    for cell in denominators.indices {
      denominators[cell] += other.denominators[cell]
      numerators[cell] += other.numerators[cell]
    }
    if let mine = whole, let more = other.whole {
      whole = (mine.denominator + more.denominator, mine.numerator + more.numerator)
    }
    if let mine = persons, let more = other.persons { persons = zip(mine, more).map(+) }
  }

  var denominator: Int { denominators.reduce(0, +) }
  var numerator: Int { numerators.reduce(0, +) }
}
