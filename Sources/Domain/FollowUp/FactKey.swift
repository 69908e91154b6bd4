// SPDX-License-Identifier: Apache-2.0

/// A keyed hash that stands for a person, a certificate, a message or a doctor where things are
/// counted. It says nothing without the installation's key, and the same thing has the same key.
public struct FactKey: Hashable, Comparable, Sendable {
  public let high: UInt64
  public let low: UInt64

  /// A key of its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  public static func < (a: FactKey, b: FactKey) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}
