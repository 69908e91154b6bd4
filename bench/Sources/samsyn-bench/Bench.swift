// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Measures Samsyn. Every subcommand prints a table, or JSON with `--json`.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samsyn-bench",
    abstract: "What Samsyn costs, in figures and ratios measured in one run.",
    subcommands: [
      PagesBench.self, CaseBench.self, DocumentsBench.self, LiveBench.self, CommandsBench.self,
      SickLeaveBench.self, MeasuresBench.self, CertificatesBench.self, ImportBench.self,
      DirectoryBench.self, FillBench.self, HelloServer.self, CopyServer.self,
    ])
}

/// Where databases are kept between runs, and how to answer.
struct BenchOptions: ParsableArguments {
  @Option(help: "Folder for databases; filled ones are kept there and used again.")
  var folder = "var/bench"

  @Flag(help: "Answer in JSON.")
  var json = false
}
