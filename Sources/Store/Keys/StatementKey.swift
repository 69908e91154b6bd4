// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The installation's own key for signing statements: Ed25519, derived from the master key. It says
/// that this Samsyn had the signer signed in; a card or a signing service of the signer's own takes
/// its place where there is one.
public struct StatementKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  init(seed: SymmetricKey) throws(StoreError) {
    do {
      key = try Curve25519.Signing.PrivateKey(
        rawRepresentation: seed.withUnsafeBytes { Array($0) })
    } catch {
      throw .keyFileContent
    }
  }

  /// The public half, 32 bytes.
  public var publicBytes: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// The signature of a message, 64 bytes.
  public func sign(_ message: [UInt8]) throws(StoreError) -> [UInt8] {
    do { return Array(try key.signature(for: message)) } catch { throw .sealBroken }
  }

  /// Whether a signature is the one of this message under this public key.
  public static func isValid(
    _ signature: [UInt8], of message: [UInt8], publicBytes: [UInt8]
  ) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicBytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
