// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Synchronization

/// What readers have been shown, so that nobody finds out more by asking again in other words.
final class SeenFigures: Sendable {
  private let seen = Mutex<[String: [SeenFigure]]>([:])

  /// Lets `show` decide, after everything that the reader has seen, what she sees now.
  func showing(
    to reader: String, _ show: ([SeenFigure]) -> (MeasureTable, [SeenFigure])
  ) -> MeasureTable {
    seen.withLock { seen in
      let (table, more) = show(seen[reader] ?? [])
      seen[reader, default: []] += more
      return table
    }
  }
}

extension SamsynService {
  /// The edition that figures are read from; nil where there is none.
  func openEdition() async throws(ServiceError) -> OpenEdition? {
    editionInUse.withLock { $0 }
  }

  /// Lets an edition answer from now on.
  func use(_ edition: OpenEdition) { editionInUse.withLock { $0 = edition } }

  /// The least number of certificates, cases or persons that is shown.
  private static let leastShown = 5

  /// A table with what may not be shown hidden in it: figures of few, and those that such could be
  /// worked out from, here or beside what the reader has seen before.
  func disclosed(
    _ table: MeasureTable, within scope: UnitScope, to desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureTable {
    let asked = table.query
    var table = table
    // The reader's bounds are a restriction like any other when groups are set beside each other.
    table.query.filter = scope.restricting(asked.filter)
    let bounded = table
    let kind = desk.edition.measure(asked.measure)?.kind ?? .share
    let number = desk.edition.facts.number
    let control = DisclosureControl(threshold: Self.leastShown)
    let reader = "\(desk.reader.party?.description ?? "operator") \(desk.reader.person)"
    var shown = seenFigures.showing(to: reader) { seen in
      control.hide(bounded, seen: seen, kind: kind, edition: number)
    }
    shown.query = asked
    // A share of days is no sample of independent parts: it has no such interval.
    let counted = desk.edition.measure(asked.measure)?.population
    return kind == .share && counted != .persons ? shown.withIntervals : shown
  }
}

extension MeasureTable {
  /// The same with Wilson's interval around every share that has none.
  fileprivate var withIntervals: MeasureTable {
    func set(_ cell: Cell) -> Cell {
      guard case .shown(var figure) = cell, figure.low == nil,
        let interval = Wilson.interval(
          numerator: figure.numerator, denominator: figure.denominator)
      else { return cell }
      figure.low = interval.low
      figure.high = interval.high
      return .shown(figure)
    }
    var table = self
    table.total = set(total)
    table.rows = rows.map { MeasureRow(codes: $0.codes, cell: set($0.cell)) }
    return table
  }
}

extension UnitScope {
  /// A restriction with the bounds as a part of it.
  func restricting(_ filter: [Dimension: Set<String>]) -> [Dimension: Set<String>] {
    func narrowed(_ dimension: Dimension, _ codes: Set<String>) -> [Dimension: Set<String>] {
      var filter = filter
      filter[dimension] = filter[dimension].map { $0.intersection(codes) } ?? codes
      return filter
    }
    return switch self {
    case .everything: filter
    case .region(let code): narrowed(.region, [code])
    case .provider(let id): narrowed(.provider, [id])
    case .units(let ids): narrowed(.unit, ids)
    }
  }
}
