// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// The bytes of one document over one connection. At most one piece and one chunk stand in memory.
struct DocumentChunks {
  let connection: any Connection
  let document: String
  let key: DocumentKey

  static let readSQL = "SELECT sealed FROM document_chunk WHERE document = ? AND number = ?"

  init(_ connection: any Connection, _ document: StoredDocument, _ key: CaseKey) {
    self.connection = connection
    self.document = document.id
    self.key = DocumentKey(key, stream: document.stream, id: document.id)
  }

  /// A chunk in the clear. Throws `damaged` when it is missing or not so long, `sealBroken` when
  /// it was changed or belongs elsewhere.
  func read(_ number: Int, length: Int) throws(StoreError) -> Data {
    guard let row = try connection.first(Self.readSQL, [.text(document), .int(number)]) else {
      throw .damaged("document chunk")
    }
    let chunk = try key.open(try row.blob("sealed"), number: number)
    guard chunk.count == length else { throw .damaged("document chunk") }
    return chunk
  }

  /// Puts a piece after the bytes received so far: a last chunk that is not full is filled and
  /// sealed anew, the rest becomes new chunks.
  func append(_ piece: [UInt8], after received: Int) throws(StoreError) {
    var rest = piece[...]
    var number = received / Limits.documentChunkBytes
    let begun = received % Limits.documentChunkBytes
    if begun > 0 {
      let filling = rest.prefix(Limits.documentChunkBytes - begun)
      try write(Array(try read(number, length: begun)) + filling, number: number)
      rest = rest.dropFirst(filling.count)
      number += 1
    }
    while !rest.isEmpty {
      let chunk = rest.prefix(Limits.documentChunkBytes)
      try write(Array(chunk), number: number)
      rest = rest.dropFirst(chunk.count)
      number += 1
    }
  }

  /// Whether the bytes received so far end with a piece.
  func end(with piece: [UInt8], received: Int) throws(StoreError) -> Bool {
    var rest = piece[...]
    var offset = received - piece.count
    while !rest.isEmpty {
      let number = offset / Limits.documentChunkBytes
      let chunk = try read(number, length: ChunkLayout.length(of: number, in: received))
      let part = chunk.dropFirst(offset % Limits.documentChunkBytes).prefix(rest.count)
      guard rest.prefix(part.count).elementsEqual(part) else { return false }
      rest = rest.dropFirst(part.count)
      offset += part.count
    }
    return true
  }

  /// SHA-256 of all the bytes.
  func sha256(size: Int) throws(StoreError) -> [UInt8] {
    var hash = SHA256()
    for number in 0..<ChunkLayout.count(of: size) {
      hash.update(data: try read(number, length: ChunkLayout.length(of: number, in: size)))
    }
    return Array(hash.finalize())
  }

  private func write(_ chunk: [UInt8], number: Int) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO document_chunk (document, number, sealed) VALUES (?, ?, ?)
      ON CONFLICT (document, number) DO UPDATE SET sealed = excluded.sealed
      """, [.text(document), .int(number), .blob(try key.seal(chunk, number: number))])
  }
}
