// SPDX-License-Identifier: Apache-2.0

/// Limits of a funnel plot (D. J. Spiegelhalter, Statistics in Medicine 24, 2005, 1185-1202):
/// where units of a size would lie if only chance set them apart from the comparison group.
///
/// The limits are of the binomial distribution with the group's share, drawn through between whole
/// counts. A count outside is one that chance gives at most so often on its side: 2.5 and 0.1 of
/// a hundred. Units differ by more than chance in most real figures (overdispersion), so a unit
/// outside is a question and no verdict.
public enum Funnel {
  /// The limits at one denominator.
  public struct Limits: Hashable, Sendable {
    public var low95: Double
    public var high95: Double
    public var low998: Double
    public var high998: Double
  }

  /// The limits for units of `denominator` around the comparison group's share `mean`;
  /// nil where the mean is no share or nobody is counted.
  public static func limits(mean: Double, denominator: Int) -> Limits? {
    guard denominator > 0, (0...1).contains(mean) else { return nil }
    let high = highs(mean, denominator)
    // What is few of those counted is many of the others.
    let low = highs(1 - mean, denominator)
    return Limits(
      low95: max(0, 1 - low.inner), high95: min(1, high.inner), low998: max(0, 1 - low.outer),
      high998: min(1, high.outer))
  }

  /// Above this variance of the count the normal distribution is as good.
  private static let mostVariance = 10_000.0

  private static func highs(_ mean: Double, _ denominator: Int) -> (inner: Double, outer: Double) {
    let n = Double(denominator)
    let variance = n * mean * (1 - mean)
    guard variance < mostVariance else {
      let error = variance.squareRoot() / n
      return (mean + Wilson.z95 * error, mean + Wilson.z998 * error)
    }
    let counts = Counts(mean, denominator)
    return (counts.limit(0.975) / n, counts.limit(0.999) / n)
  }

  /// How often each count comes by chance, for those that come at all.
  private struct Counts {
    let first: Int
    let shares: [Double]

    /// Worked out from the most common count to both sides, so that nothing is too small to tell.
    /// O(square root of the denominator).
    init(_ mean: Double, _ denominator: Int) {
      let n = Double(denominator)
      let mode = min(denominator, Int((n + 1) * mean))
      let odds = mean / (1 - mean)
      var above: [Double] = []
      var below: [Double] = []
      if mean > 0, mean < 1 {
        var weight = 1.0
        var count = mode
        while count < denominator, weight > 1e-15 {
          weight *= (n - Double(count)) / Double(count + 1) * odds
          above.append(weight)
          count += 1
        }
        weight = 1
        count = mode
        while count > 0, weight > 1e-15 {
          weight *= Double(count) / (n - Double(count) + 1) / odds
          below.append(weight)
          count -= 1
        }
      }
      let weights = below.reversed() + [1] + above
      let sum = weights.reduce(0, +)
      first = mode - below.count
      shares = weights.map { $0 / sum }
    }

    /// The count beyond which at most the rest of `part` lies. It moves evenly with the share, and
    /// every whole count above it is one that comes at most so often with all that are higher.
    func limit(_ part: Double) -> Double {
      var sum = 0.0
      for (place, share) in shares.enumerated() {
        sum += share
        if sum >= part { return Double(first + place + 1) - (sum - part) / share }
      }
      return Double(first + shares.count)
    }
  }
}
