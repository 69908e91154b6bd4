// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Testing

@testable import Documents

struct ToolRunnerTests {
  /// Runs a script in the place of qpdf.
  private static func run(
    _ script: String, _ arguments: [String] = [], timeLimit: Duration = .seconds(20),
    outputBytesMax: Int = 100_000
  ) async throws -> ToolOutcome {
    // Files in memory may not be allowed to run.
    try await PrivateFolder.with(bytes: 1, roots: [NSTemporaryDirectory()]) { tools in
      let path = "\(tools.path)/qpdf"
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(chmod(path, 0o700) == 0)
      let runner = ToolRunner(
        folders: [tools.path, "/usr/bin"], timeLimit: timeLimit, outputBytesMax: outputBytesMax)
      return try await PrivateFolder.with(bytes: 1) { folder in
        let outcome = try await runner.run(.qpdf, arguments, in: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        return outcome
      }
    }
  }

  @Test func `what a program writes and how it ends is known`() async throws {
    let outcome = try await Self.run("printf 'sidor: %s' \"$1\"; echo fel >&2; exit 3", ["$(x) 'y"])
    #expect(outcome.text == "sidor: $(x) 'y")
    #expect(outcome.exit == .status(3))
    #expect(try await Self.run("kill -TERM $$").exit == .signal(SIGTERM))
  }

  @Test func `a program is given nothing of ours`() async throws {
    let variables = try await Self.run("env; cat").text.split(separator: "\n")
      .map { String($0.prefix { $0 != "=" }) }
    let ours: Set = ["HOME", "LC_ALL", "PATH", "TMPDIR"]
    #expect(Set(variables).subtracting(["PWD", "_", "OLDPWD", "SHLVL"]) == ours)
    // The three standard ones and the one of the listing itself.
    let files = try await Self.run("ls /proc/self/fd | wc -l")
    #expect(files.text.filter(\.isNumber) == "4")
    let blocked = try await Self.run("exec grep SigBlk /proc/self/status")
    #expect(blocked.text.filter { $0.isNumber && $0 != "0" }.isEmpty)
  }

  @Test func `a program that takes too long is ended and waited for`() async throws {
    // Were it not ended, nobody would wait for the end of this test.
    await #expect(throws: FileFault.tooDemanding) {
      try await Self.run("exec sleep 36000", timeLimit: .milliseconds(300))
    }
  }

  @Test func `a cancelled check ends its program`() async throws {
    let task = Task { try await Self.run("exec sleep 36000", timeLimit: .seconds(36_000)) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    await #expect(throws: FileFault.cancelled) { try await task.value }
  }

  @Test func `a program that writes too much is ended`() async throws {
    await #expect(throws: FileFault.tooDemanding) {
      try await Self.run("exec head -c 200000 /dev/zero")
    }
    #expect(try await Self.run("exec head -c 100000 /dev/zero").output.count == 100_000)
  }

  @Test func `only so many programs run at once, and all get their turn`() async {
    let gate = ToolGate(places: 2)
    let counter = Counter()
    await withTaskGroup { group in
      for _ in 0..<20 {
        group.addTask {
          await gate.enter()
          counter.begin()
          try? await Task.sleep(for: .milliseconds(2))
          counter.end()
          gate.leave()
        }
      }
    }
    #expect(counter.most == 2)
    #expect(counter.done == 20)
  }

  @Test func `a missing program is named with its package`() async throws {
    let runner = ToolRunner(folders: ["/nowhere"])
    #expect(runner.missing == ExternalTool.allCases.filter { !$0.isOptional })
    #expect(FileFault.toolMissing(.pdftotext).description.contains("poppler-utils"))
    let check = FileCheck(tools: ToolRunner(folders: ["/nowhere"]))
    await #expect(throws: FileFault.toolMissing(.prlimit)) {
      try await PrivateFolder.with(bytes: 1) { folder in
        _ = try await check.check(try PrivateFile.write(SamplePDF.make(["x"]), into: folder))
      }
    }
  }

  @Test func `many programs at once leave nothing behind`() async throws {
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<12 {
        group.addTask {
          let outcome = try await Self.run("echo $$")
          return Int32(outcome.text.filter(\.isNumber)) ?? -1
        }
      }
      for try await process in group {
        #expect(process > 0)
        // A process that was not waited for could still be sent a signal.
        #expect(kill(process, 0) == -1)
      }
    }
  }
}

/// How many were inside at once, and how many there were.
private final class Counter: Sendable {
  private let now = Mutex(0)
  private let highest = Mutex(0)
  private let all = Mutex(0)

  var most: Int { highest.withLock { $0 } }
  var done: Int { all.withLock { $0 } }

  func begin() {
    let count = now.withLock { now in
      now += 1
      return now
    }
    highest.withLock { $0 = max($0, count) }
  }

  func end() {
    now.withLock { $0 -= 1 }
    all.withLock { $0 += 1 }
  }
}
