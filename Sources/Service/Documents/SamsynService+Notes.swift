// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

// A reader's own notes. They are a sealed draft of hers in the case: no event, in nobody else's
// view, and gone when the case is disposed of.
extension SamsynService {
  /// Not thrown away with drafts that lie untouched: an assessment takes longer.
  static let notesKind = "document-notes"
  /// Pages that one person can note something on in one case.
  public static let documentNotesMax = 1000

  /// The person's own notes on the documents that she may still open, by document and page.
  public func notes(
    in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> [DocumentNote] {
    try await read { connection in
      let view = try self.caseView(connection, id, actor)
      guard view.documentAccess == nil else { return [] }
      let order = view.readableDocuments.map(\.id)
      return try self.notes(connection, id, actor).compactMap { note in
        order.firstIndex(of: note.document).map { ($0, note) }
      }
      .sorted { ($0.0, $0.1.page) < ($1.0, $1.1.page) }.map(\.1)
    }
  }

  /// Keeps the person's own note on a page over the one that was there; an empty one without a
  /// mark is removed.
  ///
  /// - Throws: `.refused` where she may not open the document, or it has no such page.
  public func saveNote(
    _ note: DocumentNote, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    let now = clock.now()
    try await write { connection in
      let view = try self.caseView(connection, id, actor)
      guard let read = view.readableDocuments.first(where: { $0.id == note.document }) else {
        throw Refusal(.documentUnknown)
      }
      if let refusal = view.documentAccess { throw refusal }
      try Self.check(note, on: read)
      var notes = try self.notes(connection, id, actor)
        .filter { $0.document != note.document || $0.page != note.page }
      if !note.isEmpty { notes.append(note) }
      if notes.count > Self.documentNotesMax {
        throw Refusal(.tooMany, values: ["\(Self.documentNotesMax)"])
      }
      try self.keep(connection, notes, id, actor, now)
    }
  }

  private static func check(_ note: DocumentNote, on read: ReadableDocument) throws {
    guard (1...read.file.pages).contains(note.page) else {
      throw Refusal(.documentPageUnknown, field: "page")
    }
    if note.text.unicodeScalars.count > CaseLimit.textLength {
      throw Refusal(.tooLong, field: "text", values: ["\(CaseLimit.textLength)"])
    }
    if !note.text.isWritable { throw Refusal(.controlCharacter, field: "text") }
  }

  private func notes(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> [DocumentNote] {
    let draft = try Drafts(connection, keyring).find(
      party: actor.party.description, person: actor.person, kind: Self.notesKind,
      stream: id.description)
    guard let draft else { return [] }
    return try JSONDecoder().decode([DocumentNote].self, from: Data(draft.content))
  }

  private func keep(
    _ connection: any Connection, _ notes: [DocumentNote], _ id: CaseNumber, _ actor: Actor,
    _ now: Instant
  ) throws {
    let drafts = Drafts(connection, keyring)
    guard !notes.isEmpty else {
      return try drafts.remove(
        party: actor.party.description, person: actor.person, kind: Self.notesKind,
        stream: id.description)
    }
    try drafts.save(
      Store.Draft(
        id: "\(actor.party)|\(actor.person)|\(Self.notesKind)|\(id)",
        party: actor.party.description, person: actor.person, kind: Self.notesKind,
        stream: id.description, content: Array(try JSONEncoder().encode(notes)), updated: now))
  }
}
