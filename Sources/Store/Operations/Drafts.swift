// SPDX-License-Identifier: Apache-2.0
import Domain

/// Something a person has begun to write. A draft stays with its party and person and is no event.
public struct Draft: Hashable, Sendable {
  /// Identity, given by the caller.
  public let id: String
  /// The organisation, in `Party`'s text form.
  public let party: String
  /// The writer, as a pseudonym or HSA-id.
  public let person: String
  /// What is being written, a stable name.
  public let kind: String
  /// The case, empty when there is none yet.
  public let stream: String
  /// The content in the clear here, sealed in the table.
  public let content: [UInt8]
  /// When it was last changed.
  public let updated: Instant

  /// A draft.
  public init(
    id: String, party: String, person: String, kind: String, stream: String = "",
    content: [UInt8], updated: Instant
  ) {
    self.id = id
    self.party = party
    self.person = person
    self.kind = kind
    self.stream = stream
    self.content = content
    self.updated = updated
  }
}

/// Where a draft lies: there is one at most.
public struct DraftPlace: Hashable, Sendable {
  /// The organisation, in `Party`'s text form.
  public let party: String
  /// The writer, as a pseudonym or HSA-id.
  public let person: String
  /// What was being written.
  public let kind: String
  /// The case, empty where there was none.
  public let stream: String
}

/// The drafts: at most one per party, person, kind and case. Disposal of a case deletes them.
public struct Drafts {
  private let connection: any Connection
  private let keyring: Keyring

  /// The drafts inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// Writes a draft over the one with the same party, person, kind and case.
  public func save(_ draft: Draft) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO draft (id, party, person, kind, stream, sealed, updated_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (party, person, kind, stream)
      DO UPDATE SET id = excluded.id, sealed = excluded.sealed, updated_ms = excluded.updated_ms
      """,
      [
        .text(draft.id), .text(draft.party), .text(draft.person), .text(draft.kind),
        .text(draft.stream), .blob(try keyring.sealDraft(draft.content, id: draft.id)),
        .instant(draft.updated),
      ])
  }

  /// The draft a person has of a kind in a case.
  public func find(
    party: String, person: String, kind: String, stream: String = ""
  ) throws(StoreError) -> Draft? {
    try drafts(
      "WHERE party = ? AND person = ? AND kind = ? AND stream = ?",
      [.text(party), .text(person), .text(kind), .text(stream)]
    ).first
  }

  /// A person's drafts, newest first.
  public func list(party: String, person: String) throws(StoreError) -> [Draft] {
    try drafts(
      "WHERE party = ? AND person = ? ORDER BY updated_ms DESC, id LIMIT ?",
      [.text(party), .text(person), .int(Limits.pageRows)])
  }

  /// Deletes a person's draft.
  public func remove(
    party: String, person: String, kind: String, stream: String = ""
  ) throws(StoreError) {
    try connection.execute(
      "DELETE FROM draft WHERE party = ? AND person = ? AND kind = ? AND stream = ?",
      [.text(party), .text(person), .text(kind), .text(stream)])
  }

  /// Deletes drafts not touched since an instant, but those of a kind that is kept as long as the
  /// case it is about. Returns where they lay.
  public func removeStale(
    before: Instant, except kind: String
  ) throws(StoreError) -> [DraftPlace] {
    let rows = try connection.query(
      """
      DELETE FROM draft WHERE updated_ms < ? AND kind <> ?
      RETURNING party, person, kind, stream
      """, [.instant(before), .text(kind)])
    var places: [DraftPlace] = []
    for row in rows {
      places.append(
        DraftPlace(
          party: try row.text("party"), person: try row.text("person"),
          kind: try row.text("kind"), stream: try row.text("stream")))
    }
    return places
  }

  private func drafts(
    _ condition: String, _ arguments: [SQLValue]
  ) throws(StoreError) -> [Draft] {
    let rows = try connection.query(
      """
      SELECT id, party, person, kind, stream, sealed, updated_ms FROM draft \(condition)
      """, arguments)
    var drafts: [Draft] = []
    for row in rows {
      let id = try row.text("id")
      drafts.append(
        Draft(
          id: id, party: try row.text("party"), person: try row.text("person"),
          kind: try row.text("kind"), stream: try row.text("stream"),
          content: try keyring.openDraft(try row.blob("sealed"), id: id),
          updated: try row.instant("updated_ms")))
    }
    return drafts
  }
}
