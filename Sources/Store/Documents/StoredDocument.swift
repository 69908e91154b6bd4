// SPDX-License-Identifier: Apache-2.0
import Domain

/// How far a document has come.
public enum DocumentState: String, Hashable, Sendable {
  /// Its bytes are on their way.
  case receiving
  /// All its bytes are there. They never change again.
  case whole
}

/// What is known of a document, without its bytes.
public struct StoredDocument: Hashable, Sendable {
  /// Identity: 32 hexadecimal digits, random, told by `begin`.
  public let id: String
  /// The case.
  public let stream: String
  /// The organisation that uploads it, in `Party`'s text form.
  public let party: String
  /// Who uploads it, as a pseudonym or HSA-id.
  public let person: String
  /// How far it has come.
  public let state: DocumentState
  /// The size that was announced and that the whole document has, in bytes.
  public let sizeBytes: Int
  /// Bytes received so far; the next piece begins here.
  public let receivedBytes: Int
  /// What the document is called and more of the caller's making; sealed in the table.
  public let details: [UInt8]
  /// SHA-256 of the bytes, nothing until it is whole. Sealed in the table.
  public let sha256: [UInt8]?
  /// A keyed hash of `sha256` that means something only within the case, nothing until it is whole.
  public let address: [UInt8]?
  /// When it was begun.
  public let created: Instant
  /// When a piece or details last came.
  public let updated: Instant

  /// In how many chunks its bytes are kept so far.
  public var chunkCount: Int { ChunkLayout.count(of: receivedBytes) }

  /// The same document with other details; with a hash and an address it is whole.
  func with(
    details: [UInt8], sha256: [UInt8]?, address: [UInt8]?, at now: Instant
  ) -> StoredDocument {
    StoredDocument(
      id: id, stream: stream, party: party, person: person,
      state: address == nil ? .receiving : .whole, sizeBytes: sizeBytes,
      receivedBytes: receivedBytes, details: details, sha256: sha256, address: address,
      created: created, updated: now)
  }
}

/// How bytes are cut into chunks: every chunk but the last is full.
enum ChunkLayout {
  /// Chunks that so many bytes take.
  static func count(of bytes: Int) -> Int {
    (bytes + Limits.documentChunkBytes - 1) / Limits.documentChunkBytes
  }

  /// Bytes in one of the chunks that so many bytes take.
  static func length(of number: Int, in bytes: Int) -> Int {
    min(Limits.documentChunkBytes, bytes - number * Limits.documentChunkBytes)
  }
}
