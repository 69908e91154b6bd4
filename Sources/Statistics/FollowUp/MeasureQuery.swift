// SPDX-License-Identifier: Apache-2.0
import Domain

/// What figures can be divided and restricted by. The raw value stands in addresses, commands and
/// the API, and is never changed.
public enum Dimension: String, Hashable, Codable, CaseIterable, Sendable {
  case month, quarter, halfYear = "half-year", year
  case region, provider, unit
  case careLevel = "care-level"
  case tie
  case speciality
  case chapter, block, category, code
  case chartGroup = "chart-group"
  case namedGroup = "named-group"
  case comorbidity
  case sex, age
  case length, degree
  case order
  case occupation
  case question, outcome
  /// A supplied variable of units, in groups.
  case background
}

/// When certificates lie so far apart that they are two cases.
public enum CaseDefinition: Hashable, Sendable {
  case named(SickLeaveDefinition)
  /// The most days without a certificate inside a case.
  case own(gapDays: Int)
}

/// A question to the figures: one measure, a time, what it is divided by, and what it is
/// restricted to.
public struct MeasureQuery: Hashable, Sendable {
  /// The measure's stable name, such as `supplement-share`.
  public var measure: String
  /// None to two.
  public var by: [Dimension]
  /// The first and the last day, both counted, on the measure's own axis of time.
  public var from: Day
  public var to: Day
  /// For each dimension the codes that count; a dimension that is not here is not restricted.
  public var filter: [Dimension: Set<String>]
  public var cases: CaseDefinition
  /// Whether figures are set beside what the mix of diagnoses, ages and sexes would lead to.
  public var isAdjusted: Bool

  public init(
    measure: String, by: [Dimension] = [], from: Day, to: Day,
    filter: [Dimension: Set<String>] = [:], cases: CaseDefinition = .named(.inera),
    isAdjusted: Bool = false
  ) {
    self.measure = measure
    self.by = by
    self.from = from
    self.to = to
    self.filter = filter
    self.cases = cases
    self.isAdjusted = isAdjusted
  }
}
