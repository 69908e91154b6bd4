// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn directory`.
struct DirectoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory", abstract: "Dated copies of the directory of health care (HSA).",
    subcommands: [
      DirectoryImportCommand.self, DirectorySupersede.self, DirectoryList.self,
      DirectoryChanges.self,
      DirectoryResolve.self,
    ])
}

/// `samsyn directory import`.
struct DirectoryImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Store a file of the catalogue as the copy of a day, and tell what changed.",
    discussion: """
      The file is hsaunits.xml of HSA FileService, or a table (CSV) of attributes with the columns \
      hsaIdentity, careLevel, careType, businessClassification, businessType, management, county, \
      municipality and workplaceCode, of which only the first must be there; either may be in a \
      zip archive. The whole copy is stored or nothing. The same copy again changes nothing; a \
      copy that is older than others finds its place.
      Example: samsyn directory import hsaunits.zip --as-of 2026-06-12 --json
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(help: "The day whose catalogue it is.")
  var asOf: Day

  @Option(help: "Why a copy is taken that has far fewer objects than the last; it is kept.")
  var acceptShrunk: String?

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON, with every change.")
  var json = false

  func run() async throws {
    let service = try await options.service()
    try await Self.take(file, service, json) { service throws(DirectoryImportError) in
      try await service.importDirectory(path: file, asOf: asOf, acceptShrunk: acceptShrunk)
    }
  }

  /// Does the work, closes the database, and tells what was done or why not.
  static func take(
    _ file: String, _ service: SamsynService, _ json: Bool,
    _ work: (SamsynService) async throws(DirectoryImportError) -> DirectoryImport
  ) async throws {
    let done: DirectoryImport
    do throws(DirectoryImportError) {
      done = try await work(service)
      await service.close()
    } catch {
      await service.close()
      switch error {
      case .file(let fault):
        let status: ExitStatus = fault == .unreadable ? .usage : .refused
        throw CommandOutput.failure("\(file): \(fault) (\(fault.code))", status)
      case .service(let error): throw commandFailure(error)
      }
    }
    if json { return try CommandOutput.json(done) }
    guard done.isNew else {
      return CommandOutput.line("\(done.day)  \(done.kind.rawValue)  known already")
    }
    CommandOutput.line(
      "\(done.day)  \(done.kind.rawValue)  \(done.objects) objects, \(done.passedOver) without id, "
        + "\(done.rowsWritten) rows written")
    if done.unreadDays > 0 {
      CommandOutput.line("\(done.unreadDays) first or last days are no days and were left out")
    }
    if done.unknownLevels > 0 {
      CommandOutput.line("\(done.unknownLevels) units have a careLevel that is not 01 to 05")
    }
    guard let previous = done.previous else { return }
    let counts = DirectoryChange.Kind.allCases.compactMap { kind in
      done.counts[kind.rawValue].map { "\(kind.rawValue) \($0)" }
    }
    CommandOutput.line(
      "since \(previous): " + (counts.isEmpty ? "no change" : counts.joined(separator: ", ")))
  }
}

/// `samsyn directory supersede`.
struct DirectorySupersede: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supersede",
    abstract: "Put another file in the place of the copy of a day; the old one is kept.")

  @Argument(help: "The day of the copy.")
  var day: Day

  @Argument(help: "The file.")
  var file: String

  @Option(help: "Why the old copy was wrong.")
  var reason: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON, with every change.")
  var json = false

  func validate() throws {
    guard !reason.isEmpty else { throw ValidationError("Say why: --reason TEXT.") }
  }

  func run() async throws {
    let service = try await options.service()
    try await DirectoryImportCommand.take(file, service, json) {
      service throws(DirectoryImportError) in
      try await service.supersedeDirectory(path: file, day: day, because: reason)
    }
  }
}

/// `samsyn directory list`.
struct DirectoryList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The copies that are stored, the oldest first.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let snapshots: [DirectorySnapshotJSON]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let stored =
        try await service.directorySnapshots()
        + service.directoryAttributeSnapshots()
      let superseded = try await service.supersededDirectories()
      await service.close()
      if json {
        return try CommandOutput.json(Answer(snapshots: stored.map(DirectorySnapshotJSON.init)))
      }
      for copy in stored {
        CommandOutput.line(
          "\(copy.day)  \(copy.kind.rawValue)  \(copy.objects) objects, "
            + "\(copy.passedOver) without id, imported \(copy.imported)")
      }
      for copy in superseded {
        CommandOutput.line(
          "\(copy.day)  \(copy.kind.rawValue)  \(copy.objects) objects, superseded "
            + "\(copy.superseded): \(copy.reason)")
      }
      if stored.isEmpty { CommandOutput.line("none") }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn directory changes`.
struct DirectoryChanges: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "What differs between two copies.",
    discussion: "Example: samsyn directory changes 2026-06-11 2026-06-12 --json")

  @Argument(help: "The day of the earlier copy.")
  var from: Day

  @Argument(help: "The day of the later copy.")
  var to: Day

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let from: Day
    let to: Day
    let changes: [DirectoryChange]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let days = try await service.directorySnapshots().map(\.day)
      for day in [from, to] where !days.contains(day) {
        await service.close()
        throw CommandOutput.failure(
          "There is no copy of \(day): 'samsyn directory list' tells which there are.", .refused)
      }
      let changes = try await service.directoryChanges(from: from, to: to)
      await service.close()
      if json {
        return try CommandOutput.json(Answer(from: from, to: to, changes: changes))
      }
      for change in changes { CommandOutput.line(Self.line(change)) }
      if changes.isEmpty { CommandOutput.line("no change") }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func line(_ change: DirectoryChange) -> String {
    let parts =
      [change.before.map { "-\($0)" }, change.after.map { "+\($0)" }].compactMap { $0 }
      + change.removed.map { "-" + $0 } + change.added.map { "+" + $0 }
    return "\(change.unit)  \(change.name)  \(change.kind.rawValue)  "
      + parts.joined(separator: "  ")
  }
}

/// `samsyn directory resolve`.
struct DirectoryResolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "The care unit and care provider of a unit on a day.",
    discussion: """
      self: the unit is a care unit. member: a care unit lists it. ancestor: the nearest care unit \
      above it in the tree, a fallback. archived: it has no tie now and is archived, or gone from \
      the catalogue; what it had last is told. unknown: none of this. Names decide nothing.
      Example: samsyn directory resolve SE0000000000-1 --on 2026-06-12 --json
      """)

  @Argument(help: "The HSA-id, or several.")
  var ids: [String]

  func validate() throws {
    guard ids.allSatisfy({ !DirectoryUnit.normalized($0).isEmpty }) else {
      throw ValidationError("An HSA-id is not empty.")
    }
  }

  @Option(help: "The day; by default today.")
  var on: Day?

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON, one line for each id.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      for id in ids {
        let answer = try await service.directoryAnswer(id, on: on ?? .today)
        if json {
          try CommandOutput.json(answer)
        } else {
          let parts: [String?] = [
            answer.unit, answer.name, answer.link.rawValue, answer.careUnit,
            answer.careUnitName, answer.careProvider, answer.careProviderName,
            answer.notes.isEmpty ? nil : "(\(answer.notes.joined(separator: ", ")))",
          ]
          CommandOutput.line(parts.compactMap { $0 }.joined(separator: "  "))
        }
      }
      await service.close()
    } catch {
      throw commandFailure(error)
    }
  }
}
