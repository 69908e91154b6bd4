// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A choice out of many, folded together.
struct SelectField: Component {
  var frame: FieldFrame
  var choices: [Choice]
  var selected = ""
  /// The first line when nothing is chosen, sent as an empty value; nil for none.
  var prompt: String?
  var width = TextField.Width.middle

  func html(_ language: Language) -> HTML {
    frame.field(language) { control }
  }

  /// Label and control alone, for the row of a filter.
  var bare: HTML {
    div {
      Markup.label(.for(frame.id)) { frame.label }
      control
    }
  }

  private var control: HTML {
    Markup.select(
      .class("select", width.rawValue), .id(frame.id), .name(frame.name), frame.describedBy(),
      .autocomplete("off"), .ariaInvalid(frame.error != nil)
    ) {
      if let prompt {
        option(.value(""), .selected(selected.isEmpty)) { prompt }
      }
      for choice in choices {
        option(.value(choice.value), .selected(choice.value == selected)) { choice.label }
      }
    }
  }

  static let name = Bilingual(sv: "Lista att välja ur", en: "Select")
  static let purpose = Bilingual(
    sv: "För fler än sju val. Annars visas alla svar.",
    en: "For more than seven options. Otherwise all answers show.")

  static func examples(_ language: Language) -> [SelectField] {
    let sv = language == .sv
    return [
      SelectField(
        frame: FieldFrame("example-reason", sv ? "Orsak" : "Reason", isOptional: true),
        choices: [
          Choice("tolk", sv ? "Tolken uteblev" : "The interpreter did not come"),
          Choice("sjuk", sv ? "Sjukdom" : "Illness"),
        ],
        prompt: sv ? "Välj orsak" : "Choose a reason")
    ]
  }
}

/// A file to send along.
struct FileField: Component {
  var frame: FieldFrame
  /// Media types that are taken: `application/pdf`.
  var accepted: [String] = []
  var isMultiple = false

  func html(_ language: Language) -> HTML {
    frame.field(language) {
      input(
        .class("input"), .type(Attribute.InputKind.file), .id(frame.id), .name(frame.name),
        .accept(accepted), .multiple(isMultiple), frame.describedBy(),
        .ariaInvalid(frame.error != nil))
    }
  }

  static let name = Bilingual(sv: "Fil", en: "File")
  static let purpose = Bilingual(
    sv: "En handling som skickas med. Den kontrolleras innan någon kan öppna den.",
    en: "A document that is sent along. It is checked before anyone can open it.")

  static func examples(_ language: Language) -> [FileField] {
    let sv = language == .sv
    return [
      FileField(
        frame: FieldFrame(
          "example-file", sv ? "Handling" : "Document",
          hint: sv ? "PDF, högst 20 MB." : "PDF, at most 20 MB."),
        accepted: ["application/pdf"])
    ]
  }
}
