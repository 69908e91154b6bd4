// SPDX-License-Identifier: Apache-2.0
import Crypto

/// A byte form of a list of fields that no other list shares: every field is preceded by its
/// length, and nothing is told apart from empty. Hashes, seals and keyed hashes run over it.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  /// `form` names what the fields mean, so that bytes of one use never pass for another's.
  init(_ form: String) {
    append(form)
  }

  mutating func append(_ field: [UInt8]) {
    append(count: UInt64(field.count))
    bytes.append(contentsOf: field)
  }

  mutating func append(_ field: String) {
    append(count: UInt64(field.utf8.count))
    bytes.append(contentsOf: field.utf8)
  }

  mutating func append(_ field: String?) {
    guard let field else { return append(count: .max) }
    append(field)
  }

  mutating func append(_ number: Int64) {
    append(count: 8)
    append(count: UInt64(bitPattern: number))
  }

  mutating func append(_ number: Int) { append(Int64(number)) }

  mutating func append(_ value: SQLValue) {
    switch value {
    case .null: append(count: .max)
    case .integer(let number): append(number)
    case .text(let text): append(text)
    case .blob(let bytes): append(bytes)
    }
  }

  private mutating func append(count: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> UInt64(shift)))
    }
  }

  /// SHA-256 of the fields.
  var sha256: [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// HMAC-SHA-256 of the fields.
  func authenticated(with key: SymmetricKey) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }
}

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
