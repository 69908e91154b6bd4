// SPDX-License-Identifier: Apache-2.0

/// The sets that groups take along one axis, divided into the smallest parts that any of them
/// tells apart.
struct AxisDivision {
  /// For each set its parts, in the order they were given.
  let members: [PartSet]

  /// Sets of codes.
  ///
  /// - Parameter atoms: every code of the axis, where they are known.
  init(_ sets: [AtomSet], of atoms: Set<String>) {
    let named = sets.reduce(into: Set()) { $0.formUnion($1.named) }
    var holders: [String: [Int]] = [:]
    var open: [Int] = []
    for (number, set) in sets.enumerated() {
      if set.isRest {
        open.append(number)
      } else {
        for code in set.named { holders[code, default: []].append(number) }
      }
    }
    var parts: [[Int]: String] = [:]
    for code in named {
      let excepting = open.filter { sets[$0].contains(code) }
      let signature = (holders[code] ?? []) + excepting
      parts[signature] = min(parts[signature] ?? code, code)
    }
    var signatures = parts.sorted { $0.value < $1.value }.map(\.key)
    // Nobody is left where all atoms are named.
    if !open.isEmpty && (atoms.isEmpty || !atoms.isSubset(of: named)) { signatures.append(open) }
    self.init(signatures, of: sets.count)
  }

  /// Sets of days.
  init(_ sets: [DaySet]) {
    let bounds = Set(
      sets.flatMap { $0.stretches.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
    ).sorted()
    var met: Set<[Int]> = []
    var signatures: [[Int]] = []
    for (first, next) in zip(bounds, bounds.dropFirst()) {
      let holders = sets.indices.filter { sets[$0].contains(first...next - 1) }
      if !holders.isEmpty, met.insert(holders).inserted { signatures.append(holders) }
    }
    self.init(signatures, of: sets.count)
  }

  /// - Parameter signatures: for each part the sets that hold it.
  private init(_ signatures: [[Int]], of count: Int) {
    var members = [PartSet](repeating: [], count: count)
    for (part, sets) in signatures.enumerated() {
      for set in sets { members[set].insert(part) }
    }
    self.members = members
  }
}
