// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Links that open under a button.
struct DropMenu: Component {
  var title: String
  var icon: Icon?
  var links: [(text: String, href: Href)]

  var html: HTML {
    details(.class("drop")) {
      summary(.class("btn", "btn--quiet")) {
        if let icon { icon.html }
        title
        Icon.chevron.html(class: "chev")
      }
      ul(.class("drop__list")) {
        for link in links {
          li { a(.href(link.href)) { link.text } }
        }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Meny under knapp", en: "Drop menu")
  static let purpose = Bilingual(
    sv: "Det som görs mer sällan.", en: "What is done less often.")

  static func examples(_ language: Language) -> [DropMenu] {
    let here = Href.fragment("drop-menu")
    return [
      DropMenu(
        title: language == .sv ? "Hämta" : "Download", icon: .download,
        links: [("CSV", here), ("JSON", here)])
    ]
  }
}

/// What opens on request, in the middle of a text.
struct Fold: Component {
  var title: String
  var content: HTML
  var isOpen: Bool

  init(_ title: String, isOpen: Bool = false, @HTMLBuilder content: () -> HTML) {
    self.title = title
    self.isOpen = isOpen
    self.content = content()
  }

  var html: HTML {
    details(.class("fold"), .open(isOpen)) {
      summary { title }
      div { content }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Fäll ut", en: "Fold")
  static let purpose = Bilingual(
    sv: "Det som inte alla behöver läsa.", en: "What not everyone needs to read.")

  static func examples(_ language: Language) -> [Fold] {
    let sv = language == .sv
    return [
      Fold(sv ? "Så räknas måttet" : "How the measure is counted") {
        p { sv ? "Täljare, nämnare och bortfall." : "Numerator, denominator and loss." }
      }
    ]
  }
}
