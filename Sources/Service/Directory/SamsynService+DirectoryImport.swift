// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store

/// What an import of the directory did.
public struct DirectoryImport: Codable, Sendable {
  public let kind: DirectoryKind
  public let day: Day
  /// Objects with an id, and those without, which are passed over.
  public let objects: Int
  public let passedOver: Int
  /// First and last days that are no days and were left out, and units whose level of care is none
  /// of the catalogue's list and was kept as it stands.
  public let unreadDays: Int
  public let unknownLevels: Int
  /// False where the same copy was stored before.
  public let isNew: Bool
  /// Rows that the copy took: only what differs from its neighbours in time.
  public let rowsWritten: Int
  /// The copy before this one; nil for the first.
  public let previous: Day?
  /// How many changes there are of each kind since then.
  public let counts: [String: Int]
  public let changes: [DirectoryChange]
}

extension SamsynService {
  /// Takes a file into the directory as the copy of a day: the catalogue's file of units, or a
  /// table of attributes, bare or in a zip archive. The whole copy is stored or nothing; the same
  /// copy again changes nothing; an older one finds its place among those that are there.
  ///
  /// A copy with far fewer objects than the last one is refused, since a file may be cut off.
  ///
  /// For the operator: nobody who is signed in can do it.
  ///
  /// - Parameter reason: why a copy is taken although it has far fewer objects.
  public func importDirectory(
    path: String, asOf day: Day, acceptShrunk reason: String? = nil
  ) async throws(DirectoryImportError) -> DirectoryImport {
    let now = clock.now()
    guard day <= now.day else { throw .file(.future) }
    let reading: DirectoryReading
    let addition: DirectoryAddition
    do throws(DirectoryImportFault) { reading = try DirectoryReading(path: path) } catch {
      throw .file(error)
    }
    let leastPercent =
      rules.inForce(Subject.directoryLeastShare, on: day)?.value.integer ?? 0
    do throws(ServiceError) {
      addition = try await write { connection in
        try DirectoryStore(connection).add(
          reading.kind, day: day, entries: reading.entries, passedOver: reading.passedOver,
          leastPercent: leastPercent, because: reason, at: now)
      }
    } catch {
      throw .service(error)
    }
    switch addition {
    case .dayTaken: throw .file(.dayTaken)
    case .shrunk(let last, let objects):
      throw .file(.shrunk(objects: reading.entries.count, last: last, lastObjects: objects))
    case .added, .known: return try await outcome(reading, day, addition)
    }
  }

  /// Puts another file in the place of the copy of a day, which turned out to be wrong. The old
  /// copy is kept with the reason. For the operator.
  public func supersedeDirectory(
    path: String, day: Day, because reason: String
  ) async throws(DirectoryImportError) -> DirectoryImport {
    let now = clock.now()
    let reading: DirectoryReading
    do throws(DirectoryImportFault) { reading = try DirectoryReading(path: path) } catch {
      throw .file(error)
    }
    let rows: Int?
    do throws(ServiceError) {
      rows = try await write { connection in
        try DirectoryStore(connection).supersede(
          reading.kind, day: day, entries: reading.entries, passedOver: reading.passedOver,
          because: reason, at: now)
      }
    } catch {
      throw .service(error)
    }
    guard let rows else { throw .file(.nothingToSupersede) }
    return try await outcome(reading, day, .added(rows: rows))
  }

  /// The copies that others were put in the place of, the oldest first.
  public func supersededDirectories() async throws(ServiceError) -> [SupersededSnapshot] {
    try await read { try DirectoryStore($0).superseded() }
  }

  private func outcome(
    _ reading: DirectoryReading, _ day: Day, _ addition: DirectoryAddition
  ) async throws(DirectoryImportError) -> DirectoryImport {
    do throws(ServiceError) { return try await told(reading, day, addition) } catch {
      throw .service(error)
    }
  }

  private func told(
    _ reading: DirectoryReading, _ day: Day, _ addition: DirectoryAddition
  ) async throws(ServiceError) -> DirectoryImport {
    let kind = reading.kind
    let days = try await read { try DirectoryStore($0).snapshots(kind).map(\.day) }
    let previous = days.last { $0 < day }
    var changes: [DirectoryChange] = []
    if let previous {
      changes =
        try await kind == .units
        ? directoryChanges(from: previous, to: day) : attributeChanges(from: previous, to: day)
    }
    var rows = 0
    if case .added(let written) = addition { rows = written }
    return DirectoryImport(
      kind: kind, day: day, objects: reading.entries.count, passedOver: reading.passedOver,
      unreadDays: reading.unreadDays, unknownLevels: reading.unknownLevels,
      isNew: addition != .known, rowsWritten: rows, previous: previous,
      counts: Dictionary(grouping: changes, by: \.kind.rawValue).mapValues(\.count),
      changes: changes)
  }

  /// What differs between two copies, given by their days. For an older and a newer day as for
  /// the reverse. Throws `.refused(.outOfRange)` with the field where a day has no copy.
  public func directoryChanges(
    from earlier: Day, to later: Day
  ) async throws(ServiceError) -> [DirectoryChange] {
    let days = try await directorySnapshots().map(\.day)
    guard days.contains(earlier) else { throw .refused(Refusal(.outOfRange, field: "from")) }
    guard days.contains(later) else { throw .refused(Refusal(.outOfRange, field: "to")) }
    guard let old = try await directory(on: earlier), let new = try await directory(on: later)
    else { return [] }
    return new.changes(since: old)
  }

  private func attributeChanges(
    from earlier: Day, to later: Day
  ) async throws(ServiceError) -> [DirectoryChange] {
    let (old, new) = try await read { connection in
      let store = DirectoryStore(connection)
      func lines(_ day: Day) throws -> [String: String] {
        Dictionary(
          try store.entries(.attributes, on: day).map { ($0.id, $0.line) },
          uniquingKeysWith: { first, _ in first })
      }
      return (try lines(earlier), try lines(later))
    }
    return Set(old.keys).union(new.keys).sorted().compactMap { id in
      let before = old[id].flatMap { DirectoryAttributes(id: id, line: $0) }
      let after = new[id].flatMap { DirectoryAttributes(id: id, line: $0) }
      return DirectoryChange(attributesOf: id, before: before, after: after)
    }
  }
}

/// Why an import did not happen: something about the file, or about the installation.
public enum DirectoryImportError: Error, Sendable, Equatable {
  case file(DirectoryImportFault)
  case service(ServiceError)
}
