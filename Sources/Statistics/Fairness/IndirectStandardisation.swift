// SPDX-License-Identifier: Apache-2.0

/// Sets what a unit counted beside what it would have counted if each of its groups (diagnosis,
/// age, sex) were as the same group is on the whole. A unit with many long illnesses is then not
/// held against one with few.
public struct IndirectStandardisation: Hashable, Sendable {
  /// One group on the whole: what was counted, among how many.
  public struct Stratum: Hashable, Sendable {
    public var numerator: Int
    public var denominator: Int

    public init(numerator: Int, denominator: Int) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The groups on the whole, in a fixed order.
  public let reference: [Stratum]

  public init(reference: [Stratum]) { self.reference = reference }

  /// What comes out for a unit.
  public struct Outcome: Hashable, Sendable {
    /// The count that the mix alone would lead to.
    public var expected: Double
    /// Observed by expected; one is as on the whole. Nil where nothing is expected.
    public var ratio: Double?
    /// The ratio's interval, by `Interval.byar`.
    public var interval: Interval?
    /// The share that the unit would have with everybody's mix, at most one.
    public var adjusted: Double?
  }

  /// - Parameters:
  ///   - observed: what the unit counted.
  ///   - denominators: among how many in each group, in the order of `reference`. A group that
  ///     nobody on the whole belongs to expects nothing.
  public func outcome(observed: Int, denominators: [Int]) -> Outcome {
    var expected = 0.0
    for (all, own) in zip(reference, denominators) where all.denominator > 0 {
      expected += Double(own) * Double(all.numerator) / Double(all.denominator)
    }
    guard expected > 0 else {
      return Outcome(expected: 0, ratio: nil, interval: nil, adjusted: nil)
    }
    let ratio = Double(observed) / expected
    let limits = Interval.byar(observed)
    let numerator = reference.reduce(0) { $0 + $1.numerator }
    let denominator = reference.reduce(0) { $0 + $1.denominator }
    return Outcome(
      expected: expected, ratio: ratio,
      interval: Interval(low: limits.low / expected, high: limits.high / expected),
      adjusted: min(1, ratio * Double(numerator) / Double(denominator)))
  }
}
