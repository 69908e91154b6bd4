// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Disposal from the command line.
@Suite struct DisposeVerbTests {
  @Test func `dispose wants a reason and a yes, an ended case, and is done once`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let database = "sqlite:" + scratch.file("d.sqlite")
    #expect(
      try Program.run(["demo", "--database", database, "--cases", "30", "--json"]).status == 0)
    func first(_ state: String) throws -> String {
      let list = try Program.run([
        "case", "list", "--state", state, "--database", database, "--json",
      ]).json()
      return try #require((list["items"] as? [[String: Any]])?.first?["number"] as? String)
    }
    func dispose(_ id: String, _ more: String...) throws -> Program.Outcome {
      try Program.run(["dispose", id, "--database", database, "--json"] + more)
    }
    let ended = try first("ended")
    #expect(try dispose(ended, "--yes").status == 2)
    #expect(try dispose(ended, "--reason", "Decision 12").status == 2)
    #expect(try dispose("12", "--reason", "Decision 12", "--yes").status == 2)
    #expect(try dispose(try first("running"), "--reason", "Decision 12", "--yes").status == 1)
    let done = try dispose(ended, "--reason", "Decision 12", "--yes")
    #expect(done.status == 0)
    #expect(try done.json()["disposed"] as? Bool == true)
    #expect(try dispose(ended, "--reason", "Decision 12", "--yes").status == 1)
    let shown = try Program.run(["case", "show", ended, "--as", "fk", "--database", database])
    #expect(shown.status == 1 && shown.errors.contains("disposed of"))
    #expect(try Program.run(["verify", "--database", database]).status == 0)
    let rebuilt = try Program.run(["rebuild", "--database", database, "--json"]).json()
    #expect(rebuilt["unchanged"] as? Bool == true)
  }
}
