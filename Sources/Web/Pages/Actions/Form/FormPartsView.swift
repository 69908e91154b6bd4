// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Draws the parts of a form with what was typed and what is wrong with it.
struct FormPartsView {
  let parts: [FormPart]
  let values: FormValues
  var errors = FormErrors()

  func html(_ language: Language) -> HTML {
    fragment {
      for part in parts {
        switch part {
        case .field(let field): html(field, language)
        case .heading(let text): div(.class("field")) { h2(.class("t-l")) { text[language] } }
        case .block(let draw): draw(language)
        }
      }
    }
  }

  /// Whether a button comes before the one that sends, so that Enter needs one of its own.
  var hasRowButtons: Bool {
    parts.fields.contains { if case .documents = $0.control { true } else { false } }
  }

  private func html(_ field: FormField, _ language: Language) -> HTML {
    let frame = FieldFrame(
      field.name, field.label[language], hint: field.hint?[language],
      error: errors.text(field.name)?[language], isOptional: field.isOptional)
    let value = values.raw(field.name)
    switch field.control {
    case .line(let width):
      return TextField(frame: frame, value: value, width: width).html(language)
    case .text:
      return TextField(frame: frame, value: value, lines: 5).html(language)
    case .day:
      return DateField(frame: frame, value: value).html(language)
    case .time:
      return TimeField(frame: frame, value: value).html(language)
    case .number:
      return TextField.number(frame, value: value).html(language)
    case .one(let choices):
      return ChoiceField(
        frame: frame, choices: drawn(choices, language),
        selected: Set(values.all(field.name).prefix(1))
      ).html(language)
    case .several(let choices):
      return ChoiceField(
        frame: frame, kind: .several, choices: drawn(choices, language),
        selected: Set(values.all(field.name))
      ).html(language)
    case .list(let choices):
      return SelectField(
        frame: frame, choices: drawn(choices, language), selected: value,
        prompt: FormViewTexts.choose[language]
      ).html(language)
    case .documents(_, let asksAbsence):
      return DocumentRowsView(
        name: field.name, frame: frame, rows: DocumentRows(values, field.name),
        asksAbsence: asksAbsence, errors: errors
      ).html(language)
    }
  }

  private func drawn(_ choices: [FormChoice], _ language: Language) -> [Choice] {
    choices.map { Choice($0.value, $0.label[language], hint: $0.hint?[language]) }
  }
}

/// Draws the rows of documents with buttons that add and remove.
struct DocumentRowsView {
  let name: String
  let frame: FieldFrame
  let rows: DocumentRows
  let asksAbsence: Bool
  let errors: FormErrors

  func html(_ language: Language) -> HTML {
    let shown = rows.rows.isEmpty ? [DocumentRows.Row()] : rows.rows
    return fragment {
      div(.class("field")) {
        h2(.class("t-l")) { frame.label }
        if let hint = frame.hint { p(.class("hint")) { hint } }
        if let error = frame.error { Notice(.late, error).html }
      }
      for (number, row) in shown.enumerated() {
        line(number, row, isOnly: shown.count == 1, language)
      }
      p(.class("field")) {
        Button.submit(
          DocumentTexts.add[language], .quiet, name: DocumentRows.button(name),
          value: DocumentRows.add, icon: .add, isSmall: true
        ).html
      }
      if asksAbsence { absences(language) }
    }
  }

  private func line(
    _ number: Int, _ row: DocumentRows.Row, isOnly: Bool, _ language: Language
  ) -> HTML {
    let place = "\(name).\(number)"
    return div(.class("field")) {
      Card("\(place).heading", DocumentTexts.row(number)[language], isSmall: true) {
        questions(number, row, isOnly: isOnly, language)
      }.html
    }
  }

  private func questions(
    _ number: Int, _ row: DocumentRows.Row, isOnly: Bool, _ language: Language
  ) -> HTML {
    let place = "\(name).\(number)"
    return fragment {
      SelectField(
        frame: part("\(place).kind", DocumentTexts.kind, language),
        choices: DocumentKind.allCases.map {
          Choice($0.rawValue, $0.label.alone[language])
        },
        selected: row.kind, prompt: FormViewTexts.choose[language]
      ).html(language)
      TextField(
        frame: part("\(place).title", DocumentTexts.title, language), value: row.title
      ).html(language)
      DateField(
        frame: part("\(place).dated", DocumentTexts.dated, language, isOptional: true),
        value: row.dated
      ).html(language)
      TextField.number(
        part("\(place).pages", DocumentTexts.pages, language), value: row.pages
      ).html(language)
      if !isOnly {
        p(.class("field")) {
          Button.submit(
            DocumentTexts.remove[language], .plain, name: DocumentRows.button(name),
            value: DocumentRows.remove(number), context: DocumentTexts.row(number)[language],
            isSmall: true
          ).html
        }
      }
    }
  }

  private func absences(_ language: Language) -> HTML {
    fieldset(.class("fieldset")) {
      legend { DocumentTexts.absentTitle[language] }
      p(.class("hint")) { DocumentTexts.absentHint[language] }
      for kind in DocumentKind.allCases {
        TextField(
          frame: part(
            "\(name).absent.\(kind.rawValue)", DocumentTexts.absent(kind), language,
            isOptional: true),
          value: rows.absent[kind] ?? ""
        ).html(language)
      }
    }
  }

  private func part(
    _ name: String, _ label: Bilingual, _ language: Language, isOptional: Bool = false
  ) -> FieldFrame {
    FieldFrame(
      name, label[language], error: errors.text(name)?[language], isOptional: isOptional)
  }
}

enum FormViewTexts {
  static let choose = Bilingual(sv: "Välj", en: "Choose")
  static let enter = Bilingual(sv: "Skicka", en: "Send")
}
