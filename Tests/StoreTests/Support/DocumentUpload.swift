// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

extension Sample {
  /// A little over two chunks, so that there is a first, a middle and a last that is not full.
  static let documentBytes = 2 * Limits.documentChunkBytes + 4_321

  /// Bytes that are the same for the same seed.
  static func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var numbers = SeededNumbers(seed)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count {
      withUnsafeBytes(of: numbers.next()) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
  }
}

/// One party's upload of some bytes in one case, each step in a transaction of its own.
struct DocumentUpload: Sendable {
  let database: Database
  let keyring: Keyring
  var stream = "case-1"
  var party = "fk"
  var details = Array("Läkarutlåtande Personsson.pdf".utf8)
  let bytes: [UInt8]
  var pieceBytes = Limits.documentChunkBytes

  func begin() async throws -> String {
    try await database.write { [self] connection in
      try DocumentStore(connection, keyring).begin(
        stream: stream, party: party, person: "p1", size: bytes.count, details: details,
        at: Sample.now
      ).id
    }
  }

  @discardableResult
  func receive(_ id: String, offset: Int) async throws -> Int {
    let piece = Array(bytes.dropFirst(max(offset, 0)).prefix(pieceBytes))
    return try await database.write { [keyring] connection in
      try DocumentStore(connection, keyring).receive(
        id, offset: offset, bytes: piece, at: Sample.now.adding(minutes: 1))
    }
  }

  func finish(
    _ id: String, measured: DocumentDigest? = nil
  ) async throws -> StoredDocument {
    try await database.write { [keyring] connection in
      try DocumentStore(connection, keyring).finish(
        id, measured: measured, at: Sample.now.adding(minutes: 2))
    }
  }

  /// Goes on with what the database knows of, from the beginning when it knows nothing.
  @discardableResult
  func run() async throws -> StoredDocument {
    let known = try await list().first { $0.party == party }
    if let known, known.state == .whole { return known }
    guard let known else { return try await send() }
    return try await send(known.id, from: known.receivedBytes)
  }

  /// Sends all bytes as a new document, or the rest of one.
  func send(_ begun: String? = nil, from offset: Int = 0) async throws -> StoredDocument {
    let id: String
    if let begun { id = begun } else { id = try await begin() }
    var received = offset
    while received < bytes.count { received = try await receive(id, offset: received) }
    return try await finish(id)
  }

  func list() async throws -> [StoredDocument] {
    try await database.read { [self] in try DocumentStore($0, keyring).list(stream) }
  }

  func find(_ id: String) async throws -> StoredDocument? {
    try await database.read { [keyring] in try DocumentStore($0, keyring).find(id) }
  }

  /// What has been received of a document, read chunk by chunk.
  func received(_ document: StoredDocument) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for number in 0..<document.chunkCount {
      bytes += try await database.read { [keyring] in
        try DocumentStore($0, keyring).chunk(document.id, number)
      }
    }
    return bytes
  }

  /// A whole document as a reader gets it.
  func content(_ document: StoredDocument) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in try DocumentContent(document, in: database, keyring) {
      #expect(chunk.count <= Limits.documentChunkBytes)
      bytes += chunk
    }
    return bytes
  }
}
