// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Links to the pages of a list. Nothing when there is only one page.
struct Pagination: Component {
  /// The page shown, from 1.
  var page: Int
  var pageCount: Int
  /// The address of a page, with filter and order kept.
  var address: @Sendable (Int) -> Href

  func html(_ language: Language) -> HTML {
    if pageCount < 2 { return .empty }
    return nav(.class("pages"), .ariaLabel(Self.label[language])) {
      ul {
        if page > 1 {
          li {
            a(.href(address(page - 1)), .rel("prev")) {
              Icon.back.html
              Self.previous[language]
            }
          }
        }
        for number in shown { step(number, language) }
        if page < pageCount {
          li {
            a(.href(address(page + 1)), .rel("next")) {
              Self.next[language]
              Icon.forward.html
            }
          }
        }
      }
    }
  }

  private func step(_ number: Int?, _ language: Language) -> HTML {
    li {
      if let number {
        if number == page {
          span(.ariaCurrent("page")) { words(number, language) }
        } else {
          a(.href(address(number))) { words(number, language) }
        }
      } else {
        span(.ariaHidden) { "…" }
      }
    }
  }

  private func words(_ number: Int, _ language: Language) -> HTML {
    fragment {
      span(.class("sr")) { Self.pageWord[language] + " " }
      "\(number)"
    }
  }

  /// First, last and the neighbours of the page; nil where numbers are left out.
  private var shown: [Int?] {
    var numbers: [Int?] = []
    for number in 1...pageCount {
      if number == 1 || number == pageCount || abs(number - page) <= 1 {
        numbers.append(number)
      } else if numbers.last != .some(nil) {
        numbers.append(nil)
      }
    }
    return numbers
  }

  private static let label = Bilingual(sv: "Sidor", en: "Pages")
  private static let previous = Bilingual(sv: "Föregående", en: "Previous")
  private static let next = Bilingual(sv: "Nästa", en: "Next")
  private static let pageWord = Bilingual(sv: "Sida", en: "Page")

  static let name = Bilingual(sv: "Sidor i en lista", en: "Pagination")
  static let purpose = Bilingual(
    sv: "Filter och ordning följer med. Sidans nummer står i titeln.",
    en: "Filter and order stay. The page number stands in the title.")

  static func examples(_ language: Language) -> [Pagination] {
    [Pagination(page: 5, pageCount: 12) { .query([("sida", "\($0)")]) }]
  }
}
