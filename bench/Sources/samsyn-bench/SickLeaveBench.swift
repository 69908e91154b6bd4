// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Statistics

/// All sick-leave cases of many certificates, against DuckDB on the same certificates.
struct SickLeaveBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sick-leave",
    abstract: "All sick-leave cases under a gap rule, against DuckDB's window functions.",
    discussion: PeerOptions.discussion)

  @OptionGroup var options: BenchOptions
  @OptionGroup var peer: PeerOptions

  @Option(help: "The most days without a certificate inside a case.")
  var gap = 5

  private struct Peer: Decodable {
    let version: String
    let cases: Int
    let seconds: [Double]
  }

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
    let folder = URL(filePath: options.folder)
    let raw = folder.appending(path: "certificates-\(peer.persons).rows").path
    let saved = folder.appending(path: "sick-leave-\(peer.persons).columns").path
    var figures = Figures()
    tell("making certificates")
    let (certificates, build) = try make(raw: raw, saved: saved)
    figures.add("certificates", Double(certificates), "")
    figures.add("days put in order, certificates a second", Double(certificates) / build, "")
    var start = secondsNow()
    let table = try SickLeaveTable(mapping: saved)
    figures.add("start from the saved file", (secondsNow() - start) * 1000, "ms", below: 1000)
    var times: [Double] = []
    var cases = 0
    for _ in 0..<peer.turns {
      start = secondsNow()
      cases = SickLeaveCases(table, gap: gap).count
      times.append(secondsNow() - start)
    }
    let own = Times(times).milliseconds(0.5)
    figures.add("cases", Double(cases), "")
    figures.add("all cases, p50", own, "ms", below: 300)
    let answer = try peer.ask(
      "sick_leave.py", [raw, "\(gap)", "\(peer.turns)"], for: Peer.self)
    if let answer {
      guard answer.cases == cases else {
        throw BenchFailure("DuckDB \(answer.version) finds \(answer.cases) cases, not \(cases)")
      }
      let theirs = Times(answer.seconds).milliseconds(0.5)
      figures.add("all cases by DuckDB \(answer.version), p50", theirs, "ms")
      figures.add("times faster than DuckDB", theirs / own, "", atLeast: 20)
    }
    figures.add("load of the machine", loadNow(), "")
    try figures.show(json: options.json)
  }

  /// Certificates of invented persons: chains that meet, overlap by a few days or leave some free.
  /// Gives how many, and the seconds that putting the days in order took.
  private func make(raw: String, saved: String) throws -> (Int, Double) {
    var series = PlainSeries(state: 1)
    var builder = SickLeaveTable.Builder()
    var rows: [Int32] = []
    rows.reserveCapacity(peer.persons * 12)
    var certificate: UInt32 = 0
    var seconds = 0.0
    for person in 0..<UInt32(peer.persons) {
      var periods: [CertifiedPeriod] = []
      var day = 18_000 + series.next(below: 1_500)
      for _ in 0..<(1 + series.next(below: 6)) {
        let last = day + 6 + series.next(below: 50)
        rows += [Int32(person), Int32(day), Int32(last)]
        periods.append(
          CertifiedPeriod(
            degree: 100, first: Day(number: day), last: Day(number: last),
            certificate: certificate, signed: Instant(milliseconds: Int64(certificate))))
        certificate += 1
        day =
          last + 1 + (series.next(below: 4) == 0 ? series.next(below: 120) : -series.next(below: 3))
      }
      let start = secondsNow()
      builder.add(person, periods)
      seconds += secondsNow() - start
    }
    try rows.withUnsafeBytes { try Data($0).write(to: URL(filePath: raw)) }
    try builder.build().write(to: saved)
    return (Int(certificate), seconds)
  }
}

/// Numbers that are the same in every run.
struct PlainSeries {
  var state: UInt64

  mutating func next(below limit: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % limit)
  }
}
