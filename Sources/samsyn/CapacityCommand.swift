// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// `samsyn capacity`.
struct CapacityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity", abstract: "A performer's capacity.",
    subcommands: [CapacitySimulate.self])
}

struct CapacitySimulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Forecast the share delivered in time, now and with a changed capacity.",
    discussion: """
      Counted from the performer's own cases and published times; no case and no person is named. \
      The same question and seed give the same answer. The log of reads says that it was the \
      operator who asked.
      Example: samsyn capacity simulate --as performer:SE0000000000-1 --change-percent 20 --json
      """)

  @Option(name: .customLong("as"), help: "performer:HSAID.")
  var party: Party

  @Option(
    parsing: .unconditional, help: "Change of the capacity in percent, -100 to 400.")
  var changePercent = 0

  @Option(help: "Doctor's times a week; else those that are published.")
  var timesPerWeek: Int?

  @Option(help: "Weeks from examination to statement; an assumption.")
  var weeksToWrite = 1

  @Option(help: "Doctor's times per case; an assumption.")
  var timesPerCase = 1

  @Option(help: "Weeks ahead.")
  var weeks = 12

  @Option(help: "How many times the weeks are played.")
  var runs = 400

  @Option(help: "The same seed repeats the same forecast.")
  var seed: UInt64 = 1

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    var question = ForecastQuestion()
    question.changePercent = changePercent
    question.timesPerWeek = timesPerWeek
    question.weeksToWrite = weeksToWrite
    question.timesPerCase = timesPerCase
    question.weeks = weeks
    question.runs = runs
    question.seed = seed
    do {
      let service = try await options.service()
      let forecast = try await service.forecast(question, for: party.operatorActor)
      await service.close()
      if json {
        try CommandOutput.json(forecast)
      } else {
        Self.show(forecast)
      }
    } catch {
      throw commandFailure(error)
    }
  }

  private static func show(_ forecast: Forecast) {
    let simulation = forecast.simulation
    CommandOutput.line(
      "\(simulation.waiting.count) waiting, \(simulation.writing.count) being written, "
        + "\(simulation.weeks) weeks, \(simulation.runs) plays")
    for outcome in [forecast.now, forecast.changed] {
      let share = outcome.perMille.map { "\($0 / 10).\($0 % 10)%" } ?? "nothing to judge"
      CommandOutput.line(
        "\(outcome.changePercent)%  in time \(share)  waiting at the end "
          + "\(outcome.waitingAtEnd)")
    }
  }
}
