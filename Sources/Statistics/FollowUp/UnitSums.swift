// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation

/// Sums of a measure's rows by tie, by care unit and by some other dimensions. They do not depend
/// on who asks: every scope and every restriction or division by units, regions or care providers
/// is a sum of some of them. So the rows are read once for all figures of a page, and once for all
/// readers.
struct UnitSums: Sendable {
  /// What a reading of the rows is about. Units are no part of it.
  struct Key: Hashable, Sendable {
    enum Counted: Hashable, Sendable {
      /// The measure's own rows and value.
      case value
      /// Its rows with those that lack what the measure needs, and of them those that do not.
      case needs
      /// By diagnosis chapter, age and sex, of everybody.
      case mix
      /// Rows that reach over days, for the coverage.
      case coverage
    }

    let measure: String
    let from: Day
    let to: Day
    let filter: [Dimension: Set<String>]
    let cases: CaseDefinition
    let counted: Counted
    /// Whether groups of questions are told apart.
    let byQuestion: Bool
  }

  /// The dimensions beside tie and unit, and how many codes each has.
  let by: [Dimension]
  let parts: [Int]
  let units: Int
  /// By tie, unit and the others, of which the last moves fastest; or one for each group of
  /// questions, by unit and the others.
  let tallies: [Tally]

  /// Cells for each tie and unit.
  var others: Int { parts.reduce(1, *) }
  /// How large it is to keep.
  var size: Int { tallies.reduce(0) { $0 + $1.denominators.count } }

  /// Among how many by tie, whatever the unit.
  var ties: [Int] {
    let width = units * others
    guard width > 0 else { return [] }
    return tallies.first.map { tally in
      stride(from: 0, to: tally.denominators.count, by: width).map { start in
        tally.denominators[start..<start + width].reduce(0, +)
      }
    } ?? []
  }
}

/// The sums that were made last. An edition never changes, so neither do they.
final class KeptUnitSums: @unchecked Sendable {
  private struct Kept {
    let key: UnitSums.Key
    let sums: UnitSums
  }
  /// Cells that are kept, of sixteen bytes each.
  private static let most = 4 << 20

  private let lock = NSLock()
  private var kept: [Kept] = []

  /// Sums that are divided by all of some dimensions; the smallest there are.
  ///
  /// - Parameter whole: dimensions whose parts must not be put together, so that there is none of
  ///   them that is not asked for.
  func find(
    _ key: UnitSums.Key, by wanted: [Dimension], notOver whole: (Dimension) -> Bool = { _ in false }
  ) -> UnitSums? {
    lock.withLock {
      let fit = kept.indices.filter { place in
        let by = kept[place].sums.by
        return kept[place].key == key && wanted.allSatisfy(by.contains)
          && by.allSatisfy { wanted.contains($0) || !whole($0) }
      }
      guard let place = fit.min(by: { kept[$0].sums.size < kept[$1].sums.size }) else {
        return nil
      }
      // What was used last stands last, and goes last.
      let found = kept.remove(at: place)
      kept.append(found)
      return found.sums
    }
  }

  func keep(_ sums: UnitSums, _ key: UnitSums.Key) {
    lock.withLock {
      kept.removeAll { $0.key == key && $0.sums.by == sums.by }
      kept.append(Kept(key: key, sums: sums))
      var size = kept.reduce(0) { $0 + $1.sums.size }
      while size > Self.most, kept.count > 1 { size -= kept.removeFirst().sums.size }
    }
  }
}
