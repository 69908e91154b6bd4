// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A program that was started and is ended with this value's `stop`.
final class ServerProcess {
  let process: pid_t
  private let output: Int32

  /// - Parameter command: the program's path and its arguments.
  init(_ command: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFailure("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    let words = command.map { (word: String) in strdup(word) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, command[0], &actions, nil, words + [nil], environ)
    close(ends[1])
    guard status == 0 else {
      close(ends[0])
      throw BenchFailure("\(command[0]) could not be started")
    }
    self.process = process
    output = ends[0]
  }

  /// The next line that the program prints; waits for it.
  func line() throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    throw BenchFailure("the program ended without a word")
  }

  /// The port in a line such as `{"address":"http://127.0.0.1:4711/"}`.
  func port() throws -> UInt16 {
    let line = try line()
    let digits = line.range(of: "127.0.0.1:").map { line[$0.upperBound...].prefix { $0.isNumber } }
    guard let digits, let port = UInt16(digits) else {
      throw BenchFailure("no address in: \(line)")
    }
    return port
  }

  /// Resident memory in MB: now, and the most it has been.
  var memory: (now: Double, most: Double) {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    func megabytes(_ name: String) -> Double {
      let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
      let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
      return (kilobytes.flatMap { Double($0) } ?? .nan) / 1024
    }
    return (megabytes("VmRSS:"), megabytes("VmHWM:"))
  }

  /// Makes `memory.most` begin anew from now.
  func forgetMostMemory() {
    try? "5".write(toFile: "/proc/\(process)/clear_refs", atomically: false, encoding: .utf8)
  }

  /// Seconds of the processor that the program has used.
  var processorSeconds: Double {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // Behind the name, which may hold anything, the 12th and 13th fields are clock ticks.
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13])
    else { return .nan }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  func stop(signal: Int32 = SIGTERM) {
    kill(process, signal)
    _ = wait()
  }

  /// Waits until the program ends; 0 is success.
  func wait() -> Int32 {
    while (try? line()) != nil {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(output)
    return status
  }

  /// Samsyn itself on a database.
  static func samsyn(_ database: String) throws -> ServerProcess {
    try ServerProcess([
      try beside("samsyn"), "serve", "--database", database, "--port", "0", "--json",
    ])
  }

  /// This program with another command.
  static func own(_ arguments: String...) throws -> ServerProcess {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return try ServerProcess([own] + arguments)
  }

  /// The program `name` that was built beside this one.
  static func beside(_ name: String) throws -> String {
    let own = URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/exe"))
    let path = own.deletingLastPathComponent().appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchFailure("\(name) was not built beside the bench")
    }
    return path
  }
}
