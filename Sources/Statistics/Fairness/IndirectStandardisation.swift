// SPDX-License-Identifier: Apache-2.0

/// Indirect standardisation: what a unit's mix would lead to if each stratum had the reference's
/// share, and how the unit's own count stands to it (N. E. Breslow and N. E. Day, Statistical
/// Methods in Cancer Research II, IARC 1987, chapter 2).
public struct IndirectStandardisation: Hashable, Sendable {
  /// One stratum: how many of the unit, and the reference's numerator and denominator.
  public struct Stratum: Hashable, Sendable {
    public var denominator: Int
    public var referenceNumerator: Int
    public var referenceDenominator: Int

    public init(denominator: Int, referenceNumerator: Int, referenceDenominator: Int) {
      self.denominator = denominator
      self.referenceNumerator = referenceNumerator
      self.referenceDenominator = referenceDenominator
    }
  }

  public let observed: Int
  /// The expected count, above 0.
  public let expected: Double
  /// Observed by expected.
  public let ratio: Double
  /// The 95 % interval of the ratio by Byar's approximation (Breslow and Day, 1987, 2.13).
  public let low: Double
  public let high: Double

  /// Nil where a stratum of the unit has no reference, or nothing is expected: unknown stays so.
  public init?(observed: Int, strata: [Stratum]) {
    guard observed >= 0 else { return nil }
    var expected = 0.0
    for stratum in strata where stratum.denominator > 0 {
      guard stratum.referenceDenominator > 0 else { return nil }
      expected +=
        Double(stratum.denominator) * Double(stratum.referenceNumerator)
        / Double(stratum.referenceDenominator)
    }
    guard expected > 0 else { return nil }
    self.observed = observed
    self.expected = expected
    ratio = Double(observed) / expected
    low = observed == 0 ? 0 : Self.byar(Double(observed), z: -Wilson.z95) / expected
    high = Self.byar(Double(observed) + 1, z: Wilson.z95) / expected
  }

  /// The unit's figure with everybody's mix: the ratio times the reference's own share or mean.
  public func adjusted(reference: Double) -> Double { ratio * reference }

  private static func byar(_ count: Double, z: Double) -> Double {
    let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
    return count * root * root * root
  }
}
