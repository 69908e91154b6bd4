// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The way from the start to this page.
struct Breadcrumbs: Component {
  /// The pages above, outermost first.
  var above: [(text: String, href: Href)]
  /// This page, in one or two words.
  var current: String

  /// The way to a page below this one's place.
  func below(_ text: String, _ href: Href, current: String) -> Breadcrumbs {
    Breadcrumbs(above: above + [(text, href)], current: current)
  }

  func html(_ language: Language) -> HTML {
    nav(.class("crumbs"), .ariaLabel(Self.label[language])) {
      ol {
        for step in above {
          li { a(.href(step.href)) { step.text } }
        }
        li(.ariaCurrent("page")) { current }
      }
    }
  }

  private static let label = Bilingual(sv: "Sökväg", en: "Breadcrumbs")

  static let name = Bilingual(sv: "Sökväg", en: "Breadcrumbs")
  static let purpose = Bilingual(
    sv: "Visar var sidan hör hemma.", en: "Shows where the page belongs.")

  static func examples(_ language: Language) -> [Breadcrumbs] {
    let cases = language == .sv ? "Ärenden" : "Cases"
    return [
      Breadcrumbs(above: [(cases, .fragment("breadcrumbs"))], current: "AFU-2026-0412")
    ]
  }
}
