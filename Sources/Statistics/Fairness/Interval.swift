// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Where a true value lies in 95 samples of 100, by what was counted.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The two-sided 95 % and 99.8 % points of the normal distribution.
  static let z95 = 1.959_963_984_540_054
  static let z998 = 3.090_232_306_167_813

  /// Of a share, by Wilson's score method (Wilson, Journal of the American Statistical
  /// Association 1927): it stays within 0 and 1 and holds for few and for none. Nil for a share
  /// of nothing.
  public static func wilson(_ count: Int, of all: Int) -> Interval? {
    guard all > 0, (0...all).contains(count) else { return nil }
    let n = Double(all)
    let share = Double(count) / n
    let z = z95
    let middle = share + z * z / (2 * n)
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let width = 1 + z * z / n
    return Interval(
      low: count == 0 ? 0 : max(0, (middle - spread) / width),
      high: count == all ? 1 : min(1, (middle + spread) / width))
  }

  /// Of a count that comes by chance, by Byar's approximation (Breslow and Day, Statistical
  /// methods in cancer research 2, 1987, 69): within a few per cent of Poisson's exact limits
  /// for every count.
  public static func byar(_ count: Int) -> Interval {
    func limit(_ count: Double, _ z: Double) -> Double {
      let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
      return count * root * root * root
    }
    let observed = Double(max(0, count))
    return Interval(
      low: observed == 0 ? 0 : max(0, limit(observed, -z95)), high: limit(observed + 1, z95))
  }

  /// Of a mean, by the values' sum and the sum of their squares, as the normal distribution has
  /// it: for a hundred values or so and more; for fewer it is too narrow. Nil for fewer than two.
  public static func mean(sum: Double, squares: Double, of count: Int) -> Interval? {
    guard count > 1 else { return nil }
    let n = Double(count)
    let mean = sum / n
    let variance = max(0, (squares - n * mean * mean) / (n - 1))
    let spread = z95 * (variance / n).squareRoot()
    return Interval(low: mean - spread, high: mean + spread)
  }
}
