// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Puts a person's name under a digest. A card or a signing service is another of these: it may
/// take its time, so signing is asked for outside of any transaction.
protocol StatementSigner: Sendable {
  /// The signature of the signed-in person.
  func sign(
    digest: String, by actor: Actor, at now: Instant
  ) async throws(ServiceError) -> StatementSignature

  /// Whether the signature is the one of this digest, by a key that this signer vouches for.
  func vouches(for signature: StatementSignature, of digest: String) -> Bool
}

/// Signs with the installation's own key: it vouches that the person was signed in.
struct LocalSigner: StatementSigner {
  static let method = "samsyn-ed25519"
  let key: StatementKey

  func sign(
    digest: String, by actor: Actor, at now: Instant
  ) async throws(ServiceError) -> StatementSignature {
    try signature(digest: digest, by: actor, at: now)
  }

  /// The same at once, since the key is at hand.
  func signature(
    digest: String, by actor: Actor, at now: Instant
  ) throws(ServiceError) -> StatementSignature {
    let message = StatementSignature.message(
      digest: digest, person: actor.person, name: actor.name, at: now)
    do {
      return StatementSignature(
        method: Self.method, person: actor.person, name: actor.name, at: now,
        key: key.publicBytes.hexadecimal, value: try key.sign(message).hexadecimal)
    } catch {
      throw ServiceError(error)
    }
  }

  func vouches(for signature: StatementSignature, of digest: String) -> Bool {
    guard signature.method == Self.method, signature.key == key.publicBytes.hexadecimal,
      let value = [UInt8](hexadecimal: signature.value)
    else { return false }
    let message = StatementSignature.message(
      digest: digest, person: signature.person, name: signature.name, at: signature.at)
    return StatementKey.isValid(value, of: message, publicBytes: key.publicBytes)
  }
}
