// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn demo`.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a demonstration: a made-up country in an empty database.",
    discussion: "The key file is created beside an SQLite database, mode 0600, if missing.")

  @OptionGroup var options: DatabaseOptions

  @Option(help: "The same seed and day give the same country.")
  var seed: UInt64 = 2026

  @Option(help: "Number of cases.")
  var cases = 500

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    let summary = try await Demonstration.make(
      options, seed: seed, cases: cases, isQuiet: json)
    if json {
      try CommandOutput.json(summary)
    } else {
      CommandOutput.line("\(summary.cases) cases, \(summary.people.count) people.")
      for person in summary.people.prefix(12) {
        CommandOutput.line("  \(person.id)  \(person.name), \(person.organisation)")
      }
    }
  }
}

/// Makes a demonstration database where there is none.
enum Demonstration {
  struct Summary: Encodable {
    let cases: Int
    let people: [Person]
  }

  struct Person: Encodable {
    let id: String
    let name: String
    let organisation: String
    let title: String
  }

  static func make(
    _ options: DatabaseOptions, seed: UInt64, cases: Int, isQuiet: Bool
  ) async throws -> Summary {
    guard (0...2_000_000).contains(cases) else {
      throw CommandOutput.failure("The number of cases is 0 to 2 000 000.", .usage)
    }
    do {
      try await prepare(options)
      let service = try await options.service()
      try await service.fillDemonstration(seed: seed, cases: cases) { written in
        guard !isQuiet, written % 100 == 0 else { return }
        FileHandle.standardError.write(Data("  \(written) cases\n".utf8))
      }
      let people = try await service.people().map {
        Person(id: $0.id, name: $0.name, organisation: $0.organisation, title: $0.title.sv)
      }
      await service.close()
      return Summary(cases: cases, people: people)
    } catch {
      throw commandFailure(error)
    }
  }

  /// Folder, key and tables.
  private static func prepare(_ options: DatabaseOptions) async throws {
    let address = try options.address()
    if case .sqlite(let path) = address {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    guard let key = options.keyPath else {
      throw CommandOutput.failure(
        "Name the file for the master key: --key-file FILE or SAMSYN_KEY_FILE.", .usage)
    }
    if !FileManager.default.fileExists(atPath: key) {
      _ = try Keyring.create(file: key)
    }
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: Clock.system.now())
    await database.close()
  }
}
