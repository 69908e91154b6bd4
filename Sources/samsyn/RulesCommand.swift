// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain

/// `samsyn rules`: the dated rules, with source and certainty.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show and check the dated rules.",
    discussion: """
      Examples:
        samsyn rules list
        samsyn rules explain delivery.base --on 2023-06-14
        samsyn rules explain DELIV_BASE_DAYS --on 2026-03-01 --json
      """,
    subcommands: [RulesList.self, RulesExplain.self, RulesCheck.self])
}

/// `samsyn rules list`.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every row of the rule book.")

  @Flag(help: "Answer as JSON.")
  var json = false

  func run() throws {
    let book = try ShippedRules.rules()
    if json {
      try CommandOutput.json(book)
    } else {
      for rule in book.rules { CommandOutput.line(RuleText.line(rule)) }
    }
  }
}

/// `samsyn rules check`.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read the rule files and tell what is wrong in them.")

  func run() throws {
    let rules = try ShippedRules.rules().rules
    let calendars = try ShippedRules.calendars()
    let unknown = rules.filter { !$0.value.isKnown }.count
    CommandOutput.line(
      "\(rules.count) rules, \(unknown) of them unknown; \(calendars.policies.count) calendars")
  }
}

/// `samsyn rules explain`.
struct RulesExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a rule says on a day, and why.")

  @Argument(help: "The id of a row (DELIV_BASE_DAYS) or a subject (delivery.base).")
  var rule: String

  @Option(help: "The day; by default today.")
  var on: Day?

  @Flag(help: "Answer as JSON.")
  var json = false

  func run() throws {
    let book = try ShippedRules.rules()
    let series = book.series(rule)
    guard !series.isEmpty else {
      throw CommandOutput.failure(
        "There is no rule '\(rule)'. 'samsyn rules list' shows them all.", .usage)
    }
    let answer = Answer(
      asked: rule, on: on ?? .today, named: book.row(rule),
      inForce: book.inForce(rule, on: on ?? .today), series: series.map(\.id))
    if json {
      try CommandOutput.json(answer)
    } else {
      answer.lines.forEach(CommandOutput.line)
    }
  }

  private struct Answer: Encodable {
    let asked: String
    let on: Day
    /// The row that was asked for by its id.
    let named: Rule?
    /// The row of the same subject that applies on the day.
    let inForce: Rule?
    /// The ids of all rows of the subject, the oldest first.
    let series: [String]

    var lines: [String] {
      var lines: [String] = []
      if let named, named != inForce {
        lines.append("\(named.id) is not in force on \(on) (\(RuleText.period(named))).")
        lines.append(inForce.map { "In force on that day is \($0.id):" } ?? "")
      }
      guard let inForce else {
        let rows = series.joined(separator: ", ")
        return lines.filter { !$0.isEmpty }
          + ["No row of this subject is in force on \(on): the value is unknown.", "Rows: \(rows)"]
      }
      return lines + RuleText.paragraph(inForce)
    }
  }
}

/// Rules as text for a terminal.
private enum RuleText {
  static func line(_ rule: Rule) -> String {
    "\(rule.id)  \(value(rule))  \(period(rule))  \(rule.basis.rawValue)  \(rule.source)"
  }

  static func paragraph(_ rule: Rule) -> [String] {
    let checked = rule.checkedOn.map { ", compared with its source \($0)" } ?? ""
    return [
      "\(rule.id) (\(rule.subject))",
      "  \(rule.meaning.sv)",
      "  \(rule.meaning.en)",
      "  value:     \(value(rule))",
      "  basis:     \(rule.basis.name.sv) (\(rule.basis.name.en))",
      "  source:    \(rule.source)",
      "  valid:     \(period(rule))",
      "  certainty: \(rule.certainty.rawValue)\(checked)",
      "  address:   \(rule.sourceAddress)",
    ]
  }

  static func period(_ rule: Rule) -> String {
    "\(rule.validFrom?.description ?? "unknown")..\(rule.validTo)"
  }

  private static func value(_ rule: Rule) -> String {
    let unit = rule.value.isKnown ? rule.unit?.rawValue : nil
    return [rule.value.description, unit].compactMap { $0 }.joined(separator: " ")
  }
}
