// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

// Writing a statement. Nobody but those who write it can tell that there is a draft.
extension SamsynService {
  /// The action in the log of reads.
  static let draftAction = "statement-draft"

  /// The draft as it stands, for one of those who write it. Opening it is a read in the log, and
  /// so is an attempt that was refused.
  ///
  /// - Throws: `.refused`: `notFound` to everybody but the performer that has the assignment,
  ///   `statementWritersOnly` to its other people.
  public func statementWork(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> StatementWork {
    // Whoever writes saves every few seconds and is answered with the draft: that is one read.
    let now = clock.unmoved()
    let read = "\(Self.draftAction):\(id)"
    let isKnown = recentReads.has(read, by: actor, at: now)
    let work = try await logged(
      Self.draftAction, id, actor, items: { _ in isKnown ? nil : 1 }
    ) { try self.work($0, id, actor) }
    if !isKnown { recentReads.add(read, by: actor, at: now) }
    return work
  }

  /// - Parameter fresh: reads every saving anew, as before it is signed.
  func work(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor, fresh: Bool = false
  ) throws -> StatementWork {
    let view = try caseView(connection, id, actor)
    if let refusal = view.state.statementAccess(of: actor) { throw refusal }
    let loaded =
      fresh
      ? try loadDraft(connection, id, actor.party, fresh: true)
      : try readDraft(connection, id, actor.party)
    let definition = try definition(for: loaded.draft, on: view.context.today)
    return StatementWork(
      view: view, definition: definition,
      signedDefinition: try signedDefinition(view.state) ?? definition, loaded)
  }

  /// Saves fields as they were typed. What somebody else wrote meanwhile is never written over:
  /// both texts remain until one of the writers has dealt with them.
  ///
  /// - Parameter sitting: names the open page, so that its own savings follow each other also
  ///   where an answer was lost on the way.
  /// - Throws: `.refused` with the field: who may not, a field that is not there, or a text that
  ///   is too long or cannot be sent. Nothing is saved then.
  public func saveStatement(
    _ savings: [FieldSaving], sitting: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> StatementSaved {
    let now = clock.now()
    // One text for each field, so that no saving is longer than the form.
    let twice = Dictionary(grouping: savings, by: \.key).first { $1.count > 1 }
    if let twice { throw .refused(Refusal(.outOfRange, field: twice.key)) }
    return try await write { connection in
      let edits = StatementEdits(connection, self.keyring)
      let view = try self.caseView(connection, id, actor)
      if let refusal = view.state.statementAccess(of: actor) { throw refusal }
      try edits.hold(id.description)
      // Once it is held nothing can be signed or sent any more until this is done.
      let state = try self.caseView(connection, id, actor).state
      var loaded = try self.loadDraft(connection, id, actor.party)
      let definition = try self.definition(for: loaded.draft, on: now.day)
      var new: [StatementEdit] = []
      for saving in savings {
        let edit = try self.edit(saving, loaded.draft, definition, state, actor, sitting, now)
        guard var edit else { continue }
        edit.number = loaded.draft.revision + 1
        loaded.draft.apply(edit)
        new.append(edit)
      }
      guard loaded.draft.revision <= StatementLimit.edits else {
        throw Refusal(.statementTooManyEdits)
      }
      _ = try edits.append(
        try new.map { try stableJSON($0) }, to: id.description,
        party: actor.party.description, after: loaded.last, at: now)
      return Self.saved(savings, loaded.draft, sitting, actor, now)
    }
  }

  private static func saved(
    _ savings: [FieldSaving], _ draft: StatementDraft, _ sitting: String, _ actor: Actor,
    _ now: Instant
  ) -> StatementSaved {
    let keys = Set(savings.map(\.key))
    return StatementSaved(
      at: now,
      fields: Dictionary(uniqueKeysWithValues: keys.map { ($0, draft.field($0)) }),
      conflicts: keys.filter { key in
        draft.field(key).competing.contains { $0.isOf(sitting, by: actor.person) }
      }.sorted())
  }

  /// The saving as an edit; nil where it says nothing new.
  private func edit(
    _ saving: FieldSaving, _ draft: StatementDraft, _ definition: StatementDefinition,
    _ state: Assessment, _ actor: Actor, _ sitting: String, _ now: Instant
  ) throws -> StatementEdit? {
    try permit(saving.key, definition, state, actor)
    let text = StatementEdit.plain(saving.text)
    if text.unicodeScalars.count > StatementLimit.textLength {
      throw Refusal(
        .tooLong, field: saving.key, values: ["\(StatementLimit.textLength)"])
    }
    if !text.isWritable { throw Refusal(.controlCharacter, field: saving.key) }
    if sitting.isEmpty || sitting.utf8.count > StatementLimit.sittingLength {
      throw Refusal(.outOfRange, field: "sitting")
    }
    let field = draft.field(saving.key)
    let settles = saving.settles.filter { number in
      field.competing.contains { $0.number == number }
    }
    let isOwnCompeting = field.competing.contains {
      $0.isOf(sitting, by: actor.person) && $0.text == text
    }
    if settles.isEmpty && (text == field.text || isOwnCompeting) { return nil }
    // A field that its writer has not touched says what it said when she got the page, and must
    // not stand against what others have written since.
    let before = field.history.first { $0.number == saving.base }?.text ?? ""
    let hasWritten = field.history.reversed().prefix { $0.number > saving.base }
      .contains { $0.isOf(sitting, by: actor.person) }
    if settles.isEmpty && text == before && !hasWritten { return nil }
    guard case .examiner(let profession) = actor.function else {
      throw Refusal(.statementWritersOnly)
    }
    return StatementEdit(
      number: 0, field: saving.key, text: text,
      base: min(max(saving.base, 0), draft.revision), settles: settles,
      writer: StatementWriter(
        person: actor.person, name: actor.name, profession: profession),
      at: now, sitting: sitting, form: draft.form ?? definition.name)
  }

  private func permit(
    _ key: String, _ definition: StatementDefinition, _ state: Assessment, _ actor: Actor
  ) throws {
    var refusal: Refusal?
    if let (number, section) = SupplementKey.parts(key) {
      let asked = state.statement?.openSupplement?.requested.asked ?? []
      guard asked.contains(where: { $0.section == section }) else {
        throw Refusal(.noSupplement, field: key)
      }
      let signed = try signedDefinition(state) ?? definition
      refusal = state.additionRefusal(number, section.flatMap { signed.section($0) }, actor)
    } else {
      guard let section = definition.section(of: key) else {
        throw Refusal(.statementFieldUnknown, field: key)
      }
      refusal = state.writingRefusal(section, actor)
    }
    if let refusal { throw Refusal(refusal.code, field: key, values: refusal.values) }
  }

  /// The definition that the statement was signed in; nil where none is signed here.
  ///
  /// - Throws: `statement.form` where this program has no such definition.
  func signedDefinition(_ state: Assessment) throws(ServiceError) -> StatementDefinition? {
    guard let signed = state.statement?.signed else { return nil }
    guard let found = definition(signed.content.form) else { throw .fault("statement.form") }
    return found
  }
}
