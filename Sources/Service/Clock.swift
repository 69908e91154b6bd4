// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Synchronization

/// Where the service gets its time from. Tests and simulations give their own; a demonstration
/// may be moved to another day.
public final class Clock: Sendable {
  private let source: @Sendable () -> Instant
  private let shift = Mutex<Int64>(0)

  public init(_ source: @escaping @Sendable () -> Instant) { self.source = source }

  /// The machine's clock.
  public static var system: Clock {
    Clock { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
  }

  /// The time now, moved by the demonstration's shift.
  public func now() -> Instant {
    source().adding(milliseconds: shift.withLock { $0 })
  }

  /// The time that is not moved; for sessions, which a moved clock must not end.
  func unmoved() -> Instant { source() }

  /// How far the demonstration's time is moved, in milliseconds.
  public var shiftMilliseconds: Int64 { shift.withLock { $0 } }

  func move(milliseconds: Int64) { shift.withLock { $0 = milliseconds } }
}
