// SPDX-License-Identifier: Apache-2.0
import Domain

/// What is wrong with what was typed. The sentences name the question and never repeat the
/// answer.
struct FormErrors: Error, Sendable, Hashable {
  struct Item: Sendable, Hashable {
    /// The name of the field, or of a part of it; nil for the form as a whole.
    let field: String?
    let text: Bilingual
  }

  private(set) var items: [Item] = []

  init() {}

  var isEmpty: Bool { items.isEmpty }

  /// Adds what is wrong with a field; the first word about a field counts.
  mutating func add(_ field: String?, _ text: Bilingual) {
    if field == nil || !items.contains(where: { $0.field == field }) {
      items.append(Item(field: field, text: text))
    }
  }

  /// What is wrong with the field with this name.
  func text(_ name: String) -> Bilingual? { items.first { $0.field == name }?.text }

  /// Brings a refusal to the question that it is about. One that is about no question of the
  /// form stands for the form as a whole.
  init(_ refusal: Refusal, in parts: [FormPart]) {
    guard let name = refusal.field, let field = parts.field(named: name) else {
      add(nil, refusal.text)
      return
    }
    let own = field.owns(name) ? name : field.name
    let text = refusal.code == .missing ? FormReader.missing(field) : refusal.text
    add(own, FormReader.sentence(field.label(of: own), text))
  }

  /// The lines of the summary, each leading to its field.
  func summary(_ parts: [FormPart], _ language: Language) -> [FieldError] {
    items.map { item in
      let anchor = item.field.flatMap { name in parts.field(named: name)?.anchor(name) }
      return FieldError(anchor ?? FormErrors.wholeForm, item.text[language])
    }
  }

  /// The id of the form, where an error leads that is about no field.
  static let wholeForm = "form"
}
