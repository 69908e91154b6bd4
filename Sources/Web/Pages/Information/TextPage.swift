// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// A part of a page that only tells: a heading, paragraphs and points.
struct TextSection: Sendable {
  let id: String
  let title: Bilingual
  var paragraphs: [Bilingual] = []
  var points: [Bilingual] = []

  func html(_ language: Language) -> HTML {
    Card(id, title[language]) {
      div(.class("prose")) {
        for paragraph in paragraphs { p { paragraph[language] } }
        if !points.isEmpty {
          ul { for point in points { li { point[language] } } }
        }
      }
    }.html
  }
}

/// A page of sections.
func textPage(
  _ title: Bilingual, lead: Bilingual, sections: [TextSection], frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(title[language], lead: lead[language]).html
    div(.class("stack")) { for section in sections { section.html(language) } }
  }.render()
}
