// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A part of a form: a question, or something to read between the questions.
enum FormPart: Sendable {
  case field(FormField)
  case heading(Bilingual)
  case block(@Sendable (Language) -> HTML)

  /// The question, where the part is one.
  var field: FormField? { if case .field(let field) = self { field } else { nil } }
}

extension [FormPart] {
  var fields: [FormField] { compactMap(\.field) }

  /// What the questions begin with.
  var initialValues: FormValues {
    FormValues(
      fields.reduce(into: [:]) { all, field in
        all.merge(field.initialFields) { _, new in new }
      })
  }

  /// The question that a name belongs to: its own, one of its parts, or an alias.
  func field(named name: String) -> FormField? {
    fields.first { $0.owns(name) || $0.aliases.contains(name) }
      ?? fields.first { $0.name.hasPrefix(name + ".") }
  }
}

// Questions.
extension FormPart {
  /// A line of words.
  static func line(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil,
    width: TextField.Width = .full, isOptional: Bool = false, value: String? = nil
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .line(width), isOptional: isOptional,
        initial: [value].compactMap { $0 }))
  }

  /// Several lines of words.
  static func text(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, isOptional: Bool = false,
    value: String? = nil, aliases: [String] = []
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .text, isOptional: isOptional,
        initial: [value].compactMap { $0 }, aliases: aliases))
  }

  static func day(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, isOptional: Bool = false,
    value: Day? = nil, aliases: [String] = []
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .day, isOptional: isOptional,
        initial: [value?.description].compactMap { $0 }, aliases: aliases))
  }

  static func time(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, isOptional: Bool = false,
    value: TimeOfDay? = nil
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .time, isOptional: isOptional,
        initial: [value?.typed].compactMap { $0 }))
  }

  static func number(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, isOptional: Bool = false
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .number, isOptional: isOptional))
  }

  /// One answer of those shown.
  static func one(
    _ name: String, _ label: Bilingual, _ choices: [FormChoice], hint: Bilingual? = nil,
    isOptional: Bool = false, value: String? = nil, aliases: [String] = []
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .one(choices), isOptional: isOptional,
        initial: [value].compactMap { $0 }, aliases: aliases))
  }

  static func yesNo(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, isOptional: Bool = false,
    value: Bool? = nil
  ) -> FormPart {
    one(
      name, label, FormChoice.yesNo, hint: hint, isOptional: isOptional,
      value: value.map { $0 ? FormChoice.yes : FormChoice.no })
  }

  static func several(
    _ name: String, _ label: Bilingual, _ choices: [FormChoice], hint: Bilingual? = nil,
    isOptional: Bool = false, values: [String] = []
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .several(choices),
        isOptional: isOptional, initial: values))
  }

  /// One of many, folded together.
  static func list(
    _ name: String, _ label: Bilingual, _ choices: [FormChoice], hint: Bilingual? = nil,
    isOptional: Bool = false, value: String? = nil
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint, control: .list(choices), isOptional: isOptional,
        initial: [value].compactMap { $0 }))
  }

  static func documents(
    _ name: String, _ label: Bilingual, hint: Bilingual? = nil, rows: DocumentRows,
    files: [UnsentDocument] = [], asksAbsence: Bool
  ) -> FormPart {
    .field(
      FormField(
        name: name, label: label, hint: hint,
        control: .documents(
          rows.joined(with: files), files: files, asksAbsence: asksAbsence)))
  }
}

// Things to read.
extension FormPart {
  static func paragraph(_ text: Bilingual) -> FormPart {
    .block { language in p(.class("field")) { text[language] } }
  }

  static func notice(_ tone: Tone, _ lead: Bilingual, _ text: Bilingual? = nil) -> FormPart {
    .block { language in
      div(.class("field")) { Notice(tone, lead[language], text?[language] ?? "").html }
    }
  }

  /// What is already known, and cannot be changed here.
  static func facts(_ lines: [(Bilingual, Bilingual)]) -> FormPart {
    .block { language in
      div(.class("field")) {
        SummaryList(lines.map { .init($0.0[language], $0.1[language]) }).html(language)
      }
    }
  }
}
