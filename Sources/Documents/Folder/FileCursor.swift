// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Goes through a file from its beginning with 64 KiB in memory at a time.
struct FileCursor {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  /// At the first byte. Throws `storage` when the file cannot be opened.
  init(path: String) throws(FileFault) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .storage }
    self.handle = handle
  }

  /// The next byte; nil at the end.
  mutating func next() throws(FileFault) -> UInt8? {
    if place == buffer.count { try fill() }
    guard place < buffer.count else { return nil }
    defer { place += 1 }
    return buffer[place]
  }

  /// So many of the next bytes as are at hand, at least one and at most `countMax`; empty at the
  /// end.
  mutating func some(_ countMax: Int) throws(FileFault) -> ArraySlice<UInt8> {
    if place == buffer.count { try fill() }
    let bytes = buffer[place...].prefix(countMax)
    place += bytes.count
    return bytes
  }

  /// Exactly so many bytes; nil when the file ends before. Meant for small numbers.
  mutating func take(_ count: Int) throws(FileFault) -> [UInt8]? {
    var taken: [UInt8] = []
    while taken.count < count {
      let bytes = try some(count - taken.count)
      guard !bytes.isEmpty else { return nil }
      taken += bytes
    }
    return taken
  }

  /// Passes over so many bytes; false when the file ends before.
  mutating func skip(_ count: Int) throws(FileFault) -> Bool {
    var rest = count
    while rest > 0 {
      let bytes = try some(rest)
      guard !bytes.isEmpty else { return false }
      rest -= bytes.count
    }
    return true
  }

  /// A number of so many bytes, the highest first; nil when the file ends before.
  mutating func number(_ count: Int) throws(FileFault) -> Int? {
    try take(count)?.reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func fill() throws(FileFault) {
    guard !isAtEnd else { return }
    do {
      buffer = Array(try handle.read(upToCount: 65_536) ?? Data())
    } catch { throw .storage }
    place = 0
    isAtEnd = buffer.isEmpty
  }

  /// The first and the last bytes of a file, at most so many each. Throws `storage`.
  static func ends(
    path: String, headBytes: Int, tailBytes: Int
  ) throws(FileFault) -> (head: [UInt8], tail: [UInt8]) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .storage }
    do {
      let head = Array(try handle.read(upToCount: headBytes) ?? Data())
      let count = try handle.seekToEnd()
      try handle.seek(toOffset: count - min(count, UInt64(tailBytes)))
      return (head, Array(try handle.read(upToCount: tailBytes) ?? Data()))
    } catch { throw .storage }
  }
}
