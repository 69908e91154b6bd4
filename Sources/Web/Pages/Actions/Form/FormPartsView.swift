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
    case .documents(_, let files, let asksAbsence):
      return DocumentRowsView(
        name: field.name, frame: frame, rows: DocumentRows(values, field.name), files: files,
        asksAbsence: asksAbsence, errors: errors
      ).html(language)
    }
  }

  private func drawn(_ choices: [FormChoice], _ language: Language) -> [Choice] {
    choices.map { Choice($0.value, $0.label[language], hint: $0.hint?[language]) }
  }
}

enum FormViewTexts {
  static let choose = Bilingual(sv: "Välj", en: "Choose")
  static let enter = Bilingual(sv: "Skicka", en: "Send")
}
