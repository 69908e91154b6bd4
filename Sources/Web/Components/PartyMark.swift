// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The sign of a party: a shape with two letters. Square FK, hexagon Re, circle Ut, diamond Fö.
struct PartyMark: Component {
  var party: PartyRole

  init(_ party: PartyRole) { self.party = party }

  /// The sign, hidden from assistive technology: the party's name stands beside it.
  var html: HTML {
    svg(.class("mark", colourClass), .viewBox(0, 0, 24, 24), .ariaHidden, .notFocusable) {
      shape
      svgText(.x(12), .y(15.3)) { letters }
    }
  }

  func html(_ language: Language) -> HTML { html }

  /// The sign inside a drawing, with its centre at this place.
  func drawn(x: Double, y: Double) -> HTML {
    g(.class("mark", colourClass), .translate(x - 12, y - 12)) {
      shape
      svgText(.x(12), .y(15.3)) { letters }
    }
  }

  private var colourClass: String {
    switch party {
    case .fk: "mark--fk"
    case .region: "mark--region"
    case .performer: "mark--care"
    case .insured: "mark--person"
    }
  }

  private var letters: String {
    switch party {
    case .fk: "FK"
    case .region: "Re"
    case .performer: "Ut"
    case .insured: "Fö"
    }
  }

  private var shape: HTML {
    switch party {
    case .fk: rect(.class("mark__s"), .x(2), .y(2), .width(20), .height(20), .rx(2))
    case .region: path(.class("mark__s"), .d("M7 1.5h10L22.5 12 17 22.5H7L1.5 12z"))
    case .performer: circle(.class("mark__s"), .cx(12), .cy(12), .r(11))
    case .insured: path(.class("mark__s"), .d("M12 .5l11.5 11.5L12 23.5.5 12z"))
    }
  }

  static let name = Bilingual(sv: "Partsmärken", en: "Party marks")
  static let purpose = Bilingual(
    sv: "Form och bokstäver skiljer parterna åt. Namnet står alltid bredvid.",
    en: "Shape and letters tell the parties apart. The name always stands beside.")

  static func examples(_ language: Language) -> [PartyMark] {
    PartyRole.allCases.map { PartyMark($0) }
  }
}

extension PartyRole {
  /// The party in general, as a heading or label writes it.
  var title: Bilingual {
    switch self {
    case .fk: Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
    case .region: Bilingual(sv: "Regionen", en: "The region")
    case .performer: Bilingual(sv: "Utföraren", en: "The performer")
    case .insured: Bilingual(sv: "Den försäkrade", en: "The insured person")
    }
  }

  /// The party inside a sentence.
  var inSentence: Bilingual {
    switch self {
    case .fk: Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
    case .region: Bilingual(sv: "regionen", en: "the region")
    case .performer: Bilingual(sv: "utföraren", en: "the performer")
    case .insured: Bilingual(sv: "den försäkrade", en: "the insured person")
    }
  }
}
