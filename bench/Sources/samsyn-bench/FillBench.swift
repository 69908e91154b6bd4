// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// Fills a database with made-up cases and tells how long it took.
struct FillBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fill a database with made-up cases.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Number of cases.")
  var cases = 10_000

  func run() async throws {
    var figures = Figures()
    let filled = try await FilledDatabase.make(cases, in: options.folder)
    figures.add("fill \(cases) cases", filled.seconds, "s")
    figures.add("cases per second", Double(cases) / filled.seconds, "1/s")
    figures.add("size of the database", filled.megabytes, "MB")
    try figures.show(json: options.json)
  }
}

/// A database with so many cases, made once and used again.
struct FilledDatabase {
  let path: String
  /// How long filling took, now or when it was made.
  let seconds: Double

  var address: String { "sqlite:\(path)" }

  var megabytes: Double {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return Double(size ?? 0) / 1_048_576
  }

  static func make(_ cases: Int, in folder: String) async throws -> FilledDatabase {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let path = URL(fileURLWithPath: folder).appending(path: "cases-\(cases).sqlite").path
    let note = path + ".seconds"
    if let text = try? String(contentsOfFile: note, encoding: .utf8), let seconds = Double(text) {
      // It may have been made by an earlier version.
      let database = try await Database.open(.sqlite(path: path))
      try await Migrator.migrate(database, at: Clock.system.now())
      await database.close()
      return FilledDatabase(path: path, seconds: seconds)
    }
    for suffix in ["", "-wal", "-shm", ".key"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    let keyring = try Keyring.create(file: path + ".key")
    let database = try await Database.open(.sqlite(path: path))
    try await Migrator.migrate(database, at: Clock.system.now())
    await database.close()
    let service = try await SamsynService.open(.sqlite(path: path), keyring: keyring)
    let start = secondsNow()
    let step = max(cases / 20, 1000)
    try await service.fillDemonstration(seed: 1, cases: cases) { written in
      if written % step == 0 { tell("\(written) cases, \(Int(secondsNow() - start)) s") }
    }
    let seconds = secondsNow() - start
    // In operation notices have gone out by the day; here those of all days are left to the end.
    tell("notices")
    try await service.tick()
    await service.close()
    try String(seconds).write(toFile: note, atomically: true, encoding: .utf8)
    return FilledDatabase(path: path, seconds: seconds)
  }
}
