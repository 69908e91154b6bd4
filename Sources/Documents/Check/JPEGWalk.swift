// SPDX-License-Identifier: Apache-2.0

/// Walks through the markers of a JPEG file (ITU-T T.81 annex B) to its end mark, and reads the
/// size of the picture. The picture itself is not unpacked, but there must be enough of it.
enum JPEGWalk {
  /// Whether the file is whole and its sides are 1 to `sideMax` pixels. What telephones add
  /// after the end mark is passed over.
  static func isSound(path: String, sideMax: Int) throws(FileFault) -> Bool {
    var cursor = try FileCursor(path: path)
    guard try cursor.take(2) == [0xFF, 0xD8], try cursor.next() == 0xFF else { return false }
    var units: Int?
    var scanned = 0
    var marker = try afterFill(&cursor)
    while let current = marker {
      switch current {
      // Every unit of the picture takes a bit at the very least.
      case 0xD9: return units.map { scanned > 0 && scanned * 8 >= $0 } ?? false
      // A second beginning, a restart outside a scan, and what is no marker.
      case 0x00, 0x01, 0xD0...0xD8, 0xFF: return false
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard units == nil, let frame = try unitsOfFrame(&cursor, sideMax) else { return false }
        units = frame
        marker = try nextMarker(&cursor)
      case 0xDA:
        guard units != nil, try skipSegment(&cursor) else { return false }
        marker = try afterScan(&cursor, &scanned)
      default:
        guard try skipSegment(&cursor) else { return false }
        marker = try nextMarker(&cursor)
      }
    }
    return false
  }

  /// Reads a frame's header: length, precision, height, width and the components. Gives how many
  /// units it codes at the least, each 32 pixels wide and high at the most; nil if it is unsound.
  private static func unitsOfFrame(
    _ cursor: inout FileCursor, _ sideMax: Int
  ) throws(FileFault) -> Int? {
    guard let length = try cursor.number(2), length >= 11, try cursor.skip(1),
      let height = try cursor.number(2), let width = try cursor.number(2),
      let components = try cursor.number(1), length == 8 + 3 * components
    else { return nil }
    guard (1...sideMax).contains(height), (1...sideMax).contains(width) else { return nil }
    return try cursor.skip(3 * components) ? ((height + 31) / 32) * ((width + 31) / 32) : nil
  }

  private static func skipSegment(_ cursor: inout FileCursor) throws(FileFault) -> Bool {
    guard let length = try cursor.number(2), length >= 2 else { return false }
    return try cursor.skip(length - 2)
  }

  private static func nextMarker(_ cursor: inout FileCursor) throws(FileFault) -> UInt8? {
    try cursor.next() == 0xFF ? try afterFill(&cursor) : nil
  }

  /// A marker may have any number of fill bytes before it.
  private static func afterFill(_ cursor: inout FileCursor) throws(FileFault) -> UInt8? {
    var byte = try cursor.next()
    while byte == 0xFF { byte = try cursor.next() }
    return byte
  }

  /// The first marker after a scan's data, in which a stuffed zero and restarts belong.
  private static func afterScan(
    _ cursor: inout FileCursor, _ scanned: inout Int
  ) throws(FileFault) -> UInt8? {
    while let byte = try cursor.next() {
      scanned += 1
      guard byte == 0xFF else { continue }
      guard let marker = try afterFill(&cursor) else { return nil }
      if marker != 0x00 && !(0xD0...0xD7).contains(marker) { return marker }
    }
    return nil
  }
}
