// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// Durable commands per second against durable bare inserts on the same database.
struct CommandsBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands",
    abstract: "Durable commands per second against the bare insert rate of the same database.")

  @OptionGroup var options: BenchOptions

  @Option(help: "sqlite, postgres or both.")
  var engine = "both"

  @Option(help: "Seconds for each turn; commands and inserts take four turns each.")
  var seconds = 4.0

  @Option(help: "How many work at once in the second measurement.")
  var workers = 6

  func run() async throws {
    guard ["sqlite", "postgres", "both"].contains(engine) else {
      throw ValidationError("The engine is sqlite, postgres or both.")
    }
    var figures = Figures()
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
    if engine != "postgres" {
      let path = URL(fileURLWithPath: options.folder)
        .appending(path: "commands-\(getpid()).sqlite").path
      try await measure("SQLite", .sqlite(path: path), &figures)
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    if engine != "sqlite" {
      let cluster = try PostgresCluster(in: options.folder)
      defer { cluster.stop() }
      try await measure("PostgreSQL", try DatabaseAddress(cluster.address), &figures)
    }
    try figures.show(json: options.json)
  }

  private func measure(
    _ name: String, _ address: DatabaseAddress, _ figures: inout Figures
  ) async throws {
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: Clock.system.now())
    let inserts = BareInserts(database)
    try await inserts.prepare()
    let keyring = try Keyring(master: [UInt8](repeating: 1, count: Keyring.masterBytes))
    let service = try await SamsynService.open(address, keyring: keyring)
    let work = try await CommandStream(service)
    for workers in [1, workers] {
      tell("\(name), \(workers) at once")
      var commands = 0.0
      var bare = 0.0
      // In turns, so that a disk that slows down slows both.
      for _ in 0..<4 {
        bare += try await rate(workers) { try await inserts.one() }
        commands += try await rate(workers) { try await work.next() }
      }
      let who = workers == 1 ? "one at a time" : "\(workers) at once"
      figures.add("\(name), commands per second, \(who)", commands / 4, "1/s")
      figures.add("\(name), bare inserts per second, \(who)", bare / 4, "1/s")
      if workers == 1 {
        figures.add("\(name), share, \(who)", commands / bare, "", atLeast: 0.5)
      } else {
        figures.add("\(name), share, \(who)", commands / bare, "")
      }
    }
    await service.close()
    await database.close()
  }

  private func rate(
    _ workers: Int, _ body: @escaping @Sendable () async throws -> Void
  ) async throws -> Double {
    let start = secondsNow()
    let until = start + seconds
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<workers {
        group.addTask {
          var count = 0
          while secondsNow() < until {
            try await body()
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    return Double(count) / (secondsNow() - start)
  }
}

/// One durable row at a time, as large as an event.
private struct BareInserts: Sendable {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func prepare() async throws {
    let payload = database.engine == .postgres ? "BYTEA" : "BLOB"
    try await database.write { connection in
      _ = try connection.execute("CREATE TABLE bare_row (payload \(payload) NOT NULL)")
    }
  }

  func one() async throws {
    try await database.write { connection in
      _ = try connection.execute(
        "INSERT INTO bare_row (payload) VALUES (?)",
        [.blob([UInt8](repeating: 7, count: 600))])
    }
  }
}
