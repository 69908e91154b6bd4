// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// One field of the statement as it is written: the control, what others wrote beside, and what
/// goes along unseen so that nothing is written over.
struct StatementFieldView: Sendable {
  let field: StatementField
  /// What stands in the control: what was just typed, or what is saved.
  let text: String
  let draft: FieldDraft
  let error: Bilingual?
  let grades: [StatementGrade]
  /// The insured's own level of what the field is about.
  var own: OwnLevel?
  let documents: [SupportingDocument]
  let isRequired: Bool

  /// Field names of the form beside the fields' own.
  static let base = "bas."
  static let settles = "klar."

  func html(_ language: Language) -> HTML {
    if field.kind == .ownGrade, let own, own.day != nil { return given(own, language) }
    return fragment {
      control(language)
      input(
        .type(Attribute.InputKind.hidden), .name(Self.base + field.key),
        .value("\(draft.revision)"))
      if !draft.competing.isEmpty { competing(language) }
    }
  }

  private func frame(_ language: Language) -> FieldFrame {
    FieldFrame(
      field.key, field.title[language], hint: field.help?[language], error: error?[language],
      isOptional: !isRequired)
  }

  private func control(_ language: Language) -> HTML {
    let frame = frame(language)
    switch field.kind {
    case .text(let limit):
      return TextField(frame: frame, value: text, lines: limit > 8000 ? 8 : limit > 3000 ? 4 : 3)
        .html(language)
    case .day: return DateField(frame: frame, value: text).html(language)
    case .number: return TextField.number(frame, value: text).html(language)
    case .icf: return TextField(frame: frame, value: text, lines: 3).html(language)
    case .choice(let options):
      let none = Choice("", StatementPageTexts.unanswered[language])
      return ChoiceField(
        frame: frame,
        choices: (isRequired ? [] : [none])
          + options.map { Choice($0.id, $0.title[language]) },
        selected: [text]
      ).html(language)
    case .grade: return scale(frame, language)
    case .ownGrade:
      return SelectField(
        frame: frame,
        choices: grades.map { Choice("\($0.level)", "\($0.level) – \($0.name[language])") },
        selected: text, prompt: StatementPageTexts.notGraded[language]
      ).html(language)
    case .rows(let columns): return rows(frame, columns, language)
    case .documents:
      return ChoiceField(
        frame: frame, kind: .several,
        choices: documents.enumerated().map { index, document in
          Choice("\(index + 1)", StatementDocumentText.line(index + 1, document, language))
        },
        selected: Set(text.split(separator: " ").map(String.init))
      ).html(language)
    }
  }

  /// The five levels side by side, with the insured's own beside the examiner's.
  private func scale(_ frame: FieldFrame, _ language: Language) -> HTML {
    frame.group(language) {
      div(.class("scale")) {
        for grade in grades {
          label {
            input(
              .type(Attribute.InputKind.radio), .id("\(field.key)-\(grade.level)"),
              .name(field.key), .value("\(grade.level)"), .checked(text == "\(grade.level)"))
            b { "\(grade.level)" }
            small { grade.name[language] }
            if let own, own.level == grade.level {
              span(.class("selfmark")) {
                AbilityMark.own
                // The whole stands below the scale, where there is room for it.
                span(.ariaHidden) { own.short[language] }
                span(.class("sr")) { own.words[language] }
              }
            }
          }
        }
      }
    }
  }

  /// What she gave herself is read and not written. What somebody wrote down for her before that
  /// stands below, since it no longer counts.
  private func given(_ own: OwnLevel, _ language: Language) -> HTML {
    let earlier = Int(draft.text).flatMap { $0 == own.level ? nil : $0 }
    return div(.class("field"), .id(field.key)) {
      p(.class("label")) { field.title[language] }
      p(.class("selfmark")) {
        AbilityMark.own
        " " + own.words[language] + ": " + name(own.level, language)
      }
      if let earlier {
        p(.class("hint")) {
          StatementPageTexts.writtenBefore[language] + " " + name(earlier, language)
        }
      }
    }
  }

  private func name(_ level: Int, _ language: Language) -> String {
    let name = grades.first { $0.level == level }?.name[language] ?? ""
    return "\(level) – \(name)"
  }

  private func rows(
    _ frame: FieldFrame, _ columns: [StatementOption], _ language: Language
  ) -> HTML {
    let written = text.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let count = min(written.count + 2, StatementLimit.rows)
    return frame.group(language) {
      for row in 0..<count {
        div(.class("pair")) {
          for (place, column) in columns.enumerated() {
            let id = StatementForm.cell(field.key, row, place)
            let value = row < written.count && place < written[row].count ? written[row][place] : ""
            div {
              label(.for(id)) {
                "\(column.title[language]), "
                  + "\(StatementPageTexts.row[language].lowercased()) \(row + 1)"
              }
              input(
                .class("input"), .type(Attribute.InputKind.text), .id(id), .name(id),
                .when(!value.isEmpty, .value(value)), .autocomplete("off"))
            }
          }
        }
      }
      p(.class("hint")) { StatementPageTexts.addRow[language] }
    }
  }

  /// What others wrote at the same time, and how to say that it is dealt with.
  private func competing(_ language: Language) -> HTML {
    div(.class("alert", "alert--late"), .id("\(field.key)-beside")) {
      Icon.alert.html
      div(.class("stack-s")) {
        p { b { StatementPageTexts.both[language] } }
        for edit in draft.competing {
          p(.class("small")) {
            "\(edit.writer.name) \(StatementPageTexts.alsoWritten[language]) "
              + DateText(language).clock(edit.at.clock)
          }
          blockquote { p(.class("typed")) { edit.text.isEmpty ? "–" : edit.text } }
        }
        CheckField(
          frame: FieldFrame(Self.settles + field.key, StatementPageTexts.dealt[language]),
          value: draft.competing.map { "\($0.number)" }.joined(separator: " ")
        ).html(language)
      }
    }
  }
}

/// The insured's own level, and whether she gave it herself.
struct OwnLevel: Hashable, Sendable {
  let level: Int
  /// The day she gave it on her own pages; nil where an examiner wrote it down for her.
  let day: Day?

  var words: Bilingual { words(day?.shortWords) }

  /// In so few words that they fit in a level of the scale.
  var short: Bilingual {
    day == nil ? StatementPageTexts.noted : StatementPageTexts.ownRating
  }

  /// With the year, for a text that is read long after.
  var datedWords: Bilingual {
    words(
      day.map {
        Bilingual(sv: DateText(.sv).text($0, .full), en: DateText(.en).text($0, .full))
      })
  }

  private func words(_ day: Bilingual?) -> Bilingual {
    guard let day else { return StatementPageTexts.ownRatingWritten }
    return Bilingual(
      sv: "Egen skattning från den försäkrade, \(day.sv)",
      en: "The insured person's own rating, \(day.en)")
  }
}

/// The mark of a level on its line, and the insured's own beside it.
struct AbilityMark: Sendable {
  let level: Int?
  let own: Int?

  /// The diamond that stands for the insured's own level.
  static var own: HTML {
    svg(.class("selfdot"), .viewBox(0, 0, 14, 14), .ariaHidden, .notFocusable) {
      path(.d("M7 1.5l5.5 5.5L7 12.5 1.5 7z"))
    }
  }

  func html(_ language: Language) -> HTML {
    svg(.class("mini"), .viewBox(0, 0, 132, 22), .role("img"), .ariaLabel(words(language))) {
      line(.x1(12), .y1(11), .x2(120), .y2(11))
      for place in 0...4 { circle(.class("m-tick"), .cx(x(place)), .cy(11), .r(3)) }
      if let own {
        path(.class("m-self"), .d("M\(Int(x(own))) 1.5l9.5 9.5-9.5 9.5-9.5-9.5z"))
      }
      if let level {
        circle(.class("m-doc"), .cx(x(level)), .cy(11), .r(7.5))
        svgText(.x(x(level)), .y(14.5)) { "\(level)" }
      }
    }
  }

  private func x(_ level: Int) -> Double { 12 + 27 * Double(level) }

  private func words(_ language: Language) -> String {
    let none = StatementPageTexts.notGraded[language].lowercased()
    let level = level.map(String.init) ?? none
    let own = own.map(String.init) ?? none
    return "\(StatementPageTexts.examinersLevel[language]): \(level). "
      + "\(StatementPageTexts.ownRating[language]): \(own)."
  }
}

/// A document of the underlag in one line.
enum StatementDocumentText {
  static func line(
    _ number: Int, _ document: SupportingDocument, _ language: Language
  ) -> String {
    line(ReadDocument(number: number, document), language)
  }

  static func line(_ document: ReadDocument, _ language: Language) -> String {
    let dated = document.dated.map { ", \($0.description)" } ?? ""
    return "\(document.number). \(document.title)\(dated), "
      + StatementPageTexts.page.text(document.pages, language)
  }
}

/// The form of a section, read back.
enum StatementForm {
  static let sitting = "sitting"

  static func cell(_ key: String, _ row: Int, _ column: Int) -> String {
    "\(key).r\(row).k\(column)"
  }

  /// What stands in the form for each field, as it is saved. Fields that are not in the form are
  /// left out, so that a part of it can be sent.
  static func savings(
    _ fields: [StatementField], _ form: FormValues, today: Day
  ) -> [FieldSaving] {
    fields.compactMap { field in
      guard let base = form.text(StatementFieldView.base + field.key).flatMap({ Int($0) }) else {
        return nil
      }
      let settles = form.raw(StatementFieldView.settles + field.key)
        .split(separator: " ").compactMap { Int($0) }
      var text = text(field, form)
      // “I dag” is a day for as long as today; what cannot be read stays as it was typed.
      if field.kind == .day { text = TypedDay.read(text, today: today)?.description ?? text }
      return FieldSaving(key: field.key, text: text, base: base, settles: settles)
    }
  }

  /// What was typed in one field.
  static func text(_ field: StatementField, _ form: FormValues) -> String {
    switch field.kind {
    case .documents: form.all(field.key).joined(separator: " ")
    case .rows(let columns): rows(field.key, columns.count, form)
    default: form.raw(field.key)
    }
  }

  private static func rows(_ key: String, _ columns: Int, _ form: FormValues) -> String {
    var lines: [String] = []
    for row in 0..<StatementLimit.rows {
      let cells = (0..<columns).map { column in
        form.raw(cell(key, row, column))
          .replacing("\t", with: " ").replacing("\r\n", with: " ").replacing("\n", with: " ")
      }
      if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        lines.append(cells.joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n")
  }
}
