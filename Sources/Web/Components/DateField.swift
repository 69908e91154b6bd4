// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A day, typed freely; the weekday is shown back.
struct DateField: Component {
  var frame: FieldFrame
  /// What was typed, or the day as `2026-06-12`.
  var value = ""

  /// The hint is the way to write a day unless the frame has its own.
  init(frame: FieldFrame, value: String = "") {
    self.frame = frame
    self.value = value
  }

  func html(_ language: Language) -> HTML {
    var frame = frame
    if frame.hint == nil { frame.hint = Self.hint[language] }
    let echo = frame.id + "-echo"
    return frame.field(language) {
      input(
        .class("input", "input--date"), .id(frame.id), .name(frame.name),
        .when(!value.isEmpty, .value(value)), .inputmode("numeric"), .autocomplete("off"),
        .data("data-echo", echo), frame.describedBy(also: [echo]),
        .ariaInvalid(frame.error != nil))
      p(.class("echo"), .id(echo)) {
        if let day = Day(value) { DateText(language).text(day, .full) }
      }
    }
  }

  private static let hint = Bilingual(
    sv: "Skriv åååå-mm-dd eller ”i dag”.", en: "Write yyyy-mm-dd or “today”.")

  static let name = Bilingual(sv: "Datumfält", en: "Date field")
  static let purpose = Bilingual(
    sv: "Dagen skrivs fritt. Veckodagen visas tillbaka.",
    en: "The day is typed freely. The weekday is shown back.")

  static func examples(_ language: Language) -> [DateField] {
    let sv = language == .sv
    return [
      DateField(
        frame: FieldFrame("example-visit", sv ? "Dag för besöket" : "Day of the visit"),
        value: "2026-05-28"),
      DateField(
        frame: FieldFrame(
          "example-informed", sv ? "När informerades personen?" : "When was the person informed?",
          error: sv ? "Ange en dag till och med i dag" : "State a day up to today"),
        value: "20270101"),
    ]
  }
}

/// A clock time, typed freely.
struct TimeField: Component {
  var frame: FieldFrame
  /// What was typed, or the time as `09.30`.
  var value = ""

  func html(_ language: Language) -> HTML {
    var frame = frame
    if frame.hint == nil { frame.hint = Self.hint[language] }
    return frame.field(language) {
      input(
        .class("input", "input--short"), .id(frame.id), .name(frame.name),
        .when(!value.isEmpty, .value(value)), .inputmode("numeric"), .autocomplete("off"),
        frame.describedBy(), .ariaInvalid(frame.error != nil))
    }
  }

  private static let hint = Bilingual(sv: "Till exempel 09.30.", en: "For example 09:30.")

  static let name = Bilingual(sv: "Tidsfält", en: "Time field")
  static let purpose = Bilingual(
    sv: "Klockslag med punkt eller kolon.", en: "A clock time with a dot or colon.")

  static func examples(_ language: Language) -> [TimeField] {
    let label = language == .sv ? "Klockslag" : "Time"
    return [TimeField(frame: FieldFrame("example-time", label), value: "09.30")]
  }
}
