// SPDX-License-Identifier: Apache-2.0

/// Sets of parts, of which those that none of the sets tells apart have become one.
struct JoinedParts {
  /// For each set its parts, by their new numbers.
  let members: [PartSet]
  /// For each new part those that it is made of.
  let wholes: [PartSet]
  /// For each old part its new one; -1 where no set has it.
  private let owners: [Int]

  init(_ sets: [PartSet]) {
    var holders: [[Int]] = []
    for (number, set) in sets.enumerated() {
      for part in set.numbers {
        while holders.count <= part { holders.append([]) }
        holders[part].append(number)
      }
    }
    var members = [PartSet](repeating: [], count: sets.count)
    var wholes: [PartSet] = []
    var owners = [Int](repeating: -1, count: holders.count)
    var numbers: [[Int]: Int] = [:]
    for (part, signature) in holders.enumerated() where !signature.isEmpty {
      let number = numbers[signature] ?? wholes.count
      if number == wholes.count {
        numbers[signature] = number
        wholes.append([])
        for set in signature { members[set].insert(number) }
      }
      wholes[number].insert(part)
      owners[part] = number
    }
    self.members = members
    self.wholes = wholes
    self.owners = owners
  }

  /// The new parts that make up a set; nil where it takes some of one and leaves the rest.
  func parts(of set: PartSet) -> PartSet? {
    var parts = PartSet()
    var left = 0
    for part in set.numbers {
      guard part < owners.count, owners[part] >= 0 else { return nil }
      let owner = owners[part]
      if !parts.contains(owner) {
        parts.insert(owner)
        left += wholes[owner].count
      }
      left -= 1
    }
    return left == 0 ? parts : nil
  }
}
