// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What a state means for the reader. Colour follows from it, but never carries it alone.
enum Tone: String, CaseIterable, Sendable {
  /// Overdue or failed.
  case late
  /// Due soon, or needs care.
  case soon
  case done
  /// New or unread.
  case note
  /// Nothing special: waiting, closed, not yet possible.
  case rest
  /// A deadline that was moved.
  case plum

  /// The icon that goes with the tone unless another says more.
  var icon: Icon {
    switch self {
    case .late: .alert
    case .soon: .clock
    case .done: .check
    case .note: .dot
    case .rest: .wait
    case .plum: .calendar
    }
  }
}

/// A state in two or three words, with an icon.
struct Badge: Component {
  var tone: Tone
  var text: String
  /// The drawing; the tone's own when nil.
  var icon: Icon?

  init(_ tone: Tone, _ text: String, icon: Icon? = nil) {
    self.tone = tone
    self.text = text
    self.icon = icon
  }

  var html: HTML {
    span(.class("badge", tone == .rest ? nil : "badge--\(tone.rawValue)")) {
      (icon ?? tone.icon).html
      text
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Märken", en: "Badges")
  static let purpose = Bilingual(
    sv: "Form och ord först, färg sist. Varje märke går att läsa i svartvitt.",
    en: "Shape and words first, colour last. Every badge can be read in black and white.")

  static func examples(_ language: Language) -> [Badge] {
    let sv = language == .sv
    return [
      Badge(.late, CountText.workdaysOver.text(3, language)),
      Badge(.soon, CountText.workdaysLeft.text(1, language)),
      Badge(.done, sv ? "Klart" : "Done"),
      Badge(.note, sv ? "Oläst" : "Unread"),
      Badge(.plum, sv ? "Utvidgad" : "Extended", icon: .add),
      Badge(.rest, sv ? "Väntar på FK" : "Waiting for FK"),
      Badge(.rest, sv ? "Kan inte göras än" : "Cannot be done yet", icon: .lock),
      Badge(.rest, sv ? "Rättad 12 maj" : "Corrected 12 May", icon: .edit),
      Badge(.rest, sv ? "Avbrutet" : "Cancelled", icon: .close),
    ]
  }
}
