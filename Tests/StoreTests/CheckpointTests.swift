// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Store

struct CheckpointTests {
  @Test func `the log is carried into the file beside the writer, and a reopened file has all`()
    async throws
  {
    let place = try await TestPlace(.sqlite)
    defer { place.remove() }
    guard case .sqlite(let path) = place.address else { return _ = Issue.record("no file") }
    let database = try await Database.open(place.address)
    try await Migrator.migrate(database, at: Sample.now)
    // Far from what would make the writer do it itself.
    let keyring = try Sample.keyring()
    let size = Limits.documentBytes / 32
    let document = try await database.write {
      try DocumentStore($0, keyring).begin(
        stream: "case-1", party: "fk", person: "p", size: size, details: [], at: Sample.now)
    }
    _ = try await database.write {
      try DocumentStore($0, keyring).receive(
        document.id, offset: 0, bytes: [UInt8](repeating: 1, count: size), at: Sample.now)
    }
    func bytes() throws -> Int {
      try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
    for _ in 0..<200 where try bytes() < size { try await Task.sleep(for: .milliseconds(100)) }
    #expect(try bytes() > size)
    await database.close()
    let again = try await Database.open(place.address)
    let found = try await again.read { try DocumentStore($0, keyring).find(document.id) }
    #expect(found?.receivedBytes == size)
    await again.close()
  }
}
