// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization

/// The copies of the directory that were read last, by what they hold: the copy of a day may be
/// superseded by another.
final class DirectoryCache: Sendable {
  private static let most = 3
  private let kept = Mutex<[(digest: [UInt8], snapshot: DirectorySnapshot)]>([])

  func snapshot(_ day: Day, _ digest: [UInt8]) -> DirectorySnapshot? {
    kept.withLock { kept in
      let place = kept.firstIndex { $0.snapshot.day == day && $0.digest == digest }
      guard let place else { return nil }
      // What was asked for last goes last: the newest copy is asked for with every other.
      let found = kept.remove(at: place)
      kept.insert(found, at: 0)
      return found.snapshot
    }
  }

  func keep(_ snapshot: DirectorySnapshot, _ digest: [UInt8]) {
    kept.withLock { kept in
      kept.removeAll { $0.snapshot.day == snapshot.day }
      kept.insert((digest, snapshot), at: 0)
      if kept.count > Self.most { kept.removeLast() }
    }
  }
}

extension SamsynService {
  /// Whether somebody may read the directory: everybody who works here. It holds units and no
  /// people; the insured have no use for it. Throws `wrongParty`.
  public func requireDirectoryReader(_ actor: Actor) throws(ServiceError) {
    guard actor.party.role != .insured else { throw .refused(Refusal(.wrongParty)) }
  }

  /// The copies of units, the oldest first.
  public func directorySnapshots() async throws(ServiceError) -> [StoredSnapshot] {
    try await read { try DirectoryStore($0).snapshots(.units) }
  }

  /// The copies of attributes, the oldest first.
  public func directoryAttributeSnapshots() async throws(ServiceError) -> [StoredSnapshot] {
    try await read { try DirectoryStore($0).snapshots(.attributes) }
  }

  /// The copy in force on a day: the latest that is not later, or else the first. Nil where there
  /// is none at all.
  public func directory(on day: Day) async throws(ServiceError) -> DirectorySnapshot? {
    let days = try await directorySnapshots().map(\.day)
    guard let day = days.last(where: { $0 <= day }) ?? days.first else { return nil }
    return try await snapshot(day)
  }

  /// The copy in force on a day with the last ties of all units that are gone by then, for those
  /// who tie many units, such as an import of certificates.
  public func directoryForTies(on day: Day) async throws(ServiceError) -> DirectorySnapshot? {
    let days = try await directorySnapshots().map(\.day)
    guard let present = days.last(where: { $0 <= day }) ?? days.first else { return nil }
    let timeline = try await read { try DirectoryTimeline<DirectoryUnit>(DirectoryStore($0)) }
    var former: [String: CareUnitLink] = [:]
    for (first, ids) in timeline.gone(on: present) {
      guard let last = days.last(where: { $0 < first }) else { continue }
      let snapshot = timeline.snapshot(on: last)
      for id in ids { former[id] = Self.former(snapshot.resolve(id)) }
    }
    return timeline.snapshot(on: present).with(former: former)
  }

  private func lastDay(before day: Day) async throws(ServiceError) -> Day? {
    try await directorySnapshots().map(\.day).last { $0 < day }
  }

  private static func former(_ link: CareUnitLink) -> CareUnitLink {
    CareUnitLink(
      unit: link.unit, tie: .archived, careUnit: link.careUnit,
      careProvider: link.careProvider, notes: link.notes.union(.gone))
  }

  private func snapshot(_ day: Day) async throws(ServiceError) -> DirectorySnapshot {
    let digest = try await directorySnapshots().first { $0.day == day }?.digest ?? []
    if let kept = directoryCache.snapshot(day, digest) { return kept }
    let snapshot = try await read { connection in
      let entries = try DirectoryStore(connection).entries(.units, on: day)
      let units = entries.compactMap { DirectoryUnit(id: $0.id, line: $0.line) }
      guard units.count == entries.count else { throw StoreError.damaged("directory row") }
      return DirectorySnapshot(day: day, units: units)
    }
    directoryCache.keep(snapshot, digest)
    return snapshot
  }

  /// The care unit of a unit on a day, with what is unusual about it, and what the latest copy
  /// says where that is something else.
  public func directoryAnswer(
    _ id: String, on day: Day
  ) async throws(ServiceError) -> DirectoryAnswer {
    let id = DirectoryUnit.normalized(id)
    let days = try await directorySnapshots().map(\.day)
    guard let first = days.first, let latest = days.last,
      let present = try await directory(on: day)
    else {
      let link = CareUnitLink(unit: id, tie: .unknown, notes: .noSnapshot)
      return DirectoryAnswer(link, on: day, in: nil)
    }
    var source = present
    var link = present.resolve(id, on: day)
    if link.tie == .unknown, present.unit(id) == nil,
      let last = try await lastSnapshot(of: id, before: present.day)
    {
      source = last
      link = Self.former(last.resolve(id, on: day))
    }
    if day < first {
      link = CareUnitLink(
        unit: link.unit, tie: link.tie, careUnit: link.careUnit,
        careProvider: link.careProvider, notes: link.notes.union(.beforeFirstSnapshot))
    }
    var answer = DirectoryAnswer(link, on: day, in: source)
    answer.snapshot = present.day
    if link.notes.contains(.severalCareUnits) {
      answer.candidates = source.careUnits(listing: id)
    }
    if latest != present.day, let newest = try await directory(on: latest) {
      let now = newest.resolve(id)
      if (now.tie, now.careUnit, now.careProvider) != (link.tie, link.careUnit, link.careProvider) {
        answer.latest = .init(now, in: newest)
      }
    }
    answer.attributes = try await directoryAttributes(id, on: day)?.named
    return answer
  }

  /// The last copy that had a unit, for one that is gone.
  private func lastSnapshot(
    of id: String, before day: Day
  ) async throws(ServiceError) -> DirectorySnapshot? {
    let ends = try await read { connection in
      try DirectoryStore(connection).history(.units, id: id).compactMap(\.until)
    }
    guard let end = ends.filter({ $0 <= day }).max(), let last = try await lastDay(before: end)
    else { return nil }
    return try await snapshot(last)
  }

  /// What the attributes' copy in force on a day says of a unit, or else the first copy.
  public func directoryAttributes(
    _ id: String, on day: Day
  ) async throws(ServiceError) -> DirectoryAttributes? {
    let id = DirectoryUnit.normalized(id)
    return try await read { connection in
      let store = DirectoryStore(connection)
      let days = try store.snapshots(.attributes).map(\.day)
      guard let day = days.last(where: { $0 <= day }) ?? days.first else { return nil }
      return try store.lines(.attributes, id: id, on: day).first
        .flatMap { DirectoryAttributes(id: id, line: $0) }
    }
  }

  /// What the copies say of a unit over time, the oldest first. Several objects may have its id.
  public func directoryHistory(
    _ id: String
  ) async throws(ServiceError) -> [DatedDirectoryUnit] {
    let id = DirectoryUnit.normalized(id)
    return try await read { connection in
      try DirectoryStore(connection).history(.units, id: id).compactMap { row in
        DirectoryUnit(id: id, line: row.line).map {
          DatedDirectoryUnit(from: row.from, until: row.until, unit: $0)
        }
      }
    }
  }
}

/// A unit as it was from one copy until another.
public struct DatedDirectoryUnit: Sendable {
  public let from: Day
  /// The first copy in which it was another, or gone; nil where it still is so.
  public let until: Day?
  public let unit: DirectoryUnit
}

extension DirectoryAttributes {
  /// The values by the attributes' names, for JSON.
  var named: [String: [String]] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
  }
}
