// SPDX-License-Identifier: Apache-2.0

/// Groups along all their axes, divided into the smallest parts that they are made of: the parts
/// along each axis, multiplied.
struct CohortSpace {
  /// More parts than these are not looked at as a whole.
  static let mostParts = 600

  /// For each group its parts.
  let members: [PartSet]
  /// The groups that take one part or all of each axis.
  let asked: [PartSet]

  /// Nil where there are too many parts.
  init?(_ groups: [Int], in index: CohortIndex) {
    var members = [[Int]](repeating: [0], count: groups.count)
    var asked: [[Int]] = [[0]]
    var total = 1
    for axis in index.axes.indices {
      let joined = JoinedParts(groups.map { index.sets[axis][index.groups[$0][axis]] })
      let count = joined.wholes.count
      guard count > 0, total * count <= Self.mostParts else { return nil }
      for place in groups.indices {
        let own = joined.members[place].numbers
        members[place] = members[place].flatMap { part in own.map { part * count + $0 } }
      }
      let choices = (0..<count).map { [$0] } + (count > 1 ? [Array(0..<count)] : [])
      asked = asked.flatMap { group in
        choices.map { choice in group.flatMap { part in choice.map { part * count + $0 } } }
      }
      total *= count
    }
    self.members = members.map(PartSet.init)
    self.asked = asked.map(PartSet.init)
  }
}
