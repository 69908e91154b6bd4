// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  private static let shiftKey = "clockShiftMilliseconds"

  /// Whether the database holds a demonstration.
  public func isDemonstration() async throws(ServiceError) -> Bool {
    try await read { try Meta($0).value(Meta.kindKey) == Meta.demonstration }
  }

  /// Moves a demonstration to another day, keeping the time of day. Time does not go back
  /// within a case: what is written later than the new time keeps its place.
  public func moveClock(to day: Day) async throws(ServiceError) {
    guard try await isDemonstration() else { throw .notDemonstration }
    let days = Int64(day - clock.now().day)
    let shift = clock.shiftMilliseconds + days * 86_400_000
    try await write { try Meta($0).set(Self.shiftKey, String(shift)) }
    clock.move(milliseconds: shift)
    try await tick()
  }

  func readClockShift() async throws(ServiceError) {
    let shift =
      try await read { connection in
        guard try Meta(connection).value(Meta.kindKey) == Meta.demonstration else { return nil }
        return try Meta(connection).value(Self.shiftKey)
      } as String?
    if let shift, let milliseconds = Int64(shift) { clock.move(milliseconds: milliseconds) }
  }
}
