// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// The performers' registers in the journal: a stream per performer, an event per thing done, so
/// that who registered what and when can always be seen.
struct PerformerStore {
  let connection: any Connection
  let keyring: Keyring
  let cache: HeadCache<HSAID, PerformerRegister>

  static func stream(_ performer: HSAID) -> String { "performer:\(performer)" }

  private static let schemaVersion = 1

  /// The payload of an event with the name of who did it, which outlives her account.
  private struct Payload<Content: Codable>: Codable {
    let name: String
    let content: Content
  }

  /// The register now; empty where nothing has happened.
  func load(_ performer: HSAID) throws -> PerformerRegister {
    let journal = Journal(connection, keyring)
    let stream = Self.stream(performer)
    return try cache.value(performer, at: try journal.head(stream)) {
      var register = PerformerRegister(performer: performer)
      for event in try journal.load(stream) {
        guard let kind = PerformerEvent.Kind(rawValue: event.kind),
          event.schemaVersion == Self.schemaVersion
        else { throw ServiceError.fault("event.kind") }
        let (content, name) = try Self.read(kind, Data(event.payload))
        register.apply(content, by: event.person ?? "", name: name, at: event.occurred)
      }
      return register
    }
  }

  /// Checks an event and writes it.
  ///
  /// - Parameter regions: who besides the performer is sent it.
  func append(
    _ event: PerformerEvent, to performer: HSAID, regions: [HSAID] = [], by actor: Actor,
    at now: Instant
  ) throws {
    try load(performer).check(event, today: now.day)
    let stream = Self.stream(performer)
    let journal = Journal(connection, keyring)
    var audience = [Party.performer(performer).description: "full"]
    for region in regions { audience[Party.region(region).description] = "full" }
    try journal.append(
      stream, expectedVersion: try journal.head(stream).version,
      events: [
        NewEvent(
          kind: event.kind.rawValue, schemaVersion: Self.schemaVersion,
          author: Party.performer(performer).description, person: actor.person,
          audience: audience, occurred: now, payload: try Self.write(event, actor.name))
      ],
      correlation: stream, recorded: now)
  }

  private static func read(
    _ kind: PerformerEvent.Kind, _ data: Data
  ) throws -> (PerformerEvent, String) {
    func decode<Content: Codable>(
      _ event: (Content) -> PerformerEvent
    ) throws -> (PerformerEvent, String) {
      let payload = try JSONDecoder().decode(Payload<Content>.self, from: data)
      return (event(payload.content), payload.name)
    }
    return switch kind {
    case .competenceRegistered: try decode(PerformerEvent.competenceRegistered)
    case .competencePolicySet: try decode(PerformerEvent.competencePolicySet)
    case .capacityPublished: try decode(PerformerEvent.capacityPublished)
    case .statementMentored: try decode(PerformerEvent.statementMentored)
    case .firstStatementSent: try decode(PerformerEvent.firstStatementSent)
    case .releaseStepSet: try decode(PerformerEvent.releaseStepSet)
    }
  }

  private static func write(_ event: PerformerEvent, _ name: String) throws -> [UInt8] {
    func encode(_ content: some Codable) throws -> [UInt8] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return Array(try encoder.encode(Payload(name: name, content: content)))
    }
    return switch event {
    case .competenceRegistered(let content): try encode(content)
    case .competencePolicySet(let content): try encode(content)
    case .capacityPublished(let content): try encode(content)
    case .statementMentored(let content): try encode(content)
    case .firstStatementSent(let content): try encode(content)
    case .releaseStepSet(let content): try encode(content)
    }
  }
}
