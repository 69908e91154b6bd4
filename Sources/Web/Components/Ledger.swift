// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Three or four counts in a row, each a link to what is counted.
struct Ledger: Component {
  struct Count: Sendable {
    var number: Int
    /// `försenade`
    var words: String
    /// `1 kan kosta ersättningen`
    var detail = ""
    var href: Href?
    /// Late and soon are coloured, when there are any.
    var tone = Tone.rest
  }

  var counts: [Count]

  init(_ counts: [Count]) { self.counts = counts }

  var html: HTML {
    ul(.class("ledger")) { for count in counts { item(count) } }
  }

  func html(_ language: Language) -> HTML { html }

  private func item(_ count: Count) -> HTML {
    li(.class(look(count))) {
      if let href = count.href {
        a(.href(href)) { words(count) }
      } else {
        div { words(count) }
      }
    }
  }

  private func words(_ count: Count) -> HTML {
    fragment {
      b { CountText.grouped(count.number) }
      " "
      span {
        count.words
        if !count.detail.isEmpty { Markup.small { count.detail } }
      }
    }
  }

  private func look(_ count: Count) -> String? {
    guard count.number > 0 else { return nil }
    switch count.tone {
    case .late: return "is-late"
    case .soon: return "is-soon"
    case .done, .note, .rest, .plum: return nil
    }
  }

  static let name = Bilingual(sv: "Antal", en: "Counts")
  static let purpose = Bilingual(
    sv: "Antal som är länkar till det som räknas.", en: "Counts that link to what is counted.")

  static func examples(_ language: Language) -> [Ledger] {
    let sv = language == .sv
    let here = Href.fragment("ledger")
    return [
      Ledger([
        Count(
          number: 2, words: sv ? "försenade" : "late",
          detail: sv ? "1 kan kosta ersättningen" : "1 may cost the compensation", href: here,
          tone: .late),
        Count(
          number: 5, words: sv ? "inom 5 vardagar" : "within 5 workdays", href: here, tone: .soon),
        Count(number: 3, words: sv ? "nya begäranden" : "new requests", href: here),
        Count(number: 1_412, words: sv ? "avslutade i år" : "ended this year"),
      ])
    ]
  }
}
