// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The page's one main heading, with a sentence below and what can be done beside it.
struct PageHead: Component {
  var title: String
  var lead: String
  var actions: [Button]

  init(_ title: String, lead: String = "", actions: [Button] = []) {
    self.title = title
    self.lead = lead
    self.actions = actions
  }

  var html: HTML {
    div(.class("head")) {
      div {
        h1 { title }
        if !lead.isEmpty { p { lead } }
      }
      if !actions.isEmpty {
        div(.class("row")) { for action in actions { action.html } }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Sidhuvud", en: "Page head")
  static let purpose = Bilingual(
    sv: "Sidans enda huvudrubrik.", en: "The page's one main heading.")

  static func examples(_ language: Language) -> [PageHead] {
    [PageHead(language == .sv ? "Ärenden" : "Cases")]
  }
}
