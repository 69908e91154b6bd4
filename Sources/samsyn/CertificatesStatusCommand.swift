// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// `samsyn certificates status`.
struct CertificatesStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What is stored for follow-up, in numbers.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      let status = try await service.certificateStatus()
      await service.close()
      if json { return try CommandOutput.json(status) }
      CommandOutput.line("\(status.documents) documents about \(status.persons) persons")
      if let first = status.firstDay, let last = status.lastDay {
        CommandOutput.line("certificates signed \(first)..\(last)")
      }
      CommandOutput.line(
        "accepted \(status.accepted), with notes \(status.acceptedWithNotes), "
          + "rejected \(status.rejected)")
      for (title, counts) in [
        ("kinds", status.kinds), ("rejected by", status.rejectedBy), ("notes", status.notes),
        ("remarks", status.remarks), ("waiting for their certificate", status.waiting),
      ] where !counts.isEmpty {
        CommandOutput.line(title)
        for (code, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
          CommandOutput.line("  \(code)  \(count)")
        }
      }
      if status.openImports > 0 {
        CommandOutput.line("imports that go on or were broken off \(status.openImports)")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn certificates reidentify`.
struct CertificatesReidentifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reidentify",
    abstract: "Open the originals of the person behind a pseudonym.",
    discussion: """
      Only where law lets it be done. It is logged with its reason, and the answer, the originals \
      one after the other, each ended by NUL, holds personal data. Standard output is the only \
      place it goes to.
      """)

  @Argument(help: "The pseudonym: 32 hexadecimal digits.")
  var key: String

  @Option(help: "Why, for the log.")
  var reason: String

  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard FactKey(hexadecimal: key) != nil else {
      throw ValidationError("The pseudonym is 32 hexadecimal digits.")
    }
  }

  func run() async throws {
    guard let person = FactKey(hexadecimal: key) else { throw ExitStatus.usage.code }
    do {
      let service = try await options.service()
      let documents = try await service.reidentify(person, reason: reason)
      await service.close()
      for document in documents {
        FileHandle.standardOutput.write(Data(document.bytes + [0]))
      }
    } catch {
      throw commandFailure(error)
    }
  }
}
