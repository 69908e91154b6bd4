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

  /// Opens what `seal` made in the same context; throws `sealBroken`.
  static func open(
    _ sealed: [UInt8], key: SymmetricKey, context: CanonicalBytes
  ) throws(StoreError) -> [UInt8] {
    do {
      return try sealed.withUnsafeBytes { bytes in
        // The box lies where the bytes are; a document's chunk is not copied for it.
        let place = UnsafeMutableRawBufferPointer(mutating: bytes)
        guard let start = place.baseAddress else { throw StoreError.sealBroken }
        let box = try AES.GCM.SealedBox(
          combined: Data(bytesNoCopy: start, count: place.count, deallocator: .none))
        return Array(try AES.GCM.open(box, using: key, authenticating: context.bytes))
      }
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
