// SPDX-License-Identifier: Apache-2.0

/// Counts of rows while they are read: in each cell those of which something is not so, and those
/// of which it is. The first cell takes what is left out, so that no row needs a branch.
struct RowCounts {
  private let cells: Int
  private let counts: UnsafeMutablePointer<UInt32>

  init(cells: Int) {
    self.cells = cells
    counts = .allocate(capacity: 2 * (cells + 1))
    counts.initialize(repeating: 0, count: 2 * (cells + 1))
  }

  func deallocate() { counts.deallocate() }

  /// Counts rows of which nothing is asked.
  func add(_ block: Block) {
    let places = block.cells
    for row in 0..<block.count { places[row] = Self.place(places[row], false) }
    count(block)
  }

  /// Counts rows whose values are 1 or 0.
  func add(_ block: Block, _ values: UnsafePointer<UInt32>) {
    let places = block.cells
    for row in 0..<block.count { places[row] = Self.place(places[row], values[row] != 0) }
    count(block)
  }

  /// Counts rows by whether their bits are as wanted: what most shares are.
  func add(_ block: Block, _ flag: FlagPlan) {
    let places = block.cells
    BlockReader.test(flag, block) { row, isSo in places[row] = Self.place(places[row], isSo) }
    count(block)
  }

  /// Where a row is counted. Worked out for all rows before any is counted, several at a time.
  @inline(__always)
  private static func place(_ cell: Int32, _ isSo: Bool) -> Int32 {
    ((cell | cell >> 31) &+ 1) << 1 | (isSo ? 1 : 0)
  }

  private func count(_ block: Block) {
    let places = block.cells
    if cells == 1 { return countInOne(places, block.count) }
    for row in 0..<block.count { counts[Int(UInt32(bitPattern: places[row]))] &+= 1 }
  }

  /// Adding to one number again and again would wait for the last time each time.
  private func countInOne(_ places: UnsafePointer<Int32>, _ rows: Int) {
    var isNot: UInt32 = 0
    var isSo: UInt32 = 0
    for row in 0..<rows {
      isNot &+= places[row] == 2 ? 1 : 0
      isSo &+= places[row] == 3 ? 1 : 0
    }
    counts[2] &+= isNot
    counts[3] &+= isSo
  }

  var tally: Tally {
    var tally = Tally(cells: cells)
    for cell in 0..<cells {
      let (isNot, isSo) = (Int(counts[2 * cell + 2]), Int(counts[2 * cell + 3]))
      tally.denominators[cell] = isNot + isSo
      tally.numerators[cell] = isSo
    }
    return tally
  }
}
