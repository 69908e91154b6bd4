// SPDX-License-Identifier: Apache-2.0

/// Whether bytes are plain text: well-formed UTF-8 (Unicode 16.0 table 3-7) without control
/// characters, fed in pieces. Counts lines on the way.
struct TextCheck {
  /// Line ends so far, and one more when text follows the last of them.
  var lineCount: Int { lineEnds + (isInLine ? 1 : 0) }
  /// Whether all characters are complete.
  var isComplete: Bool { missing == 0 }

  private var lineEnds = 0
  private var isInLine = false
  private var previous: UInt8 = 0
  /// Bytes that the current character still wants, and what the next of them may be.
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Tab, line feed, form feed and carriage return.
  static func isLayout(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  /// Looks at the next bytes; false when they are no text, and then the check is over.
  mutating func feed(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes {
      if missing > 0 {
        guard allowed.contains(byte) else { return false }
        missing -= 1
        allowed = 0x80...0xBF
      } else if !begin(byte) {
        return false
      }
      count(byte)
      previous = byte
    }
    return true
  }

  /// The first byte of a character.
  private mutating func begin(_ byte: UInt8) -> Bool {
    allowed = 0x80...0xBF
    switch byte {
    case 0x20...0x7E: return true
    case 0x00...0x1F: return TextCheck.isLayout(byte)
    case 0xC2:
      // U+0080 to U+009F are control characters too.
      allowed = 0xA0...0xBF
      missing = 1
    case 0xC3...0xDF: missing = 1
    case 0xE0:
      allowed = 0xA0...0xBF
      missing = 2
    case 0xED:
      allowed = 0x80...0x9F
      missing = 2
    case 0xE1...0xEF: missing = 2
    case 0xF0:
      allowed = 0x90...0xBF
      missing = 3
    case 0xF4:
      allowed = 0x80...0x8F
      missing = 3
    case 0xF1...0xF3: missing = 3
    default: return false
    }
    return true
  }

  private mutating func count(_ byte: UInt8) {
    switch byte {
    case 0x0D:
      lineEnds += 1
      isInLine = false
    case 0x0A:
      // CR and LF are one line end together.
      if previous != 0x0D { lineEnds += 1 }
      isInLine = false
    default: isInLine = true
    }
  }
}
