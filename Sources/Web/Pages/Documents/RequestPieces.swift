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

/// The body of a request in blocks of 1 MiB, the last one shorter.
struct RequestBlocks {
  /// As much as is sealed together.
  static let blockBytes = 1 << 20

  private var body: RequestBody.AsyncIterator
  private var rest = ByteBuffer()

  init(_ body: RequestBody) { self.body = body.makeAsyncIterator() }

  /// The next block; nil after the last.
  mutating func next() async throws -> [UInt8]? {
    var block: [UInt8] = []
    block.reserveCapacity(Self.blockBytes)
    while block.count < Self.blockBytes {
      if rest.readableBytes == 0 {
        guard let more = try await body.next() else { break }
        rest = more
      }
      let count = min(rest.readableBytes, Self.blockBytes - block.count)
      rest.readWithUnsafeReadableBytes { bytes in
        block.append(contentsOf: bytes.prefix(count))
        return count
      }
    }
    return block.isEmpty ? nil : block
  }
}

extension PrivateFile {
  /// The bytes from a place on, in pieces of 1 MiB that are read as they are asked for.
  func pieces(from start: Int) -> some Sequence<Result<[UInt8], any Error>> {
    let places = stride(from: start, to: byteCount, by: RequestBlocks.blockBytes)
    return places.lazy.map { place in
      Result {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(place))
        return Array(try file.read(upToCount: RequestBlocks.blockBytes) ?? Data())
      }
    }
  }
}
