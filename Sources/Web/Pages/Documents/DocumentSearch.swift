// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What a search in the documents' text found.
struct DocumentSearchModel: Sendable {
  let id: CaseNumber
  let words: String
  /// Hits by document, in the order of the list.
  let groups: [(title: String, hits: [DocumentHit])]

  init(_ id: CaseNumber, words: String, hits: [DocumentHit]) {
    self.id = id
    self.words = words
    var groups: [(id: String, title: String, hits: [DocumentHit])] = []
    for hit in hits {
      if let place = groups.firstIndex(where: { $0.id == hit.document }) {
        groups[place].hits.append(hit)
      } else {
        groups.append((hit.document, hit.title, [hit]))
      }
    }
    self.groups = groups.map { ($0.title, $0.hits) }
  }

  var count: Int { groups.reduce(0) { $0 + $1.hits.count } }

  /// Opens the page of a hit with the words marked in it. The words are sent with a form, and
  /// stand in no address.
  func opening(_ hit: DocumentHit, token: String, _ language: Language) -> HTML {
    PostForm(
      to: SiteAddress.document(id, hit.document).href, token: token, isGuarded: false,
      hidden: [(DocumentFields.page, "\(hit.page)"), (DocumentFields.words, words)]
    ).html {
      Button.submit(
        ReaderPageTexts.page[language] + " \(hit.page)", .plain, context: hit.title, isSmall: true
      ).html
    }
  }
}

/// The page of what was found.
func documentSearchPage(_ model: DocumentSearchModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.live = nil
  return PageShell(frame) {
    PageHead(
      DocumentSearchTexts.title[language],
      lead: model.count == 0
        ? "" : DocumentSearchTexts.found(model.count, language)
    ).html
    searchForm(model.id, words: model.words, token: frame.token, language)
    if model.groups.isEmpty {
      div(.class("section")) {
        EmptyState(
          title: (model.words.isEmpty ? DocumentSearchTexts.write : DocumentSearchTexts.nothing)[
            language],
          text: DocumentSearchTexts.scanned[language], icon: .search
        ).html
      }
    }
    div(.class("stack", "section")) {
      for (number, group) in model.groups.enumerated() {
        Card(
          "hits-\(number)", group.title,
          aside: .text(DocumentSearchTexts.pages.text(group.hits.count, language))
        ) {
          ul(.class("ruled")) {
            for hit in group.hits {
              li {
                model.opening(hit, token: frame.token, language)
                p(.class("small")) {
                  hit.before
                  mark { hit.match }
                  hit.after
                }
              }
            }
          }
        }.html
      }
    }
  }.render()
}

enum DocumentSearchTexts {
  static let title = Bilingual(sv: "Sök i handlingarna", en: "Search the documents")
  static let write = Bilingual(sv: "Skriv vad du söker", en: "Write what you search for")
  static let nothing = Bilingual(sv: "Inget hittades", en: "Nothing was found")
  static let scanned = Bilingual(
    sv: "Sökningen läser handlingarnas text. Inskannade sidor utan text går inte att söka i.",
    en: "The search reads the documents' text. Scanned pages without text cannot be searched.")
  static let pages = CountText(
    one: Bilingual(sv: "sida", en: "page"), many: Bilingual(sv: "sidor", en: "pages"))

  static func found(_ count: Int, _ language: Language) -> String {
    let lead = Bilingual(sv: "Orden finns på", en: "The words are on")
    return lead[language] + " " + pages.text(count, language) + "."
  }
}
