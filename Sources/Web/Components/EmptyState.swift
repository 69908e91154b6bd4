// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Says why there is nothing, and what the next step is.
struct EmptyState: Component {
  var title: String
  var text: String
  var action: Button?
  var icon = Icon.inbox

  var html: HTML {
    div(.class("empty")) {
      icon.html
      p(.class("strong")) { title }
      p { text }
      if let action { action.html }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Tomt", en: "Nothing here")
  static let purpose = Bilingual(
    sv: "Säger varför det är tomt och vad nästa steg är.",
    en: "Says why it is empty and what the next step is.")

  static func examples(_ language: Language) -> [EmptyState] {
    let sv = language == .sv
    return [
      EmptyState(
        title: sv ? "Inget att göra just nu" : "Nothing to do right now",
        text: sv
          ? "Nya uppgifter visas här när en begäran kommer in eller när någon väntar på dig."
          : "New tasks show here when a request arrives or someone waits for you.",
        action: .link(
          sv ? "Visa alla ärenden" : "Show all cases", to: .fragment("empty"), .quiet))
    ]
  }
}
