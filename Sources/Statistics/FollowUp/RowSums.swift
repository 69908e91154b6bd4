// SPDX-License-Identifier: Apache-2.0

/// Rows and what their numbers come to, while they are read.
struct RowSums {
  private let cells: Int
  /// Two numbers for each cell, of which the first takes what is left out.
  private let numbers: UnsafeMutablePointer<UInt64>

  init(cells: Int) {
    self.cells = cells
    numbers = .allocate(capacity: 2 * (cells + 1))
    numbers.initialize(repeating: 0, count: 2 * (cells + 1))
  }

  func deallocate() { numbers.deallocate() }

  func add(_ block: Block, _ values: UnsafePointer<UInt32>) {
    let places = block.cells
    if cells == 1 { return addToOne(places, values, block.count) }
    for row in 0..<block.count {
      let cell = 2 &* (Int(max(places[row], -1)) &+ 1)
      numbers[cell] &+= 1
      numbers[cell &+ 1] &+= UInt64(values[row])
    }
  }

  private func addToOne(
    _ places: UnsafePointer<Int32>, _ values: UnsafePointer<UInt32>, _ rows: Int
  ) {
    var counted: UInt64 = 0
    var sum: UInt64 = 0
    for row in 0..<rows {
      let isIn: UInt64 = places[row] >= 0 ? 1 : 0
      counted &+= isIn
      sum &+= isIn &* UInt64(values[row])
    }
    numbers[2] &+= counted
    numbers[3] &+= sum
  }

  var tally: Tally {
    var tally = Tally(cells: cells)
    for cell in 0..<cells {
      tally.denominators[cell] = Int(numbers[2 * cell + 2])
      tally.numerators[cell] = Int(numbers[2 * cell + 3])
    }
    return tally
  }
}
