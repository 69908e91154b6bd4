// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// One option of a question.
struct Choice: Sendable {
  /// What is sent.
  var value: String
  var label: String
  var hint: String?

  init(_ value: String, _ label: String, hint: String? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }
}

/// A question with all its options shown: one answer (radios) or several (checkboxes).
struct ChoiceField: Component {
  enum Kind: Sendable { case one, several }

  var frame: FieldFrame
  var kind = Kind.one
  var choices: [Choice]
  /// The values that are chosen.
  var selected: Set<String> = []

  func html(_ language: Language) -> HTML {
    frame.group(language) {
      div(.class("choices")) {
        for choice in choices { row(choice, isFirst: choice.value == choices.first?.value) }
      }
    }
  }

  /// The id of the first control is what the error summary links to.
  static func firstID(of name: String) -> String { name + "-1" }

  private func row(_ choice: Choice, isFirst: Bool) -> HTML {
    let position = (choices.firstIndex { $0.value == choice.value } ?? 0) + 1
    let id = "\(frame.id)-\(position)"
    let hintID = id + "-hint"
    return div(.class("choice")) {
      input(
        .type(kind == .one ? Attribute.InputKind.radio : .checkbox), .id(id),
        .name(frame.name), .value(choice.value), .checked(selected.contains(choice.value)),
        .ariaDescribedBy(choice.hint == nil ? [] : [hintID]))
      Markup.label(.for(id)) { choice.label }
      if let hint = choice.hint {
        p(.class("hint"), .id(hintID)) { hint }
      }
    }
  }

  static let name = Bilingual(sv: "Val", en: "Choices")
  static let purpose = Bilingual(
    sv: "Alla svar syns. Ett svar eller flera.", en: "All answers show. One answer or several.")

  static func examples(_ language: Language) -> [ChoiceField] {
    let sv = language == .sv
    return [
      ChoiceField(
        frame: FieldFrame(
          "example-interpreter", sv ? "Behöver personen tolk?" : "Is an interpreter needed?",
          error: sv ? "Välj om personen behöver tolk" : "Choose whether one is needed"),
        choices: [Choice("ja", sv ? "Ja" : "Yes"), Choice("nej", sv ? "Nej" : "No")]),
      ChoiceField(
        frame: FieldFrame(
          "example-channel", sv ? "Hur ska kallelsen skickas?" : "How is the summons sent?"),
        kind: .several,
        choices: [
          Choice("brev", sv ? "Brev" : "Letter"),
          Choice(
            "minasidor", sv ? "Mina sidor" : "My pages",
            hint: sv ? "Personen får ett mejl utan uppgifter." : "A mail without data is sent."),
        ],
        selected: ["brev"]),
    ]
  }
}

/// A single box to tick, with its own sentence.
struct CheckField: Component {
  var frame: FieldFrame
  /// What is sent when it is ticked.
  var value = "ja"
  var isChecked = false

  func html(_ language: Language) -> HTML {
    div(.class("field", frame.error == nil ? nil : "has-err")) {
      if let error = frame.error {
        p(.class("err"), .id(frame.errorID)) {
          Icon.alert.html
          span { error }
        }
      }
      div(.class("choice")) {
        input(
          .type(Attribute.InputKind.checkbox), .id(frame.id), .name(frame.name), .value(value),
          .checked(isChecked), frame.describedBy(), .ariaInvalid(frame.error != nil))
        Markup.label(.for(frame.id)) { frame.label }
        if let hint = frame.hint {
          p(.class("hint"), .id(frame.hintID)) { hint }
        }
      }
    }
  }

  static let name = Bilingual(sv: "Kryssruta", en: "Checkbox")
  static let purpose = Bilingual(
    sv: "En enda sak som stämmer eller inte.", en: "A single thing that holds or does not.")

  static func examples(_ language: Language) -> [CheckField] {
    let label =
      language == .sv
      ? "Personen har informerats om vad som lämnas ut" : "The person has been informed"
    return [CheckField(frame: FieldFrame("example-check", label))]
  }
}
