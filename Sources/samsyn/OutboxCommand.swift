// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn outbox`.
struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "What is to go out to external parties.",
    subcommands: [
      OutboxList.self, OutboxShow.self, OutboxExport.self, OutboxResend.self,
      OutboxAbandon.self,
    ])
}

struct OutboxList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages, oldest first.")

  @Option(help: "pending, delivered, dead or abandoned.")
  var state = "pending"

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let messages: [OutboxLine]
  }

  func run() async throws {
    guard let state = OutboxState(rawValue: state) else {
      throw CommandOutput.failure("The state is pending, delivered, dead or abandoned.", .usage)
    }
    do {
      let service = try await options.service()
      let lines = try await service.outbox(state)
      await service.close()
      if json {
        try CommandOutput.json(Answer(messages: lines))
      } else {
        for line in lines {
          let about = line.assessmentId ?? line.recipient
          let failure = line.errorCode.map { "  \($0)" } ?? ""
          CommandOutput.line(
            "\(line.id)  \(about)  \(line.message)  \(line.state)  \(line.created)" + failure)
        }
        if lines.isEmpty { CommandOutput.line("Nothing is \(state.rawValue).") }
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

struct OutboxShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message as it would leave.")

  @Argument(help: "The message's number in the list.")
  var id: Int

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let message: OutboxLine
    let xml: String?
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let message = try await service.outboxMessage(id)
      await service.close()
      let xml = message.xml.map { String(decoding: $0, as: UTF8.self) }
      if json {
        try CommandOutput.json(Answer(message: message.line, xml: xml))
      } else {
        let isMail = message.mail != nil
        CommandOutput.line(
          xml
            ?? (isMail
              ? "Mail that says that there is something new in Samsyn, and no more."
              : "The contract cannot tell this event."))
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

struct OutboxExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write every waiting message to a folder and mark it as delivered.")

  @Argument(help: "The folder; it is made if missing.")
  var folder: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let delivered: Int
    let failed: Int
    let folder: String
  }

  func run() async throws {
    let target = URL(fileURLWithPath: folder)
    do {
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      let service = try await options.service()
      let (delivered, failed) = try await service.deliver { message in
        guard let xml = message.xml else { return }
        let number = String(repeating: "0", count: max(0, 8 - "\(message.line.id)".count))
        let name =
          "\(number)\(message.line.id)-\(message.line.message)-"
          + "\(message.line.assessmentId ?? "").xml"
        // Written beside and renamed, so that a reader never finds half a message.
        try Data(xml).write(to: target.appending(path: name), options: .atomic)
      }
      await service.close()
      if json {
        try CommandOutput.json(Answer(delivered: delivered, failed: failed, folder: folder))
      } else {
        CommandOutput.line("\(delivered) messages written, \(failed) failed.")
      }
      if failed > 0 { throw ExitStatus.fault.code }
    } catch {
      throw commandFailure(error)
    }
  }
}
