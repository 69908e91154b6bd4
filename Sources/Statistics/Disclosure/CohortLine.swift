// SPDX-License-Identifier: Apache-2.0

/// Groups that differ along one axis only, divided into the smallest parts that they are made of.
struct CohortLine {
  /// For each group its parts, by number.
  let members: [Set<Int>]
  /// For each part what it is along the axis.
  private let parts: [Part]

  private enum Part {
    case days(DaySet)
    case atoms(AtomSet)
  }

  /// - Parameter atoms: every atom of the axis, where they are known.
  init(_ cohorts: [Cohort], along axis: Cohort.Axis, atoms: Set<String>) {
    switch axis {
    case .days: (members, parts) = Self.divide(cohorts.map(\.days))
    case .codes(let name):
      (members, parts) = Self.divide(cohorts.map { $0.codes[name] ?? .everything }, of: atoms)
    }
  }

  var partCount: Int { parts.count }

  /// A group of some of the parts, otherwise as the given one.
  func cohort(_ numbers: Set<Int>, like cohort: Cohort, along axis: Cohort.Axis) -> Cohort {
    var result = cohort
    switch axis {
    case .days:
      let stretches = numbers.flatMap { number -> [ClosedRange<Int>] in
        if case .days(let days) = parts[number] { days.stretches } else { [] }
      }
      result.days = DaySet(joining: stretches.sorted { $0.lowerBound < $1.lowerBound })
    case .codes(let name):
      var named: Set<String> = []
      var rest: Set<String>?
      for number in numbers {
        guard case .atoms(let atoms) = parts[number] else { continue }
        switch atoms {
        case .only(let codes): named.formUnion(codes)
        case .except(let codes): rest = codes
        }
      }
      result.codes[name] = rest.map { .except($0.subtracting(named)) } ?? .only(named)
    }
    return result
  }

  private static func divide(
    _ sets: [AtomSet], of atoms: Set<String>
  ) -> ([Set<Int>], [Part]) {
    let named = sets.reduce(into: Set()) { $0.formUnion($1.named) }
    var holders: [String: [Int]] = [:]
    var open: [Int] = []
    for (number, set) in sets.enumerated() {
      switch set {
      case .only(let codes): for code in codes { holders[code, default: []].append(number) }
      case .except: open.append(number)
      }
    }
    var groups: [[Int]: Set<String>] = [:]
    for code in named {
      let excepting = open.filter { sets[$0].contains(code) }
      groups[(holders[code] ?? []) + excepting, default: []].insert(code)
    }
    var parts: [Part] = []
    var members = [Set<Int>](repeating: [], count: sets.count)
    for (numbers, codes) in groups.sorted(by: { $0.value.min() ?? "" < $1.value.min() ?? "" }) {
      for number in numbers { members[number].insert(parts.count) }
      parts.append(.atoms(.only(codes)))
    }
    // Nobody is left where all atoms are named.
    if open.isEmpty || (!atoms.isEmpty && atoms.isSubset(of: named)) { return (members, parts) }
    for number in open { members[number].insert(parts.count) }
    parts.append(.atoms(.except(named)))
    return (members, parts)
  }

  private static func divide(_ sets: [DaySet]) -> ([Set<Int>], [Part]) {
    let bounds = Set(
      sets.flatMap { $0.stretches.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
    ).sorted()
    var places: [[Int]: Int] = [:]
    var stretches: [[ClosedRange<Int>]] = []
    var members = [Set<Int>](repeating: [], count: sets.count)
    for (first, next) in zip(bounds, bounds.dropFirst()) {
      let holders = sets.indices.filter { sets[$0].contains(first...next - 1) }
      guard !holders.isEmpty else { continue }
      let place = places[holders] ?? stretches.count
      if place == stretches.count {
        places[holders] = place
        stretches.append([])
        for holder in holders { members[holder].insert(place) }
      }
      stretches[place].append(first...next - 1)
    }
    return (members, stretches.map { .days(DaySet(joining: $0)) })
  }
}
