// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synthetic

// Statements for the cases of a demonstration that have files: drafts for those that are examined,
// signed ones for those that have been sent.
extension SamsynService {
  /// The same history, where the sent statement is a made-up one that the responsible doctor has
  /// signed; where none is sent but the doctor has examined, a draft is begun instead. Cases whose
  /// doctor has no account, and those of contract messages, stay as they are.
  func withStatement(
    _ connection: any Connection, _ id: CaseNumber, _ events: [RecordedEvent]
  ) throws -> [RecordedEvent] {
    guard let form = statementDefinitions.last else { return events }
    let sent = events.firstIndex { $0.event.kind == .statementSent }
    let before = Array(events[..<(sent ?? events.count)])
    let state = Assessment(id: id, events: before)
    guard let doctor = state.doctor, let person = doctor.person, !state.agencyIsExternal,
      let performer = state.performer, state.statementSetting.examined.contains(.doctor),
      let last = before.last
    else { return events }
    let actor = Actor(
      party: .performer(performer), person: person, name: doctor.name,
      function: .examiner(.doctor))
    let draft = DemonstrationDraft(form: form, state: state, doctor: actor, at: last.at)
    let edits = draft.edits(isWhole: sent != nil)
    let chain = try store(connection, edits, id, actor.party, at: last.at)
    guard let sent, case .statementSent(var event) = events[sent].event else { return events }
    let content = try form.content(StatementDraft(edits), of: state)
    let digest = content.digest(Self.statementHash)
    event.signed = SignedStatement(
      content: content, digest: digest,
      signature: try LocalSigner(key: keyring.statement)
        .signature(digest: digest, by: actor, at: events[sent].at),
      revision: edits.count, draftHash: chain?.hash.hexadecimal ?? "")
    var told = events
    told[sent] = RecordedEvent(
      version: events[sent].version, author: actor, audience: events[sent].audience,
      at: events[sent].at, event: .statementSent(event))
    return told
  }

  private func store(
    _ connection: any Connection, _ edits: [StatementEdit], _ id: CaseNumber, _ party: Party,
    at now: Instant
  ) throws -> StoredEdit? {
    _ = try StreamKeys(connection, keyring).keyOrNew(id.description, at: now)
    return try StatementEdits(connection, keyring).append(
      try edits.map { try stableJSON($0) }, to: id.description,
      party: party.description, after: nil, at: now
    ).last
  }
}

/// A made-up draft. It says in every field that it is made up.
struct DemonstrationDraft {
  let form: StatementDefinition
  let state: Assessment
  let doctor: Actor
  let at: Instant

  /// The savings, in the order of the fields; one that is not whole ends in the middle.
  func edits(isWhole: Bool) -> [StatementEdit] {
    let setting = state.statementSetting
    var written: [(section: StatementSection, key: String, text: String)] = []
    for section in form.sections where section.isNeeded(setting) {
      for field in section.fields where !isWhole || section.isRequired(field, setting) {
        guard let text = text(field, setting, written.count) else { continue }
        written.append((section, field.key, text))
      }
    }
    if !isWhole { written.removeLast(written.count / 2) }
    return written.enumerated().map { index, one in
      StatementEdit(
        number: index + 1, field: one.key, text: one.text, base: 0, writer: writer(one.section),
        at: at, sitting: "demonstration", form: form.name)
    }
  }

  /// An appointed examiner of the section's profession, else the responsible doctor.
  private func writer(_ section: StatementSection) -> StatementWriter {
    let examiner = state.examiners.first { section.owners.contains($0.profession) }
    if let examiner, let person = examiner.person, let name = examiner.name {
      return StatementWriter(person: person, name: name, profession: examiner.profession)
    }
    return StatementWriter(person: doctor.person, name: doctor.name, profession: .doctor)
  }

  private func text(
    _ field: StatementField, _ setting: StatementSetting, _ place: Int
  ) -> String? {
    switch field.kind {
    case .text: "Påhittad text för demonstrationen: \(field.title.sv.lowercased())."
    case .grade, .ownGrade: "\((place * 3 + state.id.serial) % 5)"
    case .documents:
      setting.documents.isEmpty
        ? nil : (1...setting.documents.count).map(String.init).joined(separator: " ")
    case .icf: "b710.2 Rörlighet i led\nd430.2 Lyfta och bära"
    case .day: at.day.description
    case .choice(let options): options.first?.id
    case .number(let range): "\(range.lowerBound)"
    case .rows(let columns): columns.map { _ in "Påhittat" }.joined(separator: "\t")
    }
  }
}
