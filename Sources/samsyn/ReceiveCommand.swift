// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn receive`.
struct ReceiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Take in contract messages from files: SOAP envelopes or bare bodies.",
    discussion: """
      The files are taken in the order they are named, each whole or not at all. For each the \
      contract's answer is printed. Exit 1 if any was refused.
      """)

  @Argument(help: "Files with one message each.")
  var files: [String]

  @Option(
    help: "Who sent them: fk, an organisation number or an HSA-id; else the envelope's sender.")
  var from: String?

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON: one object with all results.")
  var json = false

  private struct FileResult: Encodable {
    let file: String
    let result: ReceivedMessage

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(file, forKey: .file)
      try result.encode(to: encoder)
    }

    enum CodingKeys: String, CodingKey { case file, result }
  }

  private struct Answer: Encodable {
    let results: [FileResult]
  }

  func run() async throws {
    var sender: MessageSender?
    if let from {
      sender = MessageSender(from)
      if sender == nil {
        throw CommandOutput.failure(
          "--from is fk, an organisation number or an HSA-id.", .usage)
      }
    }
    do {
      let service = try await options.service()
      var results: [FileResult] = []
      for file in files {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
          throw CommandOutput.failure("The file \(file) cannot be read.", .usage)
        }
        let result = try await service.receive([UInt8](data), from: sender)
        results.append(FileResult(file: file, result: result))
        if !json { Self.show(result, file: file) }
      }
      await service.close()
      if json { try CommandOutput.json(Answer(results: results)) }
      if results.contains(where: { !$0.result.isAccepted }) { throw ExitStatus.refused.code }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func show(_ result: ReceivedMessage, file: String) {
    let parts: [String?] = [
      "\(file): \(result.resultCode)", result.message, result.assessmentId, result.itemId,
      result.errorId.first, result.code, result.field, result.line.map { "line \($0)" },
    ]
    CommandOutput.line(parts.compactMap { $0 }.joined(separator: "  "))
    if let text = result.resultText { CommandOutput.line("  \(text)") }
    CommandOutput.line(result.response)
  }
}
