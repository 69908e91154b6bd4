// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Service

/// `samsyn people`.
struct PeopleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Who can sign in, and who among them is an analyst.",
    discussion: """
      An analyst takes in files for the follow-up and has editions made, whatever her function \
      is, and sees on the page of data quality what others see without small numbers. Only people \
      at Försäkringskassan or a region can be analysts. Both appointing and dismissing stand in \
      the log with their reason, and hold from the next page on.
      """,
    subcommands: [PeopleListCommand.self, PeopleAppointCommand.self, PeopleDismissCommand.self])
}

/// `samsyn people list`.
struct PeopleListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The people, their parties and functions, and who is an analyst.")

  @Flag(help: "Only the analysts.")
  var analysts = false

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Answer: Encodable {
    struct Person: Encodable {
      let id: String
      let name: String
      let organisation: String
      /// As `--as` takes it.
      let party: String
      let function: String
      let analystSince: Instant?
    }

    let people: [Person]
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let since = Dictionary(
        try await service.analysts().map { ("\($0.party) \($0.person)", $0.since) },
        uniquingKeysWith: { first, _ in first })
      let people = try await service.people().filter { $0.party != .insured }
      await service.close()
      let all = people.map { person in
        Answer.Person(
          id: person.id, name: person.name, organisation: person.organisation,
          party: person.party.description, function: person.function.name,
          analystSince: since["\(person.party) \(person.id)"])
      }
      let shown = all.filter { !analysts || $0.analystSince != nil }
      if json { return try CommandOutput.json(Answer(people: shown)) }
      for person in shown {
        CommandOutput.line(
          "\(person.id)  \(person.name), \(person.organisation) \(person.party)  \(person.function)"
            + (person.analystSince.map { "  analyst since \($0.day)" } ?? ""))
      }
      if shown.isEmpty { CommandOutput.line("none") }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// Whether somebody is an analyst now.
private struct AnalystAnswer: Encodable {
  let person: String
  let analyst: Bool
}

/// `samsyn people appoint`.
struct PeopleAppointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appoint", abstract: "Make somebody an analyst.")

  @Argument(help: "The person's id, as 'people list' tells it.")
  var person: String

  @Option(help: "Who decided it and why, for the log.")
  var reason: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      try await service.appointAnalyst(person, reason: reason)
      await service.close()
      if json { return try CommandOutput.json(AnalystAnswer(person: person, analyst: true)) }
      CommandOutput.line("\(person) is an analyst")
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn people dismiss`.
struct PeopleDismissCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Let somebody be an analyst no longer.")

  @Argument(help: "The person's id, as 'people list' tells it.")
  var person: String

  @Option(help: "Who decided it and why, for the log.")
  var reason: String

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    do {
      let service = try await options.service()
      try await service.dismissAnalyst(person, reason: reason)
      await service.close()
      if json { return try CommandOutput.json(AnalystAnswer(person: person, analyst: false)) }
      CommandOutput.line("\(person) is no analyst any more")
    } catch {
      throw commandFailure(error)
    }
  }
}
