// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Exchange
import Foundation

extension SickLeaveDefinition: ExpressibleByArgument {}

/// `samsyn sick-leave`.
struct SickLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sick-leave",
    abstract: "Sick-leave cases from a plain list of certificates; needs no database.",
    discussion: """
      The list is a table (CSV) in UTF-8 with the columns person, certificate, unit, first, last \
      and degree, in any order; unit and degree may be empty. The certificate days of a person \
      are cut where more days in a row than --gap are without certificate. A case is active when \
      a certificate is in force on the day.
      Examples:
        samsyn sick-leave list.csv --gap 5 --on 2026-06-12 --json
        cat list.csv | samsyn sick-leave - --definition sfb
      """)

  @Argument(help: "The list; - is standard input.")
  var file: String

  @Option(
    parsing: .unconditional, help: "Certificate-free days in a row that a case may hold, from 0.")
  var gap: Int?

  @Option(help: "A definition of the rule book instead: inera or sfb.")
  var definition: SickLeaveDefinition?

  @Option(help: "The day that decides what is active; by default today.")
  var on: Day?

  @Flag(help: "Answer as JSON: one object.")
  var json = false

  func validate() throws {
    guard (gap == nil) != (definition == nil) else {
      throw ValidationError("Say either --gap DAYS or --definition inera|sfb.")
    }
    if let gap, !(0...SickLeavePeriods.longestGap).contains(gap) {
      throw ValidationError("--gap is 0 to \(SickLeavePeriods.longestGap) days.")
    }
  }

  func run() throws {
    let rules = try ShippedRules.rules()
    let day = on ?? .today
    let (gap, rule) = try resolvedGap(rules, on: day)
    let degrees = rules.inForce(Subject.sickLeaveDegrees, on: day)?.value.list ?? []
    let periods = try read(degrees: Set(degrees.compactMap { Int($0) }))
    let writer = CaseWriter(isJSON: json)
    writer.begin(gap: gap, definition: definition, rule: rule, on: day)
    try periods.forEachCase(gapDays: gap, on: day) { one throws(any Error) in
      try writer.write(one)
    }
    writer.end()
  }

  private func resolvedGap(_ rules: RuleBook, on day: Day) throws -> (Int, Rule?) {
    guard let definition else { return (gap ?? 0, nil) }
    guard let known = definition.gap(rules, on: day) else {
      throw CommandOutput.failure(
        "The rule book has no number for \(definition.rawValue) on \(day).", .refused)
    }
    return (known.days, known.rule)
  }

  private static let pieceBytes = 1 << 16

  private func read(degrees: Set<Int>) throws -> SickLeavePeriods {
    let handle: FileHandle
    if file == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: file) {
      handle = opened
    } else {
      throw CommandOutput.failure("The file \(file) cannot be read.", .usage)
    }
    var periods = SickLeavePeriods()
    var list = CertificateList(degrees: degrees)
    do {
      while let piece = try handle.read(upToCount: Self.pieceBytes), !piece.isEmpty {
        try list.read(piece) { periods.add($0) }
      }
      try list.finish { periods.add($0) }
      try tellFaults(of: list)
    } catch let code as ExitCode {
      throw code
    } catch let fault as TableFault {
      throw CommandOutput.failure("\(file): \(fault) (\(fault.code.rawValue))", .refused)
    } catch {
      throw CommandOutput.failure("The file \(file) cannot be read.", .usage)
    }
    return periods
  }

  /// Names every row that is no period.
  private func tellFaults(of list: CertificateList) throws {
    guard list.faultCount > 0 else { return }
    var lines = list.faults.map { "\(file): \($0) (\($0.code.rawValue))" }
    if list.faultCount > list.faults.count {
      lines.append("\(file): and \(list.faultCount - list.faults.count) rows more")
    }
    throw CommandOutput.failure(lines.joined(separator: "\nsamsyn: "), .refused)
  }
}

/// Writes cases as they are found, so that none has to be kept.
private final class CaseWriter {
  private let isJSON: Bool
  private let encoder = JSONEncoder()
  private var pending = ""
  private var count = 0

  init(isJSON: Bool) {
    self.isJSON = isJSON
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func begin(gap: Int, definition: SickLeaveDefinition?, rule: Rule?, on day: Day) {
    if isJSON {
      let named = definition.map { ",\"definition\":\"\($0.rawValue)\"" } ?? ""
      let source = rule.map { ",\"rule\":\"\($0.id)\"" } ?? ""
      pending = "{\"gap\":\(gap),\"on\":\"\(day)\"\(named)\(source),\"cases\":["
    } else {
      let source = rule.map { "  \($0.id), \($0.source)" } ?? ""
      pending = "gap \(gap)  on \(day)\(source)\n"
    }
  }

  func write(_ one: SickLeaveCase) throws {
    if isJSON {
      if count > 0 { pending += "," }
      pending += String(decoding: try encoder.encode(one), as: UTF8.self)
    } else {
      pending += "\(one.person)  \(one.first)--\(one.last)  \(one.distinctDays) days  "
      pending += "\(one.certificates.count) certificates\(one.active ? "  active" : "")\n"
    }
    count += 1
    if pending.utf8.count > 1 << 16 { flush() }
  }

  func end() {
    pending += isJSON ? "]}\n" : count == 0 ? "no cases\n" : ""
    flush()
  }

  private func flush() {
    FileHandle.standardOutput.write(Data(pending.utf8))
    pending = ""
  }
}
