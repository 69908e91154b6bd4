// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// What changes after a document came, and what removes it.
@Suite struct DocumentRemovalTests {
  @Test(arguments: TestEngine.all)
  func `details change, bytes do not, and removal takes both`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: [1, 2, 3])
      let document = try await upload.run()
      let later = Sample.now.adding(minutes: 9)
      let changed = try await database.write {
        try DocumentStore($0, keyring).update(document.id, details: [7], at: later)
      }
      #expect(changed.details == [7] && changed.updated == later)
      #expect(try await upload.find(document.id) == changed)
      #expect(changed.sha256 == document.sha256 && changed.address == document.address)
      #expect(try await upload.content(document) == [1, 2, 3])
      for expected in [true, false] {
        #expect(
          try await database.write {
            try DocumentStore($0, keyring).remove(document.id)
          } == expected)
      }
      #expect(try await upload.find(document.id) == nil)
      #expect(try await database.count("document_chunk") == 0)
      #expect(await storeError { try await upload.content(document) } == .documentUnknown)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what was never finished is removed when it has rested long enough`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: [1, 2, 3])
      let whole = try await upload.run()
      var ids: [String] = []
      for _ in 0..<3 { ids.append(try await upload.begin()) }
      try await upload.receive(ids[1], offset: 0)
      let remove = { @Sendable (minutes: Int, limit: Int) in
        try await database.write {
          try DocumentStore($0, keyring).removeAbandoned(
            before: Sample.now.adding(minutes: minutes), limit: limit)
        }
      }
      #expect(try await remove(0, 10) == 0)
      #expect(try await remove(1, 1) == 1)
      #expect(try await remove(1, 10) == 1)
      #expect(try await Set(upload.list().map(\.id)) == [whole.id, ids[1]])
      #expect(try await remove(60, 10) == 1)
      #expect(try await upload.list() == [whole])
      #expect(try await database.count("document_chunk") == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a piece that meets the removal of its document leaves nothing`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: Sample.bytes(9_000))
      for _ in 0..<10 {
        let id = try await upload.begin()
        async let error = storeError { try await upload.receive(id, offset: 0) }
        async let removed = database.write { try DocumentStore($0, keyring).remove(id) }
        #expect(await [nil, .documentUnknown].contains(error))
        #expect(try await removed)
      }
      #expect(try await database.count("document_chunk") == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `disposal of a case removes its documents and no other's`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: [1, 2, 3])
      let document = try await upload.run()
      let unfinished = try await upload.begin()
      var other = upload
      other.stream = "case-2"
      let kept = try await other.run()
      #expect(
        try await database.write { try StreamKeys($0, keyring).dispose("case-1", at: Sample.now) })
      #expect(try await upload.list() == [])
      #expect(try await upload.find(document.id) == nil)
      #expect(try await database.count("document") == 1)
      #expect(try await database.count("document_chunk") == 1)
      #expect(await storeError { try await upload.begin() } == .disposed(stream: "case-1"))
      let error = await storeError { try await upload.receive(unfinished, offset: 0) }
      #expect(error == .documentUnknown)
      #expect(try await other.content(kept) == [1, 2, 3])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a party's documents in a case are limited in number`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(database: database, keyring: keyring, bytes: [1])
      try await database.write { connection in
        for number in 0..<Limits.documentsPerParty {
          try connection.execute(
            """
            INSERT INTO document (id, stream, party, person, state, size_bytes, received_bytes,
              created_ms, updated_ms, sealed) VALUES (?, 'case-1', 'fk', 'p', 'receiving', 1, 0,
              0, 0, ?)
            """, [.text("d\(number)"), .blob([])])
        }
      }
      #expect(await storeError { try await upload.begin() }?.code == "store.limit")
      var region = upload
      region.party = "region:SE1"
      _ = try await region.begin()
      var elsewhere = upload
      elsewhere.stream = "case-2"
      _ = try await elsewhere.begin()
    }
  }
}
