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
      them is not rewritten. Decisions and background variables that have been supplied are part \
      of it; 'follow-up list' tells how certificates are tied and what the last one tied otherwise.
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
      for line in FollowUpListCommand.details(edition) { CommandOutput.line(line) }
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
      for edition in editions {
        CommandOutput.line(Self.line(edition))
        for line in Self.details(edition) { CommandOutput.line("  " + line) }
      }
      if editions.isEmpty { CommandOutput.line("none") }
    } catch {
      throw commandFailure(error)
    }
  }

  /// How certificates are tied, what the last edition tied otherwise, and what was supplied.
  static func details(_ edition: BuiltEdition) -> [String] {
    let made = edition.made
    var lines: [String] = []
    if let ties = made.ties {
      let counts = CareUnitTie.allCases.map { "\($0.rawValue) \(ties[$0.rawValue] ?? 0)" }
      lines.append("tied: " + counts.joined(separator: ", "))
    }
    if let change = made.tieChanges, change.certificates > 0 {
      let moves = change.ties.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      lines.append(
        "tied otherwise than in the last edition: \(change.certificates) of \(change.compared) ("
          + (moves + ["other care unit \(change.otherUnit)"]).joined(separator: ", ") + ")")
    }
    if let through = made.outcomesThrough {
      lines.append("decisions and controls: \(made.outcomes ?? 0), through \(through)")
    }
    if let background = made.background, !background.isEmpty {
      lines.append("background variables: " + background.joined(separator: ", "))
    }
    return lines
  }

  static func line(_ edition: BuiltEdition) -> String {
    "edition \(edition.number)  \(edition.built)  through document "
      + "\(edition.documentsThrough)  \(edition.folder)"
  }
}
