// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn case`.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Look at cases as a party sees them.",
    subcommands: [CaseList.self, CaseShow.self])
}

/// A party on the command line: `fk`, `region:HSAID`, `performer:HSAID` or `insured`.
extension Party: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  /// The operator, looking with a party's eyes; the log of reads says that it was the operator.
  var operatorActor: Actor {
    let function: StaffFunction =
      switch self {
      case .fk: .caseOfficer
      case .region: .regionCoordinator
      case .performer: .performerAdministrator
      case .insured: .insured
      }
    return Actor(party: self, person: "operator", name: "Operator", function: function)
  }

  /// The operator, looking at one case. The insured are many: it is the one whom it is about.
  func operatorActor(in id: CaseNumber, of service: SamsynService) async throws -> Actor {
    guard self == .insured else { return operatorActor }
    return try await service.insuredOperator(in: id) ?? operatorActor
  }
}

/// An instant on the command line; a day means its end, so that all of that day is seen.
struct Moment: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    if let instant = Instant(argument) {
      self.instant = instant
    } else if let day = Day(argument) {
      instant = Instant(day: day.adding(days: 1), time: TimeOfDay("00:00")!)
        .adding(milliseconds: -1)
    } else {
      return nil
    }
  }
}

struct CaseList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a party's cases.")

  @Option(name: .customLong("as"), help: "fk, region:HSAID or performer:HSAID.")
  var party: Party = .fk

  @Option(help: "running, ended or all.")
  var state = CaseListState.running

  @Option(help: "Only this status; may be given several times.")
  var status: [Status] = []

  @Option(help: "Only cases that wait for fk, region or performer.")
  var next: PartyRole?

  @Option(help: "due, opened, number, updated or status.")
  var sort = CaseListSort.due

  @Option(help: "Lines on the page, at most 200.")
  var limit = 50

  @Option(help: "Where the page begins, as the page before said.")
  var cursor: String?

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    var query = CaseListQuery()
    query.state = state
    query.statuses = status
    query.nextActor = next
    query.sort = sort
    query.limit = limit
    query.cursor = cursor
    do {
      let service = try await options.service()
      try await service.refreshDue()
      let page = try await service.list(query, for: party.operatorActor)
      await service.close()
      if json {
        try CommandOutput.json(CaseListJSON(page))
      } else {
        for row in page.rows { CommandOutput.line(Self.line(row)) }
        let more = page.isTotalAtLeast ? "more than " : ""
        CommandOutput.line("\(page.rows.count) of \(more)\(page.total) cases")
        if let next = page.next { CommandOutput.line("next page: --cursor \(next)") }
      }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func line(_ row: CaseListRow) -> String {
    let due = row.dueDay?.description ?? "-         "
    let next = row.nextActor?.rawValue ?? "-"
    return "\(row.id)  \(due)  \(next)  \(row.status.rawValue)  \(row.line.performerName ?? "-")"
  }
}

extension CaseListState: ExpressibleByArgument {}
extension CaseListSort: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}
extension PartyRole: ExpressibleByArgument {}

struct CaseShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case as a party sees it, or saw it.")

  @Argument(help: "The case, such as AFU-2026-0412.")
  var id: String

  @Option(
    name: .customLong("as"), help: "fk, region:HSAID, performer:HSAID or insured.")
  var party: Party

  @Option(help: "What had been sent by then: 2026-05-20T10:00:00Z, or a whole day.")
  var asOf: Moment?

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    guard let number = try? CaseNumber(id) else {
      throw CommandOutput.failure("A case number looks like AFU-2026-0412.", .usage)
    }
    do {
      let service = try await options.service()
      let view = try await service.view(
        number, for: try await party.operatorActor(in: number, of: service),
        asOf: asOf?.instant)
      let rules = service.rules
      await service.close()
      if json {
        try CommandOutput.json(CaseJSON(view, rules: rules))
      } else {
        Self.show(view)
      }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func show(_ view: CaseView) {
    let next = view.nextActor.map { "; next: \($0.label.sv)" } ?? ""
    CommandOutput.line("\(view.state.id)  \(view.status.label.sv)\(next)")
    if let last = view.deadline.last {
      CommandOutput.line("Sista dag \(last), \(view.daysLeft ?? 0) vardagar kvar")
      for step in view.deadline.steps {
        CommandOutput.line("  \(step.day?.description ?? "okänd")  \(step.text.sv)")
      }
    }
    for task in view.tasks {
      CommandOutput.line("Att göra: \(task.code.title.sv) \(task.dueDay?.description ?? "")")
    }
    for recorded in view.events {
      CommandOutput.line(
        "\(recorded.version)  \(recorded.at)  \(recorded.author.party.role.rawValue)  "
          + "\(recorded.event.kind.rawValue)")
    }
  }
}
