// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain
import Foundation
import Synthetic

/// `samsyn synthetic`: made-up material to explore and to load with.
struct SyntheticCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthetic",
    abstract: "Make up material that nobody's life is in, for demonstration and load.",
    subcommands: [SyntheticCertificatesCommand.self])
}

/// `samsyn synthetic certificates`: a folder of certificates and all that belongs to them.
struct SyntheticCertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "Write a folder of made-up medical certificates, messages and a catalogue.",
    discussion: """
      Writes certificates/YEAR/MONTH/ID.xml (läkarintyg för sjukpenning: FK 7804, and before 2018 \
      FK 7263 in both of its shapes), \
      messages/YEAR/MONTH/ID.xml (requests for supplements, reminders, answers, withdrawals), \
      hsa/hsaunits-DAY.xml and hsa/attributes-DAY.csv (the catalogue of health care, once a \
      year), indicators.csv (figures that certificates cannot tell), decisions.csv, \
      background.csv and README.txt. The folder must be empty or not be there yet. With --zip \
      certificates and messages are in documents-YEAR.zip, which 'certificates import' takes.

      Everything is invented. How common diagnoses, long cases and supplements are follows \
      published figures; nothing in it is an outcome of care. The same seed, last day and \
      numbers give the same files, byte for byte. A few documents break the rules on purpose.

      Example:
        samsyn synthetic certificates --years 2 --per-year 5000 --seed 1 --out intyg \\
          --to 2026-05-31
      """)

  @Option(help: "How many years, which end with the last day (1-30).")
  var years: Int

  @Option(help: "How many certificates in a year, about (1-20000000).")
  var perYear: Int

  @Option(help: "Which of the made-up countries.")
  var seed: UInt64

  @Option(help: "The folder.")
  var out: String

  @Option(help: "The last day, as 2026-05-31; today if it is left out.")
  var to: Day?

  @Flag(help: "Put certificates and messages in an archive for each year.")
  var zip = false

  @Flag(help: "End with a summary as JSON.")
  var json = false

  func validate() throws {
    guard (1...30).contains(years) else { throw ValidationError("--years is 1 to 30.") }
    guard (1...20_000_000).contains(perYear) else {
      throw ValidationError("--per-year is 1 to 20000000.")
    }
    if let to, !(1990...2100).contains(to.year) {
      throw ValidationError("--to is a day of the years 1990-2100.")
    }
  }

  func run() throws {
    guard SyntheticFolder.isFree(out) else {
      throw CommandOutput.failure("the folder \(out) is not empty", .usage)
    }
    let certificates = SyntheticCertificates(
      seed: seed, through: to ?? .today, years: years, perYear: perYear)
    let folder = SyntheticFolder(
      URL(filePath: out, directoryHint: .isDirectory), isZipped: zip)
    let summary: SyntheticSummary
    do {
      summary = try folder.write(certificates) { told in
        FileHandle.standardError.write(Data("samsyn: \(told)\n".utf8))
      }
    } catch {
      throw CommandOutput.failure(
        "the folder \(out) cannot be written: \(error.localizedDescription)", .fault)
    }
    if json { return try CommandOutput.json(summary) }
    CommandOutput.line(
      """
      \(summary.certificates) certificates (\(summary.first)..\(summary.last)), \
      \(summary.messages) messages, \(summary.units) units in \(summary.snapshots) snapshots, \
      \(summary.indicators) indicators, \(summary.decisions) decisions and controls, \
      \(summary.background) background values
      """)
  }
}

/// What was written, in numbers.
struct SyntheticSummary: Encodable {
  var first: String
  var last: String
  let seed: UInt64
  var certificates = 0
  var messages = 0
  /// Documents by kind and by the verdict that a reader must come to.
  var kinds: [String: Int] = [:]
  var verdicts: [String: Int] = [:]
  var units = 0
  var snapshots = 0
  var indicators = 0
  var decisions = 0
  var background = 0
}
