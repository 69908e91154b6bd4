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
    guard let begin = span.bounds.first, let end = span.bounds.last, begin < end else {
      return Tally(cells: plan.cells)
    }
    let sums = SpanSums(cells: plan.cells, span, begin..<end)
    let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * Block.most)
    numbers.initialize(repeating: 0, count: 4 * Block.most)
    let (firsts, lasts) = (numbers, numbers + Block.most)
    let (beside, people) = (numbers + 2 * Block.most, numbers + 3 * Block.most)
    defer {
      numbers.deallocate()
      sums.deallocate()
    }
    eachBlock(rows) { block in
      BlockReader.read(span.first, block, firsts)
      BlockReader.read(span.last, block, lasts)
      if let feed = span.value.degree { BlockReader.read(feed, block, beside) }
      if let feed = span.value.person { BlockReader.read(feed, block, people) }
      if case .latest(let table, let gap) = span.value {
        table.reach(block, gap, lasts, beside)
      }
      sums.add(block, firsts, lasts, beside, people)
    }
    return sums.tally
  }

  /// The middle number of each cell and of all, and how many numbers it is the middle of. The rows
  /// are read twice: first to know how many numbers each cell has, then to put them side by side.
  func medians(
    _ feed: Feed
  ) -> (counts: [Int], medians: [Double?], median: Double?) {
    let found = each { rows in tally(rows, ValuePlan.rows).denominators }
    let counts = (0..<plan.cells).map { cell in found.reduce(0) { $0 + $1[cell] } }
    var start = 0
    // Where each part puts its numbers of each cell.
    var starts = found
    for cell in 0..<plan.cells {
      for part in found.indices {
        starts[part][cell] = start
        start += found[part][cell]
      }
    }
    let numbers = FillingColumn<UInt16>(start)
    let (parts, places) = (parts, starts)
    _ = each { rows in
      list(rows, feed, from: places[parts.firstIndex(of: rows) ?? 0], into: numbers)
    }
    let ends = counts.indices.map { cell in places[0][cell] + counts[cell] }
    let pieces = (0..<16).map { plan.cells * $0 / 16..<plan.cells * ($0 + 1) / 16 }
    let medians = Results<[Double?]>(count: pieces.count)
    let whole = Results<Double?>(count: 1)
    let count = start
    // All of them take longest and begin first.
    DispatchQueue.concurrentPerform(iterations: pieces.count + 1) { number in
      guard number > 0 else {
        return whole.set(count == 0 ? nil : Self.median(numbers, 0..<count), at: 0)
      }
      let piece = number - 1
      medians.set(
        pieces[piece].map { cell in
          counts[cell] == 0 ? nil : Self.median(numbers, places[0][cell]..<ends[cell])
        }, at: piece)
    }
    return (counts, Array(medians.all.joined()), whole.all.first.flatMap { $0 })
  }

  /// Puts the numbers of each cell's rows side by side.
  private func list(
    _ rows: Range<Int>, _ feed: Feed, from starts: [Int], into numbers: FillingColumn<UInt16>
  ) {
    let values = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
    let next = UnsafeMutablePointer<Int>.allocate(capacity: plan.cells)
    for cell in 0..<plan.cells { next[cell] = starts[cell] }
    defer {
      values.deallocate()
      next.deallocate()
    }
    eachBlock(rows) { block in
      let cells = block.cells
      BlockReader.read(feed, block, values)
      for place in 0..<block.count where cells[place] >= 0 {
        let cell = Int(cells[place])
        numbers[next[cell]] = UInt16(truncatingIfNeeded: values[place])
        next[cell] &+= 1
      }
    }
  }

  /// The middle number; of an even count the middle of the two. The upper halves of the numbers are
  /// counted first, and then the lower halves of those near the middle. O(n).
  private static func median(_ numbers: FillingColumn<UInt16>, _ range: Range<Int>) -> Double {
    var counts = [Int32](repeating: 0, count: 256)
    for place in range { counts[Int(numbers[place] >> 8)] &+= 1 }
    func number(at wanted: Int) -> Int {
      var before = 0
      func find(_ counts: [Int32]) -> Int {
        for (digit, count) in counts.enumerated() {
          if before + Int(count) > wanted { return digit }
          before += Int(count)
        }
        return 0
      }
      let upper = find(counts)
      var lower = [Int32](repeating: 0, count: 256)
      for place in range where numbers[place] >> 8 == upper {
        lower[Int(numbers[place] & 0xFF)] &+= 1
      }
      return upper << 8 | find(lower)
    }
    let low = number(at: (range.count - 1) / 2)
    let high = range.count % 2 == 1 ? low : number(at: range.count / 2)
    return Double(low + high) / 2
  }
}

extension SickLeaveTable {
  /// Lets every span of a block reach to the next one of the same case, pauses with it, and tells
  /// by 1 beside it that it is the last of its case.
  fileprivate func reach(
    _ block: Block, _ gap: Int, _ lasts: UnsafeMutablePointer<UInt32>,
    _ beside: UnsafeMutablePointer<UInt32>
  ) {
    for row in 0..<block.count {
      let next = block.row(row) + 1
      let goesOn =
        next < self.count && person[next] == person[next - 1]
        && Int(first[next]) - Int(last[next - 1]) - 1 <= gap
      if goesOn { lasts[row] = UInt32(clamping: Int(first[next]) - 1) }
      beside[row] = goesOn ? 0 : 1
    }
  }
}

/// The sums of rows that reach over days.
private struct SpanSums {
  private let begin: Int
  private let end: Int
  private let span: SpanPlan
  private let cells: Int
  /// Denominator and numerator of each cell.
  private let sums: UnsafeMutablePointer<Int>
  /// Who was counted last in each cell, and in all; then who was counted last among those with a
  /// day at less than full degree.
  private let seen: UnsafeMutablePointer<UInt32>
  /// The persons of each cell, and of all, where days are counted: everybody, and those with such a
  /// day.
  private let persons: UnsafeMutablePointer<Int>

  init(cells: Int, _ span: SpanPlan, _ days: Range<Int>) {
    self.span = span
    self.cells = cells
    begin = days.lowerBound
    end = days.upperBound
    sums = .allocate(capacity: 2 * (cells + 1))
    sums.initialize(repeating: 0, count: 2 * (cells + 1))
    seen = .allocate(capacity: 2 * (cells + 1))
    seen.initialize(repeating: .max, count: 2 * (cells + 1))
    let people = span.value.degree == nil ? 0 : 2 * (cells + 1)
    persons = .allocate(capacity: people)
    persons.initialize(repeating: 0, count: people)
  }

  func deallocate() {
    sums.deallocate()
    seen.deallocate()
    persons.deallocate()
  }

  var tally: Tally {
    var tally = Tally(cells: cells)
    let isOfRows =
      switch span.value {
      case .rows, .days, .latest: true
      case .daysPerPerson, .lowDays: false
      }
    for cell in 0..<cells {
      tally.denominators[cell] = sums[2 * cell]
      tally.numerators[cell] = isOfRows ? sums[2 * cell] : sums[2 * cell + 1]
    }
    if case .daysPerPerson = span.value { tally.whole = (sums[2 * cells], tally.numerator) }
    if span.value.degree != nil {
      tally.whole = (tally.denominator, tally.numerator)
      tally.persons = (0...cells).map {
        FigurePersons(all: persons[2 * $0], those: persons[2 * $0 + 1])
      }
    }
    return tally
  }

  func add(
    _ block: Block, _ firsts: UnsafePointer<UInt32>, _ lasts: UnsafePointer<UInt32>,
    _ beside: UnsafePointer<UInt32>, _ people: UnsafePointer<UInt32>
  ) {
    switch span.value {
    case .rows:
      each(block, firsts, lasts) { cell, _, _, _ in sums[2 &* cell] &+= 1 }
    case .latest:
      // Of a case only what its last day in a part of the time is in counts.
      each(block, firsts, lasts) { cell, _, row, isToEnd in
        if isToEnd || beside[row] == 1 { sums[2 &* cell] &+= 1 }
      }
    case .days:
      each(block, firsts, lasts) { cell, days, _, _ in sums[2 &* cell] &+= days }
    case .daysPerPerson:
      each(block, firsts, lasts) { cell, days, row, _ in
        // Days of all cells are added up when everything is read: adding to one number again and
        // again would wait for the last time each time.
        sums[2 &* cell &+ 1] &+= days
        meet(people[row], cell, sums, 2 &* cell)
        meet(people[row], cells, sums, 2 &* cells)
      }
    case .lowDays:
      each(block, firsts, lasts) { cell, days, row, _ in
        let low = beside[row] < 100 ? days : 0
        sums[2 &* cell] &+= days
        sums[2 &* cell &+ 1] &+= low
        meet(people[row], 2 &* cell, 2 &* cells, low > 0)
      }
    }
  }

  /// Counts a person who is not the one that was met last at a place.
  @inline(__always)
  private func meet(
    _ person: UInt32, _ place: Int, _ counts: UnsafeMutablePointer<Int>, _ count: Int
  ) {
    if seen[place] != person {
      seen[place] = person
      counts[count] &+= 1
    }
  }

  /// Counts a person of a cell and of all, and whether she has such a day.
  @inline(__always)
  private func meet(_ person: UInt32, _ cell: Int, _ all: Int, _ isSo: Bool) {
    meet(person, cell, persons, cell)
    meet(person, all, persons, all)
    if isSo {
      meet(person, cell &+ 1, persons, cell &+ 1)
      meet(person, all &+ 1, persons, all &+ 1)
    }
  }

  /// Gives every cell that a row has days in, with the days and whether they go on to the end of
  /// that part of the time. Most rows lie in one part of the time.
  @inline(__always)
  private func each(
    _ block: Block, _ firsts: UnsafePointer<UInt32>, _ lasts: UnsafePointer<UInt32>,
    _ body: (Int, Int, Int, Bool) -> Void
  ) {
    let (count, places) = (block.count, block.cells)
    span.parts.withUnsafeBufferPointer { parts in
      span.bounds.withUnsafeBufferPointer { bounds in
        for row in 0..<count where places[row] >= 0 {
          var day = max(begin, Int(firsts[row]))
          let through = min(end &- 1, Int(lasts[row]))
          while day <= through {
            let part = Int(parts[day &- begin])
            let end = bounds[part &+ 1] &- 1
            let last = min(through, end)
            body(
              Int(places[row]) &+ part &* span.step, last &- day &+ 1, row, last == end)
            day = last &+ 1
          }
        }
      }
    }
  }
}
