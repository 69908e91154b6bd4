// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The receipt of something sent: reference, moment, and what happens next.
struct ReceiptPanel: Component {
  /// The id of the heading.
  var id = "receipt"
  var title: String
  var sent: Instant
  var reference: String
  /// What happens now, in order.
  var next: [String]
  var actions: [Button] = []
  /// Whether the heading is the page's main one.
  var isPageHeading = true

  func html(_ language: Language) -> HTML {
    section(.class("receipt"), .ariaLabelledBy(id)) {
      div(.class("row")) {
        Badge(.done, Self.sentWord[language]).html
        span(.class("small", "muted")) { DateText(language).tag(sent) }
      }
      if isPageHeading {
        h1(.class("t-2xl"), .id(id)) { title }
      } else {
        h2(.class("t-2xl"), .id(id)) { title }
      }
      p(.class("receipt__ref")) {
        span(.class("small", "muted")) { Self.number[language] }
        b(.class("ref")) { reference }
      }
      if !next.isEmpty {
        h2(.class("t-l")) { Self.happens[language] }
        ol(.class("prose", "small-list")) { for step in next { li { step } } }
      }
      if !actions.isEmpty {
        div(.class("row", "receipt__acts")) { for action in actions { action.html } }
      }
    }
  }

  private static let sentWord = Bilingual(sv: "Skickat", en: "Sent")
  private static let number = Bilingual(sv: "Ärendenummer", en: "Case number")
  private static let happens = Bilingual(sv: "Det här händer nu", en: "What happens now")

  static let name = Bilingual(sv: "Kvitto", en: "Receipt")
  static let purpose = Bilingual(
    sv: "Visar att något är skickat, och vad som händer sedan.",
    en: "Shows that something is sent, and what happens next.")

  static func examples(_ language: Language) -> [ReceiptPanel] {
    let sv = language == .sv
    return [
      ReceiptPanel(
        id: "example-receipt",
        title: sv ? "Begäran är skickad till Region Östergötland" : "The request is sent",
        sent: Instant(milliseconds: 1_779_266_640_000), reference: "AFU-2026-0461",
        next: sv
          ? ["Regionen väljer utförare.", "Du får en uppgift när utföraren är vald."]
          : ["The region chooses a performer.", "You get a task when it has."],
        actions: [.link(sv ? "Öppna ärendet" : "Open the case", to: .fragment("receipt"), .quiet)],
        isPageHeading: false)
    ]
  }
}
