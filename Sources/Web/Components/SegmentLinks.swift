// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A choice of a few views, as links: table or chart.
struct SegmentLinks: Component {
  /// What is chosen between.
  var label: String
  var links: [(text: String, href: Href)]
  /// The position of the chosen one.
  var current: Int

  var html: HTML {
    nav(.class("seg"), .ariaLabel(label)) {
      for (position, link) in links.enumerated() {
        a(.href(link.href), .ariaCurrent(position == current ? "true" : nil)) { link.text }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Val av vy", en: "Choice of view")
  static let purpose = Bilingual(
    sv: "Några få sätt att visa samma sak.", en: "A few ways to show the same thing.")

  static func examples(_ language: Language) -> [SegmentLinks] {
    let here = Href.fragment("segments")
    let sv = language == .sv
    return [
      SegmentLinks(
        label: sv ? "Visa som" : "Show as",
        links: [(sv ? "Diagram" : "Chart", here), (sv ? "Tabell" : "Table", here)],
        current: 1)
    ]
  }
}

/// The choice of row height. The script keeps it; without script the address does.
struct DensitySwitch: Component {
  var current: DataTable.Density
  /// The list with another row height.
  var address: @Sendable (DataTable.Density) -> Href

  func html(_ language: Language) -> HTML {
    nav(.class("seg"), .ariaLabel(Self.label[language])) {
      for density in DataTable.Density.allCases {
        a(
          .href(address(density)), .ariaCurrent(density == current ? "true" : nil),
          .data("data-density-choice", density.rawValue)
        ) { Self.words(density)[language] }
      }
    }
  }

  private static func words(_ density: DataTable.Density) -> Bilingual {
    switch density {
    case .airy: Bilingual(sv: "Luftig", en: "Airy")
    case .compact: Bilingual(sv: "Kompakt", en: "Compact")
    case .dense: Bilingual(sv: "Tätast", en: "Dense")
    }
  }

  private static let label = Bilingual(sv: "Radhöjd", en: "Row height")

  static let name = Bilingual(sv: "Radhöjd", en: "Row height")
  static let purpose = Bilingual(
    sv: "Luftigt, kompakt eller tätast. Valet finns kvar nästa gång.",
    en: "Airy, compact or dense. The choice is remembered.")

  static func examples(_ language: Language) -> [DensitySwitch] {
    [DensitySwitch(current: .compact) { .query([("density", $0.rawValue)]) }]
  }
}
