// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite("Fair comparison")
struct FairnessTests {
  /// Count, among how many, low and high: the examples of Newcombe, Statistics in Medicine 1998,
  /// by its method 3.
  @Test(
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func `A share has the interval that is published for it`(
    _ example: (count: Int, all: Int, low: Double, high: Double)
  ) throws {
    let interval = try #require(Interval.wilson(example.count, of: example.all))
    #expect(abs(interval.low - example.low) < 0.00006)
    #expect(abs(interval.high - example.high) < 0.00006)
  }

  @Test func `A share of nothing has no interval, and all of all ends at one`() {
    #expect(Interval.wilson(0, of: 0) == nil)
    #expect(Interval.wilson(3, of: 2) == nil)
    #expect(Interval.wilson(9, of: 9)?.high == 1)
    #expect(Interval.wilson(0, of: 9)?.low == 0)
  }

  /// Poisson's exact limits, as tables have them.
  @Test(arguments: [(1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390)])
  func `A count's interval is near the exact one`(
    _ example: (count: Int, low: Double, high: Double)
  ) {
    let interval = Interval.byar(example.count)
    #expect(abs(interval.low - example.low) < 0.03)
    #expect(abs(interval.high - example.high) < 0.03)
    #expect(Interval.byar(0).low == 0)
  }

  @Test func `A mean's interval holds the mean and narrows with more values`() throws {
    let few = try #require(Interval.mean(sum: 40, squares: 240, of: 10))
    let many = try #require(Interval.mean(sum: 4000, squares: 24_000, of: 1000))
    #expect(few.low < 4 && 4 < few.high)
    #expect(many.high - many.low < few.high - few.low)
    #expect(Interval.mean(sum: 4, squares: 16, of: 1) == nil)
  }

  @Test func `A unit lies outside the funnel just when its interval does not hold the share`()
    throws
  {
    let funnel = Funnel(share: 0.1)
    for all in [10, 37, 200, 5000] {
      let limits = funnel.limits(for: all)
      for count in 0...all {
        let share = Double(count) / Double(all)
        let interval = try #require(Interval.wilson(count, of: all))
        let isInside = interval.low <= 0.1 && 0.1 <= interval.high
        let isBetween = limits.inner.low <= share && share <= limits.inner.high
        #expect(isInside == isBetween, "\(count) of \(all)")
        #expect(limits.outer.low <= limits.inner.low && limits.inner.high <= limits.outer.high)
      }
    }
  }

  @Test func `A unit that is as everybody in each of its groups is as expected`() throws {
    let everybody = IndirectStandardisation(reference: [
      .init(numerator: 10, denominator: 1000), .init(numerator: 300, denominator: 1000),
    ])
    // Many of the second group: a raw share of 0.271, and yet nothing out of the way.
    let heavy = everybody.outcome(observed: 271, denominators: [100, 900])
    #expect(abs(heavy.expected - 271) < 1e-9)
    #expect(abs(try #require(heavy.ratio) - 1) < 1e-9)
    #expect(abs(try #require(heavy.adjusted) - 0.155) < 1e-9)
    let double = everybody.outcome(observed: 20, denominators: [1000, 0])
    #expect(abs(try #require(double.ratio) - 2) < 1e-9)
    let interval = try #require(double.interval)
    #expect(interval.low > 1.2 && interval.high < 3.1)
  }

  @Test func `Where nothing is expected nothing is compared`() {
    let everybody = IndirectStandardisation(reference: [
      .init(numerator: 0, denominator: 50), .init(numerator: 0, denominator: 0),
    ])
    let outcome = everybody.outcome(observed: 1, denominators: [5, 5])
    #expect(outcome.expected == 0)
    #expect(outcome.ratio == nil && outcome.interval == nil && outcome.adjusted == nil)
  }
}
