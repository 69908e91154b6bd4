// SPDX-License-Identifier: Apache-2.0
import Foundation

extension DocumentStore {
  /// A document, nothing when there is none. Throws `sealBroken` or `damaged` when its row was
  /// changed outside the program.
  public func find(_ id: String) throws(StoreError) -> StoredDocument? {
    try opened(id)?.document
  }

  /// Whether there is a whole document of this id; its row is not opened.
  public func exists(_ id: String) throws(StoreError) -> Bool {
    try record(id)?.state == .whole
  }

  /// The documents of a case, oldest first, also those still on their way. At most
  /// `Limits.documentsPerParty` for each party; none for a disposed case.
  public func list(_ stream: String) throws(StoreError) -> [StoredDocument] {
    let rows = try connection.query(DocumentSQL.list, [.text(stream)])
    guard !rows.isEmpty else { return [] }
    let key = try key(stream)
    var documents: [StoredDocument] = []
    for row in rows { documents.append(try DocumentRecord(row).opened(with: key)) }
    return documents
  }

  /// One chunk of the bytes received so far, numbered from 0. Every chunk but the last has
  /// `Limits.documentChunkBytes`. Throws `documentUnknown`, `limit` for a number beyond the last,
  /// `sealBroken` or `damaged` when it was changed, moved or removed outside the program.
  public func chunk(_ id: String, _ number: Int) throws(StoreError) -> Data {
    guard let (document, key) = try opened(id) else { throw .documentUnknown }
    guard (0..<document.chunkCount).contains(number) else { throw .limit("document chunk") }
    return try DocumentChunks(connection, document, key).read(
      number, length: ChunkLayout.length(of: number, in: document.receivedBytes))
  }

  func record(_ id: String) throws(StoreError) -> DocumentRecord? {
    guard let row = try connection.first(DocumentSQL.find, [.text(id)]) else { return nil }
    return try DocumentRecord(row)
  }

  private func opened(_ id: String) throws(StoreError) -> (document: StoredDocument, CaseKey)? {
    guard let record = try record(id) else { return nil }
    let key = try key(record.stream)
    return (try record.opened(with: key), key)
  }

  private func key(_ stream: String) throws(StoreError) -> CaseKey {
    guard let key = try keys.key(stream) else { throw .damaged("stream without key") }
    return key
  }
}
