// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// From whom to whom one event went, drawn over the four lanes.
struct LaneDrawing: Sendable {
  var entry: LaneTimeline.Entry
  var language: Language

  /// The distance between two lanes.
  private static let lane = 28.0

  var html: HTML {
    svg(.viewBox(0, 0, 112, 28), .role("img"), .ariaLabel(words)) {
      link
      for party in PartyRole.allCases where entry.full.contains(party) && party != entry.author {
        circle(.class("l-got"), .cx(place(party)), .cy(14), .r(6.5))
        circle(.class("l-dot"), .cx(place(party)), .cy(14), .r(2.75))
      }
      for party in PartyRole.allCases where entry.facts.contains(party) && party != entry.author {
        circle(.class("l-part"), .cx(place(party)), .cy(14), .r(6))
      }
      PartyMark(entry.author).drawn(x: place(entry.author), y: 14)
    }
  }

  /// The sign for "got everything", alone.
  static var gotAll: HTML {
    svg(.viewBox(0, 0, 28, 16), .ariaHidden, .notFocusable) {
      circle(.class("l-got"), .cx(14), .cy(8), .r(6))
      circle(.class("l-dot"), .cx(14), .cy(8), .r(2.5))
    }
  }

  /// The sign for "got only that it happened", alone.
  static var gotFacts: HTML {
    svg(.viewBox(0, 0, 28, 16), .ariaHidden, .notFocusable) {
      circle(.class("l-part"), .cx(14), .cy(8), .r(6))
    }
  }

  /// The middle of a party's lane.
  private func place(_ party: PartyRole) -> Double {
    let index = PartyRole.allCases.firstIndex(of: party) ?? 0
    return Self.lane / 2 + Double(index) * Self.lane
  }

  private var link: HTML {
    let places = ([entry.author] + entry.full + entry.facts).map(place)
    guard let first = places.min(), let last = places.max(), first < last else { return .empty }
    let start = svgNumber(first)
    return path(.class("l-link"), .d("M\(start) 14H\(svgNumber(last))"))
  }

  /// The drawing in words.
  private var words: String {
    let full = names(entry.full)
    let facts = names(entry.facts)
    let author = entry.author.inSentence[language]
    switch language {
    case .sv:
      let to = full.isEmpty ? "Av \(author)." : "Från \(author) till \(full)."
      return facts.isEmpty ? to : to + " Bara uppgift om att det skett till \(facts)."
    case .en:
      let to = full.isEmpty ? "By \(author)." : "From \(author) to \(full)."
      return facts.isEmpty ? to : to + " Only that it happened to \(facts)."
    }
  }

  private func names(_ parties: Set<PartyRole>) -> String {
    let names = PartyRole.allCases
      .filter { parties.contains($0) && $0 != entry.author }
      .map { $0.inSentence[language] }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let and = language == .sv ? " och " : " and "
    return names.dropLast().joined(separator: ", ") + and + last
  }
}
