// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn migrate`.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the database's tables up to this program.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Create the key file if it is missing.")
  var createKey = false

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let applied: Int
    let migrations: Int
  }

  func run() async throws {
    do {
      if createKey, let path = options.keyPath, !FileManager.default.fileExists(atPath: path) {
        _ = try Keyring.create(file: path)
      }
      let database = try await Database.open(try options.address())
      let before = try await Migrator.status(database)
      try await Migrator.migrate(database, at: Clock.system.now())
      let after = try await Migrator.status(database)
      await database.close()
      let answer = Answer(
        applied: after.applied - before.applied, migrations: after.applied)
      if json {
        try CommandOutput.json(answer)
      } else {
        CommandOutput.line("\(answer.applied) migrations applied, \(answer.migrations) in all.")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn rebuild`.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Recreate every list from the journal.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let cases: Int
    let digest: String
    /// The lists were already what the journal says.
    let unchanged: Bool
  }

  func run() async throws {
    do {
      let service = try await options.service()
      try await service.refreshDue()
      let before = try await service.listsDigest()
      let cases = try await service.rebuild()
      let after = try await service.listsDigest()
      await service.close()
      let answer = Answer(cases: cases, digest: after, unchanged: before == after)
      if json {
        try CommandOutput.json(answer)
      } else {
        CommandOutput.line(
          "\(cases) cases rebuilt; the lists \(answer.unchanged ? "were the same" : "differed").")
        CommandOutput.line("digest \(after)")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every hash chain, version, anchor, document, attachment and edition.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let sound: Bool
    let events: Int
    let streams: Int
    let anchors: Int
    let documents: Int
    let documentBytes: Int
    /// Editions of the follow-up whose columns were read.
    let editions: Int
    let faults: [String]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let report = try await service.verify()
      let documents = try await service.verifyDocuments()
      let editions = try await service.verifyEditions()
      await service.close()
      let answer = Answer(
        sound: report.isSound && documents.isSound && editions.faults.isEmpty,
        events: report.events,
        streams: report.streams, anchors: report.anchors, documents: documents.documents,
        documentBytes: documents.bytes, editions: editions.count,
        faults: report.faults.map { "\($0)" } + documents.faults.map { "document \($0)" }
          + editions.faults)
      let count = report.faultCount + documents.faultCount + editions.faults.count
      if json {
        try CommandOutput.json(answer)
      } else {
        CommandOutput.line(
          "\(answer.events) events in \(answer.streams) streams, \(answer.anchors) anchors, "
            + "\(answer.documents) documents, \(answer.editions) editions: "
            + (answer.sound ? "sound." : "\(count) faults."))
        for fault in answer.faults { CommandOutput.line("  \(fault)") }
      }
      if !answer.sound { throw ExitStatus.refused.code }
    } catch {
      throw commandFailure(error)
    }
  }
}
