// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// How much of what should be counted could be, in shares: counts could be so small that somebody
/// is recognised. Nothing where the total of the table may not be shown.
public struct CoverageShares: Sendable {
  /// Of the certificates, by how they are tied to a care unit; those that there are.
  public let ties: [(tie: CareUnitTie, share: Double)]
  /// Of the certificates that are tied to a care unit at all.
  public let tied: Double?
  /// Of the reader's own rows those that lack what the measure needs.
  public let lacking: Double?

  /// The shares of a table, to the nearest hundredth.
  public init(_ table: MeasureTable) {
    let coverage = table.coverage
    guard let total = table.total.figure else {
      ties = []
      tied = nil
      lacking = nil
      return
    }
    lacking = Self.lacking(coverage.lacking, beside: total.denominator)
    guard coverage.certificates > 0 else {
      ties = []
      tied = nil
      return
    }
    func share(_ count: Int) -> Double {
      let hundredths = Double(count) / Double(coverage.certificates) * 100
      // What there is a little of is not called nothing, and what lacks a little not everything.
      if count == 0 || count == coverage.certificates { return hundredths / 100 }
      return min(max(hundredths.rounded(), 0.5), 99.5) / 100
    }
    ties = CareUnitTie.allCases.compactMap { tie in
      guard let count = coverage.ties[tie], count > 0 else { return nil }
      return (tie, share(count))
    }
    tied = share(coverage.certificates - (coverage.ties[.unknown] ?? 0))
  }

  /// Rows that one step of the share is about, so that it does not tell a count.
  private static let rowsOfStep = 5

  /// In steps of a hundredth, or of some rows where those are more. None and all are told as such,
  /// and nothing else is.
  private static func lacking(_ lacking: Int, beside complete: Int) -> Double? {
    let all = lacking + complete
    guard all > 0 else { return nil }
    if lacking == 0 || complete == 0 { return lacking == 0 ? 0 : 1 }
    let steps = max(1, min(100, all / rowsOfStep))
    let share = (Double(lacking) / Double(all) * Double(steps)).rounded() / Double(steps)
    return min(max(share, 0.005), 0.995)
  }
}
