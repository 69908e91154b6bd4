// SPDX-License-Identifier: Apache-2.0

/// Groups by number, so that many can be set beside each other: along each axis a group is a
/// numbered set of the smallest parts that any of the groups tells apart. The same people have one
/// number, whatever words they were named by.
struct CohortIndex {
  let axes: [Cohort.Axis]
  /// For each axis the sets by number.
  private(set) var sets: [[PartSet]]
  /// For each axis how many of its sets the given groups take; what is put together of these has
  /// numbers after them.
  let givenCounts: [Int]
  /// For each group the numbers of its sets, an axis each.
  private(set) var groups: [[Int]] = []
  private var setNumbers: [[PartSet: Int]]
  private var groupNumbers: [[Int]: Int] = [:]

  /// - Parameter cohorts: in `settled` form.
  /// - Returns: besides the index, the number of each of the groups.
  static func made(
    of cohorts: [Cohort], _ extents: any DimensionExtents
  ) -> (index: CohortIndex, numbers: [Int]) {
    let names = Set(cohorts.lazy.flatMap(\.codes.keys)).sorted()
    var chosen = [Self.numbered(cohorts.map(\.days)) { AxisDivision($0) }]
    for name in names {
      chosen.append(
        Self.numbered(cohorts.map { $0.codes[name] ?? .everything }) {
          AxisDivision($0, of: extents.atoms(of: name))
        })
    }
    var index = CohortIndex(axes: [.days] + names.map { .codes($0) }, chosen.map(\.sets))
    let numbers = cohorts.indices.map { place in
      index.number(
        chosen.indices.map { axis in
          index.setNumbers[axis][chosen[axis].sets[chosen[axis].numbers[place]]] ?? 0
        })
    }
    return (index, numbers)
  }

  private init(axes: [Cohort.Axis], _ given: [[PartSet]]) {
    self.axes = axes
    sets = []
    setNumbers = []
    for all in given {
      var numbers: [PartSet: Int] = [:]
      var kept: [PartSet] = []
      for set in all where numbers[set] == nil {
        numbers[set] = kept.count
        kept.append(set)
      }
      sets.append(kept)
      setNumbers.append(numbers)
    }
    givenCounts = sets.map(\.count)
  }

  /// Each value's place among those that differ, and what these are divided into.
  private static func numbered<Value: Hashable>(
    _ values: [Value], _ divide: ([Value]) -> AxisDivision
  ) -> (numbers: [Int], sets: [PartSet]) {
    var places: [Value: Int] = [:]
    var distinct: [Value] = []
    let numbers = values.map { value in
      if let place = places[value] { return place }
      places[value] = distinct.count
      distinct.append(value)
      return distinct.count - 1
    }
    return (numbers, divide(distinct).members)
  }

  private mutating func number(_ group: [Int]) -> Int {
    if let number = groupNumbers[group] { return number }
    groupNumbers[group] = groups.count
    groups.append(group)
    return groups.count - 1
  }

  /// The group that is like another but for the parts along one axis.
  mutating func group(like other: Int, axis: Int, parts: PartSet) -> Int {
    var group = groups[other]
    if let number = setNumbers[axis][parts] {
      group[axis] = number
    } else {
      group[axis] = sets[axis].count
      setNumbers[axis][parts] = group[axis]
      sets[axis].append(parts)
    }
    return number(group)
  }

  /// Whether everybody of one group is in the other as well.
  func isSubset(_ one: Int, of other: Int) -> Bool {
    let (one, other) = (groups[one], groups[other])
    return axes.indices.allSatisfy { axis in
      one[axis] == other[axis] || sets[axis][one[axis]].isSubset(of: sets[axis][other[axis]])
    }
  }

  /// Whether nobody is in both.
  func isDisjoint(_ one: Int, with other: Int) -> Bool {
    let (one, other) = (groups[one], groups[other])
    return axes.indices.contains { axis in
      one[axis] != other[axis]
        && sets[axis][one[axis]].isDisjoint(with: sets[axis][other[axis]])
    }
  }
}
