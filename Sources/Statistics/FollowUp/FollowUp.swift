// SPDX-License-Identifier: Apache-2.0
import Domain

/// An edition of everybody's certificates, and the figures that it answers with. Nothing is hidden
/// here; see `DisclosureControl`.
public struct FollowUp: Sendable {
  /// Opens an edition by mapping its files.
  ///
  /// - Parameter rules: for the numbers that depend on the day of what is counted.
  public init(
    mapping folder: String, diagnoses: some DiagnosisGrouping, rules: RuleBook
  ) throws(ColumnFault) { throw .unreadable }

  /// Every measure.
  public static let measures: [MeasureDefinition] = []

  /// What the edition's maker noted.
  public var notes: [String: String] { [:] }
  /// The last day that the facts tell about.
  public var observedThrough: Day { Day(number: 0) }
  /// Care units, by id.
  public var units: [UnitTable.Unit] { [] }
  /// The group of each care unit by a supplied variable, by HSA-id.
  public var background: [String: String] = [:]

  /// The figures of a question among the units that the reader may see.
  public func compute(
    _ query: MeasureQuery, within scope: UnitScope
  ) throws(MeasureFault) -> MeasureTable { throw .unknownMeasure(query.measure) }

  /// What a code of a dimension is called; the code itself where nothing tells.
  public func label(_ code: String, in dimension: Dimension) -> Bilingual {
    Bilingual(sv: code, en: code)
  }
}
