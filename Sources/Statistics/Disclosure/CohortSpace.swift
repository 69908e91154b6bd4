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
    // Many groups take few sets of an axis: each set is looked at once.
    var divisions: [(joined: JoinedParts, places: [Int: Int])] = []
    var total = 1
    for axis in index.axes.indices {
      let sets = Set(groups.lazy.map { index.groups[$0][axis] }).sorted()
      let joined = JoinedParts(sets.map { index.sets[axis][$0] })
      total *= joined.wholes.count
      guard total > 0, total <= Self.mostParts else { return nil }
      let places = Dictionary(uniqueKeysWithValues: zip(sets, sets.indices))
      divisions.append((joined, places))
    }
    members = groups.map { group in
      let own = zip(index.groups[group], divisions).map { set, division in
        division.places[set].map { division.joined.members[$0].numbers } ?? []
      }
      return PartSet(Self.product(own, divisions.map(\.joined.wholes.count)))
    }
    var asked: [[[Int]]] = [[]]
    for (joined, _) in divisions {
      let count = joined.wholes.count
      let choices = (0..<count).map { [$0] } + (count > 1 ? [Array(0..<count)] : [])
      asked = asked.flatMap { group in choices.map { group + [$0] } }
    }
    self.asked = asked.map { PartSet(Self.product($0, divisions.map(\.joined.wholes.count))) }
  }

  /// The parts that are made of one of each axis, by number; the last axis moves fastest.
  private static func product(_ chosen: [[Int]], _ counts: [Int]) -> [Int] {
    zip(chosen, counts).reduce([0]) { parts, axis in
      parts.flatMap { part in axis.0.map { part * axis.1 + $0 } }
    }
  }
}
