// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What is wrong with one field.
struct FieldError: Sendable {
  /// The id of the control to go to.
  var fieldID: String
  var text: String

  init(_ fieldID: String, _ text: String) {
    self.fieldID = fieldID
    self.text = text
  }
}

/// Everything that has to be corrected, above the heading, with links to the fields.
struct ErrorSummary: Component {
  var errors: [FieldError]

  init(_ errors: [FieldError]) { self.errors = errors }

  /// Nothing when there are no errors.
  func html(_ language: Language) -> HTML {
    if errors.isEmpty { return .empty }
    return div(
      .class("errors"), .role("alert"), .ariaLabelledBy("errors-title"), .tabindex(-1),
      .data("data-focus", "yes")
    ) {
      h2(.id("errors-title")) { Self.title.text(errors.count, language) }
      ul {
        for error in errors {
          li { a(.href(.fragment(error.fieldID))) { error.text } }
        }
      }
    }
  }

  private static let title = CountText(
    one: Bilingual(sv: "uppgift behöver rättas", en: "answer needs correction"),
    many: Bilingual(sv: "uppgifter behöver rättas", en: "answers need correction"))

  static let name = Bilingual(sv: "Felsammanfattning", en: "Error summary")
  static let purpose = Bilingual(
    sv: "Står överst och får fokus. Samma ord som vid fältet.",
    en: "Stands on top and gets focus. The same words as at the field.")

  static func examples(_ language: Language) -> [ErrorSummary] {
    let sv = language == .sv
    return [
      ErrorSummary([
        FieldError("example-informed", sv ? "Ange en dag till och med i dag" : "State a day"),
        FieldError(
          ChoiceField.firstID(of: "example-interpreter"),
          sv ? "Välj om personen behöver tolk" : "Choose whether an interpreter is needed"),
      ])
    ]
  }
}
