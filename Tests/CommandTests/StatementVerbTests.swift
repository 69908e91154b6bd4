// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn statement` where one was signed here, where none was, and with words that make no sense.
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

  @Test func `a signed statement is shown, checked and written as a page`() throws {
    let database = try SharedDemonstration.database.get()
    let list = try Program.run([
      "case", "list", "--state", "all", "--limit", "200", "--database", database, "--json",
    ]).json()
    let rows = try #require(list["items"] as? [[String: Any]])
    let found = try rows.lazy.compactMap { $0["number"] as? String }.first { id in
      try Program.run(["statement", "verify", id, "--database", database]).status == 0
    }
    let id = try #require(found, "the demonstration has no signed statement")
    let verified = try Program.run([
      "statement", "verify", id, "--database", database, "--json",
    ]).json()
    #expect(verified["sound"] as? Bool == true)
    let read = ["--database", database, "--as", "fk"]
    let shown = try Program.run(["statement", "show", id] + read)
    #expect(shown.status == 0 && shown.output.contains("\(id). "), "\(shown.errors)")
    #expect(shown.output.contains("Påhittad text för demonstrationen"))
    let json = try Program.run(["statement", "show", id, "--json"] + read).json()
    let digest = try #require(json["digest"] as? String)
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = scratch.file("u.html")
    let written = try Program.run(["statement", "pdf", id, "--html", "--to", file] + read)
    #expect(written.status == 0 && written.output.contains(digest), "\(written.errors)")
    let page = String(
      decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    #expect(page.contains(digest) && page.contains("<html lang=\"sv\""))
    // What is there is never written over.
    let again = try Program.run(["statement", "pdf", id, "--html", "--to", file] + read)
    #expect(again.status == 2)
  }
}
