// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service
import Statistics
import Store

/// What the pages of the follow-up ask for, with what is hidden and what is logged: the time that
/// the server needs for a page before it is drawn.
struct FollowUpPages {
  private let edition: String
  private let folder: String
  private let turns: Int
  /// The measure whose pages are asked for; nil is all.
  private let only: String?

  init(edition: String, _ folder: String, turns: Int, only: String?) {
    self.only = only
    self.edition = URL(filePath: edition).path
    self.folder = folder
    self.turns = turns
  }

  func run(_ figures: inout Figures) async throws {
    let made = try await BenchDatabase("follow-up-\(getpid())", in: folder)
    defer { made.remove() }
    try await register(made)
    let service = try await made.service()
    let cast = try await BenchCast(service)
    try await measure(service, cast.coordinator, &figures)
    await service.close()
  }

  /// Makes the edition the newest one of the database.
  private func register(_ made: BenchDatabase) async throws {
    let database = try await Database.open(.sqlite(path: made.path))
    let notes = """
      {"isWhole":true,"newDocuments":0,"newSnapshots":[],"personsRead":0,"snapshots":[],
      "unitsAdded":0,"unitsGone":0,"rules":{"gapInera":5,"gapSFB":89,"implicitAnswer":5,
      "backDated":7,"recurrence":365}}
      """
    let stored = StoredEdition(
      number: 1_000, built: Clock.system.now(), through: 0, folder: edition, notes: notes)
    try await database.write { try FollowUpEditions($0).add(stored) }
    await database.close()
  }

  private func measure(
    _ service: SamsynService, _ reader: Actor, _ figures: inout Figures
  ) async throws {
    let asker = FollowUpAsker.actor(reader)
    guard let through = try await service.shownEdition(for: reader)?.observedThrough else {
      throw BenchFailure("no edition")
    }
    let to = UsualTime.end(through: through)
    guard let from = UsualTime.begin(endingOn: to) else { throw BenchFailure("no days") }
    func overview() async throws -> Double {
      let start = secondsNow()
      _ = try await service.followUpOverview(
        from: from, to: to, period: .atFinest(UsualTime.period), for: asker, purpose: .dialogue)
      return secondsNow() - start
    }
    let start = secondsNow()
    try await service.readyFollowUp()
    figures.add("a new edition made ready, in the background", (secondsNow() - start) * 1000, "ms")
    let first = try await overview()
    figures.add("overview, first of a region", first * 1000, "ms", below: 100)
    var again: [Double] = []
    for _ in 0..<turns { again.append(try await overview()) }
    figures.add("overview, p50", Times(again).milliseconds(0.5), "ms", below: 100)
    var times: [(name: String, time: Double)] = []
    for measure in service.measures()
    where measure.population != .indicators && measure.id == only ?? measure.id {
      var each: [Double] = []
      for turn in 0..<(only == nil ? min(turns, 3) : turns) {
        let query = MeasureQuery(
          measure: measure.id, by: [.quarter], from: from.adding(days: turn + 1), to: to,
          isAdjusted: turn == 1)
        let start = secondsNow()
        _ = try await service.measureReport(
          query, period: .atFinest(.quarter), for: asker, purpose: .dialogue)
        each.append(secondsNow() - start)
      }
      times.append((measure.id, Times(each).milliseconds(0.5)))
    }
    times.sort { $0.time < $1.time }
    figures.add(
      "page of a measure, new question, the middle one", times[times.count / 2].time, "ms",
      below: 100)
    for (name, time) in times.suffix(3) {
      figures.add("among the slowest pages: \(name)", time, "ms", below: 100)
    }
  }
}
