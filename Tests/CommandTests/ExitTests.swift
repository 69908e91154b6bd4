// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Exit codes: 0 done, 1 refused, 2 usage, 3 fault.
@Suite struct ExitTests {
  @Test(arguments: [
    ["nonsense"], ["calendar", "add", "2026-02-30", "5"], ["calendar", "add", "2026-03-01"],
    ["calendar", "days", "hej"], ["calendar", "add", "2026-03-24", "25", "--policy", "none"],
    ["rules", "explain", "NO_SUCH_RULE"], ["case", "show", "4711", "--as", "fk"],
    ["case", "show", "AFU-2026-0001"], ["case", "show", "AFU-2026-0001", "--as", "somebody"],
    ["case", "list", "--sort", "colour"], ["draw", "verify", "x"],
    ["outbox", "list", "--state", "lost"], ["simulate", "--months", "0"],
    ["simulate", "--seed", "-1"], ["demo", "--cases", "-5"], ["verify", "--database", "mysql:x"],
    ["receive"], ["verify", "--unknown-option"],
  ])
  func `arguments that make no sense end with 2 and a word about it`(
    arguments: [String]
  ) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let outcome = try Program.run(arguments, in: scratch.path)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
    // A refused command leaves nothing behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }

  @Test(arguments: [["--help"], ["case", "--help"], ["serve", "--help"]])
  func `help ends with 0`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0 && outcome.output.contains("USAGE"))
  }

  @Test(arguments: [
    ["verify"], ["rebuild"], ["case", "list"], ["outbox", "list"], ["receive", "x.xml"],
    ["draw", "verify", "AFU-2026-0001"], ["serve", "--port", "0"],
  ])
  func `a database that is not there ends with 3 and is not made`(arguments: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("none.sqlite")
    let outcome = try Program.run(arguments + ["--database", "sqlite:\(path)"])
    #expect(outcome.status == 3, "\(outcome.errors)")
    #expect(outcome.errors.contains("no database") && outcome.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a key file that others can read, that is wrong or missing ends with 3`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let database = "sqlite:" + scratch.file("d.sqlite")
    let key = scratch.file("d.sqlite.key")
    let made = try Program.run(["migrate", "--create-key", "--database", database])
    #expect(made.status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try Program.run(["verify", "--database", database]).status == 0)
    func permit(_ mode: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key)
    }
    try permit(0o644)
    let open = try Program.run(["verify", "--database", database])
    #expect(open.status == 3 && open.errors.contains("store.key.mode"))
    try permit(0o600)
    try "kort\n".write(toFile: key, atomically: false, encoding: .utf8)
    try permit(0o600)
    let wrong = try Program.run(["verify", "--database", database])
    #expect(wrong.status == 3 && wrong.errors.contains("store.key.content"))
    #expect(!wrong.errors.contains("kort"))
    try FileManager.default.removeItem(atPath: key)
    let missing = try Program.run(["verify", "--database", database])
    #expect(missing.status == 3 && missing.errors.contains("store.key.unreadable"))
  }

  @Test func `another database's key opens nothing`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let database = try SharedDemonstration.database.get()
    let other = scratch.file("other.key")
    let made = try Program.run([
      "migrate", "--create-key", "--database", "sqlite:" + scratch.file("o.sqlite"),
      "--key-file", other,
    ])
    #expect(made.status == 0)
    let outcome = try Program.run(["case", "list", "--database", database, "--key-file", other])
    #expect(outcome.status == 3 && outcome.errors.contains("does not belong"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    let verify = try Program.run(["verify", "--database", database, "--key-file", other])
    #expect(verify.status == 3 && verify.errors.contains("does not belong"))
  }

  @Test func `a database without tables ends with 3 and says what to do`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("empty.sqlite")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let key = scratch.file("k")
    _ = try Program.run([
      "migrate", "--create-key", "--key-file", key, "--database",
      "sqlite:" + scratch.file("o.sqlite"),
    ])
    let outcome = try Program.run(["verify", "--database", "sqlite:\(path)", "--key-file", key])
    #expect(outcome.status == 3 && outcome.errors.contains("samsyn migrate"))
  }

  @Test func `a file that is no database ends with 3`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("text.sqlite")
    try String(repeating: "Detta är ingen databas. ", count: 200)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      ["verify", "--database", "sqlite:\(path)"], environment: ["SAMSYN_KEY_FILE": path])
    #expect(outcome.status == 3, "\(outcome.errors)")
  }

  @Test func `a server that cannot be reached ends with 3`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let key = scratch.file("k")
    _ = try Program.run([
      "migrate", "--create-key", "--key-file", key, "--database",
      "sqlite:" + scratch.file("o.sqlite"),
    ])
    let outcome = try Program.run([
      "verify", "--database", "postgresql://samsyn:hemligt@127.0.0.1:1/x", "--key-file", key,
    ])
    #expect(outcome.status == 3, "\(outcome.errors)")
    #expect(!outcome.errors.contains("hemligt") && !outcome.output.contains("hemligt"))
  }
}
