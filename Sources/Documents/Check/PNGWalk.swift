// SPDX-License-Identifier: Apache-2.0

/// Walks through the chunks of a PNG file (ISO/IEC 15948): their order, lengths and checksums,
/// and the size of the picture. The picture itself is not unpacked, but there must be enough of it.
enum PNGWalk {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Whether the file is whole and its sides are 1 to `sideMax` pixels. Bytes after the last
  /// chunk make it unsound: programs for cutting pictures have left there what was cut away.
  static func isSound(path: String, sideMax: Int) throws(FileFault) -> Bool {
    var cursor = try FileCursor(path: path)
    guard try cursor.take(8) == signature else { return false }
    var packed = 0
    var unpacked = 0
    var isFirst = true
    while let length = try cursor.number(4) {
      guard length <= 0x7FFF_FFFF, let name = try cursor.take(4) else { return false }
      var sum = CRC32()
      sum.feed(name[...])
      let isData = name == Array("IDAT".utf8)
      let beginning = isFirst ? 13 : isData && packed == 0 ? 2 : 0
      let content = try cursor.take(min(length, beginning))
      guard let content else { return false }
      sum.feed(content[...])
      guard try feed(length - content.count, of: &cursor, to: &sum),
        try cursor.number(4) == Int(sum.value)
      else { return false }
      let isHeader = name == Array("IHDR".utf8)
      guard isHeader == isFirst else { return false }
      if isHeader, length != 13 || !isHeaderSound(content, sideMax) { return false }
      if isHeader { unpacked = size(content) }
      if isData {
        if packed == 0 && !isPackedSoundly(content) { return false }
        packed += length
      }
      if name == Array("IEND".utf8) {
        let after = try cursor.next()
        return length == 0 && packed * deflateMost >= unpacked && packed > 0 && after == nil
      }
      isFirst = false
    }
    return false
  }

  private static func feed(
    _ count: Int, of cursor: inout FileCursor, to sum: inout CRC32
  ) throws(FileFault) -> Bool {
    var rest = count
    while rest > 0 {
      let bytes = try cursor.some(rest)
      guard !bytes.isEmpty else { return false }
      sum.feed(bytes)
      rest -= bytes.count
    }
    return true
  }

  /// No stream of deflate becomes longer than so many times its own length (RFC 1951).
  private static let deflateMost = 1032

  /// The head of a zlib stream (RFC 1950): the method is deflate, and the check bits are right.
  private static func isPackedSoundly(_ head: [UInt8]) -> Bool {
    head.count == 2 && head[0] & 0x0F == 8 && (Int(head[0]) << 8 | Int(head[1])) % 31 == 0
  }

  /// Bytes of the unpacked picture, at least: what its rows take.
  private static func size(_ header: [UInt8]) -> Int {
    let width = header[0..<4].reduce(0) { $0 << 8 | Int($1) }
    let height = header[4..<8].reduce(0) { $0 << 8 | Int($1) }
    let samples = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][header[9]] ?? 1
    return height * (width * samples * Int(header[8]) / 8)
  }

  /// Sides, colour type with its bit depths, and the methods that exist.
  private static func isHeaderSound(_ content: [UInt8], _ sideMax: Int) -> Bool {
    let width = content[0..<4].reduce(0) { $0 << 8 | Int($1) }
    let height = content[4..<8].reduce(0) { $0 << 8 | Int($1) }
    let depths: [UInt8: [UInt8]] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    return (1...sideMax).contains(width) && (1...sideMax).contains(height)
      && depths[content[9]]?.contains(content[8]) == true
      && content[10] == 0 && content[11] == 0 && content[12] <= 1
  }
}

/// The checksum of PNG's chunks.
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
    }
  }

  private var sum: UInt32 = 0xFFFF_FFFF

  /// The sum of what has been fed.
  var value: UInt32 { sum ^ 0xFFFF_FFFF }

  mutating func feed(_ bytes: ArraySlice<UInt8>) {
    let table = CRC32.table
    for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  }
}
