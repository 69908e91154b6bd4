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
