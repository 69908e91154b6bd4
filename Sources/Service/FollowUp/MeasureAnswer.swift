// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// What codes are called in the edition that a table is from.
public struct MeasureLabels: Sendable {
  let source: any FigureSource

  /// The name of a code; the code itself where nothing tells.
  public func label(_ code: String, in dimension: Dimension) -> Bilingual {
    source.label(code, in: dimension)
  }

  /// The codes that a reader can choose among in a list; of places in care only her own. Empty
  /// where codes are typed.
  public func choices(in dimension: Dimension, for reader: FollowUpReader) -> [String] {
    let codes = source.choices(in: dimension)
    guard FollowUpReader.placing.contains(dimension), reader.scope != .everything else {
      return codes
    }
    let own = source.units.filter(reader.scope.holds)
    let known =
      switch dimension {
      case .unit: Set(own.map(\.id))
      case .provider: Set(own.compactMap(\.provider))
      default: Set(own.compactMap(\.region))
      }
    return codes.filter(known.contains)
  }

  /// The care units that a reader sees by name, by name and then id.
  public func units(of reader: FollowUpReader) -> [UnitTable.Unit] {
    guard reader.namesUnits else { return [] }
    return source.units.filter(reader.scope.holds)
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

/// The answer to one question, with everything that a reader has to know beside it. What may not be
/// shown is hidden in it already.
public struct MeasureAnswer: Sendable {
  public let definition: MeasureDefinition
  public let purpose: FollowUpPurpose
  public let reader: FollowUpReader
  public let edition: EditionFacts
  public let table: MeasureTable
  /// The same for the whole country, without rows that would single somebody out; nil where there
  /// is nobody to compare with, or too few.
  public let comparison: MeasureTable?
  /// As many as must stand behind a figure that is shown.
  public let fewest: Int
  public let labels: MeasureLabels

  /// Whether some figure is not shown.
  public var hidesAny: Bool {
    let cells = [table.total] + table.rows.map(\.cell)
    return cells.contains { $0.figure == nil }
  }
}

/// What a measure's page shows: the answer, how it went over time, and the own care units.
public struct MeasureReport: Sendable {
  public let answer: MeasureAnswer
  /// By the periods of `period`.
  public let period: Dimension
  public let series: MeasureTable
  public let seriesComparison: MeasureTable?
  /// By care unit; nil where the reader sees none, or one alone.
  public let units: MeasureTable?
}

/// A measure in the overview.
public struct MeasureGlance: Sendable {
  public let definition: MeasureDefinition
  public let series: MeasureTable
  public let comparison: MeasureTable?
}

/// The overview: the measures that the reader begins with.
public struct FollowUpOverview: Sendable {
  public let reader: FollowUpReader
  public let edition: EditionFacts
  public let glances: [MeasureGlance]
  /// As many as must stand behind a figure that is shown.
  public let fewest: Int
  public let labels: MeasureLabels
  public let from: Day
  public let to: Day
}
