// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Hummingbird
import Logging
import Service
import Store
import Web

/// `samsyn serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages and the interface.")

  @OptionGroup var options: DatabaseOptions

  @Option(help: "Address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "Port to listen on; 0 takes a free one.")
  var port = 8080

  @Flag(
    help:
      "Make the demonstration first where it is missing; by default in var/demo/samsyn.sqlite.")
  var demo = false

  @Flag(help: "The site is reached over TLS: cookies go over nothing else.")
  var secure = false

  @Flag(help: "Say where the site is in JSON.")
  var json = false

  private struct Started: Encodable {
    let address: String
    let demonstration: Bool
  }

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("The port is 0 to 65535.")
    }
  }

  func run() async throws {
    ServerMemory.keepBlocks()
    do {
      let options = demo ? self.options.forDemonstration : self.options
      try await makeDemonstrationIfAsked(options)
      SamsynService.removeLeftFiles()
      let service = try await options.service()
      service.keepEditions(in: EditionOptions.base(options))
      let isDemonstration = try await service.isDemonstration()
      let people = try await service.people()
      let announce = { @Sendable (port: Int?) async in
        self.announce(port ?? self.port, isDemonstration, people)
      }
      var logger = Logger(label: "samsyn")
      logger.logLevel = .warning
      let application = try Site(service, isSecure: secure).application(
        host: host, port: port, isDemonstration: isDemonstration, logger: logger,
        onStart: announce)
      let sendmail = try Sendmail.configured()
      // Each for itself: a mail program that hangs must not hold up reminders and anchors.
      let background = [
        Task { await Self.work(service, logger) },
        Task { await Self.mail(service, sendmail, logger) },
        Task(priority: .utility) { await Self.followUp(service) },
        Task(priority: .background) { await service.readLongCases() },
      ]
      let filling = Task(priority: .background) { [demo, logger] in
        guard demo else { return }
        await DemonstrationFollowUp.make(
          service, editions: EditionOptions.base(options), logger)
      }
      defer { filling.cancel() }
      defer { for task in background { task.cancel() } }
      do {
        try await application.runService()
      } catch {
        throw CommandOutput.failure(
          "Samsyn cannot listen on \(host), port \(port): \(error)", .fault)
      }
      for task in background { task.cancel() }
      await service.close()
    } catch {
      throw commandFailure(error)
    }
  }

  /// Makes the demonstration where there is none, and anew where making it was interrupted.
  private func makeDemonstrationIfAsked(_ options: DatabaseOptions) async throws {
    guard demo, case .sqlite(let path) = try options.address() else { return }
    if FileManager.default.fileExists(atPath: path) {
      let service = try await options.service()
      let isUnfinished = try await service.isUnfinishedDemonstration()
      await service.close()
      guard isUnfinished else { return }
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    FileHandle.standardError.write(Data("Making the demonstration.\n".utf8))
    _ = try await Demonstration.make(options, seed: 2026, cases: 500, isQuiet: false)
  }

  private func announce(_ port: Int, _ isDemonstration: Bool, _ people: [StaffMember]) {
    let address = "http://\(host):\(port)/"
    if json {
      try? CommandOutput.json(Started(address: address, demonstration: isDemonstration))
    } else {
      CommandOutput.line("Samsyn is at \(address)")
      if isDemonstration {
        CommandOutput.line("This is a demonstration. Sign in as, for example:")
        for person in people.prefix(10) {
          CommandOutput.line("  \(person.name), \(person.title.sv), \(person.organisation)")
        }
      } else {
        CommandOutput.line(
          "The database is no demonstration: nobody can sign in yet, only /health answers.")
      }
    }
    // Seen at once also where the output is a file or a pipe.
    fflush(nil)
  }

  /// Once a minute: the figures of a new edition, which each process has for itself; then lists
  /// that time has changed, reminders and anchors. One process at a time does those where several
  /// serve the same database.
  private static func work(_ service: SamsynService, _ logger: Logger) async {
    while !Task.isCancelled {
      do {
        try await service.readyFollowUp()
        try await service.tickUnderLease()
      } catch {
        logger.error("background work failed", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: .seconds(60))
    }
  }

  /// Every fifth second: imports and editions that analysts have asked for and nobody is at, as
  /// after a restart.
  private static func followUp(_ service: SamsynService) async {
    while !Task.isCancelled {
      await service.workOnFollowUp()
      try? await Task.sleep(for: .seconds(5))
    }
  }

  /// Once a minute: mail that waits leaves by the mail program; without one it stays in the outbox.
  private static func mail(
    _ service: SamsynService, _ sendmail: Sendmail?, _ logger: Logger
  ) async {
    guard let sendmail else { return }
    while !Task.isCancelled {
      do {
        let sent = try await service.deliverMail(sendmail.setting) { mail, to in
          try await sendmail.program.take(mail, to: to)
        }
        if sent.failed > 0 {
          logger.warning("mail was not taken", metadata: ["count": "\(sent.failed)"])
        }
      } catch {
        logger.error("mail failed", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: .seconds(60))
    }
  }
}
