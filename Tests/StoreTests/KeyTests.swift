// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Store

@Suite struct KeyTests {
  @Test func `a key file is made with mode 0600, read back and never overwritten`() throws {
    try withFolder { folder in
      let path = folder + "/key"
      let made = try Keyring.create(file: path)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      let read = try Keyring.load(file: path)
      #expect(made.drawSecret(caseID: "a") == read.drawSecret(caseID: "a"))
      #expect(throws: StoreError.keyFileExists) { try Keyring.create(file: path) }
      #expect(throws: StoreError.keyFileUnreadable) {
        try Keyring.create(file: folder + "/none/key")
      }
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o610, 0o601])
  func `a key file others may touch is refused`(mode: Int) throws {
    try withFolder { folder in
      let path = folder + "/key"
      _ = try Keyring.create(file: path)
      #expect(chmod(path, mode_t(mode)) == 0)
      #expect(throws: StoreError.keyFileMode) { try Keyring.load(file: path) }
    }
  }

  @Test(arguments: ["", "not base64!", "AAAA", String(repeating: "A", count: 88)])
  func `a key file without 32 bytes in base64 is refused`(text: String) throws {
    try withFolder { folder in
      let path = folder + "/key"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect(chmod(path, 0o600) == 0)
      #expect(throws: StoreError.keyFileContent) { try Keyring.load(file: path) }
    }
  }

  @Test func `a missing file, a link and a folder are no key files`() throws {
    try withFolder { folder in
      #expect(throws: StoreError.keyFileUnreadable) { try Keyring.load(file: folder + "/no") }
      _ = try Keyring.create(file: folder + "/key")
      #expect(symlink(folder + "/key", folder + "/link") == 0)
      #expect(throws: StoreError.keyFileUnreadable) { try Keyring.load(file: folder + "/link") }
      #expect(chmod(folder, 0o700) == 0)
      #expect(throws: StoreError.keyFileMode) { try Keyring.load(file: folder) }
    }
  }

  @Test func `hashes differ by purpose, kind, text and master key`() throws {
    let one = try Sample.keyring()
    let two = try Keyring(master: [UInt8](repeating: 9, count: 32))
    let hashes = [
      one.searchHash(kind: "person", normalizedText: "191212121212"),
      one.searchHash(kind: "fk", normalizedText: "191212121212"),
      one.searchHash(kind: "person", normalizedText: "191212121213"),
      one.searchHash(kind: "person1", normalizedText: "91212121212"),
      two.searchHash(kind: "person", normalizedText: "191212121212"),
      one.drawSecret(caseID: "191212121212"), one.receiptHash("191212121212"),
      one.sessionHash("191212121212"),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(hashes.allSatisfy { $0.count == 32 })
    #expect(
      hashes[0]
        == (try Sample.keyring()).searchHash(
          kind: "person", normalizedText: "191212121212"))
  }

  @Test func `a sealed value opens only with its key, purpose and place`() throws {
    let key = CaseKey()
    let sealed = try key.seal([1, 2, 3], purpose: "a", context: ["x", "1"])
    #expect(try key.open(sealed, purpose: "a", context: ["x", "1"]) == [1, 2, 3])
    #expect(try sealed != key.seal([1, 2, 3], purpose: "a", context: ["x", "1"]))
    #expect(throws: StoreError.sealBroken) {
      try key.open(sealed, purpose: "b", context: ["x", "1"])
    }
    #expect(throws: StoreError.sealBroken) {
      try key.open(sealed, purpose: "a", context: ["x1"])
    }
    #expect(throws: StoreError.sealBroken) {
      try CaseKey().open(sealed, purpose: "a", context: ["x", "1"])
    }
    #expect(throws: StoreError.sealBroken) { try key.open([], purpose: "a", context: []) }
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 1
      #expect(throws: StoreError.sealBroken) {
        try key.open(damaged, purpose: "a", context: ["x", "1"])
      }
    }
  }

  @Test func `sealing a read table's value again gives the same bytes`() throws {
    let key = CaseKey()
    let again = CaseKey(bytes: key.bytes)
    let one = try key.sealDeterministically([1, 2], purpose: "row", context: ["fk", "s"])
    #expect(try one == again.sealDeterministically([1, 2], purpose: "row", context: ["fk", "s"]))
    #expect(try key.open(one, purpose: "row", context: ["fk", "s"]) == [1, 2])
    let others = try [
      key.sealDeterministically([1, 3], purpose: "row", context: ["fk", "s"]),
      key.sealDeterministically([1, 2], purpose: "row", context: ["region", "s"]),
      key.sealDeterministically([1, 2], purpose: "other", context: ["fk", "s"]),
    ]
    let nonces = Set(([one] + others).map { Array($0.prefix(12)) })
    #expect(nonces.count == 4)
  }

  @Test func `no text of a case stands in the database file in the clear`() async throws {
    let place = try await TestPlace(.sqlite)
    defer { place.remove() }
    let database = try await Database.open(place.address)
    try await Migrator.migrate(database, at: Sample.now)
    let keyring = try Sample.keyring()
    let secret = "Hemlighetsfull Personsson"
    try await database.append("case-1", at: 0, [Sample.event(payload: secret)], keyring)
    try await database.write { connection in
      var row = Sample.row("case-1")
      row.sealed = Array(secret.utf8)
      try CaseRows(connection, keyring).put(row)
      try Outbox(connection, keyring).enqueue(
        stream: "case-1", recipient: "fk", kind: "k", payload: Array(secret.utf8),
        at: Sample.now)
      try Drafts(connection, keyring).save(
        Draft(
          id: "d", party: "fk", person: "p", kind: "k", content: Array(secret.utf8),
          updated: Sample.now))
      try Sessions(connection, keyring).begin(
        token: "tttttttttttt", person: "p", data: Array(secret.utf8), at: Sample.now)
    }
    await database.close()
    guard case .sqlite(let path) = place.address else { return }
    for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
      let data = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(data.range(of: Data("case-1".utf8)) != nil || file.hasSuffix("-wal"))
      #expect(data.range(of: Data("Personsson".utf8)) == nil)
      #expect(data.range(of: Data("tttttttttttt".utf8)) == nil)
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "samsyn-keys-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
