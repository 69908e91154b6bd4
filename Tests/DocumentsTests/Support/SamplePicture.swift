// SPDX-License-Identifier: Apache-2.0

@testable import Documents

/// Writes small pictures chunk by chunk and segment by segment.
enum SamplePicture {
  static func chunk(_ name: String, _ content: [UInt8] = []) -> [UInt8] {
    let named = Array(name.utf8) + content
    var sum = CRC32()
    sum.feed(named[...])
    return number(UInt32(content.count)) + named + number(sum.value)
  }

  /// A grey picture; its data is a stored deflate block for one pixel, and as much more as a
  /// picture of its size takes at the least.
  static func png(
    width: UInt32 = 1, height: UInt32 = 1, depth: UInt8 = 8, colour: UInt8 = 0
  ) -> [UInt8] {
    let header = number(width) + number(height) + [depth, colour, 0, 0, 0]
    let pixel: [UInt8] = [
      0x78, 0x01, 0x01, 0x02, 0x00, 0xFD, 0xFF, 0x00, 0x80, 0x00, 0x81, 0x00, 0x81,
    ]
    let rest = [UInt8](repeating: 0, count: Int(width) * Int(height) / 1000 % 100_000)
    let data = pixel + rest
    return PNGWalk.signature + chunk("IHDR", header) + chunk("IDAT", data) + chunk("IEND")
  }

  /// The markers of a grey JPEG; its entropy-coded data is invented.
  static func jpeg(width: UInt16 = 8, height: UInt16 = 8) -> [UInt8] {
    let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
    return [0xFF, 0xD8] + [0xFF, 0xE0, 0, 4, 1, 2] + [0xFF, 0xFF, 0xDB, 0, 3, 0]
      + [0xFF, 0xC0, 0, 11, 8] + size + [1, 1, 0x11, 0]
      + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0] + [0x12, 0xFF, 0x00, 0xFF, 0xD3, 0x34]
      + [UInt8](repeating: 0x12, count: Int(width) / 32 * (Int(height) / 32 + 1) / 8)
      + [0xFF, 0xD9]
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
