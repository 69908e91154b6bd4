// SPDX-License-Identifier: Apache-2.0
import Crypto
import Store

/// Hashes as hexadecimal text, the form in which a draw is published.
enum Hexadecimal {
  /// SHA-256, 64 digits.
  static func hash(_ bytes: [UInt8]) -> String { Array(SHA256.hash(data: bytes)).hexadecimal }

  /// The 32 bytes of 64 digits; nil for anything else.
  static func bytes(_ text: String) -> [UInt8]? {
    text.utf8.count == 64 ? [UInt8](hexadecimal: text) : nil
  }
}
