// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct FairnessTests {
  @Test func `An interval of a share is Wilson's`() throws {
    // Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    let published = [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ]
    for (numerator, denominator, low, high) in published {
      let interval = try #require(
        Wilson.interval(numerator: numerator, denominator: denominator))
      #expect(abs(interval.low - low) < 0.00006)
      #expect(abs(interval.high - high) < 0.00006)
    }
    #expect(Wilson.interval(numerator: 1, denominator: 0) == nil)
    #expect(Wilson.interval(numerator: 3, denominator: 2) == nil)
  }

  @Test func `Limits of a funnel close around the mean as units grow`() throws {
    let small = try #require(Funnel.limits(mean: 0.2, denominator: 20))
    let large = try #require(Funnel.limits(mean: 0.2, denominator: 2000))
    #expect(small.low998 < small.low95 && small.high95 < small.high998)
    #expect(small.low95 < large.low95 && large.high998 < small.high998)
    #expect(Funnel.limits(mean: 1.2, denominator: 5) == nil)
  }

  /// How often each count comes by chance, worked out as it is written in books.
  private func shares(_ mean: Double, _ n: Int) -> [Double] {
    (0...n).map { count in
      (0..<count).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) * mean }
        * (0..<(n - count)).reduce(1.0) { product, _ in product * (1 - mean) }
    }
  }

  @Test func `No count is outside the limits that chance gives more often than they say`() throws {
    for mean in [0.004, 0.046, 0.2, 0.5, 0.83, 0.99] {
      for n in [1, 10, 28, 60, 150] {
        let limits = try #require(Funnel.limits(mean: mean, denominator: n))
        let shares = shares(mean, n)
        for count in 0...n {
          let value = Double(count) / Double(n)
          let above = shares[count...].reduce(0, +)
          let below = shares[...count].reduce(0, +)
          #expect((value > limits.high95) == (above < 0.025), "\(count) of \(n) at \(mean)")
          #expect((value < limits.low95) == (below < 0.025), "\(count) of \(n) at \(mean)")
          #expect((value > limits.high998) == (above < 0.001), "\(count) of \(n) at \(mean)")
          #expect((value < limits.low998) == (below < 0.001), "\(count) of \(n) at \(mean)")
        }
      }
    }
    // None of 28 is nothing to ask about where one in twenty is usual.
    let usual = try #require(Funnel.limits(mean: 0.046, denominator: 28))
    #expect(usual.low95 == 0 && usual.low998 == 0)
    let exact = try #require(Funnel.limits(mean: 0.3, denominator: 47_000))
    let normal = try #require(Funnel.limits(mean: 0.3, denominator: 48_000))
    #expect(abs(exact.high95 - normal.high95) < 0.0002)
    #expect(abs(exact.low998 - normal.low998) < 0.0002)
    #expect(Funnel.limits(mean: 0, denominator: 20)?.high95 ?? 1 < 0.05)
    #expect(Funnel.limits(mean: 1, denominator: 20)?.low95 ?? 0 > 0.95)
  }

  @Test func `A unit's count is set beside what its mix leads to`() throws {
    let unit = try #require(
      IndirectStandardisation(
        observed: 10,
        strata: [
          .init(denominator: 20, referenceNumerator: 10, referenceDenominator: 100),
          .init(denominator: 10, referenceNumerator: 30, referenceDenominator: 100),
        ]))
    #expect(abs(unit.expected - 5) < 1e-12)
    #expect(abs(unit.ratio - 2) < 1e-12)
    // Of a count of 10 the exact Poisson interval is 4.795 to 18.390; Byar's lies within 0.02.
    #expect(abs(unit.low * 5 - 4.795) < 0.02)
    #expect(abs(unit.high * 5 - 18.390) < 0.02)
    let unknown = IndirectStandardisation(
      observed: 1,
      strata: [.init(denominator: 1, referenceNumerator: 0, referenceDenominator: 0)])
    #expect(unknown == nil)
  }
}
