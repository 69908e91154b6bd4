// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// The sealed content of a case event as it is stored: who acted and what happened.
struct CasePayload: Codable {
  /// The form's version. A later form reads the earlier ones here; a program that does not know
  /// a version refuses to read it.
  static let schemaVersion = 1

  let author: Actor
  let event: AssessmentEvent
}

/// Reads and writes case histories in the journal.
struct CaseHistory {
  let journal: Journal
  private let cache: CaseCache?
  private let rows: CaseRows
  private let keyring: Keyring
  /// Shorter histories are read row by row.
  private let keptFrom: Int
  /// Asked to read the rows of a history again, when it was shown for long without.
  private let confirm: (@Sendable (CaseNumber) -> Void)?

  init(
    _ connection: any Connection, _ keyring: Keyring, _ cache: CaseCache? = nil,
    keptFrom: Int = 0, confirm: (@Sendable (CaseNumber) -> Void)? = nil
  ) {
    journal = Journal(connection, keyring)
    self.cache = cache
    self.keptFrom = keptFrom
    self.confirm = confirm
    rows = CaseRows(connection, keyring)
    self.keyring = keyring
  }

  /// All events of a case in order; empty where there is no such case. Throws the store's errors,
  /// and a fault `event.schema.N` for a form that a newer program wrote.
  func load(_ id: CaseNumber) throws -> [RecordedEvent] {
    guard let cache else { return try stored(id) }
    guard let head = try journal.readableHead(id.description) else {
      cache.forget(id)
      // It tells why the case cannot be read.
      return try stored(id)
    }
    guard head.version >= keptFrom else { return try stored(id) }
    if let kept = cache.events(id, at: head) {
      if let confirm, cache.isDue(id) { confirm(id) }
      return kept
    }
    let events = try stored(id)
    // Another may have appended since the head was read.
    if events.count == head.version { cache.keep(events, of: id, at: head) }
    return events
  }

  private func stored(_ id: CaseNumber) throws -> [RecordedEvent] {
    let stored = try journal.load(id.description)
    return try stored.concurrentMap { part in
      let decoder = JSONDecoder()
      var audiences: [[String: String]: Audience] = [:]
      return try part.map { one in
        let audience = try audiences[one.audience] ?? Self.audience(one.audience)
        audiences[one.audience] = audience
        return try Self.recorded(one, audience, decoder)
      }
    }
  }

  /// As `load`, for a party that asks by the case's number; empty where nothing of it was sent to
  /// the party. That is found out before the case is read: how long an answer takes must not
  /// tell that there is a case. To the insured, who are one party of many people, nothing is given
  /// by it: each of them is asked for by her account.
  ///
  /// - Throws: `caseDisposed` where the case has been disposed of.
  func load(_ id: CaseNumber, for party: Party) throws -> [RecordedEvent] {
    guard party != .insured, try rows.isTold(party.description, of: id.description) else {
      return []
    }
    do {
      return try load(id)
    } catch StoreError.disposed {
      throw Refusal(.caseDisposed)
    }
  }

  /// As `load` for the actor's party. An insured person is one of many: she is given the cases
  /// that are about the person her account stands for, and of others nothing. Whoever acts for
  /// her is given a case only while Försäkringskassan's registration in it is in force.
  ///
  /// - Parameter today: the day that the registration has to hold on.
  func load(_ id: CaseNumber, for actor: Actor, on today: Day) throws -> [RecordedEvent] {
    guard actor.party == .insured else { return try load(id, for: actor.party) }
    guard let account = InsuredAccount(actor),
      try rows.row(party: Party.fk.description, stream: id.description)?.personHash
        == account.personHash
    else { return [] }
    do {
      let history = try load(id)
      return account.opens(history, keyring, on: today) ? history : []
    } catch StoreError.disposed {
      throw Refusal(.notFound)
    }
  }

  /// Nothing is left out that cannot be read: a recipient that were dropped would no longer see
  /// what she has been sent.
  private static func recorded(
    _ stored: StoredEvent, _ audience: Audience, _ decoder: JSONDecoder
  ) throws -> RecordedEvent {
    guard stored.schemaVersion == CasePayload.schemaVersion else {
      throw ServiceError.fault("event.schema.\(stored.schemaVersion)")
    }
    guard let payload = try? decoder.decode(CasePayload.self, from: Data(stored.payload)) else {
      throw StoreError.damaged("event payload")
    }
    return RecordedEvent(
      version: stored.version, author: payload.author,
      audience: audience, at: stored.occurred, event: payload.event)
  }

  static func audience(_ stored: [String: String]) throws(StoreError) -> Audience {
    var audience: Audience = [:]
    for (name, word) in stored {
      guard let party = Party(name), let disclosure = Disclosure(rawValue: word) else {
        throw .damaged("event audience")
      }
      audience[party] = disclosure
    }
    return audience
  }

  /// Appends events that were recorded after the version before their first.
  func append(
    _ events: [RecordedEvent], to id: CaseNumber, correlation: String, recorded: Instant
  ) throws {
    guard let first = events.first else { return }
    let new = try events.map { event in
      NewEvent(
        kind: event.event.kind.rawValue, schemaVersion: CasePayload.schemaVersion,
        author: event.author.party.description, person: event.author.person,
        onBehalfOf: nil,
        audience: Dictionary(
          uniqueKeysWithValues: event.audience.map { ($0.description, $1.rawValue) }),
        occurred: event.at,
        payload: try stableJSON(CasePayload(author: event.author, event: event.event)))
    }
    let stored = try journal.append(
      id.description, expectedVersion: first.version - 1, events: new,
      correlation: correlation, recorded: recorded)
    cache?.append(events, to: id, stored)
  }
}
