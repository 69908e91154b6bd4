// SPDX-License-Identifier: Apache-2.0

/// What can be worked out from figures about groups that differ along one axis only: from a total
/// and all rows but one that row, from two months and their quarter the third, and whatever a
/// longer sum gives.
///
/// The groups are divided into the smallest parts that they are made of, each figure becomes an
/// equation in the parts, and the equations are solved. A part that has one value only, or a sum
/// of parts that is small, is known.
struct LineAudit {
  struct Known {
    let members: Set<Int>
    let count: Int
  }

  /// Equations beyond this many that do not solve by themselves are not tried; the line then
  /// counts as telling too much.
  static let mostDense = 300

  /// For each equation the parts that it is about.
  let equations: [Set<Int>]
  let counts: [Int]

  /// What follows: counts of single parts or of parts together.
  private(set) var known: [Known] = []
  /// There were too many equations to solve.
  private(set) var isTooDense = false

  /// - Parameter asked: sums of parts that are looked for besides.
  init(equations: [Set<Int>], counts: [Int], asked: [Set<Int>] = []) {
    self.equations = equations
    self.counts = counts
    solve(asked)
  }

  /// First whatever stands alone, then the rest by elimination. The first costs as much as the
  /// equations are long, the second the third power of `mostDense` at most.
  private mutating func solve(_ asked: [Set<Int>]) {
    var open: [(parts: Set<Int>, count: Int)] = zip(equations, counts).map { ($0, $1) }
    var places: [Int: [Int]] = [:]
    for (number, equation) in open.enumerated() {
      for part in equation.parts { places[part, default: []].append(number) }
    }
    var alone: [Int: Int] = [:]
    var single = open.indices.filter { open[$0].parts.count == 1 }
    while let number = single.popLast() {
      guard let part = open[number].parts.first else { continue }
      let count = open[number].count
      alone[part] = count
      for other in places[part] ?? [] where open[other].parts.remove(part) != nil {
        open[other].count -= count
        if open[other].parts.count == 1 { single.append(other) }
      }
    }
    var rest: [(parts: Set<Int>, count: Int)] = []
    var met: Set<Set<Int>> = []
    for equation in open where !equation.parts.isEmpty {
      if met.insert(equation.parts).inserted { rest.append(equation) }
    }
    known =
      alone.map { Known(members: [$0], count: $1) }
      + rest.map { Known(members: $0.parts, count: $0.count) }
    guard rest.count <= Self.mostDense else {
      isTooDense = true
      return
    }
    let solved = DenseEquations(rest)
    known += solved.sums
    for parts in asked where !parts.isEmpty {
      let open = parts.filter { alone[$0] == nil }
      guard let count = open.isEmpty ? 0 : solved.count(of: open) else { continue }
      let settled = parts.reduce(0) { $0 + (alone[$1] ?? 0) }
      known.append(Known(members: parts, count: settled + count))
    }
  }
}

/// Equations in parts, each of which counts once, solved by Gauss and Jordan.
private struct DenseEquations {
  private let parts: [Int]
  private let places: [Int: Int]
  private var rows: [(pivot: Int, factors: [Double])] = []

  init(_ equations: [(parts: Set<Int>, count: Int)]) {
    parts = equations.reduce(into: Set()) { $0.formUnion($1.parts) }.sorted()
    places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
    for equation in equations { add(factors(equation.parts, equation.count)) }
  }

  private func factors(_ members: Set<Int>, _ count: Int) -> [Double] {
    var factors = [Double](repeating: 0, count: parts.count + 1)
    for part in members { factors[places[part] ?? 0] = 1 }
    factors[parts.count] = Double(count)
    return factors
  }

  private mutating func add(_ factors: [Double]) {
    var fresh = reduced(factors)
    guard let pivot = parts.indices.max(by: { abs(fresh[$0]) < abs(fresh[$1]) }),
      abs(fresh[pivot]) > Self.nothing
    else { return }
    let lead = fresh[pivot]
    for place in fresh.indices { fresh[place] /= lead }
    for number in rows.indices {
      let factor = rows[number].factors[pivot]
      guard abs(factor) > Self.nothing else { continue }
      for place in fresh.indices { rows[number].factors[place] -= factor * fresh[place] }
    }
    rows.append((pivot, fresh))
  }

  /// What is left of a sum when everything that is known has been taken from it.
  private func reduced(_ factors: [Double]) -> [Double] {
    var left = factors
    for row in rows where abs(left[row.pivot]) > Self.nothing {
      let factor = left[row.pivot]
      for place in left.indices { left[place] -= factor * row.factors[place] }
    }
    return left
  }

  /// Rows whose factors are all one tell a sum of parts; others tell no group.
  var sums: [LineAudit.Known] {
    rows.compactMap { row in
      let factors = row.factors.dropLast()
      guard factors.allSatisfy({ abs($0) < Self.nothing || abs($0 - 1) < Self.nothing })
      else { return nil }
      return LineAudit.Known(
        members: Set(parts.indices.filter { factors[$0] > 0.5 }.map { parts[$0] }),
        count: Int(row.factors[parts.count].rounded()))
    }
  }

  /// The count of parts together, where it follows.
  func count(of members: Set<Int>) -> Int? {
    guard members.allSatisfy({ places[$0] != nil }) else { return nil }
    let left = reduced(factors(members, 0))
    guard left.dropLast().allSatisfy({ abs($0) < Self.nothing }) else { return nil }
    return -Int(left[parts.count].rounded())
  }

  /// Below this a number is the dust of division.
  private static let nothing = 1e-6
}
