// SPDX-License-Identifier: Apache-2.0

extension MeasureTable {
  /// More rows than these are not put in.
  private static let mostFilled = 4_000

  /// With a row of nobody wherever two codes of the table do not meet. That a row is not there
  /// tells as much as a figure: where a unit has women and no men, its total tells the women.
  public var withAbsentRows: MeasureTable {
    guard query.by.count == 2 else { return self }
    var (firsts, seconds): ([String], [String]) = ([], [])
    var met: [Set<String>] = [[], []]
    var byFirst: [String: [MeasureRow]] = [:]
    for row in rows {
      if met[0].insert(row.codes[0]).inserted { firsts.append(row.codes[0]) }
      if met[1].insert(row.codes[1]).inserted { seconds.append(row.codes[1]) }
      byFirst[row.codes[0], default: []].append(row)
    }
    guard firsts.count * seconds.count <= Self.mostFilled else { return self }
    let nobody = Figure(numerator: 0, denominator: 0, value: nil)
    var table = self
    table.rows = firsts.flatMap { first in
      let present = byFirst[first] ?? []
      let codes = Set(present.map { $0.codes[1] })
      return present
        + seconds.filter { !codes.contains($0) }
        .map { MeasureRow(codes: [first, $0], cell: .shown(nobody)) }
    }
    return table
  }

  /// Without the rows of nobody that another table does not have, but for those that are hidden.
  public func withoutAbsentRows(of table: MeasureTable) -> MeasureTable {
    let present = Set(table.rows.map(\.codes))
    var left = self
    left.rows.removeAll { $0.cell.figure != nil && !present.contains($0.codes) }
    return left
  }
}
