// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Store
import Synchronization

/// What figures are read from. `FollowUp` is the one; tests have others.
protocol FigureSource: Sendable {
  var units: [UnitTable.Unit] { get }
  /// Supplied variables of units.
  var backgrounds: [BackgroundVariable] { get }
  var observedThrough: Day { get }
  var definitions: [MeasureDefinition] { get }
  func compute(
    _ query: MeasureQuery, within scope: UnitScope
  ) throws(MeasureFault) -> MeasureTable
  func label(_ code: String, in dimension: Dimension) -> Bilingual
  func choices(in dimension: Dimension) -> [String]
  /// What codes stand for, so that groups can be set beside each other.
  var extents: any DimensionExtents { get }
  func atoms(of scope: UnitScope) -> AtomSet
}

extension FollowUp: FigureSource {}

/// What a page says about the edition that its figures are from.
public struct EditionFacts: Hashable, Sendable {
  public var number: Int
  public var built: Instant
  /// The last day that the documents tell about.
  public var observedThrough: Day
  /// How many documents it rests on.
  public var documents: Int
  /// The days of the catalogue's copies that units are tied by.
  public var snapshotDays: [Day]
  /// What differs from the edition before; empty for the first.
  public var changes: [Bilingual]

  public init(
    number: Int, built: Instant, observedThrough: Day, documents: Int, snapshotDays: [Day],
    changes: [Bilingual] = []
  ) {
    self.number = number
    self.built = built
    self.observedThrough = observedThrough
    self.documents = documents
    self.snapshotDays = snapshotDays
    self.changes = changes
  }
}

/// An edition that is open, with the tables that have been computed from it. It never changes, so
/// neither do they.
final class OpenEdition: Sendable {
  private struct Question: Hashable {
    let query: MeasureQuery
    let scope: UnitScope
  }
  private struct Kept {
    var tables: [Question: MeasureTable] = [:]
    var order: [Question] = []
    var rows = 0
    var computed = 0
    var isReady = false
    var seen: [SeenAnswer: [SeenFigure]] = [:]
    var seenFigures = 0
    var atoms: [UnitScope: AtomSet] = [:]
  }
  /// An answer that a party was given, by its question.
  private struct SeenAnswer: Hashable {
    let party: String
    let population: String
    let digest: [UInt8]
  }
  /// Rows of tables that are kept, about.
  private static let mostRows = 400_000
  /// Figures that readers have been shown and that are kept as they are set beside others.
  private static let mostSeen = 50_000

  let facts: EditionFacts
  let source: any FigureSource
  /// Where it lies; nil for one that is in no folder.
  let folder: String?
  let extents: any DimensionExtents
  private let kept = Mutex(Kept())

  init(_ facts: EditionFacts, _ source: any FigureSource, folder: String? = nil) {
    self.facts = facts
    self.source = source
    self.folder = folder
    extents = source.extents
  }

  /// How many tables have been computed so far.
  var computed: Int { kept.withLock { $0.computed } }

  /// True the first time that it is asked.
  var isFirstReadying: Bool {
    kept.withLock { kept in
      defer { kept.isReady = true }
      return !kept.isReady
    }
  }

  /// A table in which nothing is hidden yet.
  func table(_ query: MeasureQuery, within scope: UnitScope) throws(MeasureFault) -> MeasureTable {
    let question = Question(query: query, scope: scope)
    if let table = kept.withLock({ $0.tables[question] }) { return table }
    let table = try source.compute(query, within: scope)
    kept.withLock { kept in
      kept.computed += 1
      guard kept.tables.updateValue(table, forKey: question) == nil else { return }
      kept.order.append(question)
      kept.rows += table.rows.count + 1
      while kept.rows > Self.mostRows, kept.order.count > 1 {
        let oldest = kept.order.removeFirst()
        kept.rows -= (kept.tables.removeValue(forKey: oldest)?.rows.count ?? 0) + 1
      }
    }
    return table
  }

  /// The care units of a scope.
  func atoms(of scope: UnitScope) -> AtomSet {
    if let atoms = kept.withLock({ $0.atoms[scope] }) { return atoms }
    let atoms = source.atoms(of: scope)
    kept.withLock { $0.atoms[scope] = atoms }
    return atoms
  }

  /// What an answer told its party, read from its text only once: an answer never changes.
  func seen(
    _ answer: ShownAnswer, read: () throws(ServiceError) -> [SeenFigure]
  ) throws(ServiceError) -> [SeenFigure] {
    let key = SeenAnswer(
      party: answer.party, population: answer.population, digest: answer.digest)
    if let figures = kept.withLock({ $0.seen[key] }) { return figures }
    let figures = try read()
    kept.withLock { kept in
      if kept.seenFigures + figures.count > Self.mostSeen {
        kept.seen = [:]
        kept.seenFigures = 0
      }
      guard kept.seen.updateValue(figures, forKey: key) == nil else { return }
      kept.seenFigures += figures.count
    }
    return figures
  }

  /// The measure with a name.
  func measure(_ id: String) -> MeasureDefinition? { source.definitions.first { $0.id == id } }
}
