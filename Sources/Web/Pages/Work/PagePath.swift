// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The way to the pages before and after in a list that is read from a place on: it knows its
/// neighbours and the first page, and cannot leap.
struct PagePath: Sendable {
  /// From 1.
  var page: Int
  /// Nil where the list was not counted to its end.
  var pageCount: Int?
  var previous: Href?
  /// The way back leads to the first page.
  var previousIsFirst = false
  var next: Href?

  func html(_ language: Language) -> HTML {
    if previous == nil && next == nil { return .empty }
    return nav(.class("pages"), .ariaLabel(Self.label[language])) {
      ul {
        if let previous {
          li {
            a(.href(previous), .rel("prev")) {
              Icon.back.html
              previousIsFirst ? Self.first[language] : Self.back[language]
            }
          }
        }
        li { span(.ariaCurrent("page")) { words(language) } }
        if let next {
          li {
            a(.href(next), .rel("next")) {
              Self.forward[language]
              Icon.forward.html
            }
          }
        }
      }
    }
  }

  private func words(_ language: Language) -> HTML {
    let of = pageCount.map { (language == .sv ? " av " : " of ") + CountText.grouped($0) } ?? ""
    return fragment {
      span(.class("sr")) { Self.pageWord[language] + " " }
      "\(page)" + of
    }
  }

  private static let label = Bilingual(sv: "Sidor", en: "Pages")
  private static let first = Bilingual(sv: "Första sidan", en: "First page")
  private static let back = Bilingual(sv: "Föregående", en: "Previous")
  private static let forward = Bilingual(sv: "Nästa", en: "Next")
  private static let pageWord = Bilingual(sv: "Sida", en: "Page")
}
