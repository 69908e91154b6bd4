// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The list of shortcuts that `?` opens. Closed until the script opens it.
struct ShortcutList: Sendable {
  /// Keys that only this page knows.
  var more: [(key: String, does: Bilingual)] = []

  func html(_ language: Language) -> HTML {
    HTML.element(
      "dialog", [.class("keys"), .id("shortcuts"), .ariaLabelledBy("shortcuts-title")]
    ) {
      h2(.id("shortcuts-title")) { ShellTexts.shortcuts[language] }
      dl(.class("facts", "facts--s")) {
        for entry in ShellTexts.keys + more {
          div {
            dt { kbd { entry.key } }
            dd { entry.does[language] }
          }
        }
      }
      form(.method(.dialog)) {
        button(.class("btn", "btn--quiet"), .type(.submit)) { ShellTexts.close[language] }
      }
    }
  }
}
