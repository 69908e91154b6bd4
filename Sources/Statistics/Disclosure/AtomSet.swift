// SPDX-License-Identifier: Apache-2.0

/// Some codes of one axis, such as units or diagnoses, or all but some.
public enum AtomSet: Hashable, Sendable {
  case only(Set<String>)
  case except(Set<String>)

  /// Every code, known or not.
  public static let everything = AtomSet.except([])

  var isEmpty: Bool { self == .only([]) }

  /// The codes that are named, among or not among it.
  var named: Set<String> {
    switch self {
    case .only(let codes), .except(let codes): codes
    }
  }

  func contains(_ code: String) -> Bool {
    switch self {
    case .only(let codes): codes.contains(code)
    case .except(let codes): !codes.contains(code)
    }
  }

  func isSubset(of other: AtomSet) -> Bool {
    switch (self, other) {
    case (.only(let own), .only(let all)): own.isSubset(of: all)
    case (.only(let own), .except(let none)): own.isDisjoint(with: none)
    case (.except, .only): false
    case (.except(let own), .except(let none)): none.isSubset(of: own)
    }
  }

  func intersection(_ other: AtomSet) -> AtomSet {
    switch (self, other) {
    case (.only(let one), .only(let two)): .only(one.intersection(two))
    case (.only(let one), .except(let none)), (.except(let none), .only(let one)):
      .only(one.subtracting(none))
    case (.except(let one), .except(let two)): .except(one.union(two))
    }
  }
}

/// Days that need not hang together, as stretches in order that do not touch.
public struct DaySet: Hashable, Sendable {
  /// By `Day.number`.
  let stretches: [ClosedRange<Int>]

  /// The days from the first through the last; none where the last lies before.
  public init(_ first: Int, through last: Int) {
    stretches = first <= last ? [first...last] : []
  }

  /// Stretches in order, of which those that touch become one.
  init(joining parts: [ClosedRange<Int>]) {
    stretches = parts.reduce(into: []) { joined, next in
      guard let last = joined.last, last.upperBound + 1 == next.lowerBound else {
        return joined.append(next)
      }
      joined[joined.count - 1] = last.lowerBound...next.upperBound
    }
  }

  func contains(_ stretch: ClosedRange<Int>) -> Bool {
    stretches.contains {
      $0.lowerBound <= stretch.lowerBound && stretch.upperBound <= $0.upperBound
    }
  }

  func isSubset(of other: DaySet) -> Bool { stretches.allSatisfy(other.contains) }
}
