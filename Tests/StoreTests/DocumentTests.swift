// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Testing

@testable import Store

@Suite struct DocumentTests {
  @Test(arguments: TestEngine.all)
  func `a document in pieces of any length is read back byte for byte`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let chunk = Limits.documentChunkBytes
      let cases = [
        (1, 1), (chunk - 1, chunk), (chunk, chunk), (chunk + 1, chunk), (3 * chunk, 3 * chunk),
        (Sample.documentBytes, 333_333), (Sample.documentBytes, Limits.documentPieceBytes),
        (2 * chunk + 7, chunk + 1),
      ]
      for (number, (size, pieceBytes)) in cases.enumerated() {
        let bytes = Sample.bytes(size, seed: UInt64(number))
        let upload = DocumentUpload(
          database: database, keyring: keyring, stream: "case-\(number)", bytes: bytes,
          pieceBytes: pieceBytes)
        let document = try await upload.run()
        #expect(document.state == .whole && document.sizeBytes == size)
        #expect(document.chunkCount == (size + chunk - 1) / chunk)
        #expect(document.sha256 == Array(SHA256.hash(data: bytes)))
        #expect(document.address?.count == 32 && document.address != document.sha256)
        #expect(document.details == upload.details)
        #expect(try await upload.find(document.id) == document)
        #expect(try await upload.content(document) == bytes)
      }
      #expect(try await DocumentVerifier.verify(database, keyring).isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a piece at another offset is told where to go on, a repeated last piece does nothing`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Sample.documentBytes),
        pieceBytes: Limits.documentChunkBytes + 5_000)
      let id = try await upload.begin()
      let received = try await upload.receive(id, offset: 0)
      #expect(received == upload.pieceBytes)
      for offset in [1, -1, received - 1, received + 1, Int.max, Int.min] {
        let error = await storeError { try await upload.receive(id, offset: offset) }
        #expect(error == .documentOffset(expected: received), "\(offset)")
      }
      let sealed = try await database.rows("SELECT sealed FROM document_chunk ORDER BY number")
      #expect(try await upload.receive(id, offset: 0) == received)
      var other = upload.bytes
      other[0] ^= 1
      let changed = DocumentUpload(
        database: database, keyring: keyring, bytes: other, pieceBytes: upload.pieceBytes)
      let error = await storeError { try await changed.receive(id, offset: 0) }
      #expect(error == .documentOffset(expected: received))
      let after = try await database.rows("SELECT sealed FROM document_chunk ORDER BY number")
      #expect(after.map(\.values) == sealed.map(\.values))
      let early = await storeError { try await upload.finish(id) }
      #expect(early == .documentOffset(expected: received))

      try await upload.receive(id, offset: received)
      let document = try await upload.finish(id)
      #expect(try await upload.receive(id, offset: received) == upload.bytes.count)
      #expect(try await upload.finish(id) == document)
      #expect(try await upload.content(document) == upload.bytes)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is too large, unknown or not what its sender says is refused`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let write = { @Sendable (body: @Sendable @escaping (DocumentStore) throws -> Void) in
        await storeError {
          try await database.write { try body(DocumentStore($0, keyring)) }
        }
      }
      for (size, details) in [
        (0, 0), (-1, 0), (Limits.documentBytes + 1, 0), (1, Limits.documentDetailsBytes + 1),
      ] {
        let error = await write { documents in
          _ = try documents.begin(
            stream: "case-1", party: "fk", person: "p", size: size,
            details: [UInt8](repeating: 0, count: details), at: Sample.now)
        }
        #expect(error?.code == "store.limit")
      }
      let largest = await write { documents in
        let document = try documents.begin(
          stream: "case-2", party: "fk", person: "p", size: Limits.documentBytes,
          details: [UInt8](repeating: 0, count: Limits.documentDetailsBytes), at: Sample.now)
        #expect(document.id.utf8.count == 32)
      }
      #expect(largest == nil)
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: [1, 2, 3])
      let id = try await upload.begin()
      let pieces = [[1, 2, 3, 4], [UInt8](repeating: 0, count: Limits.documentPieceBytes + 1)]
      for piece in pieces {
        let error = await write { try $0.receive(id, offset: 0, bytes: piece, at: Sample.now) }
        #expect(error?.code == "store.limit")
      }
      #expect(
        await write { try $0.receive("x", offset: 0, bytes: [1], at: Sample.now) }
          == .documentUnknown)
      #expect(await write { _ = try $0.finish("x", at: Sample.now) } == .documentUnknown)
      #expect(await write { try $0.update("x", details: [], at: Sample.now) } == .documentUnknown)
      #expect(await write { _ = try $0.chunk("x", 0) } == .documentUnknown)
      #expect(await write { _ = try $0.chunk(id, 0) } == .limit("document chunk"))

      try await upload.receive(id, offset: 0)
      let right = Array(SHA256.hash(data: [1, 2, 3] as [UInt8]))
      #expect(try await upload.finish(id).sha256 == right)
      let tooLong = [UInt8](repeating: 0, count: Limits.documentDetailsBytes + 1)
      #expect(
        await write { try $0.update(id, details: tooLong, at: Sample.now) }?.code
          == "store.limit")
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same bytes from one party in one case are one document`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Limits.documentChunkBytes + 5))
      let first = try await upload.run()
      let id = try await upload.begin()
      #expect(id != first.id)
      try await upload.receive(id, offset: 0)
      try await upload.receive(id, offset: Limits.documentChunkBytes)
      #expect(try await upload.finish(id) == first)
      #expect(try await upload.find(id) == nil)
      #expect(try await database.count("document_chunk") == first.chunkCount)

      // Another party's, and the same party's in another case, are documents of their own.
      var region = upload
      region.party = "region:SE1"
      let second = try await region.run()
      var elsewhere = upload
      elsewhere.stream = "case-2"
      let third = try await elsewhere.run()
      #expect(Set([first.id, second.id, third.id]).count == 3)
      #expect(first.address == second.address && first.address != third.address)
      #expect(try await upload.list().map(\.party).sorted() == ["fk", "region:SE1"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a digest measured before the transaction is the one finishing would find`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Sample.documentBytes))
      let id = try await upload.begin()
      let early = await storeError {
        try await DocumentDigest.measure(id, in: database, keyring)
      }
      #expect(early == .documentOffset(expected: 0))
      for offset in stride(from: 0, to: upload.bytes.count, by: upload.pieceBytes) {
        try await upload.receive(id, offset: offset)
      }
      let measured = try await DocumentDigest.measure(id, in: database, keyring)
      #expect(measured.sha256 == Array(SHA256.hash(data: upload.bytes)))
      // One of another document is not taken.
      let other = DocumentDigest(document: "x", sha256: [UInt8](repeating: 0, count: 32))
      let document = try await upload.finish(id, measured: other)
      #expect(document.sha256 == measured.sha256)
      #expect(try await upload.finish(id, measured: measured) == document)
    }
  }
}
