// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn statement` where nothing was signed here, and with words that make no sense.
@Suite struct StatementVerbTests {
  @Test(arguments: ["show", "pdf", "verify"])
  func `a case without a signed statement is refused, and a wrong number is usage`(
    _ verb: String
  ) throws {
    let database = try SharedDemonstration.database.get()
    let scratch = try Scratch()
    defer { scratch.remove() }
    let list = try Program.run([
      "case", "list", "--limit", "1", "--database", database, "--json",
    ]).json()
    let row = try #require((list["items"] as? [[String: Any]])?.first)
    let id = try #require(row["number"] as? String)
    var more = ["--database", database]
    if verb != "verify" { more += ["--as", "fk"] }
    if verb == "pdf" { more += ["--to", scratch.file("u.pdf"), "--html"] }
    let refused = try Program.run(["statement", verb, id] + more)
    #expect(refused.status == 1, "\(refused.errors)")
    #expect(refused.errors.contains("statement-not-here"))
    let unknown = try Program.run(["statement", verb, "AFU-2026-9999"] + more)
    #expect(unknown.status == 1 && unknown.errors.contains("not-found"))
    #expect(try Program.run(["statement", verb, "nr 1"] + more).status == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("u.pdf")))
  }
}
