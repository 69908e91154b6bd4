// SPDX-License-Identifier: Apache-2.0
import CMalloc

/// How the C library treats the memory of a server.
enum ServerMemory {
  /// Bytes of a block from which on it is taken from the system for itself.
  private static let ownBlockBytes: CInt = 8 << 20
  /// Free bytes at the end of a heap that are kept for the next who asks.
  private static let keptBytes: CInt = 16 << 20

  /// Keeps blocks of the size of a document's chunk. By default each is taken from the system and
  /// given back, and the system clears it again page by page: two thirds of the time of a download
  /// (docs/decisions/0027).
  static func keepBlocks() {
    mallopt(M_MMAP_THRESHOLD, ownBlockBytes)
    mallopt(M_TRIM_THRESHOLD, keptBytes)
  }
}
