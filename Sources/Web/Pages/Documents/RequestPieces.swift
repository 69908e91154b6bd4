// SPDX-License-Identifier: Apache-2.0
import Documents
import Foundation
import Hummingbird
import NIOCore

/// The body of a request as the reader of forms takes it.
struct RequestPieces: AsyncSequence {
  typealias Element = ArraySlice<UInt8>

  let body: RequestBody

  func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator()) }

  struct Iterator: AsyncIteratorProtocol {
    var body: RequestBody.AsyncIterator

    mutating func next() async throws -> ArraySlice<UInt8>? {
      guard let buffer = try await body.next() else { return nil }
      return Array(buffer: buffer)[...]
    }
  }
}

extension PrivateFile {
  /// The bytes from a place on, in pieces of 1 MiB that are read as they are asked for.
  func pieces(from start: Int) -> some Sequence<Result<[UInt8], any Error>> {
    let places = stride(from: start, to: byteCount, by: UnsentView.pieceBytes)
    return places.lazy.map { place in
      Result {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(place))
        return Array(try file.read(upToCount: UnsentView.pieceBytes) ?? Data())
      }
    }
  }
}
