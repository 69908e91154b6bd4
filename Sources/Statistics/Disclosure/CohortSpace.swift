// SPDX-License-Identifier: Apache-2.0

/// Groups along all their axes, divided into the smallest parts that they are made of: the parts
/// along each axis, multiplied.
struct CohortSpace {
  /// More parts than these are not looked at as a whole.
  static let mostParts = 600

  /// For each group its parts, by number.
  let members: [Set<Int>]
  /// The groups that take one part or all of each axis, by their parts.
  let groups: [Set<Int>]

  /// Nil where there are too many parts.
  init?(_ cohorts: [Cohort], _ axes: [Cohort.Axis], _ extents: any DimensionExtents) {
    var members = [[Int]](repeating: [0], count: cohorts.count)
    var groups: [[Int]] = [[0]]
    var total = 1
    for axis in axes {
      let line = CohortLine(cohorts, along: axis, atoms: extents.atoms(of: axis))
      let count = line.partCount
      guard count > 0, total * count <= Self.mostParts else { return nil }
      for place in cohorts.indices {
        members[place] = members[place].flatMap { part in
          line.members[place].map { part * count + $0 }
        }
      }
      let choices = (0..<count).map { [$0] } + (count > 1 ? [Array(0..<count)] : [])
      groups = groups.flatMap { group in
        choices.map { choice in group.flatMap { part in choice.map { part * count + $0 } } }
      }
      total *= count
    }
    self.members = members.map(Set.init)
    self.groups = groups.map(Set.init)
  }
}
