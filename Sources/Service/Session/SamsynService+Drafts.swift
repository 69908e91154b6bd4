// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// What a person has begun to write: the fields of a form. It stays with her and is no event.
public struct FormDraft: Codable, Hashable, Sendable {
  public var fields: [String: [String]]

  public init(fields: [String: [String]] = [:]) { self.fields = fields }
}

extension SamsynService {
  /// Keeps a draft over the one of the same kind in the same case.
  public func saveDraft(
    _ draft: FormDraft, kind: String, in id: CaseNumber? = nil, by actor: Actor
  ) async throws(ServiceError) {
    try await write { try self.save($0, draft, kind, in: id, by: actor) }
  }

  /// The person's own draft, or nil.
  public func draft(
    kind: String, in id: CaseNumber? = nil, by actor: Actor
  ) async throws(ServiceError) -> FormDraft? {
    try await read { try self.find($0, kind, in: id, by: actor) }
  }

  /// Throws a draft away, as when it has been sent. Attachments that were left behind keep an empty
  /// one, with which they go in time.
  public func removeDraft(
    kind: String, in id: CaseNumber? = nil, by actor: Actor
  ) async throws(ServiceError) {
    try await write { connection in
      if let id, let place = MessagePlace(draftKind: kind) {
        let message = UnsentMessage(place, in: id, by: actor)
        guard try self.attachments(connection, waiting: message).isEmpty else {
          return try self.save(connection, FormDraft(), kind, in: id, by: actor)
        }
      }
      try Drafts(connection, self.keyring).remove(
        party: actor.party.description, person: actor.person, kind: kind,
        stream: id?.description ?? "")
    }
  }

  /// Lets a draft count as just written, and begins an empty one where there is none.
  func touchDraft(
    _ connection: any Connection, _ kind: String, in id: CaseNumber, by actor: Actor
  ) throws {
    let draft = try find(connection, kind, in: id, by: actor)
    try save(connection, draft ?? FormDraft(), kind, in: id, by: actor)
  }

  private func save(
    _ connection: any Connection, _ draft: FormDraft, _ kind: String, in id: CaseNumber?,
    by actor: Actor
  ) throws {
    let stored = Store.Draft(
      id: "\(actor.person)|\(kind)|\(id?.description ?? "")",
      party: actor.party.description, person: actor.person, kind: kind,
      stream: id?.description ?? "", content: Array(try JSONEncoder().encode(draft)),
      updated: clock.now())
    try Drafts(connection, keyring).save(stored)
  }

  private func find(
    _ connection: any Connection, _ kind: String, in id: CaseNumber?, by actor: Actor
  ) throws -> FormDraft? {
    try Drafts(connection, keyring).find(
      party: actor.party.description, person: actor.person, kind: kind,
      stream: id?.description ?? ""
    ).map { try JSONDecoder().decode(FormDraft.self, from: Data($0.content)) }
  }
}
