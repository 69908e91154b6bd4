// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Foundation
import Service
import Testing

/// The documents of a demonstration on the command line.
@Suite struct DocumentVerbTests {
  /// Cases of the shared demonstration, each with the performer that has it.
  private static func cases(_ database: String) throws -> [(id: String, performer: String)] {
    let list = try Program.run([
      "case", "list", "--state", "running", "--limit", "200", "--database", database, "--json",
    ]).json()
    let rows = try #require(list["items"] as? [[String: Any]])
    return rows.compactMap { row in
      guard let id = row["number"] as? String else { return nil }
      return (id, row["performer"] as? String ?? "")
    }
  }

  private static func documents(
    _ id: String, _ party: String, _ database: String
  ) throws -> [[String: Any]] {
    let outcome = try Program.run([
      "document", "list", id, "--as", party, "--database", database, "--json",
    ])
    guard outcome.status == 0 else { return [] }
    return try #require(try outcome.json()["documents"] as? [[String: Any]])
  }

  @Test func `documents are listed and exported with checksums that are right`() throws {
    let database = try SharedDemonstration.database.get()
    let found = try Self.cases(database).first { one in
      try !Self.documents(one.id, "fk", database).isEmpty
    }
    let (id, performer) = try #require(found)
    let listed = try Self.documents(id, "fk", database)
    let lines = ["document", "list", id, "--as", "fk", "--database", database]
    #expect(try Program.run(lines).output.contains("\n\(listed.count) handling"))
    let english = try Program.run(lines + ["--language", "en"]).output
    #expect(english.contains(" page") && !english.contains(" sidor "))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let export = [
      "document", "export", id, "--as", "fk", "--to", scratch.file("ut"), "--database", database,
      "--json",
    ]
    #expect(try Program.run(export).json()["files"] as? Int == listed.count)
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: scratch.file("ut/manifest.json"))))
        as? [String: Any])
    #expect(manifest["number"] as? String == id)
    let files = try #require(manifest["files"] as? [[String: Any]])
    #expect(files.count == listed.count)
    for file in files {
      let name = try #require(file["name"] as? String)
      let document = try #require(file["document"] as? [String: Any])
      let facts = try #require(document["file"] as? [String: Any])
      let path = scratch.file("ut/" + name)
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let sum = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
      #expect(facts["sha256"] as? String == sum && facts["bytes"] as? Int == data.count)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    // A folder that holds something is left alone.
    #expect(try Program.run(export).status == 2)
    // The administrator's eyes see the list and open nothing.
    let party = "performer:\(performer)"
    #expect(try Self.documents(id, party, database).count == listed.count)
    let refused = try Program.run([
      "document", "export", id, "--as", party, "--to", scratch.file("annan"), "--database",
      database,
    ])
    #expect(refused.status == 1 && refused.errors.contains("document-readers-only"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("annan")))
    let verified = try Program.run(["verify", "--database", database, "--json"]).json()
    #expect(verified["sound"] as? Bool == true)
    #expect(try #require(verified["documents"] as? Int) >= listed.count)
  }

  @Test func `what cannot be meant is told as usage, and nothing is as a region is told`() throws {
    let database = try SharedDemonstration.database.get()
    #expect(
      try Program.run(["document", "list", "AFU", "--as", "fk", "--database", database]).status
        == 2)
    let wrong = try Program.run(
      ["document", "list", "AFU-2026-0001", "--as", "fk", "--database", database],
      environment: ["SAMSYN_CLAMD": "clamd"])
    #expect(wrong.status == 2 && wrong.errors.contains("SAMSYN_CLAMD"))
    let unknown = try Program.run([
      "document", "list", "AFU-2026-0001", "--as", "region:SE0000000000-NONE", "--database",
      database,
    ])
    #expect(unknown.status == 1 && unknown.errors.contains("not-found"))
  }
}
