// SPDX-License-Identifier: Apache-2.0

import Domain

/// From when to when (`TimePeriodType`).
public struct TimePeriod: Hashable, Sendable {
  /// When it begins.
  public let start: Instant
  /// When it ends; not before it begins.
  public let end: Instant?

  /// From its parts, in the order of the contract.
  public init(
    start: Instant, end: Instant? = nil
  ) {
    self.start = start
    self.end = end
  }

  static let shape = Shape(
    Namespace.types, TimePeriod.init,
    Field("start", \.start, .timestamp),
    Field("end", \.end, optional: .timestamp)
  ).checked { period, place throws(MessageFault) in
    if let end = period.end, end < period.start {
      throw place.inside("end", line: place.line).fault(.endBeforeStart)
    }
  }
}
