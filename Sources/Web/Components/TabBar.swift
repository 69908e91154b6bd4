// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Links between the sides of one matter.
struct TabBar: Component {
  struct Tab: Sendable {
    var text: String
    var href: Href
    var count: Int?
    /// What is new there, in a word or two; nil where nothing is.
    var news: String?
    var isCurrent: Bool

    init(
      _ text: String, _ href: Href, count: Int? = nil, news: String? = nil,
      isCurrent: Bool = false
    ) {
      self.text = text
      self.href = href
      self.count = count
      self.news = news
      self.isCurrent = isCurrent
    }
  }

  /// What is chosen between.
  var label: String
  var tabs: [Tab]

  var html: HTML {
    nav(.class("tabs"), .ariaLabel(label)) {
      for tab in tabs {
        a(.href(tab.href), .ariaCurrent(tab.isCurrent ? "page" : nil)) {
          tab.text
          if let count = tab.count {
            " "
            span(.class("count")) { CountText.grouped(count) }
          }
          if let news = tab.news {
            " "
            Badge(.note, news).html
          }
        }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Flikar", en: "Tabs")
  static let purpose = Bilingual(
    sv: "Sidor om samma sak. Varje flik har sin egen adress.",
    en: "Pages about one matter. Each tab has its own address.")

  static func examples(_ language: Language) -> [TabBar] {
    let here = Href.fragment("tabs")
    let sv = language == .sv
    return [
      TabBar(
        label: sv ? "Vems uppgifter" : "Whose tasks",
        tabs: [
          Tab(sv ? "Mina" : "Mine", here, count: 6),
          Tab(sv ? "Hela gruppens" : "The whole group's", here, count: 10, isCurrent: true),
          Tab(
            sv ? "Väntar på andra" : "Waiting for others", here, count: 31,
            news: sv ? "2 nya" : "2 new"),
        ])
    ]
  }
}

/// Where one is in a task of several pages.
struct StepIndicator: Component {
  var steps: [String]
  /// The position of the step shown, from 0.
  var current: Int

  func html(_ language: Language) -> HTML {
    ol(.class("steps"), .ariaLabel(Self.label[language])) {
      for (position, step) in steps.enumerated() {
        li(
          .class(position < current ? "is-done" : nil),
          .ariaCurrent(position == current ? "step" : nil)
        ) {
          b(.ariaHidden) {
            if position < current { Icon.check.html } else { "\(position + 1)" }
          }
          step
          if position < current {
            span(.class("sr")) { " " + Self.done[language] }
          }
        }
      }
    }
  }

  private static let label = Bilingual(sv: "Steg", en: "Steps")
  private static let done = Bilingual(sv: "(klart)", en: "(done)")

  static let name = Bilingual(sv: "Steg", en: "Steps")
  static let purpose = Bilingual(
    sv: "Var i flödet du är.", en: "Where you are in the flow.")

  static func examples(_ language: Language) -> [StepIndicator] {
    let sv = language == .sv
    return [
      StepIndicator(
        steps: sv
          ? ["Person", "Vad ska bedömas", "Underlag", "Kontrollera och skicka"]
          : ["Person", "What to assess", "Documents", "Check and send"],
        current: 1)
    ]
  }
}
