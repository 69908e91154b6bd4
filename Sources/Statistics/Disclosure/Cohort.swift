// SPDX-License-Identifier: Apache-2.0
import Domain

/// Which group a figure is about, in a form in which groups can be compared whatever words they
/// were asked by: a region is its units, a chapter its codes, a month its days. What an axis is
/// not named for is everything.
public struct Cohort: Hashable, Sendable {
  /// An axis along which groups are divided.
  public enum Axis: Hashable, Sendable {
    case days
    /// Codes of any other kind, such as units, diagnoses or sexes.
    case codes(String)
  }

  public var days: DaySet
  public var codes: [String: AtomSet]

  public init(days: DaySet, codes: [String: AtomSet] = [:]) {
    self.days = days
    self.codes = codes.filter { $0.value != .everything }
  }

  /// Whether everybody in it is in the other as well.
  func isSubset(of other: Cohort) -> Bool {
    guard days.isSubset(of: other.days) else { return false }
    return other.codes.allSatisfy { axis, all in
      (codes[axis] ?? .everything).isSubset(of: all)
    }
  }

  /// Restricts it further along an axis of codes.
  mutating func restrict(_ axis: String, to atoms: AtomSet) {
    let both = (codes[axis] ?? .everything).intersection(atoms)
    codes[axis] = both == .everything ? nil : both
  }

  /// The same group along every other axis.
  func leavingOut(_ axis: Axis) -> Cohort {
    var rest = self
    switch axis {
    case .days: rest.days = DaySet(0, through: -1)
    case .codes(let name): rest.codes[name] = nil
    }
    return rest
  }
}

/// What the codes of dimensions stand for. Two codes that share people must share atoms.
public protocol DimensionExtents: Sendable {
  /// The days or the atoms of a code.
  func extent(_ code: String, in dimension: Dimension) -> Extent
  /// Every atom of an axis that anybody has; empty where it is not known.
  func atoms(of axis: String) -> Set<String>
}

extension DimensionExtents {
  func atoms(of axis: Cohort.Axis) -> Set<String> {
    if case .codes(let name) = axis { atoms(of: name) } else { [] }
  }

  /// The same group has one form: an axis is named by the codes that belong or by those that do
  /// not, whichever are fewer, and everything is not named.
  func settled(_ cohort: Cohort) -> Cohort {
    var settled = cohort
    for (axis, atoms) in cohort.codes {
      let all = self.atoms(of: axis)
      guard !all.isEmpty else { continue }
      let twice = atoms.named.count * 2
      if atoms.isRest ? twice >= all.count : twice > all.count {
        let rest = all.subtracting(atoms.named)
        settled.codes[axis] = atoms.isRest ? .only(rest) : .except(rest)
      }
      if settled.codes[axis] == .everything { settled.codes[axis] = nil }
    }
    return settled
  }
}

/// What a code stands for.
public enum Extent: Hashable, Sendable {
  case days(DaySet)
  case atoms(axis: String, AtomSet)
}

extension Cohort {
  /// What a question is restricted to, and in it what the codes of a row are.
  public init(
    _ query: MeasureQuery, codes: [String] = [], within scope: AtomSet = .everything,
    _ extents: some DimensionExtents
  ) {
    self.init(days: DaySet(query.from.number, through: query.to.number))
    restrict(Cohort.unitAxis, to: scope)
    for (dimension, chosen) in query.filter {
      // What is asked about one question or another is a group of its own.
      if dimension == .question, chosen.count > 1 {
        let name = chosen.sorted().joined(separator: "+")
        take([extents.extent(name, in: dimension)])
      } else {
        take(chosen.map { extents.extent($0, in: dimension) })
      }
    }
    for (dimension, code) in zip(query.by, codes) {
      take([extents.extent(code, in: dimension)])
    }
    self = extents.settled(self)
  }

  /// The axis of care units, by HSA-id.
  public static let unitAxis = "unit"

  /// Restricts it to what one of the extents holds; they are along one axis.
  private mutating func take(_ extents: [Extent]) {
    var joined: [String: AtomSet] = [:]
    var stretches: [ClosedRange<Int>] = []
    for extent in extents {
      switch extent {
      case .days(let days): stretches += days.stretches
      case .atoms(let axis, let atoms):
        guard let before = joined[axis] else {
          joined[axis] = atoms
          continue
        }
        joined[axis] =
          before.isRest || atoms.isRest ? .everything : .only(before.named.union(atoms.named))
      }
    }
    for (axis, atoms) in joined { restrict(axis, to: atoms) }
    guard !stretches.isEmpty else { return }
    let parts = stretches.sorted { $0.lowerBound < $1.lowerBound }
    days = DaySet(
      joining: days.stretches.flatMap { own in
        parts.filter { $0.overlaps(own) }.map { $0.clamped(to: own) }
      })
  }
}
