// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

extension SamsynService {
  /// The figures of a measure that certificates cannot tell, from the values that were supplied
  /// with numerator and denominator. A value belongs to the part of time in which its first day
  /// lies, and is in a time that holds all of its days. What was supplied about a unit that the
  /// edition does not know, or about the country as a whole, is in no sum.
  func suppliedTable(
    _ query: MeasureQuery, within scope: UnitScope, _ desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureTable {
    let units = Dictionary(
      desk.edition.source.units.filter(scope.holds).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let supplied = try await indicators(from: query.from, to: query.to)
    var sums: [[String]: (Int, Int)] = [:]
    var total = (0, 0)
    for value in supplied where value.indicator == query.measure {
      guard query.from <= value.from, value.to <= query.to,
        let unit = value.unit.flatMap({ units[$0] }), let numerator = value.numerator,
        let denominator = value.denominator,
        query.filter.allSatisfy({ $1.contains(Self.code($0, unit, value.from)) })
      else { continue }
      let codes = query.by.map { Self.code($0, unit, value.from) }
      let sum = sums[codes] ?? (0, 0)
      sums[codes] = (sum.0 + numerator, sum.1 + denominator)
      total = (total.0 + numerator, total.1 + denominator)
    }
    func cell(_ sum: (Int, Int)) -> Cell {
      .shown(
        Figure(
          numerator: sum.0, denominator: sum.1,
          value: sum.1 > 0 ? Double(sum.0) / Double(sum.1) : nil))
    }
    let rows = sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { MeasureRow(codes: $0.key, cell: cell($0.value)) }
    var asked = query
    asked.isAdjusted = false
    return MeasureTable(
      query: asked, rows: query.by.isEmpty ? [] : rows, total: cell(total),
      coverage: Coverage(certificates: 0, ties: [:], lacking: 0))
  }

  private static func code(
    _ dimension: Dimension, _ unit: UnitTable.Unit, _ day: Day
  ) -> String {
    switch dimension {
    case .unit: unit.id
    case .provider: unit.provider ?? "unknown"
    case .region: unit.region ?? "unknown"
    default: dimension.code(of: day)
    }
  }
}
