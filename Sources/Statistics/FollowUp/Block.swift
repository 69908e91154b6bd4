// SPDX-License-Identifier: Apache-2.0

/// Rows that are worked on together: those of a stretch, or what is left of them.
struct Block {
  /// As many rows as a stretch has at most.
  static let most = 2048

  /// The first row of the stretch.
  let start: Int
  /// How many rows are left.
  private(set) var count: Int
  /// The cell of each row that is left; a number below 0 stands for none.
  let cells: UnsafeMutablePointer<Int32>
  /// How far from the start each row that is left lies, where some are not.
  private(set) var picked: UnsafePointer<UInt16>?
  /// Where it is noted which rows are left.
  let room: UnsafeMutablePointer<UInt16>

  /// Where in the table a row that is left stands.
  func row(_ place: Int) -> Int { start &+ (picked.map { Int($0[place]) } ?? place) }

  /// Leaves only the first rows that stand in the room.
  mutating func keep(_ left: Int) {
    count = left
    picked = UnsafePointer(room)
  }

  /// Puts every row in the first cell.
  func begin() { for place in 0..<count { cells[place] = 0 } }

  /// Leaves only the rows that have a cell. Each row is written where the next one goes, so that
  /// none needs a branch.
  mutating func pick() {
    let (cells, room) = (cells, room)
    var left = 0
    if let picked {
      for place in 0..<count {
        let cell = cells[place]
        room[left] = picked[place]
        cells[left] = cell
        left &+= Self.one(for: cell)
      }
    } else {
      for place in 0..<count {
        let cell = cells[place]
        room[left] = UInt16(truncatingIfNeeded: place)
        cells[left] = cell
        left &+= Self.one(for: cell)
      }
    }
    keep(left)
  }

  /// 1 for a cell, 0 for none, by the sign alone.
  @inline(__always)
  private static func one(for cell: Int32) -> Int {
    Int(truncatingIfNeeded: ~UInt32(bitPattern: cell) >> 31)
  }

  /// Gives one stretch of some rows after another.
  @inline(__always)
  static func each(_ rows: Range<Int>, _ body: (inout Block) -> Void) {
    let cells = UnsafeMutablePointer<Int32>.allocate(capacity: most)
    let room = UnsafeMutablePointer<UInt16>.allocate(capacity: most)
    defer {
      cells.deallocate()
      room.deallocate()
    }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: most) {
      let count = min(most, rows.upperBound - start)
      var block = Block(start: start, count: count, cells: cells, picked: nil, room: room)
      body(&block)
    }
  }
}
