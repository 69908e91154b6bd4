// SPDX-License-Identifier: Apache-2.0

/// Some codes of one axis, such as units or diagnoses, or all but some.
///
/// The same sets are set beside each other again and again, and they can be large: two that are one
/// in memory are known to be the same at once, and what a set is found by is worked out only once.
public struct AtomSet: Hashable, Sendable {
  private final class Storage: Sendable {
    let isRest: Bool
    let codes: Set<String>
    let hash: Int

    init(isRest: Bool, _ codes: Set<String>) {
      self.isRest = isRest
      self.codes = codes
      var hasher = Hasher()
      hasher.combine(isRest)
      hasher.combine(codes)
      hash = hasher.finalize()
    }
  }

  private let storage: Storage

  private init(isRest: Bool, _ codes: Set<String>) {
    storage = Storage(isRest: isRest, codes)
  }

  /// Some codes.
  public static func only(_ codes: Set<String>) -> AtomSet { AtomSet(isRest: false, codes) }

  /// All codes but some, known or not.
  public static func except(_ codes: Set<String>) -> AtomSet { AtomSet(isRest: true, codes) }

  /// Every code, known or not.
  public static let everything = AtomSet.except([])

  public static func == (one: AtomSet, other: AtomSet) -> Bool {
    one.storage === other.storage
      || one.storage.hash == other.storage.hash && one.isRest == other.isRest
        && one.named == other.named
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }

  /// Whether it is all codes but those that are named.
  var isRest: Bool { storage.isRest }

  /// The codes that are named, among or not among it.
  var named: Set<String> { storage.codes }

  var isEmpty: Bool { !isRest && named.isEmpty }

  func contains(_ code: String) -> Bool { named.contains(code) != isRest }

  func isSubset(of other: AtomSet) -> Bool {
    if storage === other.storage { return true }
    return switch (isRest, other.isRest) {
    case (false, false): named.isSubset(of: other.named)
    case (false, true): named.isDisjoint(with: other.named)
    case (true, false): false
    case (true, true): other.named.isSubset(of: named)
    }
  }

  func intersection(_ other: AtomSet) -> AtomSet {
    if other == .everything || storage === other.storage { return self }
    if self == .everything { return other }
    return switch (isRest, other.isRest) {
    case (false, false): .only(named.intersection(other.named))
    case (false, true): .only(named.subtracting(other.named))
    case (true, false): .only(other.named.subtracting(named))
    case (true, true): .except(named.union(other.named))
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
