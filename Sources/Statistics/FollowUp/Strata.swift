// SPDX-License-Identifier: Apache-2.0
import Domain

/// Counts by diagnosis chapter, age and sex for each row of a table, and for everybody together:
/// what case-mix is worked out from.
public struct Strata: Sendable {
  /// What a mix of fewer leads to would tell how many there are of each.
  static let fewest = 10

  /// The codes of each stratum: chapter, age group and sex.
  public let codes: [[String]]
  /// For each row that there is its codes, and among how many and what was counted in each stratum.
  public let rows: [Row]
  /// The same for all units, whoever asks.
  public let everybody: Row

  /// The counts of one row by stratum.
  public struct Row: Hashable, Sendable {
    public let codes: [String]
    public let denominators: [Int]
    public let numerators: [Int]
  }

  /// A row's count beside what its own mix would lead to at everybody's rates; nil where that is
  /// not known.
  public func standardised(_ row: Row, observed: Int) -> IndirectStandardisation? {
    IndirectStandardisation(
      observed: observed,
      strata: row.denominators.indices.map { stratum in
        IndirectStandardisation.Stratum(
          denominator: row.denominators[stratum],
          referenceNumerator: everybody.numerators[stratum],
          referenceDenominator: everybody.denominators[stratum])
      })
  }

  /// Everybody's share or mean.
  public var overall: Double? {
    let denominator = everybody.denominators.reduce(0, +)
    return denominator == 0
      ? nil : Double(everybody.numerators.reduce(0, +)) / Double(denominator)
  }
}

extension FollowUp {
  /// The strata of a question's rows, by the same time and restrictions; nil for a measure whose
  /// figure is no share or mean of rows, or that is divided by questions.
  public func strata(
    _ query: MeasureQuery, within scope: UnitScope
  ) throws(MeasureFault) -> Strata? {
    let asking = try Asking(self, query, scope)
    guard asking.measure.isAdjustable, !query.by.contains(.question),
      let chapter = codes[.chapter], let age = codes[.age], let sex = codes[.sex]
    else { return nil }
    let mix = [chapter, age, sex]
    let strata = mix.reduce(1) { $0 * $1.codes.count }
    let divided = asking.occurring()
    let rows = divided.reduce(1) { $0 * $1.codes.count }
    guard rows > 0 else { return nil }
    guard rows * strata <= CodePlan.mostCells else { throw .tooManyRows }
    let tally = Scan(plan: asking.plan(by: divided + mix)).tally(asking.value)
    let everybody = asking.everybody(mix)
    func row(_ place: Int, _ codes: [String], _ tally: Tally) -> Strata.Row {
      let cells = place * strata..<(place + 1) * strata
      return Strata.Row(
        codes: codes, denominators: Array(tally.denominators[cells]),
        numerators: Array(tally.numerators[cells]))
    }
    return Strata(
      codes: (0..<strata).map { Self.codes(of: $0, in: mix) },
      rows: (0..<rows).map { row($0, Self.codes(of: $0, in: divided), tally) },
      everybody: row(0, [], everybody))
  }

  /// The codes of a cell.
  private static func codes(of cell: Int, in divided: [DimensionCodes]) -> [String] {
    var codes: [String] = []
    var rest = cell
    for dimension in divided.reversed() {
      codes.insert(dimension.codes[rest % dimension.codes.count], at: 0)
      rest /= dimension.codes.count
    }
    return codes
  }
}

extension MeasureTable {
  /// Sets beside every figure what the row's mix would lead to, and the figure as it would be with
  /// everybody's mix (indirect standardisation).
  mutating func adjust(by strata: Strata) {
    guard let overall = strata.overall else { return }
    func adjusted(_ figure: Figure, _ row: Strata.Row) -> Cell {
      guard row.denominators.count(where: { $0 > 0 }) >= Strata.fewest else {
        return .shown(figure)
      }
      var figure = figure
      let standardised = strata.standardised(row, observed: figure.numerator)
      figure.expected = standardised?.expected
      figure.adjusted = standardised?.adjusted(reference: overall)
      return .shown(figure)
    }
    let byCodes = Dictionary(
      strata.rows.map { ($0.codes, $0) }, uniquingKeysWith: { first, _ in first })
    rows = rows.map { row in
      guard let figure = row.cell.figure, let stratum = byCodes[row.codes] else { return row }
      return MeasureRow(codes: row.codes, cell: adjusted(figure, stratum))
    }
    if let figure = total.figure {
      let sum = strata.rows.reduce(
        [Int](repeating: 0, count: strata.codes.count)
      ) { sum, row in zip(sum, row.denominators).map { $0 + $1 } }
      total = adjusted(figure, Strata.Row(codes: [], denominators: sum, numerators: []))
    }
  }
}
