// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// The SHA-256 of a document that has all its bytes, found before the transaction that finishes it,
/// so that no writer waits while a large document is read. Only `measure` makes one.
public struct DocumentDigest: Hashable, Sendable {
  /// The document.
  public let document: String
  /// SHA-256 of its bytes.
  public let sha256: [UInt8]

  /// Reads the document, one chunk per transaction, and gives each chunk to `visit` on the way.
  /// Throws `documentUnknown`, `documentOffset` while bytes are missing, `disposed`, `sealBroken`,
  /// `damaged`, and what `visit` throws.
  public static func measure(
    _ id: String, in database: Database, _ keyring: Keyring,
    visit: (Data) throws -> Void = { _ in }
  ) async throws -> DocumentDigest {
    let found = try await database.read { try DocumentStore($0, keyring).find(id) }
    guard let document = found else { throw StoreError.documentUnknown }
    guard document.receivedBytes == document.sizeBytes else {
      throw StoreError.documentOffset(expected: document.receivedBytes)
    }
    var hash = SHA256()
    for number in 0..<document.chunkCount {
      let chunk = try await database.read { try DocumentStore($0, keyring).chunk(id, number) }
      hash.update(data: chunk)
      try visit(chunk)
    }
    return DocumentDigest(document: id, sha256: Array(hash.finalize()))
  }
}
