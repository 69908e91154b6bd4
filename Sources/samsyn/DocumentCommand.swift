// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn document`.
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "The documents of a case as a party was sent them.",
    subcommands: [DocumentListVerb.self, DocumentExport.self])
}

/// A case on the command line.
struct CaseArgument: ExpressibleByArgument {
  let number: CaseNumber

  init?(argument: String) {
    guard let number = try? CaseNumber(argument) else { return nil }
    self.number = number
  }
}

struct DocumentListVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents with files, the newest sending last.")

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: CaseArgument

  @Option(
    name: .customLong("as"), help: "fk, region:HSAID, performer:HSAID or insured.")
  var party: Party

  @Option(help: "sv or en.")
  var language = Language.sv

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    let documents: [DocumentJSON]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let documents = try await service.documents(
        in: id.number, for: try await party.operatorActor(in: id.number, of: service))
      await service.close()
      let answer = Answer(documents: documents.map(DocumentJSON.init))
      if json {
        try CommandOutput.json(answer)
      } else {
        for document in answer.documents { CommandOutput.line(line(document)) }
        CommandOutput.line(Self.count(documents.count)[language])
      }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func pages(_ count: Int) -> Bilingual {
    count == 1
      ? Bilingual(sv: "1 sida", en: "1 page")
      : Bilingual(sv: "\(count) sidor", en: "\(count) pages")
  }

  private static func count(_ count: Int) -> Bilingual {
    count == 1
      ? Bilingual(sv: "1 handling", en: "1 document")
      : Bilingual(sv: "\(count) handlingar", en: "\(count) documents")
  }

  private func line(_ document: DocumentJSON) -> String {
    let file = document.file
    let pages = Self.pages(file.pages)[language]
    return "\(document.sentAt.day)  \(document.kind.rawValue)  \(document.title)  \(pages)  "
      + "\(file.sizeText[language])  \(file.shortChecksum)  \(file.scan.rawValue)"
  }
}

struct DocumentExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the documents that a party was sent to a folder, with a manifest.",
    discussion: """
      The manifest is written last: a folder without manifest.json is not complete. At a \
      performer nobody but the case's own examiners opens its documents, and the operator is none \
      of them.
      """)

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: CaseArgument

  @Option(name: .customLong("as"), help: "fk or insured.")
  var party: Party

  @Option(name: .customLong("to"), help: "A folder that does not exist yet, or is empty.")
  var folder: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Entry: Encodable {
    let name: String
    let document: DocumentJSON
  }

  private struct Manifest: Encodable {
    let number: CaseNumber
    let party: Party
    let exportedAt: Instant
    let files: [Entry]
  }

  private struct Answer: Encodable {
    let files: Int
    let bytes: Int
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let documents = try await service.documents(
        in: id.number, for: try await party.operatorActor(in: id.number, of: service),
        purpose: .export)
      if let refusal = documents.lazy.compactMap(\.refusal).first {
        throw ServiceError.refused(refusal)
      }
      try prepare()
      var files: [Entry] = []
      for (index, document) in documents.enumerated() {
        let name = String(format: "%03d.", index + 1) + document.sent.file.mediaType.fileEnding
        try await write(document, to: name, service)
        files.append(Entry(name: name, document: DocumentJSON(document)))
      }
      let manifest = Manifest(
        number: id.number, party: party, exportedAt: Clock.system.now(), files: files)
      await service.close()
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      try create("manifest.json").write(contentsOf: try encoder.encode(manifest))
      let answer = Answer(
        files: files.count, bytes: files.reduce(0) { $0 + $1.document.file.bytes })
      if json {
        try CommandOutput.json(answer)
      } else {
        CommandOutput.line("\(answer.files) files, \(answer.bytes) bytes, and manifest.json.")
      }
    } catch {
      throw commandFailure(error)
    }
  }

  /// A folder that only its owner can open, with nothing in it.
  private func prepare() throws {
    let manager = FileManager.default
    do {
      try manager.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      guard try manager.contentsOfDirectory(atPath: folder).isEmpty else {
        throw CommandOutput.failure("The folder is not empty.", .usage)
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw CommandOutput.failure("The folder cannot be made or read.", .fault)
    }
  }

  private func write(
    _ document: CaseDocument, to name: String, _ service: SamsynService
  ) async throws {
    let opened = try await service.openDocument(
      document.id, in: id.number, for: try await party.operatorActor(in: id.number, of: service),
      purpose: .export)
    let file = try create(name)
    for try await piece in opened.content { try file.write(contentsOf: piece) }
    try file.close()
  }

  private func create(_ name: String) throws -> FileHandle {
    let path = folder + "/" + name
    let isMade = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let file = FileHandle(forWritingAtPath: path) else {
      throw CommandOutput.failure("A file cannot be written in the folder.", .fault)
    }
    return file
  }
}
