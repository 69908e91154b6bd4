// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain
import Exchange
import Foundation
import XML

/// `samsyn certificates`: medical certificates and what is sent about them.
struct CertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "Check and store medical certificates for sickness benefit and messages about them.",
    subcommands: [
      CertificatesCheckCommand.self, CertificatesImportCommand.self,
      CertificatesStatusCommand.self, CertificatesReidentifyCommand.self,
    ])
}

/// `samsyn certificates check`. When a file is rejected it ends with 1, after the answers.
struct CertificatesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read certificates and messages, judge them and tell what they hold.",
    discussion: """
      Takes läkarintyg för sjukpenning (LISJP, FK 7804) as RegisterCertificate version 3 or 2, \
      FK 7263 in both its shapes, RevokeCertificate, SendMessageToCare and \
      SendMessageToRecipient, bare or in a SOAP envelope. Nothing is stored. Of a folder all \
      files that end with .xml are read, also in folders inside it.

      A file is accepted, accepted-with-notes (genuine but imperfect, such as a hyphen in the \
      person id) or rejected, with the rules it breaks (L1-L20 for certificates, M1-M5 for \
      messages) and where. The form that the schema demands (L21, M6) only gives notes. \
      Remarks are worth knowing and change nothing.

      With --json there is one line and object per file, with everything that was read; it \
      holds personal data. Without, there is one line per file and one for each reason.

      Ends with 0 when every file was accepted, with 1 when one was rejected, with 2 when \
      a path is not there.

      Examples:
        samsyn certificates check intyg.xml
        samsyn certificates check inkommet/ --json
      """)

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Flag(help: "Answer as JSON, one line per file.")
  var json = false

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name at least one file or folder.") }
  }

  func run() throws {
    var files: [CertificateFile] = []
    for path in paths {
      guard let found = CertificateFile.list(path) else {
        throw CommandOutput.failure("there is no file or folder \(path)", .usage)
      }
      if found.isEmpty {
        CommandOutput.note("\(path): the folder has no files that end with .xml")
      }
      files += found
    }
    var rejected = 0
    for file in files {
      let reading = file.read()
      if reading.verdict == .rejected { rejected += 1 }
      if json {
        try CommandOutput.json(CertificateCheckAnswer(file: file.shown, reading))
      } else {
        CertificatesCheckCommand.lines(file.shown, reading).forEach(CommandOutput.line)
      }
    }
    if !json, files.count > 1 {
      CommandOutput.line("\(files.count) files, \(rejected) rejected")
    }
    if rejected > 0 { throw ExitStatus.refused.code }
  }

  /// A line for the file, and one for each reason; nothing that points out a person.
  private static func lines(_ file: String, _ reading: CertificateReading) -> [String] {
    var facts = [column(reading.verdict.rawValue, 20), column(reading.kind, 22), file]
    if let certificate = reading.certificate {
      if let first = certificate.firstDay, let last = certificate.lastDay {
        facts.append("\(first)..\(last)")
      }
      facts.append("\(certificate.distinctDays) days")
      facts.append(certificate.answers.diagnoses.map(\.code).joined(separator: " "))
    }
    var lines = [facts.filter { !$0.isEmpty }.joined(separator: "  ")]
    if let refusal = reading.refusal {
      lines += reason(refusal.code.rawValue, refusal.line.map { "line \($0)" }, refusal.text)
    }
    for breach in reading.breaches { lines += reason(breach.code, breach.place, breach.text) }
    for note in reading.notes { lines += reason(note.kind.rawValue, note.place, note.text) }
    for remark in reading.remarks { lines += reason(remark.rawValue, nil, remark.text) }
    return lines
  }

  private static func reason(_ code: String, _ place: String?, _ text: Bilingual) -> [String] {
    let head = [code, place].compactMap { $0 }.joined(separator: " ")
    return ["  \(head): \(text.sv)", "    \(text.en)"]
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
  }
}

/// A file that was named, or found in a folder that was named.
struct CertificateFile {
  let url: URL
  /// As it was named, or below the folder that was.
  let shown: String

  /// The file of a path, or the files in a folder in order of their names; nil when there is
  /// nothing. Links in a folder are passed over, so that nothing outside is read.
  static func list(_ path: String) -> [CertificateFile]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    let url = URL(filePath: path)
    guard isFolder.boolValue else { return [CertificateFile(url: url, shown: path)] }
    let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return below.filter { $0.lowercased().hasSuffix(".xml") }.sorted().compactMap { name in
      let file = url.appending(path: name)
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
      guard values?.isRegularFile == true, values?.isSymbolicLink != true else { return nil }
      return CertificateFile(
        url: file, shown: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
    }
  }

  /// Reads no more of the file than a document may hold, and one byte to see that it is more.
  func read() -> CertificateReading {
    let limits = XMLLimits.certificate
    guard let handle = try? FileHandle(forReadingFrom: url),
      let data = try? handle.read(upToCount: limits.maximumBytes + 1) ?? Data()
    else {
      return CertificateReading(refusal: CertificateRefusal(.unreadable, detail: "file"))
    }
    try? handle.close()
    return CertificateDocument.read([UInt8](data), limits: limits)
  }
}
