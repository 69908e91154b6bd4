// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The head of a case: which it is, whose turn it is, and what the reader can do now.
struct CaseHead: Component {
  /// One of the four parties, as the reader may see it.
  struct Side: Sendable {
    var party: PartyRole
    /// `Region Östergötland`
    var title: String
    /// The person who acts there.
    var person = ""
    /// What it last did.
    var note = ""
    /// What it is to do now; nil when it is another's turn.
    var turn: String?

    init(
      _ party: PartyRole, _ title: String, person: String = "", note: String = "",
      turn: String? = nil
    ) {
      self.party = party
      self.title = title
      self.person = person
      self.note = note
      self.turn = turn
    }
  }

  /// What the reader can do now.
  struct Next: Sendable {
    var lead: String
    var text = ""
    var action: Button?
    /// Other things that can be done.
    var more: [(text: String, href: Href)] = []
  }

  /// `AFU-2026-0412`
  var reference: String
  /// The insured person's name; nil for a reader who has not been sent it.
  var name: String?
  /// Facts in a row: personal number, method, interpreter.
  var facts: [(term: String, value: String)] = []
  var state: Badge
  /// What must not be missed, before the state: protected identity.
  var marks: [Badge] = []
  /// `sedan 19 maj`
  var since = ""
  var sides: [Side]
  var next: Next?

  func html(_ language: Language) -> HTML {
    article(.class("card", "case")) {
      top
      ul(.class("parties"), .ariaLabel(Self.parties[language])) {
        for side in sides { item(side, language) }
      }
      if let next { line(next, language) }
    }
  }

  private var top: HTML {
    div(.class("case__top")) {
      div {
        h1 {
          reference
          if let name {
            " "
            span { name }
          }
        }
        if !facts.isEmpty {
          dl(.class("case__facts")) {
            for fact in facts {
              div {
                dt { fact.term }
                " "
                dd(.class("num")) { fact.value }
              }
            }
          }
        }
      }
      div(.class("row")) {
        for mark in marks { mark.html }
        state.html
        if !since.isEmpty {
          span(.class("small", "muted")) { since }
        }
      }
    }
  }

  private func item(_ side: Side, _ language: Language) -> HTML {
    li(.class(side.turn == nil ? nil : "is-next")) {
      h2 {
        PartyMark(side.party).html
        side.title
      }
      if !side.person.isEmpty { p { side.person } }
      if !side.note.isEmpty { p(.class("muted")) { side.note } }
      if let turn = side.turn {
        p {
          span(.class("turn")) {
            Icon.forward.html
            Self.turn[language]
          }
          " " + turn
        }
      }
    }
  }

  private func line(_ next: Next, _ language: Language) -> HTML {
    div(.class("next")) {
      Icon.information.html
      p {
        b { next.lead }
        " " + next.text
      }
      if next.action != nil || !next.more.isEmpty {
        div(.class("row")) {
          if let action = next.action { action.html }
          if !next.more.isEmpty {
            DropMenu(title: Self.more[language], links: next.more).html
          }
        }
      }
    }
  }

  private static let parties = Bilingual(sv: "Parter", en: "Parties")
  private static let turn = Bilingual(sv: "Näst på tur:", en: "Next to act:")
  private static let more = Bilingual(sv: "Fler val", en: "More")

  static let name = Bilingual(sv: "Ärendehuvud", en: "Case head")
  static let purpose = Bilingual(
    sv: "Vems tur är det, och vad kan du göra nu?",
    en: "Whose turn is it, and what can you do now?")

  static func examples(_ language: Language) -> [CaseHead] {
    let sv = language == .sv
    let here = Href.fragment("case-head")
    return [
      CaseHead(
        reference: "AFU-2026-0412", name: "Maja Exempelsson",
        facts: [
          (sv ? "Personnummer" : "Personal number", "19901102-2382"),
          (sv ? "Tolk" : "Interpreter", sv ? "arabiska" : "Arabic"),
        ],
        state: Badge(.plum, sv ? "Nytt besök bokat" : "New visit booked"),
        since: sv ? "sedan 19 maj" : "since 19 May",
        sides: [
          Side(
            .fk, "Försäkringskassan", person: "Ebba Demoström, team 7",
            note: sv ? "Beställde 12 mars" : "Ordered 12 March"),
          Side(.region, "Region Östergötland", person: "Alva Exempelsson"),
          Side(
            .performer, "Utredningsenheten Eken", person: "Sixten Provberg",
            turn: sv ? "besök hos psykolog 28 maj" : "visit to a psychologist 28 May"),
          Side(.insured, sv ? "Den försäkrade" : "The insured person", person: "Maja Exempelsson"),
        ],
        next: Next(
          lead: sv ? "Du kan göra en sak nu:" : "You can do one thing now:",
          text: sv ? "svara på frågan om tolk." : "answer the question about the interpreter.",
          action: .link(sv ? "Svara" : "Answer", to: here),
          more: [(sv ? "Rapportera avvikelse" : "Report a deviation", here)]))
    ]
  }
}
