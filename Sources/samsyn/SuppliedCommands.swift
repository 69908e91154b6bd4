// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// What the three imports of supplied files have in common.
struct SuppliedOptions: ParsableArguments {
  @Argument(help: "The table (CSV).")
  var file: String

  @Flag(help: "Store the good rows although others are not, and list those.")
  var skipBad = false

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  /// Imports, tells every row that is not good, and ends with 1 when nothing was stored.
  func take(
    _ work: (SamsynService) async throws(SuppliedImportError) -> SuppliedImport
  ) async throws {
    let service = try await options.service()
    let done: SuppliedImport
    do throws(SuppliedImportError) {
      done = try await work(service)
      await service.close()
    } catch {
      await service.close()
      switch error {
      case .unreadable: throw CommandOutput.failure("The file \(file) cannot be read.", .usage)
      case .table(let fault):
        throw CommandOutput.failure("\(file): \(fault) (\(fault.code.rawValue))", .refused)
      case .service(let error): throw commandFailure(error)
      }
    }
    if json { try CommandOutput.json(done) } else { show(done) }
    if !done.isStored { throw ExitStatus.refused.code }
  }

  private func show(_ done: SuppliedImport) {
    for fault in done.faults {
      CommandOutput.line("\(fault.reason) (\(fault.code))")
    }
    if done.bad > done.faults.count {
      CommandOutput.line("and \(done.bad - done.faults.count) rows more")
    }
    guard done.isStored else {
      return CommandOutput.line(
        "nothing stored: \(done.bad) of \(done.bad + done.rows) rows are not good; --skip-bad "
          + "stores the others")
    }
    CommandOutput.line(
      "\(done.rows) rows: \(done.new) new, \(done.replacing) replacing another, \(done.known) "
        + "known, \(done.older) older; \(done.bad) passed over")
  }
}

/// `samsyn indicators`.
struct IndicatorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "What certificates cannot tell and is supplied in files.",
    subcommands: [IndicatorsImport.self, IndicatorsList.self])
}

/// `samsyn indicators import`.
struct IndicatorsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a table of indicators.",
    discussion: """
      Columns: indicator, unit, from, to, numerator, denominator, value, source, collected. An \
      empty unit is the whole country. A row has numerator and denominator, or value: of a share \
      a number from 0 to 1. Of two rows about the same indicator, unit and days the one that was \
      collected later counts; the other is kept as history.
      'samsyn indicators list' tells which indicators there are.
      """)

  @OptionGroup var supplied: SuppliedOptions

  func run() async throws {
    try await supplied.take { service throws(SuppliedImportError) in
      try await service.importIndicators(
        path: supplied.file, skipBad: supplied.skipBad, by: CommandOutput.operatorName)
    }
  }
}

/// `samsyn indicators list`.
struct IndicatorsList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The indicators, and the values that count now.")

  @OptionGroup var options: DatabaseOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  private struct Definition: Encodable {
    let indicator: String
    let measure: Int
    let form: IndicatorDefinition.Form
    let name: Bilingual
    let counts: Bilingual
    let source: String
    /// Empty where nobody has supplied any: then the measure is unknown.
    let values: [Indicator]
  }

  private struct Answer: Encodable {
    let indicators: [Definition]
    let files: [File]
  }

  private struct File: Encodable {
    let kind: SuppliedKind
    let file: String
    let rows: Int
    let skipped: Int
    let imported: Instant
    let importedBy: String
  }

  func run() async throws {
    do {
      let service = try await options.service()
      let values = try await service.indicators(from: .earliest, to: .latest)
      let files = try await service.suppliedFiles()
      let definitions = try service.indicatorDefinitions()
      await service.close()
      let byID = Dictionary(grouping: values, by: \.indicator)
      if json {
        return try CommandOutput.json(
          Answer(
            indicators: definitions.map {
              Definition(
                indicator: $0.id, measure: $0.measure, form: $0.form, name: $0.name,
                counts: $0.counts, source: $0.source, values: byID[$0.id] ?? [])
            },
            files: files.map {
              File(
                kind: $0.kind, file: $0.file, rows: $0.rows, skipped: $0.skipped,
                imported: $0.imported, importedBy: $0.importedBy)
            }))
      }
      for definition in definitions {
        let found = byID[definition.id] ?? []
        let count = found.isEmpty ? "unknown" : "\(found.count) values"
        CommandOutput.line(
          "\(definition.measure)  \(definition.id)  \(definition.form.rawValue)  "
            + "\(definition.name.sv)  \(count)")
      }
      for file in files {
        CommandOutput.line(
          "\(file.imported)  \(file.kind.rawValue)  \(file.file)  \(file.rows) rows, "
            + "\(file.skipped) passed over, by \(file.importedBy)")
      }
    } catch {
      throw commandFailure(error)
    }
  }
}

/// `samsyn decisions`.
struct DecisionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "What became of certificates at Försäkringskassan.",
    subcommands: [DecisionsImport.self])
}

/// `samsyn decisions import`.
struct DecisionsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a table of decisions and outcomes of controls.",
    discussion: """
      Columns: certificate, day, outcome (granted, refused, partly), kind (decision, control). Of \
      a certificate's id only a keyed hash is kept.
      """)

  @OptionGroup var supplied: SuppliedOptions

  func run() async throws {
    try await supplied.take { service throws(SuppliedImportError) in
      try await service.importDecisions(
        path: supplied.file, skipBad: supplied.skipBad, by: CommandOutput.operatorName)
    }
  }
}

/// `samsyn background`.
struct BackgroundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "background", abstract: "Background variables of units.",
    subcommands: [BackgroundImport.self])
}

/// `samsyn background import`.
struct BackgroundImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a table of background variables.",
    discussion: """
      Columns: unit, variable, value, source, collected. Of two rows about the same unit and \
      variable the one that was collected later counts; the other is kept as history.
      """)

  @OptionGroup var supplied: SuppliedOptions

  func run() async throws {
    try await supplied.take { service throws(SuppliedImportError) in
      try await service.importBackground(
        path: supplied.file, skipBad: supplied.skipBad, by: CommandOutput.operatorName)
    }
  }
}
