// SPDX-License-Identifier: Apache-2.0

/// Limits of a funnel plot (D. J. Spiegelhalter, Statistics in Medicine 24, 2005, 1185-1202):
/// where units of a size would lie if only chance set them apart from the comparison group.
///
/// The limits are Wilson's, around the group's share. Units differ by more than chance in most
/// real figures (overdispersion), so a unit outside is a question and no verdict.
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
    let n = Double(denominator)
    let inner = Wilson.interval(share: mean, denominator: n, z: Wilson.z95)
    let outer = Wilson.interval(share: mean, denominator: n, z: Wilson.z998)
    return Limits(
      low95: inner.low, high95: inner.high, low998: outer.low, high998: outer.high)
  }
}
