// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Web

/// `samsyn statement`.
struct StatementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Statements that were written and signed here.",
    subcommands: [StatementShow.self, StatementPDF.self, StatementVerify.self])
}

struct StatementShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the statement that was sent, as a party reads it.",
    discussion: """
      At a performer nobody but the case's own examiners reads it, and the operator is none of \
      them. Drafts are shown to nobody.
      """)

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: CaseArgument

  @Option(name: .customLong("as"), help: "fk or insured.")
  var party: Party

  @Option(help: "sv or en.")
  var language = Language.sv

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      let sent = try await service.sentStatement(
        in: id.number, for: try await party.operatorActor(in: id.number, of: service))
      await service.close()
      if json {
        try CommandOutput.json(SentStatementJSON(sent))
      } else {
        for line in StatementPrint(sent, language).lines() { CommandOutput.line(line) }
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

struct StatementPDF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Write the statement that was sent as a tagged PDF.",
    discussion: """
      WeasyPrint makes the PDF. Where it is not installed, --html writes the page instead, which \
      a browser prints.
      """)

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: CaseArgument

  @Option(name: .customLong("as"), help: "fk or insured.")
  var party: Party

  @Option(name: .customLong("to"), help: "A file that does not exist yet.")
  var file: String

  @Option(help: "sv or en.")
  var language = Language.sv

  @Flag(help: "Write the page and not the PDF.")
  var html = false

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let file: String
    let bytes: Int
    let digest: String
  }

  func run() async throws {
    if FileManager.default.fileExists(atPath: file) {
      throw CommandOutput.failure("\(file) is already there.", .usage)
    }
    do {
      let service = try await options.service()
      let sent = try await service.sentStatement(
        in: id.number, for: try await party.operatorActor(in: id.number, of: service),
        purpose: .export)
      let page = StatementPrint(sent, language).page()
      let bytes =
        html ? page : try await service.pdf(of: page, style: try StatementPrint.style())
      await service.close()
      guard
        FileManager.default.createFile(
          atPath: file, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      else { throw CommandOutput.failure("\(file) cannot be written.", .fault) }
      let answer = Answer(file: file, bytes: bytes.count, digest: sent.signed.digest)
      if json {
        try CommandOutput.json(answer)
      } else {
        CommandOutput.line("\(file), \(bytes.count) bytes, of statement \(answer.digest)")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

extension Language: ExpressibleByArgument {}

struct StatementVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compute digests, signatures and chains of a case's statement anew.",
    discussion: "Tells nothing of what the statement says. Exit 1 when something is wrong.")

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: CaseArgument

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let sound: Bool
    let verification: StatementVerification
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let found = try await service.verifyStatement(in: id.number)
      await service.close()
      if json {
        try CommandOutput.json(Answer(sound: found.isSound, verification: found))
      } else {
        Self.show(found)
      }
      if !found.isSound { throw ExitStatus.refused.code }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func show(_ found: StatementVerification) {
    func word(_ isRight: Bool) -> String { isRight ? "intact" : "BROKEN" }
    CommandOutput.line("history  \(word(found.isHistoryIntact))")
    if let draft = found.isDraftIntact { CommandOutput.line("draft  \(word(draft))") }
    for signed in found.signed {
      let name = signed.supplement == 0 ? "statement" : "supplement \(signed.supplement)"
      CommandOutput.line(
        "\(name)  \(signed.signedAt)  \(signed.digest)  content \(word(signed.isContentIntact))"
          + "  signature \(word(signed.isSignatureValid))"
          + "  belongs \(word(signed.belongsToStatement))")
    }
    CommandOutput.line(found.isSound ? "sound" : "NOT SOUND")
  }
}
