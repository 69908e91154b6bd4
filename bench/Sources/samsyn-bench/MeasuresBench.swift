// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Statistics

/// Every measure of many certificates, and one of them against DuckDB on the same certificates.
struct MeasuresBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Every measure by care unit, and the first against DuckDB's group by.",
    discussion: "DuckDB is asked through Python, with the packages of bench/peers/requirements.txt."
  )

  @OptionGroup var options: BenchOptions

  @Option(help: "Persons; each has three to four certificates.")
  var persons = 3_000_000

  @Option(help: "Turns of each.")
  var turns = 5

  @Option(help: "A Python that has DuckDB.")
  var python = "python3"

  @Option(help: "The peers' programs.")
  var peers = "bench/peers"

  private struct Peer: Decodable {
    let version: String
    let groups: Int
    let among: Int
    let those: Int
    let seconds: [Double]
  }

  private static let from = Day(number: 18_200)
  private static let to = Day(number: 19_400)

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
    let folder = URL(filePath: options.folder)
    let raw = folder.appending(path: "measures-\(persons).rows").path
    let edition = folder.appending(path: "edition-\(persons)").path
    var figures = Figures()
    if !FileManager.default.fileExists(atPath: edition) {
      tell("making an edition")
      let made = try MeasuresEdition.make(persons: persons, raw: raw, edition: edition)
      figures.add("facts put in columns, certificates a second", made, "")
    }
    var start = secondsNow()
    let followUp = try FollowUp(
      mapping: edition, diagnoses: BareDiagnoses(), rules: try RuleBook([]))
    figures.add("start from the saved edition", (secondsNow() - start) * 1000, "ms", below: 1000)
    figures.add("certificates", Double(followUp.counts.certificates), "")
    let first = MeasureQuery(
      measure: "supplement-share", by: [.unit], from: Self.from, to: Self.to)
    let own = try milliseconds(first, followUp)
    figures.add("share by care unit, p50", own, "ms", below: 50)
    tell("asking DuckDB")
    if let peer = try peer(raw) {
      let table = try followUp.compute(first, within: .everything)
      let (among, those) = (
        table.total.figure?.denominator ?? 0, table.total.figure?.numerator ?? 0
      )
      guard peer.groups == table.rows.count, peer.among == among, peer.those == those else {
        throw BenchFailure(
          "DuckDB finds \(peer.those) of \(peer.among), not \(those) of \(among)")
      }
      let theirs = Times(peer.seconds).milliseconds(0.5)
      figures.add("the same by DuckDB \(peer.version), p50", theirs, "ms")
      figures.add("times faster than DuckDB", theirs / own, "", atLeast: 5)
    }
    var slowest = (name: "", time: 0.0)
    for measure in FollowUp.measures where measure.population != .indicators {
      start = secondsNow()
      let time = try milliseconds(
        MeasureQuery(measure: measure.id, by: [.unit], from: Self.from, to: Self.to), followUp)
      if time > slowest.time { slowest = (measure.id, time) }
    }
    figures.add("slowest measure by care unit: \(slowest.name)", slowest.time, "ms", below: 100)
    if let memory = Self.residentMegabytes() {
      figures.add("memory, with the mapped columns", memory, "MB", below: 1200)
    }
    try figures.show(json: options.json)
  }

  private func milliseconds(_ query: MeasureQuery, _ followUp: FollowUp) throws -> Double {
    var times: [Double] = []
    for _ in 0..<turns {
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

  private func peer(_ raw: String) throws -> Peer? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      python, "\(peers)/measures.py", raw, "\(Self.from.number)", "\(Self.to.number)", "\(turns)",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      tell("DuckDB was not asked: \(python) cannot run \(peers)/measures.py")
      return nil
    }
    return try JSONDecoder().decode(Peer.self, from: answer)
  }
}

/// An edition of invented facts that are made quickly.
enum MeasuresEdition {
  /// Makes the edition, and the same certificates as rows for the peer. Gives how many certificates
  /// were put in columns in a second.
  static func make(persons: Int, raw: String, edition: String) throws -> Double {
    var series = PlainSeries(state: 7)
    let units = (0..<2_000).map { number in
      UnitTable.Unit(
        id: "SE1-\(10_000 + number)", name: "Unit \(number)", provider: "SE1-P\(number % 40)",
        region: "\(10 + number % 21)", careLevel: "0\(1 + number % 5)")
    }
    let ties = units.map {
      UnitTable.Tie(unit: $0.id, from: Day(number: 17_000), tie: .own, careUnit: $0.id)
    }
    let rules = FollowUpRules(
      gapInera: 5, gapSFB: 89, implicitAnswer: 5, backDated: 7, recurrence: 365)
    var builder = FollowUpBuilder(units: UnitTable(units: units, ties: ties), rules: rules)
    var rows: [Int32] = []
    var seconds = 0.0
    var number: UInt64 = 0
    for person in 0..<UInt64(persons) {
      let facts = facts(person, units, &series, &number)
      let asked = Set(facts.messages.map(\.certificate))
      for certificate in facts.certificates {
        let unit = certificate.unit.flatMap { Int32($0.dropFirst(4)) } ?? 0
        rows += [
          unit, Int32(certificate.signed?.day.number ?? 0),
          asked.contains(certificate.key) ? 1 : 0,
        ]
      }
      let start = secondsNow()
      builder.add(facts)
      seconds += secondsNow() - start
    }
    try rows.withUnsafeBytes { try Data($0).write(to: URL(filePath: raw)) }
    let start = secondsNow()
    try builder.write(to: edition)
    return Double(rows.count / 3) / (seconds + secondsNow() - start)
  }

  private static func facts(
    _ person: UInt64, _ units: [UnitTable.Unit], _ series: inout PlainSeries,
    _ number: inout UInt64
  ) -> PersonFacts {
    let clock = TimeOfDay(hour: 10, minute: 0, second: 0)
    var facts = PersonFacts(
      person: FactKey(high: person, low: 1), sex: person % 3 == 0 ? .man : .kvinna,
      birthMonth: Day(year: 1955 + Int(person % 48), month: 1 + Int(person % 12), day: 1))
    var day = 18_000 + series.next(below: 1_500)
    for _ in 0..<(1 + series.next(below: 6)) {
      number += 1
      let last = day + 6 + series.next(below: 50)
      var made = CertificateFact(key: FactKey(high: number, low: 2), kind: .lisjp)
      made.signed = clock.map { CertificateTime(day: Day(number: day), time: $0) }
      made.isSent = true
      made.unit = units[series.next(below: 2_000)].id
      let code = series.next(below: 600)
      made.diagnoses = ["\(["F", "M", "S", "J", "C", "R"][code % 6])\(10 + code % 90)"]
      made.periods = [
        SickLeavePeriod(
          degree: Degree.allCases[series.next(below: 4)], first: Day(number: day),
          last: Day(number: last))
      ].compactMap { $0 }
      made.bases = [.examination]
      made.answered = series.next(below: 2) == 0 ? [1, 6, 17, 28, 32] : [1, 6, 17, 28, 32, 35, 39]
      facts.certificates.append(made)
      if series.next(below: 12) == 0 {
        var request = MessageFact(
          key: FactKey(high: number, low: 3), direction: .toCare, subject: .supplement,
          certificate: made.key)
        request.sent = clock.map { CertificateTime(day: Day(number: day + 5), time: $0) }
        request.questions = [17, 35]
        request.lastDayForAnswer = Day(number: day + 20)
        facts.messages.append(request)
      }
      day =
        last + 1 + (series.next(below: 4) == 0 ? series.next(below: 120) : -series.next(below: 3))
    }
    return facts
  }
}
