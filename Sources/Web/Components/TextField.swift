// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A field for words or a number: one line, or several.
struct TextField: Component {
  enum Width: String, Sendable {
    case full = ""
    case middle = "input--mid"
    case short = "input--short"
  }

  var frame: FieldFrame
  var value = ""
  var width = Width.full
  /// More than one gives a text area.
  var lines = 1
  /// `numeric` or `decimal` for numbers; nil for words.
  var inputMode: String?
  /// The greatest number of characters; nil when there is none.
  var maxLength: Int?
  /// `off`, since the forms are about other people than the one who fills them in.
  var autocomplete = "off"
  var isPassword = false

  /// A whole number, in a short field.
  static func number(_ frame: FieldFrame, value: String = "") -> TextField {
    TextField(frame: frame, value: value, width: .short, inputMode: "numeric")
  }

  func html(_ language: Language) -> HTML {
    frame.field(language) { lines > 1 ? area : line }
  }

  private var line: HTML {
    input(
      .class("input", width.rawValue), .id(frame.id), .name(frame.name),
      .when(isPassword, .type(.password)), .when(!value.isEmpty, .value(value)),
      .inputmode(inputMode), .maxlength(maxLength), .autocomplete(autocomplete),
      frame.describedBy(), .ariaInvalid(frame.error != nil))
  }

  private var area: HTML {
    textarea(
      .class("area"), .id(frame.id), .name(frame.name), .rows(lines), .maxlength(maxLength),
      .autocomplete(autocomplete), frame.describedBy(), .ariaInvalid(frame.error != nil)
    ) {
      // A browser drops the first line break of a text area.
      if value.hasPrefix("\n") { "\n" }
      value
    }
  }

  static let name = Bilingual(sv: "Textfält", en: "Text field")
  static let purpose = Bilingual(
    sv: "Bara det valfria märks ut. Fel står vid fältet och överst, med samma ord.",
    en: "Only what is optional is marked. Errors stand at the field and on top, same words.")

  static func examples(_ language: Language) -> [TextField] {
    let sv = language == .sv
    return [
      TextField(
        frame: FieldFrame(
          "example-doctor", sv ? "Ansvarig läkare" : "Responsible doctor",
          hint: sv
            ? "Legitimerad läkare med Försäkringskassans utbildning."
            : "A licensed doctor with Försäkringskassan's training.")),
      TextField(
        frame: FieldFrame(
          "example-question", sv ? "Vad ska utredningen svara på?" : "What is to be answered?",
          error: sv
            ? "Skriv vad utredningen ska svara på" : "Write what the assessment is to answer"),
        lines: 4),
      .number(
        FieldFrame(
          "example-hours", sv ? "Tolktimmar" : "Interpreter hours", isOptional: true),
        value: "2"),
    ]
  }
}
