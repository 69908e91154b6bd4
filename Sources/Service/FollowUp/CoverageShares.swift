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
  /// Of the certificates that lack what the measure needs.
  public let lacking: Double?

  /// The shares of a table, to the nearest hundredth.
  public init(_ table: MeasureTable) {
    let coverage = table.coverage
    guard table.total.figure != nil, coverage.certificates > 0 else {
      ties = []
      tied = nil
      lacking = nil
      return
    }
    func share(_ count: Int) -> Double {
      let hundredths = Double(count) / Double(coverage.certificates) * 100
      // What there is a little of is not called nothing.
      return (count > 0 ? max(hundredths.rounded(), 0.5) : 0) / 100
    }
    ties = CareUnitTie.allCases.compactMap { tie in
      guard let count = coverage.ties[tie], count > 0 else { return nil }
      return (tie, share(count))
    }
    tied = share(coverage.certificates - (coverage.ties[.unknown] ?? 0))
    lacking = share(coverage.lacking)
  }
}
