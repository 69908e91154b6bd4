// SPDX-License-Identifier: Apache-2.0

/// What can be worked out from sums of parts: from a total and all rows but one that row, from two
/// months and their quarter the third, and whatever a longer sum gives.
///
/// Each figure is an equation in the parts that its group is made of, and the equations are solved.
/// A part that has one value only, or a sum of parts that is small, is known.
struct LineAudit {
  /// Parts, how many they are together, and the figures that this is known by.
  struct Known {
    let members: PartSet
    let count: Int
    let sources: PartSet
  }

  /// Equations beyond this many that do not solve by themselves are not tried.
  static let mostDense = 300

  /// What follows: counts of single parts or of parts together.
  private(set) var known: [Known] = []
  /// Where there were too many equations to solve, the figures that they come from.
  private(set) var unsolved: PartSet?

  /// First whatever stands alone, then the rest by elimination. The first costs as much as the
  /// equations are long, the second the third power of `mostDense` at most.
  ///
  /// - Parameter asked: sums of parts that are looked for besides.
  init(_ equations: [Known], asked: [PartSet] = []) {
    var open = equations.map {
      Open(parts: $0.members, left: $0.members.count, count: $0.count, sources: $0.sources)
    }
    let alone = Self.peel(&open)
    var rest: [Known] = []
    var met: Set<PartSet> = []
    for equation in open where equation.left > 0 {
      guard met.insert(equation.parts).inserted else { continue }
      rest.append(
        Known(members: equation.parts, count: equation.count, sources: equation.sources))
    }
    known = alone.values.map { $0 } + rest
    guard rest.count <= Self.mostDense else {
      unsolved = rest.reduce(into: PartSet()) { $0.formUnion($1.sources) }
      return
    }
    let solved = DenseEquations(rest)
    known += solved.sums
    for parts in asked where !parts.isEmpty {
      var open = parts
      var count = 0
      var sources = PartSet()
      for part in parts.numbers {
        guard let single = alone[part] else { continue }
        count += single.count
        sources.formUnion(single.sources)
        open.remove(part)
      }
      if !open.isEmpty {
        guard let rest = solved.sum(of: open) else { continue }
        count += rest.count
        sources.formUnion(rest.sources)
      }
      known.append(Known(members: parts, count: count, sources: sources))
    }
  }

  /// An equation, and what is left of it.
  private struct Open {
    var parts: PartSet
    var left: Int
    var count: Int
    var sources: PartSet
  }

  /// Takes parts that stand alone out of all other equations, until none is left that does.
  private static func peel(_ open: inout [Open]) -> [Int: Known] {
    var places: [Int: [Int]] = [:]
    for (number, equation) in open.enumerated() {
      for part in equation.parts.numbers { places[part, default: []].append(number) }
    }
    var alone: [Int: Known] = [:]
    // What is known by itself comes before what follows from others.
    var single = open.indices.filter { open[$0].left == 1 }
    var next = 0
    while next < single.count {
      let number = single[next]
      next += 1
      guard let part = open[number].parts.first else { continue }
      let known = Known(
        members: [part], count: open[number].count, sources: open[number].sources)
      alone[part] = known
      for other in places[part] ?? [] where open[other].parts.contains(part) {
        open[other].parts.remove(part)
        open[other].left -= 1
        open[other].count -= known.count
        open[other].sources.formUnion(known.sources)
        if open[other].left == 1 { single.append(other) }
      }
    }
    return alone
  }
}

/// Equations in parts, each of which counts once, solved by Gauss and Jordan. Beside the factors
/// of the parts and the count stands how much of each equation has gone into a row.
private struct DenseEquations {
  private let equations: [LineAudit.Known]
  private let parts: [Int]
  private let places: [Int: Int]
  private var rows: [(pivot: Int, factors: [Double])] = []

  init(_ equations: [LineAudit.Known]) {
    self.equations = equations
    parts = equations.reduce(into: PartSet()) { $0.formUnion($1.members) }.numbers
    places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
    for (number, equation) in equations.enumerated() {
      var factors = factors(equation.members, equation.count)
      factors[parts.count + 1 + number] = 1
      add(factors)
    }
  }

  private func factors(_ members: PartSet, _ count: Int) -> [Double] {
    var factors = [Double](repeating: 0, count: parts.count + 1 + equations.count)
    for part in members.numbers { factors[places[part] ?? 0] = 1 }
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
    for number in rows.indices where abs(rows[number].factors[pivot]) > Self.nothing {
      Self.take(rows[number].factors[pivot], of: fresh, from: &rows[number].factors)
    }
    rows.append((pivot, fresh))
  }

  /// What is left of a sum when everything that is known has been taken from it.
  private func reduced(_ factors: [Double]) -> [Double] {
    var left = factors
    for row in rows where abs(left[row.pivot]) > Self.nothing {
      Self.take(left[row.pivot], of: row.factors, from: &left)
    }
    return left
  }

  private static func take(_ factor: Double, of row: [Double], from left: inout [Double]) {
    left.withUnsafeMutableBufferPointer { left in
      row.withUnsafeBufferPointer { row in
        for place in row.indices { left[place] -= factor * row[place] }
      }
    }
  }

  /// The figures behind the equations that have gone into a row.
  private func sources(_ factors: [Double]) -> PartSet {
    equations.indices.reduce(into: PartSet()) { sources, number in
      if abs(factors[parts.count + 1 + number]) > Self.nothing {
        sources.formUnion(equations[number].sources)
      }
    }
  }

  /// Rows whose factors are all one tell a sum of parts; others tell no group.
  var sums: [LineAudit.Known] {
    rows.compactMap { row in
      let factors = row.factors.prefix(parts.count)
      guard factors.allSatisfy({ abs($0) < Self.nothing || abs($0 - 1) < Self.nothing })
      else { return nil }
      return LineAudit.Known(
        members: PartSet(parts.indices.lazy.filter { factors[$0] > 0.5 }.map { parts[$0] }),
        count: Int(row.factors[parts.count].rounded()), sources: sources(row.factors))
    }
  }

  /// The count of parts together, where it follows.
  func sum(of members: PartSet) -> (count: Int, sources: PartSet)? {
    guard !rows.isEmpty, members.numbers.allSatisfy({ places[$0] != nil }) else { return nil }
    let left = reduced(factors(members, 0))
    guard left.prefix(parts.count).allSatisfy({ abs($0) < Self.nothing }) else { return nil }
    return (-Int(left[parts.count].rounded()), sources(left))
  }

  /// Below this a number is the dust of division.
  private static let nothing = 1e-6
}
