// SPDX-License-Identifier: Apache-2.0
import Domain

extension FollowUp {
  /// What the codes of this edition stand for.
  public var extents: any DimensionExtents { FollowUpExtents(self) }

  /// The care units of a scope, as atoms of the axis of units.
  public func atoms(of scope: UnitScope) -> AtomSet {
    if scope == .everything { return .everything }
    let all = units
    return .only(
      Set(all.indices.filter { scope.holds(all[$0]) }.map { FollowUpExtents.atom($0 + 1) }))
  }
}

/// Regions, providers, levels of care and supplied groups are sets of units; chapters, blocks and
/// groups are sets of diagnoses. The questions that a request asks about are no parts of a whole:
/// each combination is an axis of its own.
private struct FollowUpExtents: DimensionExtents {
  private var atoms: [Dimension: [String: AtomSet]] = [:]
  private var whole: [String: Set<String>] = [:]

  init(_ followUp: FollowUp) {
    for (dimension, codes) in followUp.codes {
      guard let axis = Self.axis(codes.source) else {
        whole[dimension.rawValue] = Set(codes.codes)
        continue
      }
      var sets = [Set<String>](repeating: [], count: codes.codes.count)
      for (number, place) in codes.places.enumerated() where place >= 0 {
        sets[Int(place)].insert(Self.atom(number))
      }
      atoms[dimension] = Dictionary(
        zip(codes.codes, sets.map(AtomSet.only)), uniquingKeysWith: { first, _ in first })
      whole[axis, default: []].formUnion(sets.joined())
    }
    if !followUp.backgrounds.isEmpty {
      atoms[.background] = followUp.backgroundNumbers.mapValues { .only(Set($0.map(Self.atom))) }
    }
    whole[Dimension.degree.rawValue] = Set(DimensionCodes.degrees + [DimensionCodes.unknown])
    whole[Dimension.length.rawValue] = Set(
      DimensionCodes.lengthGroups + [DimensionCodes.unknown])
  }

  static func atom(_ number: Int) -> String { String(number) }

  private static func axis(_ source: Source) -> String? {
    switch source {
    case .unit: Cohort.unitAxis
    case .diagnosis: "diagnosis"
    default: nil
    }
  }

  func atoms(of axis: String) -> Set<String> { whole[axis] ?? [] }

  func extent(_ code: String, in dimension: Dimension) -> Extent {
    if dimension.isTime {
      guard let days = dimension.days(of: code) else { return .days(DaySet(0, through: -1)) }
      return .days(DaySet(days.lowerBound.number, through: days.upperBound.number))
    }
    if dimension == .question {
      return .atoms(axis: "\(dimension.rawValue):\(code)", .only(["asked"]))
    }
    if let sets = atoms[dimension] {
      let axis = Self.axis(dimension)
      return .atoms(axis: axis, sets[code] ?? .only([]))
    }
    return .atoms(axis: dimension.rawValue, .only([code]))
  }

  private static func axis(_ dimension: Dimension) -> String {
    dimension.isOfUnit ? Cohort.unitAxis : "diagnosis"
  }
}

extension Dimension {
  /// The days of a code such as `2026`, `2026-H1`, `2026-Q3` or `2026-03`; nil for another.
  func days(of code: String) -> ClosedRange<Day>? {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = Int(parts[0]), parts.count == (self == .year ? 1 : 2) else { return nil }
    let number = parts.count == 2 ? Int(parts[1].drop { !$0.isNumber }) ?? 0 : 1
    let months: Int
    switch self {
    case .year: months = 12
    case .halfYear: months = 6
    case .quarter: months = 3
    case .month: months = 1
    default: return nil
    }
    let first = (number - 1) * months + 1
    guard let begin = Day(year: year, month: first, day: 1) else { return nil }
    let next = first + months
    guard let end = Day(year: year + (next - 1) / 12, month: (next - 1) % 12 + 1, day: 1)
    else { return nil }
    return begin...end.adding(days: -1)
  }
}
