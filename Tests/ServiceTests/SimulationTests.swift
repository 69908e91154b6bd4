// SPDX-License-Identifier: Apache-2.0
import Domain
import Service
import Store
import Testing

/// Many parties working for weeks with repeated, late and lost messages, jumping clocks and
/// crashes. A failure names the seed that repeats it.
@Suite struct SimulationTests {
  private static let start = Instant("2026-01-05T07:00:00.000Z")!

  private static func simulate(
    _ engine: TestEngine, seed: UInt64, months: Int
  ) async throws -> SimulationReport {
    let place = try await TestPlace(engine, at: start)
    defer { place.remove() }
    let keyring = try Keyring(master: [UInt8](repeating: 3, count: Keyring.masterBytes))
    let simulation = try await Simulation(
      seed: seed, months: months, address: place.address, keyring: keyring, start: start)
    return try await simulation.run()
  }

  @Test func `every invariant holds through a month`() async throws {
    var reports: [SimulationReport] = []
    for seed in [UInt64(6), 7] {
      let report = try await Self.simulate(.sqlite, seed: seed, months: 1)
      #expect(report.cases > 10 && report.commands > 100, "seed \(seed): \(report)")
      reports.append(report)
    }
    // A simulation in which nothing happened shows nothing.
    func total(_ count: KeyPath<SimulationReport, Int>) -> Int {
      reports.reduce(0) { $0 + $1[keyPath: count] }
    }
    #expect(total(\.refusals) > 0 && total(\.messagesSent) > 0 && total(\.talks) > 5)
    #expect(
      total(\.messagesDuplicated) > 0 && total(\.crashes) > 0 && total(\.clockJumps) > 0)
  }

  @Test(.enabled(if: TestEngine.all.contains(.postgres)))
  func `every invariant holds on PostgreSQL`() async throws {
    let report = try await Self.simulate(.postgres, seed: 4, months: 1)
    #expect(report.cases > 3 && report.crashes > 0, "\(report)")
  }

  @Test func `every invariant holds and the same seed gives the same simulation`() async throws {
    let first = try await Self.simulate(.sqlite, seed: 3, months: 1)
    let second = try await Self.simulate(.sqlite, seed: 3, months: 1)
    #expect(first.steps == second.steps)
    #expect(first.events == second.events)
    #expect(first.crashes == second.crashes)
  }
}
