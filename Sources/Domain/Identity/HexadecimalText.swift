// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Two lower-case digits for every byte.
  public var hexadecimal: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of such a text, in capitals or not; nil for anything but pairs of digits.
  public init?(hexadecimal text: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = Character(UnicodeScalar(digit)).hexDigitValue.map(UInt8.init) else {
        return nil
      }
      if let half = high { bytes.append(half << 4 | value) }
      high = high == nil ? value : nil
    }
    guard high == nil else { return nil }
    self = bytes
  }
}

extension String {
  /// As many lower-case hexadecimal digits as that, and nothing else.
  func isHexadecimal(count: Int) -> Bool {
    utf8.count == count && utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
