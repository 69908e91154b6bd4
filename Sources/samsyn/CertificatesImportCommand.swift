// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Service

/// `samsyn certificates import`.
struct CertificatesImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Store certificates and messages about them for follow-up.",
    discussion: """
      Takes what 'certificates check' takes: single files, folders (all .xml and .zip inside), \
      zip archives, and with - a zip archive or documents one after the other on standard input, \
      separated by NUL or each with its XML declaration. In any order, again and again: a \
      document that is stored is recognised, a message waits for its certificate, a revocation \
      holds whenever it comes. Nested archives, paths that lead out, encrypted entries and \
      archives that unpack to far too much are refused; the rest goes on.

      Persons are stored as keyed pseudonyms, originals sealed. An import that is stopped goes on \
      where it was when the same command is given again.

      --report FILE writes a line for each document, with its name, as CSV, or as JSON lines \
      where the name ends with .json or .jsonl. Names of files may hold personal data. The last \
      column tells which document of which import had the same certificate's identity before, \
      and whether what was signed is the same.

      When something was accepted, an edition is made afterwards, as by 'follow-up build'.

      Progress goes to standard error. Ends with 0 when every document was accepted, with 1 \
      when one was rejected.

      Examples:
        samsyn certificates import 2025.zip inkommet/ --report resultat.csv
        zcat dump.xml.gz | samsyn certificates import - --json
      """)

  @Argument(help: "Files, folders and zip archives; - is standard input.")
  var paths: [String]

  @Option(help: "File for what became of each document (.csv, .json or .jsonl).")
  var report: String?

  @Flag(help: "Make no edition afterwards; 'follow-up build' makes it later.")
  var noEdition = false

  @OptionGroup var editions: EditionOptions

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name at least one file or folder.") }
  }

  func run() async throws {
    for path in paths where path != "-" && !FileManager.default.fileExists(atPath: path) {
      throw CommandOutput.failure("there is no file or folder \(path)", .usage)
    }
    let report = try report.map(CertificateReport.init)
    let service = try await options.service()
    var done: CertificateImport
    do {
      var line = ProgressLine()
      done = try await service.importCertificates(
        paths, item: { try report?.add($0) },
        progress: {
          // What is told as done is in the report too.
          report?.flush()
          line.show($0)
        })
      line.end()
      report?.flush()
      if !noEdition, done.accepted + done.acceptedWithNotes > 0 {
        done.edition = try await service.buildFollowUp(in: editions.base(options)).number
      }
      await service.close()
    } catch {
      await service.close()
      throw commandFailure(error)
    }
    try show(done)
    if done.rejected > 0 { throw ExitStatus.refused.code }
  }

  private func show(_ done: CertificateImport) throws {
    if json { return try CommandOutput.json(done) }
    let rate = done.seconds > 0 ? Int(Double(done.documents) / done.seconds) : 0
    CommandOutput.line(
      "\(done.documents) documents in \(String(format: "%.1f", done.seconds)) s (\(rate)/s)"
        + (done.resumedAt.map { ", going on after \($0)" } ?? ""))
    CommandOutput.line(
      "accepted \(done.accepted), with notes \(done.acceptedWithNotes), "
        + "rejected \(done.rejected), known already \(done.known)")
    if done.sentAgain + done.otherContent > 0 {
      CommandOutput.line(
        "sent again with the same content \(done.sentAgain), with other content under the same id "
          + "\(done.otherContent)" + (report == nil ? "; --report tells which" : ""))
    }
    if done.passedOver > 0 { CommandOutput.line("other files passed over \(done.passedOver)") }
    if done.waiting > 0 { CommandOutput.line("waiting for their certificate \(done.waiting)") }
    if let edition = done.edition { CommandOutput.line("edition \(edition)") }
    for (code, count) in done.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      CommandOutput.line("  \(code)  \(count)")
    }
  }
}

/// The progress of an import on standard error, at most twice a second.
struct ProgressLine {
  private var shown: ContinuousClock.Instant?

  mutating func show(_ progress: CertificateImportProgress) {
    if let shown, shown.duration(to: .now) < .milliseconds(500) { return }
    shown = .now
    var parts = ["\(progress.documents) documents", "\(Int(progress.perSecond))/s"]
    if let left = progress.secondsLeft { parts.append("\(Self.time(Int(left))) left") }
    FileHandle.standardError.write(Data("\r\(parts.joined(separator: ", "))\u{1B}[K".utf8))
  }

  /// Leaves the line.
  func end() {
    if shown != nil { FileHandle.standardError.write(Data("\n".utf8)) }
  }

  private static func time(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
