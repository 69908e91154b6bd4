// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// Where editions lie.
struct EditionOptions: ParsableArguments {
  @Option(
    name: .customLong("folder"),
    help:
      "Folder of the editions; else SAMSYN_FOLLOW_UP, else PATH.follow-up beside SQLite.")
  var folder: String?

  /// The folder, also where none is named.
  func base(_ options: DatabaseOptions) -> String { folder ?? Self.base(options) }

  /// The folder where none is named.
  static func base(_ options: DatabaseOptions) -> String {
    if let named = ProcessInfo.processInfo.environment["SAMSYN_FOLLOW_UP"] { return named }
    let path =
      options.named.hasPrefix("sqlite:")
      ? String(options.named.dropFirst("sqlite:".count)) + ".follow-up" : "var/follow-up"
    // A server that is started elsewhere finds it too.
    return URL(fileURLWithPath: path).path
  }
}

/// `samsyn follow-up`.
struct FollowUpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "Editions of what is counted of certificates.",
    subcommands: [FollowUpBuildCommand.self, FollowUpListCommand.self])
}

/// `samsyn follow-up build`.
struct FollowUpBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make an edition of all documents and of the catalogue's copies.",
    discussion: """
      Persons of whom nothing new has come are taken over from the last edition; what comes out is \
      the same as if all had been read anew, in any order of arrival. Where nothing has changed \
      the last edition is answered. Older editions stay where they are: what was published from \
      them is not rewritten.
      """)

  @OptionGroup var editions: EditionOptions

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      let edition = try await service.buildFollowUp(in: editions.base(options))
      await service.close()
      if json { return try CommandOutput.json(edition) }
      CommandOutput.line(FollowUpListCommand.line(edition))
      guard edition.isNew else { return CommandOutput.line("nothing has changed") }
      let made = edition.made
      CommandOutput.line(
        "\(made.newDocuments) new documents, \(made.personsRead) persons read"
          + (made.isWhole ? "" : ", the others taken over"))
      if !made.newSnapshots.isEmpty {
        let days = made.newSnapshots.map(\.description).joined(separator: ", ")
        CommandOutput.line(
          "new copies of the catalogue \(days): care units +\(made.unitsAdded) "
            + "-\(made.unitsGone)")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn follow-up list`.
struct FollowUpListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The editions, the newest first.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let editions: [BuiltEdition]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let editions = try await service.followUpEditions()
      await service.close()
      if json { return try CommandOutput.json(Answer(editions: editions)) }
      for edition in editions { CommandOutput.line(Self.line(edition)) }
      if editions.isEmpty { CommandOutput.line("none") }
    } catch {
      throw commandFailure(error)
    }
  }

  static func line(_ edition: BuiltEdition) -> String {
    "edition \(edition.number)  \(edition.built)  through document "
      + "\(edition.documentsThrough)  \(edition.folder)"
  }
}
