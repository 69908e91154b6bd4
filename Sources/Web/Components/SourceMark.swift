// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Where a rule comes from: law, or a service target that is no law.
struct SourceMark: Component {
  enum Kind: Sendable {
    /// `§` in a square.
    case law
    /// `M` in a dashed ring: a target of an agreement, a region or this site.
    case target
  }

  var kind: Kind
  /// `8 § förordning (2018:1633)`, `Mål: svar inom 2 vardagar`.
  var text: String
  /// Where the rule is explained.
  var link: Href?
  /// Shows the sign alone, with the text for assistive technology: in tight tables.
  var isSignOnly = false
  /// The text is the source's own, in Swedish, whatever the language of the page.
  var isQuoted = false

  static func law(
    _ text: String, link: Href? = nil, isSignOnly: Bool = false, isQuoted: Bool = false
  ) -> SourceMark {
    SourceMark(kind: .law, text: text, link: link, isSignOnly: isSignOnly, isQuoted: isQuoted)
  }

  static func target(_ text: String, link: Href? = nil, isSignOnly: Bool = false) -> SourceMark {
    SourceMark(kind: .target, text: text, link: link, isSignOnly: isSignOnly)
  }

  func html(_ language: Language) -> HTML {
    span(.class("src", kind == .target ? "src--target" : nil)) {
      b(.ariaHidden) { kind == .law ? "§" : "M" }
      if kind == .target {
        span(.class("sr")) { Self.targetWord[language] }
      }
      if isSignOnly {
        span(.class("sr")) { words(language) }
      } else if let link {
        a(.href(link)) { words(language) }
      } else {
        words(language)
      }
    }
  }

  private func words(_ language: Language) -> HTML {
    isQuoted ? Self.quoted(text, language) : .text(text)
  }

  /// Swedish words, marked as such on a page in another language.
  static func quoted(_ text: String, _ language: Language) -> HTML {
    language == .sv ? .text(text) : span(.lang(Language.sv.rawValue)) { text }
  }

  private static let targetWord = Bilingual(
    sv: "Servicemål, inte lag: ", en: "Service target, not law: ")

  static let name = Bilingual(sv: "Källa", en: "Source")
  static let purpose = Bilingual(
    sv: "Paragraf i fyrkant är lag. M i streckad ring är ett servicemål.",
    en: "A section sign in a square is law. M in a dashed ring is a service target.")

  static func examples(_ language: Language) -> [SourceMark] {
    [
      .law("8 § förordning (2018:1633)", link: .fragment("source-mark")),
      .target(language == .sv ? "Svar inom 2 vardagar" : "Answer within 2 workdays"),
      .law("8 §", isSignOnly: true),
    ]
  }
}
