// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization

/// The latest settings of each region, kept as long as its stream has the same head. The hash of
/// the head tells them apart from settings that were read but never committed.
final class RegionCache: Sendable {
  private let entries = Mutex<[HSAID: (head: StreamHead, settings: RegionSettings)]>([:])

  func settings(_ region: HSAID, at head: StreamHead) -> RegionSettings? {
    entries.withLock { entries in
      entries[region].flatMap { $0.head == head ? $0.settings : nil }
    }
  }

  func keep(_ settings: RegionSettings, at head: StreamHead) {
    entries.withLock { $0[settings.region] = (head, settings) }
  }
}

/// The regions' settings in the journal: a stream per region, a whole settings value per event,
/// so that what held when a case was allocated can always be seen.
struct RegionStore {
  static let kind = "regionSettingsChanged"

  let connection: any Connection
  let keyring: Keyring
  let cache: RegionCache

  static func stream(_ region: HSAID) -> String { "region:\(region)" }

  /// The settings now, or nil where the region is unknown.
  func load(_ region: HSAID) throws -> RegionSettings? {
    let journal = Journal(connection, keyring)
    let head = try journal.head(Self.stream(region))
    if head == .none { return nil }
    var settings: RegionSettings
    if let kept = cache.settings(region, at: head) {
      settings = kept
    } else {
      guard let last = try journal.load(Self.stream(region)).last else { return nil }
      settings = try JSONDecoder().decode(RegionSettings.self, from: Data(last.payload))
      cache.keep(settings, at: head)
    }
    let last = try Meta(connection).value(Self.rotationKey(region))
    settings.rotationLast = try last.map { try HSAID($0) }
    return settings
  }

  /// Writes new settings.
  func save(_ settings: RegionSettings, by actor: Actor, at now: Instant) throws {
    let stream = Self.stream(settings.region)
    let journal = Journal(connection, keyring)
    var settings = settings
    settings.rotationLast = nil
    try journal.append(
      stream, expectedVersion: try journal.head(stream).version,
      events: [
        NewEvent(
          kind: Self.kind, schemaVersion: 1, author: actor.party.description,
          person: actor.person, audience: ["region:\(settings.region)": "full"],
          occurred: now, payload: try stableJSON(settings))
      ],
      correlation: "\(stream)", recorded: now)
  }

  /// Remembers whom rotation gave last.
  func rotated(to performer: HSAID, in region: HSAID) throws {
    try Meta(connection).set(Self.rotationKey(region), performer.description)
  }

  /// Every region, by HSA-id.
  func all() throws -> [RegionSettings] {
    var regions: [RegionSettings] = []
    for stream in try Journal(connection, keyring).streams(after: "region:", limit: 200)
    where stream.hasPrefix("region:") {
      let id = try HSAID(String(stream.dropFirst("region:".count)))
      if let settings = try load(id) { regions.append(settings) }
    }
    return regions
  }

  private static func rotationKey(_ region: HSAID) -> String { "rotation:\(region)" }
}
