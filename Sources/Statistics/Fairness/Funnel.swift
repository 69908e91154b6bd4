// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Limits around a common share within which units of a size lie by chance: the curves of a
/// funnel plot (Spiegelhalter, Statistics in Medicine 2005). They are the limits of the score
/// test, so a unit lies outside the 95 % limits just when its Wilson interval does not hold the
/// common share.
///
/// That more lie outside than chance would have it says that units differ in something that is
/// not adjusted for; it ranks nobody.
public struct Funnel: Hashable, Sendable {
  /// The share in the comparison group, 0 to 1.
  public let share: Double

  public init(share: Double) { self.share = share }

  /// The limits for units of one size.
  public struct Limits: Hashable, Sendable {
    /// Nineteen units of twenty.
    public var inner: Interval
    /// 998 of a thousand.
    public var outer: Interval
  }

  /// The limits for a denominator of at least one.
  public func limits(for denominator: Int) -> Limits {
    let deviation = (share * (1 - share) / Double(max(1, denominator))).squareRoot()
    func around(_ z: Double) -> Interval {
      Interval(low: max(0, share - z * deviation), high: min(1, share + z * deviation))
    }
    return Limits(inner: around(Interval.z95), outer: around(Interval.z998))
  }
}
