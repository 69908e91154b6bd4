// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What is known, one line per fact, each with a way to change it.
struct SummaryList: Component {
  struct Line: Sendable {
    var term: String
    var value: HTML
    /// Where the fact can be changed.
    var change: Href?

    init(_ term: String, _ value: String, change: Href? = nil) {
      self.init(term, html: .text(value), change: change)
    }

    init(_ term: String, html value: HTML, change: Href? = nil) {
      self.term = term
      self.value = value
      self.change = change
    }
  }

  var lines: [Line]
  /// Smaller, for side columns.
  var isSmall = false

  init(_ lines: [Line], isSmall: Bool = false) {
    self.lines = lines
    self.isSmall = isSmall
  }

  func html(_ language: Language) -> HTML {
    dl(.class("facts", isSmall ? "facts--s" : nil)) {
      for line in lines {
        div {
          dt { line.term }
          dd { line.value }
          if let change = line.change {
            dd(.class("act")) {
              a(.href(change)) {
                Self.change[language]
                span(.class("sr")) { " " + line.term.lowercased() }
              }
            }
          }
        }
      }
    }
  }

  private static let change = Bilingual(sv: "Ändra", en: "Change")

  static let name = Bilingual(sv: "Sammanfattning", en: "Summary list")
  static let purpose = Bilingual(sv: "Uppgift, värde, ändra.", en: "Fact, value, change.")

  static func examples(_ language: Language) -> [SummaryList] {
    let sv = language == .sv
    let here = Href.fragment("summary")
    return [
      SummaryList([
        Line(sv ? "Dag" : "Day", sv ? "2026-05-28, torsdag" : "2026-05-28, Thursday", change: here),
        Line(sv ? "Yrke" : "Profession", sv ? "Psykolog" : "Psychologist", change: here),
        Line(sv ? "Ärende" : "Case", "AFU-2026-0412"),
      ])
    ]
  }
}
