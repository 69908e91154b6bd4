// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData

/// A case that is examined, and a draft whose required fields are all filled in.
struct StatementFixture {
  static let form = try! StatementDefinitionFile.load().last!
  static let doctor = examiner("p1-lakare", .doctor)
  static let otherDoctor = examiner("p1-lakare2", .doctor)
  static let psychologist = examiner("p1-psykolog", .psychologist)
  static let stranger = examiner("p1-annan", .physiotherapist)

  var story = CaseStory()

  /// As far as the doctor's visit, with a psychologist appointed.
  init(examined: Bool = true) throws {
    try story.untilAccepted()
    try story.complete()
    try story.perform(
      .appointDoctor(DoctorAppointed(name: "Läkare", person: Self.doctor.person)),
      as: story.performer)
    try story.perform(
      .appointExaminer(
        person: Self.psychologist.person, name: "Psykolog", profession: .psychologist),
      as: story.performer)
    try story.book()
    if examined { try story.perform(visit: 1) }
  }

  static func examiner(_ person: String, _ profession: Profession) -> Actor {
    Actor(
      party: .performer(Cast.p1), person: person, name: "Test \(person)",
      function: .examiner(profession))
  }

  /// A text that the field takes.
  static func text(_ field: StatementField) -> String {
    switch field.kind {
    case .text: "Text i \(field.key)."
    case .day: "2026-03-20"
    case .number(let range): "\(range.lowerBound)"
    case .choice(let options): options[0].id
    case .grade, .ownGrade: "2"
    case .icf: "b710.2 Rörlighet i led"
    case .rows(let columns): columns.map(\.id).joined(separator: "\t")
    case .documents: "1 2"
    }
  }

  static func writer(_ actor: Actor = doctor) -> StatementWriter {
    guard case .examiner(let profession) = actor.function else { preconditionFailure() }
    return StatementWriter(person: actor.person, name: actor.name, profession: profession)
  }

  /// A saving, in the one page of its writer.
  static func edit(
    _ number: Int, _ field: String, _ text: String, base: Int = 0, settles: [Int] = [],
    by actor: Actor = doctor, sitting: String? = nil
  ) -> StatementEdit {
    StatementEdit(
      number: number, field: field, text: text, base: base, settles: settles,
      writer: writer(actor), at: Instant(milliseconds: Int64(number)),
      sitting: sitting ?? actor.person, form: form.name)
  }

  /// All that must be filled in when only the doctor has examined.
  static var whole: StatementDraft {
    var draft = StatementDraft()
    for section in form.sections where section.need == .always {
      for field in section.fields where field.isRequired {
        draft.apply(edit(draft.revision + 1, field.key, text(field)))
      }
    }
    return draft
  }
}
