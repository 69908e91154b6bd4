// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The random 256-bit key of one stream. Everything the stream says is sealed with keys derived
/// from it, so that disposal (gallring) is the destruction of this one value.
public struct CaseKey: Sendable {
  private let key: SymmetricKey

  /// A new random key.
  init() {
    key = SymmetricKey(size: .bits256)
  }

  init(bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Seals with a random nonce. `purpose` and `context` (for instance the stream and a row's
  /// number) must be the same when it is opened; a value moved elsewhere does not open.
  public func seal(
    _ plaintext: [UInt8], purpose: String, context: [String]
  ) throws(StoreError) -> [UInt8] {
    try Sealing.seal(
      plaintext, key: Sealing.derive(key, "case/" + purpose), context: Self.form(purpose, context))
  }

  /// Seals so that the same plaintext in the same place gives the same bytes.
  ///
  /// Read tables need this: a rebuild must give identical rows, which is how it is checked. The
  /// nonce is the first 12 bytes of HMAC(purpose, context, plaintext) under a key of its own; two
  /// different plaintexts share a nonce only if those 96 bits collide, and equal sealed values
  /// tell no more than that one row holds what it held before.
  public func sealDeterministically(
    _ plaintext: [UInt8], purpose: String, context: [String]
  ) throws(StoreError) -> [UInt8] {
    try sealer(purpose).seal(plaintext, context: context)
  }

  /// Seals many values of one purpose deterministically; its keys are derived once.
  struct Sealer {
    fileprivate let purpose: String
    fileprivate let content: SymmetricKey
    fileprivate let nonce: SymmetricKey

    func seal(_ plaintext: [UInt8], context: [String]) throws(StoreError) -> [UInt8] {
      let place = CaseKey.form(purpose, context)
      var fields = place
      fields.append(plaintext)
      let mac = fields.authenticated(with: nonce)
      return try Sealing.seal(
        plaintext, key: content, context: place, nonce: Array(mac.prefix(Sealing.nonceBytes)))
    }
  }

  /// What seals values of one purpose as `sealDeterministically` does.
  func sealer(_ purpose: String) -> Sealer {
    Sealer(
      purpose: purpose, content: Sealing.derive(key, "case/" + purpose),
      nonce: Sealing.derive(key, "case-nonce/" + purpose))
  }

  /// Opens what either way of sealing made; throws `sealBroken`.
  public func open(
    _ sealed: [UInt8], purpose: String, context: [String]
  ) throws(StoreError) -> [UInt8] {
    Array(
      try Sealing.open(
        sealed, key: Sealing.derive(key, "case/" + purpose), context: Self.form(purpose, context)))
  }

  /// Opens many values of one purpose; its key is derived once.
  struct Opener {
    fileprivate let purpose: String
    fileprivate let content: SymmetricKey

    func open(_ sealed: [UInt8], context: [String]) throws(StoreError) -> [UInt8] {
      Array(try Sealing.open(sealed, key: content, context: CaseKey.form(purpose, context)))
    }
  }

  /// What opens values of one purpose as `open` does.
  func opener(_ purpose: String) -> Opener {
    Opener(purpose: purpose, content: Sealing.derive(key, "case/" + purpose))
  }

  /// A keyed hash that means something only within the case, for instance a document's address.
  public func keyedHash(purpose: String, _ bytes: [UInt8]) -> [UInt8] {
    var fields = Self.form(purpose, [])
    fields.append(bytes)
    return fields.authenticated(with: Sealing.derive(key, "case-hash/" + purpose))
  }

  /// A key for a purpose of its own.
  func derived(_ purpose: String) -> SymmetricKey {
    Sealing.derive(key, "case-derived/" + purpose)
  }

  private static func form(_ purpose: String, _ context: [String]) -> CanonicalBytes {
    var fields = CanonicalBytes("samsyn-sealed-1")
    fields.append(purpose)
    for field in context { fields.append(field) }
    return fields
  }
}
