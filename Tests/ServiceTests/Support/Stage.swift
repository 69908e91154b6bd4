// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synchronization

@testable import Service

/// A service on a new database with two regions, and a clock that only the test moves.
struct Stage: Sendable {
  let service: SamsynService
  let time: StageTime
  let faults: FaultPlan
  let address: DatabaseAddress
  let keyring: Keyring

  var today: Day { time.now.day }

  /// The same database opened once more, as after a restart or by another process.
  func opened() async throws -> SamsynService {
    let time = self.time
    return try await SamsynService.open(
      address, keyring: keyring, clock: Clock { time.now })
  }
}

/// The stage's clock.
final class StageTime: Sendable {
  private let instant: Mutex<Instant>

  init(_ start: Instant) { instant = Mutex(start) }

  var now: Instant { instant.withLock { $0 } }

  func move(minutes: Int) { instant.withLock { $0 = $0.adding(minutes: minutes) } }

  /// The same time of day some days later.
  func move(days: Int) {
    instant.withLock { $0 = Instant(day: $0.day.adding(days: days), time: $0.clock) }
  }

  func move(to time: Instant) { instant.withLock { $0 = max($0, time) } }
}

/// Runs a test on a new stage; it begins at nine on Monday 2 March 2026.
func withStage(_ engine: TestEngine, _ body: (Stage) async throws -> Void) async throws {
  let start = Instant(day: Day("2026-03-02")!, time: TimeOfDay("09:00")!)
  let place = try await TestPlace(engine, at: start)
  defer { place.remove() }
  let time = StageTime(start)
  let keyring = try Keyring(master: [UInt8](repeating: 9, count: Keyring.masterBytes))
  let faults = FaultPlan()
  let service = try await SamsynService.open(
    place.address, keyring: keyring, clock: Clock { time.now }, faults: faults)
  do {
    try await service.save(Cast.settings(), by: Cast.coordinator)
    try await service.save(Cast.settings(Cast.otherRegionID), by: Cast.otherCoordinator)
    try await body(
      Stage(
        service: service, time: time, faults: faults, address: place.address,
        keyring: keyring))
  } catch {
    await service.close()
    throw error
  }
  await service.close()
}

/// The refusal that a body ends with; nil where it succeeds.
func refusal<T>(_ body: () async throws -> T) async throws -> Refusal? {
  do {
    _ = try await body()
    return nil
  } catch ServiceError.refused(let refusal) {
    return refusal
  }
}
