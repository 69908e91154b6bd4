// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Statistics

/// Every measure of many certificates, one of them against DuckDB on the same certificates, and
/// the pages that are made of them.
struct MeasuresBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Every measure by care unit, the first against DuckDB's group by, and the pages.",
    discussion: PeerOptions.discussion)

  @OptionGroup var options: BenchOptions
  @OptionGroup var peer: PeerOptions

  @Option(help: "Only the pages of this measure.")
  var page: String?

  private struct Peer: Decodable {
    let version: String
    let groups: Int
    let among: Int
    let those: Int
    let seconds: [Double]
    let bare: [Double]
  }

  private static let from = Day(number: 18_200)
  private static let to = Day(number: 19_400)

  func run() async throws {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
    let folder = URL(filePath: options.folder)
    let raw = folder.appending(path: "measures-\(peer.persons).rows").path
    let edition = folder.appending(path: "edition-\(peer.persons)").path
    var figures = Figures()
    if !FileManager.default.fileExists(atPath: edition) {
      tell("making an edition")
      let made = try MeasuresEdition.make(persons: peer.persons, raw: raw, edition: edition)
      figures.add("facts put in columns, certificates a second", made, "")
    }
    figures.add("load of the machine, before", loadNow(), "")
    let start = secondsNow()
    let followUp = try FollowUp(
      mapping: edition, diagnoses: BareDiagnoses(), rules: try RuleBook([]))
    figures.add("start from the saved edition", (secondsNow() - start) * 1000, "ms", below: 1000)
    figures.add("certificates", Double(followUp.counts.certificates), "")
    if page == nil {
      try compare(followUp, raw, &figures)
      try all(followUp, &figures)
    }
    let pages = FollowUpPages(edition: edition, options.folder, turns: peer.turns, only: page)
    try await pages.run(&figures)
    if let memory = Self.residentMegabytes() {
      figures.add("memory, with the mapped columns", memory, "MB", below: 1200)
    }
    figures.add("load of the machine, after", loadNow(), "")
    try figures.show(json: options.json)
  }

  /// The same share by DuckDB.
  private func compare(_ followUp: FollowUp, _ raw: String, _ figures: inout Figures) throws {
    let first = MeasureQuery(
      measure: "supplement-share", by: [.unit], from: Self.from, to: Self.to)
    let own = try milliseconds(first, followUp)
    figures.add("share by care unit, p50", own, "ms", below: 50)
    let arguments = [raw, "\(Self.from.number)", "\(Self.to.number)", "\(peer.turns)"]
    guard let answer = try peer.ask("measures.py", arguments, for: Peer.self) else { return }
    // Once more, now that the machine may have more or less to do.
    let again = try milliseconds(first, followUp, turn: peer.turns)
    let table = try followUp.compute(first, within: .everything)
    let (among, those) = (
      table.total.figure?.denominator ?? 0, table.total.figure?.numerator ?? 0
    )
    guard answer.groups == table.rows.count, answer.among == among, answer.those == those else {
      throw BenchFailure(
        "DuckDB finds \(answer.those) of \(answer.among), not \(those) of \(among)")
    }
    let theirs = Times(answer.seconds).milliseconds(0.5)
    let bare = Times(answer.bare).milliseconds(0.5)
    figures.add("the same after DuckDB, p50", again, "ms", below: 50)
    figures.add("the same by DuckDB \(answer.version), p50", theirs, "ms")
    figures.add("times faster than DuckDB", theirs / ((own + again) / 2), "", atLeast: 5)
    figures.add("DuckDB's bare group by unit, without conditions and ties, p50", bare, "ms")
  }

  private func all(_ followUp: FollowUp, _ figures: inout Figures) throws {
    var times: [(name: String, time: Double)] = []
    for measure in FollowUp.measures where measure.population != .indicators {
      let query = MeasureQuery(
        measure: measure.id, by: [.unit], from: Self.from, to: Self.to)
      times.append((measure.id, try milliseconds(query, followUp)))
    }
    times.sort { $0.time < $1.time }
    figures.add("measures by care unit, the middle one", times[times.count / 2].time, "ms")
    for (name, time) in times.suffix(3) {
      figures.add("among the slowest: \(name)", time, "ms", below: 100)
    }
  }

  /// How long a question takes that nobody has asked before: each turn begins a day later.
  private func milliseconds(
    _ query: MeasureQuery, _ followUp: FollowUp, turn: Int = 0
  ) throws -> Double {
    var times: [Double] = []
    for later in turn..<turn + peer.turns {
      var query = query
      query.from = query.from.adding(days: later)
      let start = secondsNow()
      _ = try followUp.compute(query, within: .everything)
      times.append(secondsNow() - start)
    }
    return Times(times).milliseconds(0.5)
  }

  /// What the process has in memory now.
  private static func residentMegabytes() -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(separator: " ").dropLast().last.flatMap({ Double($0) })
    else { return nil }
    return kilobytes / 1024
  }
}
