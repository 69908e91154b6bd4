// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// A crash between any two writes of an upload, and uploads beside one another.
@Suite struct DocumentFaultTests {
  @Test(arguments: TestEngine.all)
  func `after a fault before any statement an upload goes on to the same bytes`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      let bytes = Sample.bytes(Sample.documentBytes)
      var statement = 0
      while true {
        statement += 1
        let upload = DocumentUpload(
          database: database, keyring: keyring, stream: "case-\(statement)", bytes: bytes,
          pieceBytes: 900_000)
        faults.arm(beforeStatement: statement)
        let error = await storeError { try await upload.run() }
        faults.disarm()
        if error == nil { break }
        #expect(error == .injectedFault)
        let left = try await upload.list()
        #expect(left.count <= 1)
        if let document = left.first {
          // A piece is there or it is not.
          #expect(document.state == .receiving && document.address == nil)
          let received = document.receivedBytes
          #expect(received % upload.pieceBytes == 0 || received == bytes.count)
          #expect(try await upload.received(document) == Array(bytes.prefix(received)))
        }
        let document = try await upload.run()
        #expect(try await upload.content(document) == bytes, "statement \(statement)")
        let removed = try await database.write {
          try DocumentStore($0, keyring).remove(document.id)
        }
        #expect(removed)
      }
      #expect(statement > 30)
      // What the last one left is all there is: no chunk without its document.
      #expect(try await database.count("document") == 1)
      #expect(try await database.count("document_chunk") == 3)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an answer that was lost may be asked for again`(engine: TestEngine) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Sample.documentBytes),
        pieceBytes: 900_000)
      let id = try await upload.begin()
      var received = 0
      while received < upload.bytes.count {
        let offset = received
        faults.armAfterCommit()
        let error = await storeError { try await upload.receive(id, offset: offset) }
        #expect(error == .injectedFault)
        received = try await upload.receive(id, offset: offset)
        #expect(received == min(offset + upload.pieceBytes, upload.bytes.count))
      }
      faults.armAfterCommit()
      #expect(await storeError { try await upload.finish(id) } == .injectedFault)
      let document = try await upload.finish(id)
      #expect(try await upload.content(document) == upload.bytes)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a fault while a case is disposed of or a double is removed leaves all as it was`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(Limits.documentChunkBytes + 5))
      let first = try await upload.run()
      let double = try await upload.begin()
      try await upload.receive(double, offset: 0)
      try await upload.receive(double, offset: Limits.documentChunkBytes)
      let steps: [@Sendable () async throws -> Void] = [
        {
          let earlier = try await upload.finish(double)
          #expect(earlier == first)
        },
        {
          _ = try await database.write {
            try StreamKeys($0, keyring).dispose(upload.stream, at: Sample.now)
          }
        },
      ]
      for (documents, step) in zip([2, 1], steps) {
        var statement = 0
        while true {
          statement += 1
          faults.arm(beforeStatement: statement)
          let error = await storeError(step)
          faults.disarm()
          if error == nil { break }
          #expect(error == .injectedFault)
          #expect(try await upload.list().count == documents)
          #expect(try await database.count("document_chunk") == 2 * documents)
          #expect(try await upload.content(first) == upload.bytes)
        }
        #expect(statement > 4)
      }
      #expect(try await database.count("document") == 0)
      #expect(try await database.count("document_chunk") == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `simultaneous pieces and finishes of the same bytes give one document`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let upload = DocumentUpload(
        database: database, keyring: keyring, bytes: Sample.bytes(300_000),
        pieceBytes: 300_000)
      var ids: [String] = []
      for _ in 0..<4 { ids.append(try await upload.begin()) }
      let all = ids
      let found = try await withThrowingTaskGroup(of: String.self) { group in
        for id in all {
          for _ in 0..<3 { group.addTask { String(try await upload.receive(id, offset: 0)) } }
        }
        for try await received in group { #expect(received == "300000") }
        for id in all { group.addTask { try await upload.finish(id).id } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(found.count == 1)
      let left = try await upload.list()
      #expect(left.map(\.id) == Array(found))
      #expect(try await upload.content(left[0]) == upload.bytes)
    }
  }

  @Test(arguments: TestEngine.all)
  func `disposal leaves nothing of uploads that go on beside it`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      for number in 0..<8 {
        let upload = DocumentUpload(
          database: database, keyring: keyring, stream: "case-\(number)",
          bytes: Sample.bytes(100_000), pieceBytes: 20_000)
        _ = try await upload.begin()
        await withTaskGroup(of: Void.self) { group in
          for party in ["fk", "region:SE1", "insured"] {
            var other = upload
            other.party = party
            let mine = other
            group.addTask {
              let error = await storeError { try await mine.run() }
              #expect(
                [nil, .disposed(stream: mine.stream), .documentUnknown].contains(error),
                "\(String(describing: error))")
            }
          }
          group.addTask {
            let disposed = try? await database.write {
              try StreamKeys($0, keyring).dispose(upload.stream, at: Sample.now)
            }
            #expect(disposed == true)
          }
        }
      }
      #expect(try await database.count("document") == 0)
      #expect(try await database.count("document_chunk") == 0)
    }
  }
}
