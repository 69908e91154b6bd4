// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Who has been sent what, and when: one row per matter, one column per party.
struct DisclosureMatrix: Component {
  enum Cell: Sendable {
    /// Wrote it; the words say when.
    case wrote(String)
    /// Got everything; the words say when, and when it was read.
    case all(String)
    /// Got only that it happened.
    case facts(String)
    /// Has not been sent it.
    case none
  }

  struct Row: Sendable {
    var title: String
    /// The law or rule behind.
    var source = ""
    /// A party that is missing has not been sent it.
    var cells: [PartyRole: Cell]
  }

  /// The id of the caption.
  var id = "disclosure"
  var rows: [Row]

  func html(_ language: Language) -> HTML {
    div(.class("scroll"), .role("group"), .ariaLabelledBy(id), .tabindex(0)) {
      table(.class("table", "table--tight", "matrix")) {
        caption(.class("sr"), .id(id)) { Self.captionText[language] }
        thead {
          tr {
            th(.scope("col")) { Self.matter[language] }
            for party in PartyRole.allCases {
              th(.scope("col")) { PartyName(party).html(language) }
            }
          }
        }
        tbody { for row in rows { line(row, language) } }
      }
    }
  }

  private func line(_ row: Row, _ language: Language) -> HTML {
    tr {
      th(.scope("row")) {
        row.title
        if !row.source.isEmpty {
          span(.class("sub")) { row.source }
        }
      }
      for party in PartyRole.allCases {
        td { mark(row.cells[party] ?? .none, language) }
      }
    }
  }

  private func mark(_ cell: Cell, _ language: Language) -> HTML {
    switch cell {
    case .wrote(let when):
      span(.class("got")) {
        Icon.edit.html
        span { Self.wrote[language] + ", " + when }
      }
    case .all(let when):
      span(.class("got", "got--all")) {
        Icon.check.html
        span { when }
      }
    case .facts(let when):
      span(.class("got", "got--part")) {
        dashedRing
        span { Self.that[language] + ", " + when }
      }
    case .none: span(.class("got", "got--none")) { Self.notSent[language] }
    }
  }

  private var dashedRing: HTML {
    svg(.class("dotmark"), .viewBox(0, 0, 16, 16), .ariaHidden, .notFocusable) {
      circle(.class("l-part"), .cx(8), .cy(8), .r(6))
    }
  }

  private static let captionText = Bilingual(
    sv: "Vad varje part har fått och när", en: "What each party has been sent and when")
  private static let matter = Bilingual(sv: "Uppgift", en: "Matter")
  private static let wrote = Bilingual(sv: "Skrev", en: "Wrote")
  private static let that = Bilingual(sv: "Att det skett", en: "That it happened")
  private static let notSent = Bilingual(sv: "Inte skickat", en: "Not sent")

  static let name = Bilingual(sv: "Vem har fått vad", en: "Who got what")
  static let purpose = Bilingual(
    sv: "Inget delas, allt skickas. Här syns vad som har skickats till varje part.",
    en: "Nothing is shared, things are sent. Here is what each party has been sent.")

  static func examples(_ language: Language) -> [DisclosureMatrix] {
    let sv = language == .sv
    let when = sv ? "12 mars" : "12 March"
    return [
      DisclosureMatrix(
        id: "example-disclosure",
        rows: [
          Row(
            title: sv ? "Begäran om utredning" : "Request", source: "5 § förordningen",
            cells: [.fk: .wrote(when), .region: .all(when), .insured: .facts(when)]),
          Row(
            title: sv ? "Beställning och underlag" : "Order and documents",
            cells: [
              .fk: .wrote(when), .region: .facts(when), .performer: .all(when),
              .insured: .all(sv ? "12 mars, läst 14 mars" : "12 March, read 14 March"),
            ]),
        ])
    ]
  }
}
