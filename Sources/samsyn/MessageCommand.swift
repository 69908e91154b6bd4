// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn message`.
struct MessageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "Read the messages of a case as a party was sent them.",
    subcommands: [MessageList.self])
}

struct MessageList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a case's threads with their messages.",
    discussion: """
      The log of reads says that it was the operator who read. Nothing is marked as read.
      Example: samsyn message list AFU-2026-0001 --as region:SE0000000000-05 --json
      """)

  @Argument(help: "The case's number.")
  var number: String

  @Option(name: .customLong("as"), help: "fk, region:HSAID or performer:HSAID.")
  var party: Party = .fk

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let number: CaseNumber
    let party: Party
    let threads: [ThreadJSON]
  }

  func run() async throws {
    guard let id = try? CaseNumber(number) else {
      throw CommandOutput.failure("A case's number is AFU-YYYY-NNNN.", .usage)
    }
    do {
      let service = try await options.service()
      let view = try await service.conversation(
        id, for: try await party.operatorActor(in: id, of: service), purpose: .export)
      await service.close()
      let threads = view.threads.map { ThreadJSON($0, in: id) }
      if json {
        try CommandOutput.json(Answer(number: id, party: party, threads: threads))
        return
      }
      for thread in threads { Self.write(thread) }
      if threads.isEmpty { CommandOutput.line("\(party) has been sent no messages of \(id).") }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func write(_ thread: ThreadJSON) {
    let state = thread.thread.isSettled ? "settled" : "open"
    CommandOutput.line(
      "\(thread.thread.number)  \(state)  \(thread.thread.matter)  \(thread.thread.subject)")
    for message in thread.messages {
      CommandOutput.line(
        "  \(message.number)  \(message.at)  \(message.author.party)  \(message.author.name)")
      for line in message.text.split(separator: "\n", omittingEmptySubsequences: false) {
        CommandOutput.line("     \(line)")
      }
      for attachment in message.attachments ?? [] {
        CommandOutput.line("     attached: \(attachment.name), \(attachment.file.bytes) bytes")
      }
    }
    for mark in thread.reads {
      CommandOutput.line(
        "  read through \(mark.through) by \(mark.name), \(mark.party), \(mark.at)")
    }
  }
}
