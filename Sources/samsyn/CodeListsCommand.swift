// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn codelists`.
struct CodeListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codelists", abstract: "Dated lists of codes: ICD-10-SE, KSH97-P, ICF, FMB.",
    subcommands: [CodeListsImport.self, CodeListsList.self])
}

/// `samsyn codelists import`. Ends with 1 when a list was refused.
struct CodeListsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Store the lists in a folder as the copies of a day.",
    discussion: """
      Chapters, blocks, categories and codes of ICD-10-SE and KSH97 come as text files with a code \
      or a range and a title on each line; KSH97-P in a file whose name begins with KSH97P; ICF \
      as a table with the columns code and title; decision support (FMB) as tables with the \
      columns icd10_codes, max_time, max_unit or icf_function_central and others. UTF-8 and \
      Windows-1252 are told apart. Other files are passed over. The same list again changes nothing.
      Example: samsyn codelists import listor/ --as-of 2026-01-01
      """)

  @Argument(help: "The folder.")
  var folder: String

  @Option(help: "The day from which the lists are in force.")
  var asOf: Day

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let asOf: Day
    let files: [CodeListImport]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let done = try await service.importCodeLists(
        folder: folder, asOf: asOf, by: CommandOutput.operatorName)
      await service.close()
      guard let done else {
        throw CommandOutput.failure("There is no folder \(folder).", .usage)
      }
      if json {
        try CommandOutput.json(Answer(asOf: asOf, files: done))
      } else {
        for file in done { CommandOutput.line(Self.line(file)) }
        if done.isEmpty { CommandOutput.line("the folder has no files") }
      }
      let isRefused = done.contains { $0.outcome == .refused || $0.outcome == .dayTaken }
      if isRefused { throw ExitStatus.refused.code }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func line(_ file: CodeListImport) -> String {
    let parts: [String?] = [
      file.file, file.kind?.rawValue, file.kind == nil ? nil : "\(file.entries) entries",
      file.outcome.rawValue, file.reason,
    ]
    return parts.compactMap { $0 }.joined(separator: "  ")
  }
}

/// `samsyn codelists list`.
struct CodeListsList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The lists that are stored, by kind, the oldest first.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Row: Encodable {
    let kind: CodeListKind
    let day: Day
    let entries: Int
    let file: String
    let imported: Instant
    let importedBy: String
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let lists = try await service.codeLists()
      await service.close()
      if json {
        return try CommandOutput.json(
          lists.map {
            Row(
              kind: $0.kind, day: $0.day, entries: $0.entries, file: $0.file,
              imported: $0.imported, importedBy: $0.importedBy)
          })
      }
      for list in lists {
        CommandOutput.line(
          "\(list.day)  \(list.kind.rawValue)  \(list.entries) entries  \(list.file), "
            + "imported \(list.imported) by \(list.importedBy)")
      }
      if lists.isEmpty { CommandOutput.line("none: what comes with the program is used") }
    } catch {
      throw commandFailure(error)
    }
  }
}
