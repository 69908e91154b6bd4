// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The chosen filters; a click takes one away.
struct FilterChips: Component {
  struct Chip: Sendable {
    var text: String
    /// The list without this filter; nil when it always holds.
    var remove: Href?
    /// It holds until something else is chosen, and is not locked.
    var isUsual: Bool

    init(_ text: String, remove: Href?, isUsual: Bool = false) {
      self.text = text
      self.remove = remove
      self.isUsual = isUsual
    }
  }

  /// The id of the words before the chips.
  var id = "chosen"
  var chips: [Chip]
  /// The list without any filter.
  var clear: Href?

  /// Nothing when nothing is chosen.
  func html(_ language: Language) -> HTML {
    if chips.isEmpty { return .empty }
    return div(.class("row")) {
      span(.class("muted", "small"), .id(id)) { Self.chosen[language] }
      ul(.class("row"), .ariaLabelledBy(id)) {
        for chip in chips { li { drawn(chip, language) } }
      }
      if let clear { Button.link(Self.clearAll[language], to: clear, .plain, isSmall: true).html }
    }
  }

  private func drawn(_ chip: Chip, _ language: Language) -> HTML {
    guard let remove = chip.remove else {
      return span(.class("chip", "chip--fixed")) {
        if !chip.isUsual { Icon.lock.html }
        chip.text
      }
    }
    return a(.class("chip"), .href(remove)) {
      chip.text
      span(.class("chip__x")) { Icon.close.html }
      span(.class("sr")) { " " + Self.removeWord[language] }
    }
  }

  private static let chosen = Bilingual(sv: "Du har valt", en: "You have chosen")
  private static let clearAll = Bilingual(sv: "Rensa alla", en: "Clear all")
  private static let removeWord = Bilingual(sv: "Ta bort filtret", en: "Remove the filter")

  static let name = Bilingual(sv: "Chips", en: "Chips")
  static let purpose = Bilingual(
    sv: "Visar vad du har valt. Ett klick tar bort.",
    en: "Show what you have chosen. A click removes.")

  static func examples(_ language: Language) -> [FilterChips] {
    let here = Href.fragment("chips")
    let sv = language == .sv
    return [
      FilterChips(
        id: "example-chosen",
        chips: [
          Chip("Region Östergötland", remove: nil),
          Chip(sv ? "Sista dag från 2026-05-01" : "Last day from 2026-05-01", remove: here),
        ],
        clear: here)
    ]
  }
}
