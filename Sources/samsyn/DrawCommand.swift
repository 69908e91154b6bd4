// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn draw`.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draws among performers.", subcommands: [DrawVerify.self])
}

struct DrawVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Replay a case's draw from the candidates, the commitment and the seed.")

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let sound: Bool
    let replay: DrawReplay
  }

  func run() async throws {
    guard let number = try? CaseNumber(id) else {
      throw CommandOutput.failure("A case number looks like AFU-2026-0412.", .usage)
    }
    do {
      let service = try await options.service()
      let replay = try await service.replay(number)
      await service.close()
      guard let replay else {
        throw CommandOutput.failure("No draw has been made in the case.", .refused)
      }
      if json {
        try CommandOutput.json(Answer(sound: replay.isSound, replay: replay))
      } else {
        Self.show(replay)
      }
      if !replay.isSound { throw ExitStatus.refused.code }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func show(_ replay: DrawReplay) {
    CommandOutput.line("Candidates, in the order of the draw:")
    for candidate in replay.candidates.sorted(by: { $0.performer < $1.performer }) {
      CommandOutput.line(
        "  \(candidate.performer)  \(candidate.name), free places: \(candidate.freePlaces)")
    }
    CommandOutput.line("commitment  \(replay.commitment)")
    CommandOutput.line("secret      \(replay.secret)")
    CommandOutput.line("seed        \(replay.seed)")
    let checks = [
      ("the commitment was recorded with the request", replay.committedBefore == replay.commitment),
      ("the secret gives the commitment", replay.secretMatchesCommitment),
      ("secret and case number give the seed", replay.seedMatchesSecret),
      ("the seed gives the allocated performer", replay.drawn == replay.allocated),
    ]
    for (check, holds) in checks { CommandOutput.line("\(holds ? "ok   " : "WRONG")  \(check)") }
    CommandOutput.line("drawn       \(replay.drawn?.description ?? "none")")
  }
}
