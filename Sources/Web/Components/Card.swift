// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A part of a page on its own ground, with a heading.
struct Card: Component {
  /// The id of the heading, which names the part.
  var id: String
  var title: String
  /// What stands at the end of the heading's line: a count, a link.
  var aside: HTML = .empty
  var content: HTML
  /// A line at the bottom.
  var foot: HTML = .empty
  /// A smaller head, for side columns.
  var isSmall = false
  /// Leaves out the inner margin: for tables.
  var isFlush = false

  init(
    _ id: String, _ title: String, aside: HTML = .empty, foot: HTML = .empty,
    isSmall: Bool = false, isFlush: Bool = false, @HTMLBuilder content: () -> HTML
  ) {
    self.id = id
    self.title = title
    self.aside = aside
    self.foot = foot
    self.isSmall = isSmall
    self.isFlush = isFlush
    self.content = content()
  }

  var html: HTML {
    section(.class("card", isSmall ? "card--s" : nil), .ariaLabelledBy(id)) {
      div(.class("card__head")) {
        h2(.id(id)) { title }
        if !aside.isEmpty {
          span(.class("small", "muted")) { aside }
        }
      }
      if isFlush { content } else { div(.class("card__body")) { content } }
      if !foot.isEmpty {
        div(.class("card__foot", "row", "row--apart")) { foot }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Kort", en: "Card")
  static let purpose = Bilingual(
    sv: "En del av sidan på egen yta, med rubrik.",
    en: "A part of the page on its own ground, with a heading.")

  static func examples(_ language: Language) -> [Card] {
    let sv = language == .sv
    return [
      Card(
        "example-card", sv ? "Besök" : "Visits",
        aside: .text(sv ? "1 av 2 genomförda" : "1 of 2 carried out"),
        foot: a(.href(.fragment("example-card"))) { sv ? "Visa alla" : "Show all" }
      ) {
        p { sv ? "Läkare, tisdag 14 april kl. 09.30." : "Doctor, Tuesday 14 April 09:30." }
      }
    ]
  }
}
