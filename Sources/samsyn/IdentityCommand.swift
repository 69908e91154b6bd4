// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain

/// `samsyn id`: identities of people and organisations.
struct IdentityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "id",
    abstract: "Check identities: personal numbers, organisation numbers, HSA-ids.",
    subcommands: [IdentityCheckCommand.self])
}

/// `samsyn id check`. An identity that is not valid ends with 1, after the answer.
struct IdentityCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what an identity is and whether it is valid.",
    discussion: """
      Examples:
        samsyn id check 19121212-1212
        samsyn id check 121212+1212 --on 2026-06-12 --json
        samsyn id check 202100-5521
      """)

  @Argument(help: "The identity. One that begins with a hyphen is written after --.")
  var text: String

  @Option(help: "The day that settles the century of ten digits; by default today.")
  var on: Day?

  @Flag(help: "Answer as JSON.")
  var json = false

  func run() throws {
    let check = IdentityCheck.check(text, on: on ?? .today)
    if json {
      try CommandOutput.json(Answer(check))
    } else {
      IdentityCheckCommand.lines(check).forEach(CommandOutput.line)
    }
    if !check.valid { throw ExitStatus.refused.code }
  }

  private static func lines(_ check: IdentityCheck) -> [String] {
    guard let reason = check.reason else {
      let facts = [
        check.kind?.rawValue, check.normalized, check.birthDate?.description, check.sex?.rawValue,
      ]
      return [facts.compactMap { $0 }.joined(separator: "  ")]
    }
    return [check.kind?.rawValue, reason.sv, reason.en].compactMap { $0 }
  }

  private struct Answer: Encodable {
    let input: String
    let kind: IdentityCheck.Kind?
    let valid: Bool
    let normalized: String?
    let birthDate: Day?
    let sex: Sex?
    let fault: IdentityFault?
    let reason: String?
    let reasonEn: String?

    init(_ check: IdentityCheck) {
      input = check.input
      kind = check.kind
      valid = check.valid
      normalized = check.normalized
      birthDate = check.birthDate
      sex = check.sex
      fault = check.fault
      reason = check.reason?.sv
      reasonEn = check.reason?.en
    }
  }
}
