// SPDX-License-Identifier: Apache-2.0

/// Intervals for shares by Wilson's score method (E. B. Wilson, Journal of the American
/// Statistical Association 22, 1927, 209-212): never outside 0 to 1, and good for few too.
public enum Wilson {
  /// The two-sided 95 % point of the normal distribution.
  public static let z95 = 1.959963984540054
  /// The two-sided 99.8 % point of the normal distribution.
  public static let z998 = 3.090232306167813

  /// The interval of `numerator` among `denominator`; nil where the pair is no share.
  public static func interval(
    numerator: Int, denominator: Int, z: Double = z95
  ) -> (low: Double, high: Double)? {
    guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
    let n = Double(denominator)
    return interval(share: Double(numerator) / n, denominator: n, z: z)
  }

  static func interval(share p: Double, denominator n: Double, z: Double)
    -> (low: Double, high: Double)
  {
    let scale = 1 + z * z / n
    let middle = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, middle - half), min(1, middle + half))
  }
}
