// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// The key of one document's bytes, derived from its case's key and its id. A chunk opens only
/// under its own number in its own document and case.
///
/// Nonces are random 96-bit values. A document is sealed in at most some hundred chunks, and once
/// more for every piece that ends inside one, which is far below the 2^32 sealings under one key
/// up to which random nonces are held to be safe (NIST SP 800-38D).
struct DocumentKey: Sendable {
  private let key: SymmetricKey
  private let stream: String
  private let id: String

  init(_ caseKey: CaseKey, stream: String, id: String) {
    key = caseKey.derived("document/" + id)
    self.stream = stream
    self.id = id
  }

  /// Seals a chunk; each call takes a new nonce, also for a chunk that is written again.
  func seal(_ chunk: [UInt8], number: Int) throws(StoreError) -> [UInt8] {
    try Sealing.seal(chunk, key: key, context: place(number))
  }

  /// Opens a chunk; throws `sealBroken`.
  func open(_ sealed: [UInt8], number: Int) throws(StoreError) -> Data {
    try Sealing.open(sealed, key: key, context: place(number))
  }

  private func place(_ number: Int) -> CanonicalBytes {
    var fields = CanonicalBytes("samsyn-document-chunk-1")
    fields.append(stream)
    fields.append(id)
    fields.append(number)
    return fields
  }
}
