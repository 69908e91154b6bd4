// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestMachine
import Testing

/// The program as it was built beside these tests, run as anybody would run it.
enum Program {
  /// How a run ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// What it answered with `--json`.
    func json() throws -> [String: Any] {
      let line = output.split(separator: "\n").last.map(String.init) ?? ""
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any], "no object: \(line.prefix(200))")
    }
  }

  /// The program's path: the folder of the running test bundle holds all products.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: "samsyn").path
  }()

  /// Runs the program to its end.
  ///
  /// - Parameter environment: added to an environment in which no database and no key is named.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files, not pipes: a full pipe would stop the program.
    let scratch = try Scratch()
    defer { scratch.remove() }
    let files = try ["out", "err"].map { name in
      _ = FileManager.default.createFile(atPath: scratch.file(name), contents: nil)
      return try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.file(name)))
    }
    let process = try ChildProcess(
      [path] + arguments, environment: cleared.merging(environment) { $1 }, folder: folder,
      output: files[0].fileDescriptor, errors: files[1].fileDescriptor)
    let end = process.wait()
    func text(_ name: String) -> String {
      let contents = FileManager.default.contents(atPath: scratch.file(name)) ?? Data()
      return String(decoding: contents, as: UTF8.self)
    }
    let status =
      switch end {
      case .status(let status), .signal(let status): status
      }
    return Outcome(status: status, output: text("out"), errors: text("err"))
  }

  private static let cleared: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    environment["SAMSYN_DATABASE"] = nil
    environment["SAMSYN_KEY_FILE"] = nil
    environment["SAMSYN_CLAMD"] = nil
    return environment
  }()
}

/// A temporary folder.
struct Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "samsyn-command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A demonstration that the tests which only read share.
enum SharedDemonstration {
  static let cases = 60

  /// The database's address, made by `samsyn demo` the first time it is asked for.
  static let database: Result<String, any Error> = Result {
    let scratch = try Scratch()
    let address = "sqlite:" + scratch.file("demo.sqlite")
    removeAtExit(scratch.path)
    let made = try Program.run(
      ["demo", "--database", address, "--cases", "\(cases)", "--seed", "5", "--json"])
    try #require(made.status == 0, "\(made.errors)")
    return address
  }

  private static let folder = Folder()

  private final class Folder: @unchecked Sendable {
    var path = ""
  }

  private static func removeAtExit(_ path: String) {
    folder.path = path
    atexit { try? FileManager.default.removeItem(atPath: SharedDemonstration.folder.path) }
  }
}
