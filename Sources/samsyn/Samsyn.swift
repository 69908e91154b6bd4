// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// The program's one command; each verb is a file of its own.
@main
struct Samsyn: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samsyn",
    abstract: "Insurance-medicine assessments, from request to statement.",
    discussion: """
      A database is named by --database sqlite:PATH or postgresql://..., else by the \
      environment variable SAMSYN_DATABASE, else it is var/samsyn.sqlite. \
      Exit codes: 0 done, 1 refused, 2 usage, 3 fault.
      """,
    subcommands: [
      ServeCommand.self, DemoCommand.self, MigrateCommand.self, RebuildCommand.self,
      VerifyCommand.self, DisposeCommand.self, ReceiveCommand.self, OutboxCommand.self,
      CaseCommand.self, DocumentCommand.self, MessageCommand.self,
      StatementCommand.self, CapacityCommand.self, DrawCommand.self,
      CertificatesCommand.self, FollowUpCommand.self, MeasuresCommand.self,
      RulesCommand.self, CalendarCommand.self, IdentityCommand.self, SickLeaveCommand.self,
      DirectoryCommand.self, SyntheticCommand.self, CodeListsCommand.self,
      IndicatorsCommand.self, DecisionsCommand.self, BackgroundCommand.self,
      SimulateCommand.self, PeopleCommand.self,
    ])

  /// Runs a verb and maps how it ended: what the argument parser itself refuses is usage.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        exit(withError: error)
      }
      let text = fullMessage(for: error)
      FileHandle.standardError.write(Data("\(text)\n".utf8))
      let usage = status == .validationFailure
      Foundation.exit(usage ? ExitStatus.usage.rawValue : ExitStatus.fault.rawValue)
    }
  }
}
