// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// AES-GCM with a 256-bit key. A sealed value is nonce (12 bytes), ciphertext, tag (16 bytes).
enum Sealing {
  /// Bytes of a nonce.
  static let nonceBytes = 12

  /// Seals with a random nonce, or with the one given.
  static func seal(
    _ plaintext: [UInt8], key: SymmetricKey, context: CanonicalBytes, nonce: [UInt8]? = nil
  ) throws(StoreError) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        plaintext, using: key, nonce: nonce.map { try AES.GCM.Nonce(data: $0) },
        authenticating: context.bytes)
      guard let sealed = box.combined else { throw StoreError.sealBroken }
      return Array(sealed)
    } catch {
      throw .sealBroken
    }
  }

  /// Opens what `seal` made in the same context; throws `sealBroken`. The bytes are given as the
  /// cipher wrote them, since those of a document are many.
  static func open(
    _ sealed: [UInt8], key: SymmetricKey, context: CanonicalBytes
  ) throws(StoreError) -> Data {
    do {
      return try AES.GCM.open(
        AES.GCM.SealedBox(combined: sealed), using: key, authenticating: context.bytes)
    } catch {
      throw .sealBroken
    }
  }

  /// A key for one purpose, derived by HKDF so that purposes never share a key.
  static func derive(_ key: SymmetricKey, _ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: Array("samsyn".utf8), info: Array(purpose.utf8),
      outputByteCount: 32)
  }
}
