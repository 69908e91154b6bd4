// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestMachine
import Testing

@testable import Service

@Suite struct `The mail program` {
  /// A program of these lines of shell, in a folder of its own that is removed afterwards.
  private func with(
    _ lines: String, timeLimit: Duration = .seconds(20),
    _ body: (MailProgram, URL) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "samsyn-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "sendmail").path
    let text = "#!/bin/sh\ncd '\(folder.path)' || exit 9\n\(lines)\n"
    // It is written by another process: a program that this one has open for writing cannot be
    // started, and a child that another test starts has it open for a moment.
    let writer = try ChildProcess([
      "sh", "-c", "printf %s \"$1\" > \"$0\" && chmod 700 \"$0\"", path, text,
    ])
    try #require(writer.wait() == .status(0))
    try await body(MailProgram(path: path, timeLimit: timeLimit), folder)
  }

  @Test func `it gets the mail and the recipient, and nothing else of this process`() async throws {
    let open = try #require(tmpfile())
    defer { fclose(open) }
    try await with("cat > mail; echo \"$@\" > words; env > names; ls /proc/$$/fd > files") {
      program, folder in
      try await program.take(Array("To: a\r\n\r\nHej".utf8), to: "-odq@samsyn.example")
      func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
      #expect(try text("mail") == "To: a\r\n\r\nHej")
      #expect(try text("words") == "-i -- -odq@samsyn.example\n")
      let names = try text("names").split(separator: "\n").map { $0.split(separator: "=")[0] }
      #expect(Set(names).subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["PATH"])
      // Its own input and output, and the script that the shell reads.
      #expect(try text("files").split(separator: "\n").count <= 5)
    }
  }

  @Test func `what it does not take is told`() async throws {
    try await with("exit 75") { program, _ in
      await #expect(throws: MailProgram.Failure.self) {
        try await program.take([1], to: "a@samsyn.example")
      }
    }
  }

  @Test func `one that hangs is ended`() async throws {
    try await with("sleep 600", timeLimit: .milliseconds(300)) { program, _ in
      await #expect(throws: (any Error).self) {
        try await program.take([1], to: "a@samsyn.example")
      }
    }
  }
}
