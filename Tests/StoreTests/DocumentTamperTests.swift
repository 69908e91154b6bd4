// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Store

/// What somebody with the database but not the keys could do to a document.
@Suite struct DocumentTamperTests {
  private static func whole(
    _ database: Database, _ keyring: Keyring, stream: String, party: String = "fk",
    seed: UInt64
  ) async throws -> StoredDocument {
    try await DocumentUpload(
      database: database, keyring: keyring, stream: stream, party: party,
      bytes: Sample.bytes(Sample.documentBytes, seed: seed), pieceBytes: Limits.documentPieceBytes
    ).send()
  }

  private static func read(
    _ id: String, _ database: Database, _ keyring: Keyring
  ) async -> StoreError? {
    await storeError {
      let found = try await database.read { try DocumentStore($0, keyring).find(id) }
      let document = try #require(found)
      for try await _ in try DocumentContent(document, in: database, keyring) {}
    }
  }

  @Test(arguments: TestEngine.all)
  func `changed, moved, exchanged and missing chunks are noticed by reader and verifier`(
    engine: TestEngine
  ) async throws {
    let changes = [
      "UPDATE document_chunk SET sealed = ? WHERE document = ID AND number = 1",
      "DELETE FROM document_chunk WHERE document = ID AND number = 2",
      "DELETE FROM document_chunk WHERE document = ID AND number = 0",
      // Two chunks of the document change places.
      """
      UPDATE document_chunk SET sealed = (SELECT c.sealed FROM document_chunk c
        WHERE c.document = ID AND c.number = 1 - document_chunk.number)
      WHERE document = ID AND number < 2
      """,
      // The same place of another document of the case, and of another case.
      """
      UPDATE document_chunk SET sealed = (SELECT c.sealed FROM document_chunk c
        WHERE c.document = SAME AND c.number = 1) WHERE document = ID AND number = 1
      """,
      """
      UPDATE document_chunk SET sealed = (SELECT c.sealed FROM document_chunk c
        WHERE c.document = OTHER AND c.number = 1) WHERE document = ID AND number = 1
      """,
    ]
    try await withDatabase(engine) { database, keyring in
      let same = try await Self.whole(database, keyring, stream: "case-1", seed: 90).id
      let other = try await Self.whole(database, keyring, stream: "case-2", seed: 91).id
      var faults: Set<DocumentReport.Fault> = []
      for (number, change) in changes.enumerated() {
        let id = try await Self.whole(
          database, keyring, stream: "case-1", seed: UInt64(number)
        ).id
        #expect(await Self.read(id, database, keyring) == nil)
        var arguments: [SQLValue] = []
        if change.contains("?") {
          let row = try await database.rows(
            "SELECT sealed FROM document_chunk WHERE document = ? AND number = 1", [.text(id)])
          var bytes = try row[0].blob("sealed")
          bytes[bytes.count / 2] ^= 1
          arguments = [.blob(bytes)]
        }
        var text = change
        for (name, value) in [("ID", id), ("SAME", same), ("OTHER", other)] {
          text = text.replacing("= \(name)", with: "= '\(value)'")
        }
        try await database.run(text, arguments)
        let error = await Self.read(id, database, keyring)
        #expect(error == .sealBroken || error == .damaged("document chunk"), "\(change)")
        faults.insert(.contentBroken(id: id))
      }
      let report = try await DocumentVerifier.verify(database, keyring)
      #expect(Set(report.faults) == faults && report.faultCount == changes.count)
      #expect(report.documents == changes.count + 2 && !report.isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a changed row is noticed, whoever's or whatever it is made`(
    engine: TestEngine
  ) async throws {
    let changes = [
      "party = 'region:SE9'", "person = 'x'", "stream = 'case-2'", "created_ms = 0",
      "size_bytes = size_bytes + 1", "size_bytes = 1048576, received_bytes = 1048576",
      "received_bytes = 1048576", "state = 'receiving', address = NULL",
      "address = sealed", "sealed = address",
      "sealed = (SELECT d.sealed FROM document d WHERE d.party = 'insured')",
    ]
    try await withDatabase(engine) { database, keyring in
      try await database.append("case-2", at: 0, [Sample.event()], keyring)
      _ = try await Self.whole(database, keyring, stream: "case-1", party: "insured", seed: 90)
      var faults: Set<DocumentReport.Fault> = []
      for (number, change) in changes.enumerated() {
        let id = try await Self.whole(
          database, keyring, stream: "case-1", seed: UInt64(number)
        ).id
        try await database.run("UPDATE document SET \(change) WHERE id = ?", [.text(id)])
        let error = await storeError {
          try await database.read { try DocumentStore($0, keyring).find(id) }
        }
        #expect(["store.seal", "store.damaged"].contains(error?.code), "\(change)")
        faults.insert(.rowBroken(id: id))
      }
      let report = try await DocumentVerifier.verify(database, keyring)
      #expect(Set(report.faults) == faults && report.documents == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a chunk that opens but is an older one of its place is noticed by the hash`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      // Whoever has the keys can seal what they like; only the hash of the whole tells.
      let document = try await Self.whole(database, keyring, stream: "case-1", seed: 1)
      try await database.write { connection in
        let key = try #require(try StreamKeys(connection, keyring).key("case-1"))
        let chunk = try DocumentStore(connection, keyring).chunk(document.id, 2)
        let forged = try DocumentKey(key, stream: "case-1", id: document.id).seal(
          [chunk[0] ^ 1] + Array(chunk.dropFirst()), number: 2)
        try connection.execute(
          "UPDATE document_chunk SET sealed = ? WHERE document = ? AND number = 2",
          [.blob(forged), .text(document.id)])
      }
      var chunks = 0
      let error = await storeError {
        for try await _ in try DocumentContent(document, in: database, keyring) { chunks += 1 }
      }
      #expect(error == .damaged("document content"))
      // The last chunk was kept back.
      #expect(chunks == document.chunkCount - 1)
      let report = try await DocumentVerifier.verify(database, keyring)
      #expect(report.faults == [.contentBroken(id: document.id)])
    }
  }

  @Test(arguments: TestEngine.all)
  func `no nonce comes twice however often a chunk is written again`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Sample.documentBytes),
        pieceBytes: 17_003)
      let id = try await upload.begin()
      var received = 0
      var sealings = 0
      var nonces: Set<[UInt8]> = []
      while received < upload.bytes.count {
        let before = received
        received = try await upload.receive(id, offset: received)
        for number in before / Limits.documentChunkBytes..<ChunkLayout.count(of: received) {
          let row = try await database.rows(
            "SELECT sealed FROM document_chunk WHERE document = ? AND number = ?",
            [.text(id), .int(number)])
          nonces.insert(Array(try row[0].blob("sealed").prefix(Sealing.nonceBytes)))
          sealings += 1
        }
      }
      #expect(sealings > 120 && nonces.count == sealings)
      let document = try await upload.finish(id)
      #expect(try await upload.content(document) == upload.bytes)
    }
  }

  @Test func `a chunk opens only under its number, document and case`() throws {
    let caseKey = CaseKey()
    let key = DocumentKey(caseKey, stream: "s", id: "a")
    var nonces: Set<[UInt8]> = []
    for _ in 0..<5_000 {
      let sealed = try key.seal([1, 2], number: 3)
      nonces.insert(Array(sealed.prefix(Sealing.nonceBytes)))
    }
    #expect(nonces.count == 5_000)
    let sealed = try key.seal([1, 2], number: 3)
    #expect(try key.open(sealed, number: 3) == Data([1, 2]))
    #expect(throws: StoreError.sealBroken) { try key.open(sealed, number: 4) }
    let others = [
      DocumentKey(caseKey, stream: "s", id: "b"), DocumentKey(caseKey, stream: "t", id: "a"),
      DocumentKey(CaseKey(), stream: "s", id: "a"),
    ]
    for other in others {
      #expect(throws: StoreError.sealBroken) { try other.open(sealed, number: 3) }
    }
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 1
      #expect(throws: StoreError.sealBroken) { try key.open(damaged, number: 3) }
    }
  }

  @Test func `neither bytes nor details stand in the database file in the clear`() async throws {
    let place = try await TestPlace(.sqlite)
    defer { place.remove() }
    let database = try await Database.open(place.address)
    try await Migrator.migrate(database, at: Sample.now)
    let secret = Array("Hemlighetsfull Personsson".utf8)
    let upload = DocumentUpload(
      database: database, keyring: try Sample.keyring(), details: secret,
      bytes: secret + secret, pieceBytes: 30)
    let document = try await upload.run()
    #expect(try await upload.content(document) == secret + secret)
    await database.close()
    guard case .sqlite(let path) = place.address else { return }
    for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
      let data = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(data.range(of: Data("Personsson".utf8)) == nil)
      #expect(data.range(of: Data(try #require(document.sha256))) == nil)
    }
  }
}
