// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization
import Synthetic

/// Many parties working on many cases for months, from one seed: with messages that come twice,
/// late, in another order or not at all, with clocks that jump, and with a crash between any two
/// writes. After every step the invariants of the case that was touched are checked.
public final class Simulation {
  let seed: UInt64
  let months: Int
  let address: DatabaseAddress
  let keyring: Keyring
  let faults = FaultPlan()
  let clock: SimulatedClock
  /// Called with every command that was acknowledged, once it is.
  let onAcknowledged: (@Sendable (CommandResult) -> Void)?
  let country: SyntheticCountry
  var random: SeededRandom
  var service: SamsynService
  var report: SimulationReport
  /// Last acknowledged version of each open case.
  var open: [CaseNumber: Int] = [:]
  var network: [MessageInFlight] = []
  /// Last acknowledged message of each thread.
  var said: [CaseNumber: [Int: Int]] = [:]
  /// Last position that an earlier simulation left in the journal; 0 in an empty database.
  let inherited: Int
  /// The last day of the simulation.
  let end: Instant

  /// Regions that take part; a few, so that they have much to do with each other.
  static let regionCount = 3
  /// Open cases at which no new ones are begun.
  static let mostOpen = 40

  /// Prepares a simulation on an empty database, whose tables are made here.
  ///
  /// - Parameter start: the simulated time at the beginning.
  public init(
    seed: UInt64, months: Int, address: DatabaseAddress, keyring: Keyring,
    start: Instant = Instant("2026-01-05T07:00:00.000Z")!,
    onAcknowledged: (@Sendable (CommandResult) -> Void)? = nil
  ) async throws {
    self.seed = seed
    self.months = months
    self.address = address
    self.keyring = keyring
    self.onAcknowledged = onAcknowledged
    clock = SimulatedClock(start)
    end = start.adding(hours: months * 30 * 24)
    random = SeededRandom(seed: seed)
    report = SimulationReport(seed: seed, months: months)
    country = SyntheticCountry(seed: seed)
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: start)
    // Invented cases must never stand among others, and a journal forgets nothing.
    let position = try await database.write { connection -> Int? in
      let meta = Meta(connection)
      let position = try Journal(connection, keyring).maxPosition()
      if try meta.value(Meta.kindKey) == Meta.simulation { return position }
      guard position == 0 else { return nil }
      try meta.set(Meta.kindKey, Meta.simulation)
      return position
    }
    await database.close()
    guard let position else { throw ServiceError.notDemonstration }
    inherited = position
    service = try await SamsynService.open(
      address, keyring: keyring, clock: clock.clock, faults: faults)
    try await foundRegions()
  }

  /// Runs to the end.
  ///
  /// - Throws: `SimulationFailure` at the first invariant that does not hold.
  public func run() async throws -> SimulationReport {
    while clock.now < end {
      report.steps += 1
      try await step()
      if report.steps % 250 == 0 { try await checkWhole() }
    }
    try await checkWhole()
    await service.close()
    return report
  }

  private func foundRegions() async throws {
    let now = clock.now
    let regions = country.regions.prefix(Self.regionCount).map(\.settings)
    try await service.write { [service] connection in
      for settings in regions
      where try service.regions(connection).load(settings.region) == nil {
        let system = Actor(
          party: .region(settings.region), person: "samsyn", name: "Samsyn",
          function: .system)
        try service.regions(connection).save(settings, by: system, at: now)
      }
    }
  }

  /// One thing happens somewhere.
  private func step() async throws {
    moveClock()
    let due = network.firstIndex { $0.arrives <= clock.now }
    if let due {
      try await deliver(network.remove(at: due))
    } else if open.count < Self.mostOpen && random.chance(15) {
      try await beginCase()
    } else if random.chance(2) {
      try await recovering { try await $0.tick() }
    } else if random.chance(5), let id = pickCase() {
      try await talk(in: id)
    } else if let id = pickCase() {
      try await act(in: id)
    } else {
      try await beginCase()
    }
  }

  private func pickCase() -> CaseNumber? {
    open.isEmpty ? nil : random.pick(open.keys.sorted())
  }

  /// Time goes on; sometimes it leaps, and now and then a clock is set back.
  private func moveClock() {
    if random.chance(2) {
      report.clockJumps += 1
      clock.move(minutes: -random.between(1...600))
    } else if random.chance(4) {
      clock.move(minutes: random.between(600...4000))
    } else {
      clock.move(minutes: random.between(1...90))
    }
  }

  func fail(_ reason: String) -> SimulationFailure {
    SimulationFailure(seed: seed, step: report.steps, reason: reason)
  }

  /// Does something that may meet a crash, and starts the program anew when it does. Returns nil
  /// after a crash: the caller was not told what became of it.
  func recovering<T>(
    _ body: (SamsynService) async throws -> T
  ) async throws -> T? {
    if random.chance(6) {
      if random.chance(25) {
        faults.armAfterCommit()
      } else {
        faults.arm(beforeStatement: random.between(1...40))
      }
    }
    defer { faults.disarm() }
    do {
      return try await body(service)
    } catch ServiceError.fault(let code) where code == StoreError.injectedFault.code {
      report.crashes += 1
      faults.disarm()
      await service.close()
      service = try await SamsynService.open(
        address, keyring: keyring, clock: clock.clock, faults: faults)
      return nil
    }
  }
}

/// A clock that only the simulation moves.
final class SimulatedClock: Sendable {
  private let time: Mutex<(now: Instant, furthest: Instant)>

  init(_ start: Instant) { time = Mutex((start, start)) }

  var now: Instant { time.withLock { $0.now } }

  /// The latest time it has shown.
  var furthest: Instant { time.withLock { $0.furthest } }

  var clock: Clock { Clock { self.now } }

  func move(minutes: Int) {
    time.withLock { time in
      time.now = time.now.adding(minutes: minutes)
      time.furthest = max(time.furthest, time.now)
    }
  }
}
