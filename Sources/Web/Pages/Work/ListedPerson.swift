// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What a list says about whom a case concerns. A protected person is never named in a list, and
/// a party that was not sent the identity sees the town that it was sent.
enum ListedPerson: Hashable {
  case protected
  case named(String)
  case town(String)
  case unknown

  init(_ row: CaseListRow) {
    if row.isProtected {
      self = .protected
    } else if let name = row.line.name {
      self = .named(name)
    } else if let town = row.line.town {
      self = .town(town)
    } else {
      self = .unknown
    }
  }

  /// The words in running text.
  func text(_ language: Language) -> String {
    switch self {
    case .protected: Self.protectedWords[language]
    case .named(let name): name
    case .town(let town): Self.inTown(town)[language]
    case .unknown: Self.notSent[language]
    }
  }

  /// The cell of a table, with the town under a name.
  func cell(town: String?, _ language: Language) -> HTML {
    switch self {
    case .protected:
      return Self.badge(language).html
    case .named(let name):
      return span(.class("nowrap")) {
        name
        if let town { span(.class("sub")) { town } }
      }
    case .town, .unknown:
      return span(.class("muted")) { text(language) }
    }
  }

  static func badge(_ language: Language) -> Badge {
    Badge(.rest, protectedWords[language], icon: .lock)
  }

  static let protectedWords = Bilingual(sv: "Skyddade uppgifter", en: "Protected identity")
  private static let notSent = Bilingual(sv: "Inte skickat till oss", en: "Not sent to us")

  private static func inTown(_ town: String) -> Bilingual {
    Bilingual(sv: "Person i \(town)", en: "Person in \(town)")
  }
}
