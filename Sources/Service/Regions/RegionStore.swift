// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// The regions' settings in the journal: a stream per region, a whole settings value per event,
/// so that what held when a case was allocated can always be seen.
struct RegionStore {
  static let kind = "regionSettingsChanged"

  let connection: any Connection
  let keyring: Keyring
  let cache: HeadCache<HSAID, RegionSettings>

  static func stream(_ region: HSAID) -> String { "region:\(region)" }

  /// The settings now, or nil where the region is unknown.
  func load(_ region: HSAID) throws -> RegionSettings? {
    let journal = Journal(connection, keyring)
    let head = try journal.head(Self.stream(region))
    if head == .none { return nil }
    var settings = try cache.value(region, at: head) {
      guard let last = try journal.load(Self.stream(region)).last else {
        throw ServiceError.fault("region.settings")
      }
      return try JSONDecoder().decode(RegionSettings.self, from: Data(last.payload))
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
