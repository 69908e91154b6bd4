// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A party's sign and name.
struct PartyName: Component {
  var party: PartyRole
  /// The organisation or person; the party in general when nil.
  var text: String?

  init(_ party: PartyRole, _ text: String? = nil) {
    self.party = party
    self.text = text
  }

  func html(_ language: Language) -> HTML {
    span(.class("party")) {
      PartyMark(party).html
      text ?? party.title[language]
    }
  }

  static let name = Bilingual(sv: "Part", en: "Party")
  static let purpose = Bilingual(
    sv: "Märket med organisationens namn.", en: "The mark with the organisation's name.")

  static func examples(_ language: Language) -> [PartyName] {
    PartyRole.allCases.map { PartyName($0) } + [PartyName(.performer, "Utredningsenheten Eken")]
  }
}
