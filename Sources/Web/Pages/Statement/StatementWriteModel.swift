// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The page where one section is written, as plain values.
struct StatementWriteModel: Sendable {
  /// A line of the list of sections.
  struct Chapter: Sendable {
    let id: String
    let number: Int
    let title: Bilingual
    let owners: [Profession]
    let gaps: Int
    let isBegun: Bool
    /// Who wrote last, where somebody did.
    let last: StatementEdit?
    let isCurrent: Bool

    var state: Bilingual {
      if gaps == 0 && isBegun { return StatementPageTexts.done }
      return isBegun ? StatementPageTexts.begun : StatementPageTexts.notBegun
    }
  }

  let work: StatementWork
  let section: StatementSection
  let chapters: [Chapter]
  /// Why the reader may not write here.
  let refusal: Refusal?
  /// What was typed and could not be saved; nil shows what is saved.
  let typed: FormValues?
  /// What was refused, by field.
  let refused: Refusal?
  /// The page was just saved.
  let isSaved: Bool
  let sitting: String
  /// The underlag beside it, where the reader has opened it.
  var desk: StatementDesk?

  init?(
    _ work: StatementWork, section id: String, typed: FormValues? = nil,
    refused: Refusal? = nil, isSaved: Bool = false, sitting: String
  ) {
    guard let section = work.sections.first(where: { $0.id == id }) else { return nil }
    self.work = work
    self.section = section
    self.typed = typed
    self.refused = refused
    self.isSaved = isSaved
    self.sitting = sitting
    refusal = work.refusal(section)
    chapters = work.sections.enumerated().map { index, one in
      let edits = one.fields.compactMap { work.draft.field($0.key).history.last }
      return Chapter(
        id: one.id, number: index + 1, title: one.title, owners: one.owners,
        gaps: one.gaps(work.draft, work.setting).count,
        isBegun: one.fields.contains { !work.draft.field($0.key).text.isEmpty },
        last: edits.max { $0.number < $1.number }, isCurrent: one.id == id)
    }
  }

  var id: CaseNumber { work.view.state.id }

  /// The section after this one; nil after the last.
  var next: String? {
    let ids = chapters.map(\.id)
    guard let place = ids.firstIndex(of: section.id), place + 1 < ids.count else { return nil }
    return ids[place + 1]
  }

  /// When the draft was last saved, by anybody.
  var saved: Instant? { work.draft.lastEdit?.at }

  /// A field with what stands in it.
  func view(_ field: StatementField, in group: StatementGroup) -> StatementFieldView {
    let draft = work.draft.field(field.key)
    let text = typed.map { StatementForm.text(field, $0) } ?? work.setting.text(field, work.draft)
    return StatementFieldView(
      field: field, text: text, draft: draft, error: error(field),
      grades: work.definition.grades,
      own: own(group),
      documents: work.setting.documents, isRequired: section.isRequired(field, work.setting))
  }

  /// The insured's own level of what a group is about, where it is known.
  private func own(_ group: StatementGroup) -> OwnLevel? {
    guard let field = group.levels?.own,
      let level = Int(work.setting.text(field, work.draft))
    else { return nil }
    let isHers = work.setting.ownLevel(field) != nil
    return OwnLevel(level: level, day: isHers ? work.setting.ownLevelsDay : nil)
  }

  /// What is wrong with a field. That it is empty is told in the list of what is missing, and not
  /// in red while somebody is still to write it.
  private func error(_ field: StatementField) -> Bilingual? {
    if let refused, refused.field == field.key { return refused.text }
    let gap = section.gaps(work.draft, work.setting).first { $0.field == field.key }
    guard let fault = gap?.fault, fault != .missing, fault != .conflict else { return nil }
    return Bilingual(
      sv: "\(field.title.sv) \(fault.text.sv)", en: "\(field.title.en) \(fault.text.en)")
  }

  /// Errors for the summary on top: what was refused, and what two have written at once.
  func errors(_ language: Language) -> [FieldError] {
    var errors: [FieldError] = []
    if let refused, let key = refused.field {
      errors.append(FieldError(key, refused.text[language]))
    } else if let refused {
      errors.append(FieldError(PageShell.contentID, refused.text[language]))
    }
    for field in section.fields where work.setting.isContested(field, work.draft) {
      errors.append(
        FieldError(
          "\(field.key)-beside", "\(field.title[language]): \(StatementPageTexts.both[language])"))
    }
    return errors
  }

  /// Level and own rating of a group, where it has them.
  func mark(_ group: StatementGroup) -> AbilityMark? {
    guard let levels = group.levels else { return nil }
    func level(_ field: StatementField) -> Int? { Int(work.setting.text(field, work.draft)) }
    return AbilityMark(level: level(levels.examiner), own: level(levels.own))
  }

  /// The group that is worked with now: the first that is begun and not done, else the first that
  /// is not done. One with an error or two texts is open too.
  func isOpen(_ group: StatementGroup) -> Bool {
    let hasConflict = group.fields.contains { work.setting.isContested($0, work.draft) }
    if hasConflict || group.fields.contains(where: { error($0) != nil }) { return true }
    let undone = section.groups.filter { gaps($0) > 0 }
    let begun = undone.first { group in
      group.fields.contains { !work.draft.field($0.key).text.isEmpty }
    }
    return group == (begun ?? undone.first)
  }

  /// What is still missing in a group.
  func gaps(_ group: StatementGroup) -> Int {
    let keys = Set(group.fields.map(\.key))
    return work.gaps.filter { keys.contains($0.field) }.count
  }
}

/// All that is missing, with links to the fields.
struct StatementGapLine: Sendable {
  let section: String
  let field: String
  let text: Bilingual

  static func lines(_ work: StatementWork) -> [StatementGapLine] {
    work.gaps.compactMap { gap in
      guard let section = work.definition.section(gap.section),
        let field = work.definition.field(gap.field)
      else { return nil }
      let group = section.groups.first { $0.fields.contains(field) }?.title
      func text(_ language: Language) -> String {
        let place = [section.title[language], group?[language]].compactMap { $0 }
          .joined(separator: ", ")
        return "\(place): \(field.title[language].lowercasedFirst) \(gap.fault.text[language])"
      }
      return StatementGapLine(
        section: gap.section, field: gap.field,
        text: Bilingual(sv: text(.sv), en: text(.en)))
    }
  }
}

extension String {
  /// With a small first letter, unless the whole word is in capitals.
  fileprivate var lowercasedFirst: String {
    let word = prefix { $0.isLetter }
    return word.count > 1 && word.allSatisfy(\.isUppercase)
      ? self : prefix(1).lowercased() + dropFirst()
  }
}
