// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Service

/// `samsyn dispose`.
struct DisposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose",
    abstract: "Dispose of an ended case: destroy its key, for ever.",
    discussion: """
      What was said in the case can never be read again; its number and dates stay. Backups \
      that hold the key must expire before the disposal is complete.
      """)

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: String

  @Option(help: "The decision it rests on, without personal data; it is kept in the log.")
  var reason: String

  @Flag(help: "Yes, destroy it. Without this nothing is done.")
  var yes = false

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let assessmentId: String
    let disposed: Bool
  }

  func run() async throws {
    guard let number = try? CaseNumber(id) else {
      throw CommandOutput.failure("A case number looks like AFU-2026-0412.", .usage)
    }
    guard yes else {
      throw CommandOutput.failure(
        "This cannot be undone. Say --yes to destroy the key of \(number).", .usage)
    }
    do {
      let service = try await options.service()
      try await service.dispose(number, reason: reason)
      await service.close()
      if json {
        try CommandOutput.json(Answer(assessmentId: number.description, disposed: true))
      } else {
        CommandOutput.line("\(number) is disposed of.")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}
