// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// How many persons are measured, how often, and which peer on the same rows answers beside it.
struct PeerOptions: ParsableArguments {
  /// What a command says of its peer.
  static let discussion =
    "DuckDB is asked through Python, with the packages of bench/peers/requirements.txt."

  @Option(help: "Persons; each has three to four certificates.")
  var persons = 3_000_000

  @Option(help: "Turns of each.")
  var turns = 5

  @Option(help: "A Python that has DuckDB.")
  var python = "python3"

  @Option(help: "The peers' programs.")
  var peers = "bench/peers"

  /// Runs a program of `peers` and reads what it prints; nil where it cannot be run.
  func ask<Answer: Decodable>(
    _ program: String, _ arguments: [String], for answer: Answer.Type = Answer.self
  ) throws -> Answer? {
    tell("asking DuckDB")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "\(peers)/\(program)"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      tell("DuckDB was not asked: \(python) cannot run \(peers)/\(program)")
      return nil
    }
    return try JSONDecoder().decode(Answer.self, from: printed)
  }
}

/// The load of the machine: how many wanted a processor in the last minute.
func loadNow() -> Double {
  var load = [0.0]
  return getloadavg(&load, 1) == 1 ? load[0] : .nan
}
