// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// One question of a form, as data: the same value is drawn, read and named in errors.
///
/// Its name is the name that a `Refusal` uses for what it asks for, so that a refusal finds its
/// way back to the field.
struct FormField: Sendable {
  /// How it is answered.
  enum Control: Sendable {
    case line(TextField.Width)
    case text
    case day
    case time
    case number
    case one([FormChoice])
    case several([FormChoice])
    /// One of many, folded together.
    case list([FormChoice])
    /// Rows of documents, with the files that some of them stand for, and where `asksAbsence` the
    /// reason for each part that is missing.
    case documents(DocumentRows, files: [UnsentDocument], asksAbsence: Bool)
  }

  let name: String
  let label: Bilingual
  var hint: Bilingual?
  let control: Control
  var isOptional = false
  /// What stands there from the beginning.
  var initial: [String] = []
  /// Other names under which a refusal may point at this field.
  var aliases: [String] = []

  /// The values that the field begins with, by name.
  var initialFields: [String: [String]] {
    if case .documents(let rows, _, _) = control { return rows.fields(name) }
    return initial.isEmpty ? [:] : [name: initial]
  }

  /// The id of the control that an error leads to.
  ///
  /// - Parameter name: the field's own name, or that of one of its parts.
  func anchor(_ name: String) -> String {
    switch control {
    case .one, .several: ChoiceField.firstID(of: self.name)
    case .documents where name == self.name: "\(name).0.title"
    default: name
    }
  }

  /// Whether the field sends values under a name.
  func owns(_ name: String) -> Bool {
    if case .documents = control { return name == self.name || name.hasPrefix(self.name + ".") }
    return name == self.name
  }

  /// What the field, or the part of it with this name, is called in an error.
  func label(of name: String) -> Bilingual {
    guard case .documents = control else { return label }
    return DocumentRows.label(of: name, in: self.name) ?? label
  }
}

/// One answer that can be chosen.
struct FormChoice: Sendable, Hashable {
  let value: String
  let label: Bilingual
  var hint: Bilingual?

  init(_ value: String, _ label: Bilingual, hint: Bilingual? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }

  /// The words of a vocabulary as choices.
  static func all<Word: RawRepresentable>(
    _ words: some Sequence<Word>, _ label: (Word) -> Bilingual
  ) -> [FormChoice] where Word.RawValue == String {
    words.map { FormChoice($0.rawValue, label($0)) }
  }

  static let yes = "ja"
  static let no = "nej"

  /// Yes and no.
  static let yesNo = [
    FormChoice(yes, Bilingual(sv: "Ja", en: "Yes")),
    FormChoice(no, Bilingual(sv: "Nej", en: "No")),
  ]
}
