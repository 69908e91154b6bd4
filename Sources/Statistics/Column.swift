// SPDX-License-Identifier: Apache-2.0

/// Numbers of one width, one for each row of a table, that never change. A column of a saved table
/// is the file itself.
public struct Column<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private let memory: ColumnMemory
  private let offset: Int
  /// The rows.
  public let count: Int

  /// A column of memory that holds `count` numbers from `offset` bytes on.
  init(_ memory: ColumnMemory, offset: Int, count: Int) {
    precondition(offset + count * MemoryLayout<Number>.stride <= memory.bytes.count)
    self.memory = memory
    self.offset = offset
    self.count = count
  }

  /// A column of `count` numbers, which `fill` writes, every one of them.
  init(
    count: Int, fill: (UnsafeMutableBufferPointer<Number>) throws -> Void
  ) rethrows {
    let memory = ColumnMemory(byteCount: max(1, count * MemoryLayout<Number>.stride))
    try fill(
      UnsafeMutableBufferPointer(
        start: memory.bytes.baseAddress?.assumingMemoryBound(to: Number.self), count: count))
    self.init(memory, offset: 0, count: count)
  }

  /// A column with these numbers.
  public init(_ numbers: some Collection<Number>) {
    self.init(count: numbers.count) { _ = $0.initialize(from: numbers) }
  }

  /// Lends the numbers while `body` runs.
  @inlinable
  public func withNumbers<Result>(
    _ body: (UnsafeBufferPointer<Number>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: start, count: count))
  }

  /// The number of a row; the row must be there.
  @inlinable
  public subscript(_ row: Int) -> Number {
    precondition(row >= 0 && row < count)
    return start[row]
  }

  @usableFromInline var start: UnsafePointer<Number> {
    UnsafePointer(
      (memory.bytes.baseAddress! + offset).assumingMemoryBound(to: Number.self))
  }

  /// The bytes as they lie in memory.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: start, count: count * MemoryLayout<Number>.stride)
  }
}
