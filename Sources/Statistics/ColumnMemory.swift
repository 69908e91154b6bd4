// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Memory that columns lie in, given back when the last of them is gone. It is written by the one
/// who makes it and only read once a column has been made of it.
final class ColumnMemory: @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer
  private let isMapped: Bool

  /// New memory, aligned for every width; it holds anything.
  init(byteCount: Int) {
    bytes = .allocate(byteCount: byteCount, alignment: 64)
    isMapped = false
  }

  /// A file as memory, read page by page as it is looked at, and shared by all who read it.
  ///
  /// - Throws: `ColumnFault.unreadable` where there is no such file, `.damaged` where it is empty.
  init(mapping path: String) throws(ColumnFault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable }
    guard status.st_size > 0 else { throw .damaged }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else {
      throw .unreadable
    }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: size)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(bytes.baseAddress, bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
