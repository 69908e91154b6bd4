// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Service

/// `samsyn outbox resend`.
struct OutboxResend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Give a dead message all its attempts again.")

  @Argument(help: "The message's number in the list.")
  var id: Int

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      let line = try await service.resendMessage(id)
      await service.close()
      try DeadLetterAnswer(message: line).write(json, "Message \(id) waits again.")
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn outbox abandon`.
struct OutboxAbandon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abandon",
    abstract: "Give a message up for good, so that the later ones of its case may leave.")

  @Argument(help: "The message's number in the list.")
  var id: Int

  @Option(help: "Why, without personal data; it is kept in the log.")
  var reason: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      let line = try await service.abandonMessage(id, reason: reason)
      await service.close()
      try DeadLetterAnswer(message: line).write(json, "Message \(id) is given up.")
    } catch {
      throw commandFailure(error)
    }
  }
}

private struct DeadLetterAnswer: Encodable {
  let message: OutboxLine

  func write(_ json: Bool, _ text: String) throws {
    if json { try CommandOutput.json(self) } else { CommandOutput.line(text) }
  }
}
