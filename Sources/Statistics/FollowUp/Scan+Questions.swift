// SPDX-License-Identifier: Apache-2.0

/// Which of the sixteen groups of questions a row is counted for, and in which it is counted.
struct QuestionPlan: Sendable {
  /// Bits of groups by row.
  enum Bits: Sendable {
    /// The same for every row.
    case all(UInt16)
    /// A column's bits that are in the mask.
    case column(Feed, UInt16)
    /// The groups that can be expected by two bits of the flags: present work and version 2.
    case expected(Feed, work: UInt32, version: UInt32, [UInt16])
  }

  var among: Bits
  /// Beside being among.
  var those: Bits
  /// What more must be so of a row that is counted.
  var tests: [TestPlan] = []
}

extension Scan {
  /// Adds up for each group of questions.
  func tally(_ questions: QuestionPlan) -> [Tally] {
    let parts = each { rows in
      var sums = QuestionSums(cells: plan.cells)
      let among = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
      let those = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
      let passed = UnsafeMutablePointer<UInt32>.allocate(capacity: Block.most)
      defer {
        among.deallocate()
        those.deallocate()
        passed.deallocate()
      }
      eachBlock(rows) { block in
        BlockReader.read(questions.among, block, among)
        BlockReader.read(questions.those, block, those)
        for row in 0..<block.count { passed[row] = 1 }
        for test in questions.tests { BlockReader.check(test, block, passed) }
        for row in 0..<block.count { those[row] &= among[row] & (0 &- passed[row]) }
        if case .all = questions.among {
          sums.addToAll(block, those)
        } else {
          sums.add(block, among, those)
        }
      }
      if case .all(let mask) = questions.among { sums.spread(mask) }
      return sums
    }
    return QuestionSums.tallies(parts, cells: plan.cells)
  }

  /// Adds up how often each group of questions is asked about, four bits for each.
  func tally(elements: Column<UInt64>, in mask: UInt16) -> [Tally] {
    let parts = each { rows in
      var sums = QuestionSums(cells: plan.cells)
      elements.withNumbers { elements in
        eachBlock(rows) { block in
          for place in 0..<block.count where block.cells[place] >= 0 {
            sums.add(elements[block.row(place)], mask, Int(block.cells[place]))
          }
        }
      }
      return sums
    }
    return QuestionSums.tallies(parts, cells: plan.cells)
  }
}

/// Sixteen sums for each cell, twice. Bits are first counted in lanes of sixteen bits, four to a
/// number, and moved to the sums before a lane can be full.
private struct QuestionSums: Sendable {
  private var among: Lanes
  private var those: Lanes
  private var plain: [UInt32]

  init(cells: Int) {
    among = Lanes(cells: cells)
    those = among
    plain = [UInt32](repeating: 0, count: cells)
  }

  mutating func add(
    _ block: Block, _ amongBits: UnsafePointer<UInt32>, _ thoseBits: UnsafePointer<UInt32>
  ) {
    among.add(block, amongBits)
    those.add(block, thoseBits)
  }

  /// Where every row is among all groups it is enough to count rows.
  mutating func addToAll(_ block: Block, _ thoseBits: UnsafePointer<UInt32>) {
    let cells = block.cells
    for row in 0..<block.count where cells[row] >= 0 { plain[Int(cells[row])] &+= 1 }
    those.add(block, thoseBits)
  }

  mutating func add(_ elements: UInt64, _ mask: UInt16, _ cell: Int) {
    for place in 0..<16 where mask >> UInt16(place) & 1 == 1 {
      let count = UInt32(truncatingIfNeeded: elements >> UInt64(4 * place) & 15)
      among.sums[16 * cell + place] &+= count
      those.sums[16 * cell + place] &+= count
    }
  }

  /// Gives the groups of a mask the plain counts.
  mutating func spread(_ mask: UInt16) {
    for cell in plain.indices {
      for place in 0..<16 where mask >> UInt16(place) & 1 == 1 {
        among.sums[16 * cell + place] = plain[cell]
      }
    }
  }

  /// The sums of all parts, by group.
  static func tallies(_ parts: [QuestionSums], cells: Int) -> [Tally] {
    let parts = parts.map { part in
      var part = part
      part.among.settle()
      part.those.settle()
      return part
    }
    return (0..<16).map { place in
      var tally = Tally(cells: cells)
      for part in parts {
        for cell in 0..<cells {
          tally.denominators[cell] += Int(part.among.sums[16 * cell + place])
          tally.numerators[cell] += Int(part.those.sums[16 * cell + place])
        }
      }
      return tally
    }
  }
}

/// Counts of sixteen bits for each cell.
private struct Lanes: Sendable {
  /// For four bits a number with each in its own lane.
  private static let spread: [UInt64] = (0..<16 as Range<UInt64>).map { bits in
    (0..<4 as Range<UInt64>).reduce(0) { $0 | (bits >> $1 & 1) << (16 * $1) }
  }

  private var lanes: [UInt64]
  /// Rows since the cell's lanes were moved.
  private var rows: [UInt16]
  var sums: [UInt32]

  init(cells: Int) {
    lanes = [UInt64](repeating: 0, count: 4 * cells)
    rows = [UInt16](repeating: 0, count: cells)
    sums = [UInt32](repeating: 0, count: 16 * cells)
  }

  mutating func add(_ block: Block, _ bits: UnsafePointer<UInt32>) {
    let (count, cells) = (block.count, block.cells)
    lanes.withUnsafeMutableBufferPointer { lanes in
      rows.withUnsafeMutableBufferPointer { rows in
        sums.withUnsafeMutableBufferPointer { sums in
          Self.spread.withUnsafeBufferPointer { spread in
            for row in 0..<count where cells[row] >= 0 && bits[row] != 0 {
              let cell = Int(cells[row])
              let bits = Int(bits[row])
              lanes[4 &* cell] &+= spread[bits & 15]
              lanes[4 &* cell &+ 1] &+= spread[bits >> 4 & 15]
              lanes[4 &* cell &+ 2] &+= spread[bits >> 8 & 15]
              lanes[4 &* cell &+ 3] &+= spread[bits >> 12 & 15]
              rows[cell] &+= 1
              if rows[cell] == .max {
                Self.move(cell, lanes, sums)
                rows[cell] = 0
              }
            }
          }
        }
      }
    }
  }

  /// Moves all lanes to the sums.
  mutating func settle() {
    lanes.withUnsafeMutableBufferPointer { lanes in
      sums.withUnsafeMutableBufferPointer { sums in
        for cell in rows.indices where rows[cell] > 0 { Self.move(cell, lanes, sums) }
      }
    }
  }

  private static func move(
    _ cell: Int, _ lanes: UnsafeMutableBufferPointer<UInt64>,
    _ sums: UnsafeMutableBufferPointer<UInt32>
  ) {
    for place in 4 * cell..<4 * cell + 4 {
      for lane in 0..<4 {
        sums[4 * place + lane] &+= UInt32(lanes[place] >> UInt64(16 * lane) & 0xFFFF)
      }
      lanes[place] = 0
    }
  }
}

extension BlockReader {
  /// Reads the bits of each row.
  static func read(
    _ bits: QuestionPlan.Bits, _ block: Block, _ values: UnsafeMutablePointer<UInt32>
  ) {
    let count = block.count
    switch bits {
    case .all(let mask): for row in 0..<count { values[row] = UInt32(mask) }
    case .column(let feed, let mask):
      read(feed, block, values)
      for row in 0..<count { values[row] &= UInt32(mask) }
    case .expected(let feed, let work, let version, let expected):
      read(feed, block, values)
      expected.withUnsafeBufferPointer { expected in
        for row in 0..<count {
          let kind = (values[row] & work != 0 ? 1 : 0) + (values[row] & version != 0 ? 2 : 0)
          values[row] = UInt32(expected[kind])
        }
      }
    }
  }
}
