// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The bytes of a whole document, chunk by chunk: `for try await chunk in DocumentContent(...)`.
///
/// One chunk is opened per read transaction, so that neither the memory nor a connection is held
/// while a slow reader takes it. The last chunk is given out only when all bytes together have the
/// SHA-256 that was sealed when the document became whole: what was changed never arrives complete.
/// Throws `documentUnknown`, also when the document is removed meanwhile, `disposed`, `sealBroken`
/// and `damaged`.
public struct DocumentContent: AsyncSequence, Sendable {
  /// A chunk in the clear, at most `Limits.documentChunkBytes`.
  public typealias Element = [UInt8]

  private let database: Database
  private let keyring: Keyring
  private let document: StoredDocument

  /// The bytes of a document as `DocumentStore.find` told of it; throws `documentOffset` when it is
  /// not whole.
  public init(
    _ document: StoredDocument, in database: Database, _ keyring: Keyring
  ) throws(StoreError) {
    guard document.state == .whole else {
      throw .documentOffset(expected: document.receivedBytes)
    }
    self.database = database
    self.keyring = keyring
    self.document = document
  }

  /// A reading from the beginning.
  public func makeAsyncIterator() -> Iterator {
    Iterator(content: self)
  }

  /// One reading.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let content: DocumentContent
    private var number = 0
    private var hash = SHA256()

    fileprivate init(content: DocumentContent) {
      self.content = content
    }

    /// The next chunk, nothing after the last.
    public mutating func next() async throws -> [UInt8]? {
      let (document, keyring, number) = (content.document, content.keyring, number)
      guard number < document.chunkCount else { return nil }
      let chunk = try await content.database.read {
        try DocumentStore($0, keyring).chunk(document.id, number)
      }
      hash.update(data: chunk)
      self.number += 1
      if self.number == document.chunkCount, Array(hash.finalize()) != document.sha256 {
        throw StoreError.damaged("document content")
      }
      return chunk
    }
  }
}
