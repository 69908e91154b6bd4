// SPDX-License-Identifier: Apache-2.0

/// The numbers along an axis: from a round number to a round number, with round steps between.
public struct ChartScale: Hashable, Sendable {
  public let low: Double
  public let high: Double
  /// The distance between two marks.
  public let step: Double
  /// Where the axis is marked, ascending, the ends among them.
  public let ticks: [Double]

  /// The shortest scale with round steps that holds zero and every value.
  ///
  /// - Parameters:
  ///   - limit: what no value can be above, such as 1 for a share; nil where there is none.
  ///   - steps: about how many steps there are.
  ///   - isWhole: steps are whole numbers, as for counts.
  public init(
    covering values: some Sequence<Double>, limit: Double? = nil, steps: Int = 5,
    isWhole: Bool = false
  ) {
    let finite = values.filter(\.isFinite)
    let most = max(finite.max() ?? 0, 0)
    let least = min(finite.min() ?? 0, 0)
    let span = most - least
    var step = Self.roundStep(span > 0 ? span / Double(max(steps, 1)) : 0.2)
    if isWhole { step = max(1, step.rounded(.up)) }
    var first = (least / step).rounded(.down)
    var last = max((most / step).rounded(.up), first + 1)
    if let limit, last * step > limit { last = max((limit / step).rounded(.down), first + 1) }
    if !first.isFinite || !last.isFinite { (first, last) = (0, 1) }
    self.step = step
    low = first * step
    high = max(last * step, limit.map { min(most, $0) } ?? most)
    ticks = (Int(first)...Int(last)).map { Double($0) * step }
  }

  /// Where a value stands between two ends of a drawing; outside values stand at the end.
  public func place(_ value: Double, from start: Double, to end: Double) -> Double {
    guard high > low, value.isFinite else { return start }
    let share = min(max((value - low) / (high - low), 0), 1)
    return start + share * (end - start)
  }

  /// 1, 2 or 5 times a power of ten, the least that is not below the number.
  private static func roundStep(_ number: Double) -> Double {
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number, power > 1e-9 { power /= 10 }
    // A quotient a hair above a whole one is that whole one.
    let times = number / power - 1e-9
    return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power
  }
}
