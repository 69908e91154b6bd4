// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// The bytes of a whole document, chunk by chunk: `for try await chunk in DocumentContent(...)`.
///
/// One chunk is opened per read transaction, so that no connection is held while a slow reader
/// takes it. The next one is opened meanwhile: two chunks stand in memory at most. The last chunk
/// is given out only when all bytes together have the SHA-256 that was sealed when the document
/// became whole: what was changed never arrives complete.
/// Throws `documentUnknown`, also when the document is removed meanwhile, `disposed`, `sealBroken`
/// and `damaged`.
public struct DocumentContent: AsyncSequence, Sendable {
  /// A chunk in the clear, at most `Limits.documentChunkBytes`.
  public typealias Element = Data

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
    /// The reading of the next chunk, once it has begun.
    private var ahead: Task<Data, any Error>?
    /// The hash of the chunks given out. It is counted while the next one is read.
    private var hash = Task { SHA256() }

    fileprivate init(content: DocumentContent) {
      self.content = content
    }

    /// The next chunk, nothing after the last.
    public mutating func next() async throws -> Data? {
      guard number < content.document.chunkCount else { return nil }
      let chunk = try await (ahead ?? read(number)).value
      let before = await hash.value
      hash = Task {
        var hash = before
        hash.update(data: chunk)
        return hash
      }
      number += 1
      if number < content.document.chunkCount {
        ahead = read(number)
      } else if Array(await hash.value.finalize()) != content.document.sha256 {
        throw StoreError.damaged("document content")
      }
      return chunk
    }

    private func read(_ number: Int) -> Task<Data, any Error> {
      Task { [content] in
        try await content.database.read {
          try DocumentStore($0, content.keyring).chunk(content.document.id, number)
        }
      }
    }
  }
}
