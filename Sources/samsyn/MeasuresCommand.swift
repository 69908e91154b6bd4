// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Statistics

/// `samsyn measures`.
struct MeasuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Figures of the follow-up of medical certificates.",
    subcommands: [MeasuresList.self, MeasuresExplain.self, MeasuresCompute.self])
}

struct MeasuresList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every measure.",
    discussion: "Example: samsyn measures list --json")

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    if json { return try CommandOutput.json(MeasureListJSON(FollowUp.measures)) }
    for measure in FollowUp.measures {
      let id = measure.id.padding(toLength: 34, withPad: " ", startingAt: 0)
      CommandOutput.line("\(id) \(measure.name.en)")
    }
  }
}

struct MeasuresExplain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a measure counts, among what, and what it cannot.",
    discussion: "Example: samsyn measures explain supplement-share")

  @Argument(help: "The measure's name, as in the list.")
  var measure: String

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    guard let measure = FollowUp.measures.first(where: { $0.id == measure }) else {
      throw CommandOutput.failure("There is no such measure: see 'samsyn measures list'.", .refused)
    }
    if json { return try CommandOutput.json(MeasureDefinitionJSON(measure)) }
    let lines: [(String, String)] = [
      ("name", "\(measure.name.sv) / \(measure.name.en)"), ("question", measure.purpose.en),
      ("kind", measure.kind.rawValue), ("counted among", measure.population.rawValue),
      ("numerator", measure.numerator.en), ("denominator", measure.denominator.en),
      ("time", measure.timeAxis.en), ("source", measure.source.en),
      ("limits", measure.limits.en), ("unit", measure.unit.en),
      ("by", measure.dimensions.map(\.rawValue).joined(separator: ", ")),
      ("depends on --cases", measure.usesCases ? "yes" : "no"),
      ("can be adjusted", measure.isAdjustable ? "yes" : "no"),
    ]
    for (term, text) in lines where !text.isEmpty {
      CommandOutput.line("\(term.padding(toLength: 18, withPad: " ", startingAt: 0)) \(text)")
    }
  }
}

struct MeasuresCompute: AsyncParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "compute", abstract: "Compute a measure from the current edition.",
    discussion: """
      Small and derivable figures are hidden here as everywhere. The log of reads says that it was \
      the operator who asked, what, and why.
      Examples:
        samsyn measures compute supplement-share --purpose quality --by quarter
        samsyn measures compute days-per-person --purpose planning --by unit,sex \
      --from 2025-01-01 --to 2025-12-31 --where category=F43,F32 --cases 30 --format csv
        samsyn measures compute certificates --purpose dialogue --as region:SE0000000000-05 \
      --by unit
      """)

  @Argument(help: "The measure's name, as in 'samsyn measures list'.")
  var measure: String

  @Option(help: "Why it is asked: dialogue, improvement, planning, content or quality.")
  var purpose: FollowUpPurpose

  @Option(help: "What it is divided by: at most two, with a comma between.")
  var by = ""

  @Option(help: "First day; else 24 months before the last.")
  var from: Day?

  @Option(help: "Last day; else the last whole month that the edition tells about.")
  var to: Day?

  @Option(name: .customLong("where"), help: "dimension=code,code; may be given again.")
  var restrictions: [String] = []

  @Option(help: "How sick-leave cases are defined: inera, sfb, or days without certificate.")
  var cases = "inera"

  @Flag(help: "Beside it the value adjusted for diagnosis, age and sex.")
  var adjusted = false

  @Option(name: .customLong("as"), help: "See it as this party does: fk, region:HSAID, ...")
  var party: Party?

  @Option(help: "table, csv or json.")
  var format = Format.table

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    do {
      let service = try await options.service()
      let asker: FollowUpAsker =
        party.map { .actor($0.operatorActor) } ?? .operatorOfAll
      let edition = try await service.edition(for: asker)
      let query = try question(through: edition.observedThrough)
      let answer = try await service.measureTable(query, for: asker, purpose: purpose)
      let now = service.clock.now()
      await service.close()
      switch format {
      case .json: try CommandOutput.json(MeasureValuesJSON(answer, asked: now))
      case .csv:
        let file = MeasureFile(answer, asked: now, language: .en)
        FileHandle.standardOutput.write(Data(file.csv.utf8))
      case .table:
        for line in MeasureLines(answer, asksAdjusted: adjusted).lines { CommandOutput.line(line) }
      }
    } catch {
      throw commandFailure(error)
    }
  }

  private func question(through observed: Day) throws -> MeasureQuery {
    var dimensions: [Statistics.Dimension] = []
    for name in by.split(separator: ",") {
      guard let dimension = Statistics.Dimension(rawValue: String(name)) else {
        let names = Statistics.Dimension.allCases.map(\.rawValue)
        throw usage("--by takes \(names.joined(separator: ", ")).")
      }
      dimensions.append(dimension)
    }
    guard let definition = CaseDefinition(cases) else {
      throw usage("--cases takes inera, sfb, or days from 0 to 3650.")
    }
    var filter: [Statistics.Dimension: Set<String>] = [:]
    for text in restrictions {
      guard let (dimension, codes) = MeasureQuery.restriction(text) else {
        throw usage("--where takes dimension=code,code.")
      }
      filter[dimension, default: []].formUnion(codes)
    }
    let to = to ?? UsualTime.end(through: observed)
    guard let from = from ?? UsualTime.begin(endingOn: to) else {
      throw usage("--to is a day after the first years of the calendar.")
    }
    return MeasureQuery(
      measure: measure, by: dimensions, from: from, to: to,
      filter: filter, cases: definition, isAdjusted: adjusted)
  }

  private func usage(_ text: String) -> any Error { CommandOutput.failure(text, .usage) }
}

extension FollowUpPurpose: ExpressibleByArgument {}
