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
    let now = clock.now()
    try await write { connection in
      let stored = Store.Draft(
        id: "\(actor.person)|\(kind)|\(id?.description ?? "")",
        party: actor.party.description, person: actor.person, kind: kind,
        stream: id?.description ?? "", content: Array(try JSONEncoder().encode(draft)),
        updated: now)
      try Drafts(connection, self.keyring).save(stored)
    }
  }

  /// The person's own draft, or nil.
  public func draft(
    kind: String, in id: CaseNumber? = nil, by actor: Actor
  ) async throws(ServiceError) -> FormDraft? {
    try await read { connection in
      try Drafts(connection, self.keyring).find(
        party: actor.party.description, person: actor.person, kind: kind,
        stream: id?.description ?? ""
      ).map { try JSONDecoder().decode(FormDraft.self, from: Data($0.content)) }
    }
  }

  /// Throws a draft away, as when it has been sent.
  public func removeDraft(
    kind: String, in id: CaseNumber? = nil, by actor: Actor
  ) async throws(ServiceError) {
    try await write { connection in
      try Drafts(connection, self.keyring).remove(
        party: actor.party.description, person: actor.person, kind: kind,
        stream: id?.description ?? "")
    }
  }
}
