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
  /// For the operator: nobody who is signed in can do it.
  public func importDirectory(
    path: String, asOf day: Day
  ) async throws(DirectoryImportError) -> DirectoryImport {
    let now = clock.now()
    guard day <= now.day else { throw .file(.future) }
    let reading: DirectoryReading
    do throws(DirectoryImportFault) { reading = try DirectoryReading(path: path) } catch {
      throw .file(error)
    }
    do throws(ServiceError) {
      let addition = try await write { connection in
        try DirectoryStore(connection).add(
          reading.kind, day: day, entries: reading.entries, passedOver: reading.passedOver,
          at: now)
      }
      guard addition != .dayTaken else { throw ServiceError.fault("directory.day-taken") }
      return try await outcome(reading, day, addition)
    } catch {
      throw error == .fault("directory.day-taken") ? .file(.dayTaken) : .service(error)
    }
  }

  private func outcome(
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
