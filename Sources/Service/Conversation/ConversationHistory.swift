// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// The sealed content of an event of a conversation as it is stored.
struct ConversationPayload: Codable {
  /// The form's version. A later form reads the earlier ones here; a program that does not know
  /// a version refuses to read it.
  static let schemaVersion = 1

  let author: Actor
  let event: ConversationEvent
}

/// Reads and writes the conversations of cases in the journal. A conversation is a stream of its
/// own, so that a message makes nobody's open form of the case stale, and is sealed with the
/// case's key, so that it goes with the case.
struct ConversationHistory {
  let journal: Journal

  init(_ connection: any Connection, _ keyring: Keyring) {
    journal = Journal(connection, keyring)
  }

  /// The stream of a case's conversation.
  static func stream(_ id: CaseNumber) -> String { "\(id)/samtal" }

  /// All events in order; empty where nobody has written anything.
  func load(_ id: CaseNumber) throws -> [ConversationRecord] {
    let decoder = JSONDecoder()
    return try journal.load(Self.stream(id)).map { stored in
      guard stored.schemaVersion == ConversationPayload.schemaVersion else {
        throw ServiceError.fault("event.schema.\(stored.schemaVersion)")
      }
      guard
        let payload = try? decoder.decode(
          ConversationPayload.self, from: Data(stored.payload))
      else { throw StoreError.damaged("event payload") }
      return ConversationRecord(
        version: stored.version, author: payload.author,
        audience: Set(try CaseHistory.audience(stored.audience).keys), at: stored.occurred,
        event: payload.event)
    }
  }

  /// Appends events that were recorded after the version before their first.
  func append(
    _ events: [ConversationRecord], to id: CaseNumber, correlation: String, recorded: Instant
  ) throws {
    guard let first = events.first else { return }
    let new = try events.map { event in
      NewEvent(
        kind: event.event.kind.rawValue, schemaVersion: ConversationPayload.schemaVersion,
        author: event.author.party.description, person: event.author.person,
        audience: Dictionary(
          uniqueKeysWithValues: event.audience.map {
            ($0.description, Disclosure.full.rawValue)
          }),
        occurred: event.at,
        payload: try stableJSON(ConversationPayload(author: event.author, event: event.event)))
    }
    try journal.append(
      Self.stream(id), expectedVersion: first.version - 1, events: new,
      correlation: correlation, recorded: recorded)
  }
}
