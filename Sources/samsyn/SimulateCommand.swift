// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn simulate`.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Let many parties work for months, with faults, and check every invariant.",
    discussion: """
      Without --database a temporary one is used and removed. With --database the cases stay, \
      and with --acknowledge every acknowledged command is printed as 'ack CASE VERSION', so \
      that the program can be killed and what it said compared with what is there.
      """)

  @Option(help: "The same seed repeats the same simulation.")
  var seed: UInt64 = 1

  @Option(help: "Months of simulated time.")
  var months = 3

  @Option(
    help: "sqlite:PATH or postgresql://..., empty or written to by simulations only.")
  var database: String?

  @Option(name: .customLong("key-file"), help: "File with the master key.")
  var keyFile: String?

  @Flag(help: "Print every acknowledged command.")
  var acknowledge = false

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    guard (1...1200).contains(months) else {
      throw CommandOutput.failure("The number of months is 1 to 1200.", .usage)
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "samsyn-simulate-\(UUID().uuidString)")
    do {
      if database == nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      defer { try? FileManager.default.removeItem(at: folder) }
      let address =
        try database.map { try DatabaseAddress($0) }
        ?? .sqlite(path: folder.appending(path: "simulation.sqlite").path)
      let simulation = try await Simulation(
        seed: seed, months: months, address: address, keyring: try keyring(folder),
        onAcknowledged: acknowledge ? Self.print : nil)
      let report = try await simulation.run()
      if json {
        try CommandOutput.json(report)
      } else {
        Self.show(report)
      }
    } catch let failure as SimulationFailure {
      throw CommandOutput.failure("\(failure)", .refused)
    } catch {
      throw commandFailure(error)
    }
  }

  private func keyring(_ folder: URL) throws -> Keyring {
    let path =
      keyFile ?? database.flatMap { address in
        address.hasPrefix("sqlite:") ? String(address.dropFirst(7)) + ".key" : nil
      } ?? folder.appending(path: "simulation.key").path
    if FileManager.default.fileExists(atPath: path) { return try Keyring.load(file: path) }
    return try Keyring.create(file: path)
  }

  private static func print(_ result: CommandResult) {
    CommandOutput.line("ack \(result.id) \(result.versions.upperBound)")
    fflush(nil)
  }

  private static func show(_ report: SimulationReport) {
    CommandOutput.line("seed \(report.seed), \(report.months) months, \(report.steps) steps")
    CommandOutput.line(
      "\(report.cases) cases, \(report.ended) ended, \(report.events) events, "
        + "\(report.commands) commands, \(report.refusals) refused")
    CommandOutput.line(
      "\(report.messagesSent) messages, \(report.messagesDuplicated) came twice, "
        + "\(report.messagesLost) lost and sent again, \(report.messagesRefused) refused")
    CommandOutput.line(
      "\(report.crashes) crashes, \(report.clockJumps) clock jumps, "
        + "\(report.checks) checks: every invariant held")
  }
}
