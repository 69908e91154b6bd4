// SPDX-License-Identifier: Apache-2.0
import Crypto
import Store

/// Hashes as hexadecimal text, the form in which a draw is published.
enum Hexadecimal {
  /// SHA-256, 64 digits.
  static func hash(_ bytes: [UInt8]) -> String { Array(SHA256.hash(data: bytes)).hexadecimal }

  /// The 32 bytes of 64 digits; nil for anything else.
  static func bytes(_ text: String) -> [UInt8]? {
    guard text.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
