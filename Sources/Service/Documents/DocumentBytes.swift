// SPDX-License-Identifier: Apache-2.0
import Foundation
import Store

/// The bytes of a document, piece by piece. The last piece comes only when all the bytes are those
/// that were received. Throws `ServiceError`.
public struct DocumentBytes: AsyncSequence, Sendable {
  /// At most 1 MB.
  public typealias Element = Data

  let content: DocumentContent

  /// A reading from the beginning.
  public func makeAsyncIterator() -> Iterator {
    Iterator(content: content.makeAsyncIterator())
  }

  /// One reading.
  public struct Iterator: AsyncIteratorProtocol {
    var content: DocumentContent.Iterator

    /// The next piece, nothing after the last.
    public mutating func next() async throws -> Data? {
      do { return try await content.next() } catch { throw ServiceError(error) }
    }
  }
}
