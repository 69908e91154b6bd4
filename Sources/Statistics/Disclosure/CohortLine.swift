// SPDX-License-Identifier: Apache-2.0

/// Groups that differ along one axis only, divided into the parts that they tell apart.
struct CohortLine {
  /// For each group its parts.
  let members: [PartSet]
  /// Sets of the axis that none of the groups takes but that some of their parts make. Figures on
  /// other lines are about these.
  let asked: [PartSet]
  private let joined: JoinedParts

  init(_ groups: [Int], along axis: Int, in index: CohortIndex) {
    let numbers = groups.map { index.groups[$0][axis] }
    joined = JoinedParts(numbers.map { index.sets[axis][$0] })
    members = joined.members
    let taken = Set(numbers)
    asked = (0..<index.givenCounts[axis]).filter { !taken.contains($0) }
      .compactMap { [joined] in joined.parts(of: index.sets[axis][$0]) }
  }

  /// Parts as those of the axis that they are made of.
  func wholes(of parts: PartSet) -> PartSet {
    parts.numbers.reduce(into: []) { $0.formUnion(joined.wholes[$1]) }
  }
}
