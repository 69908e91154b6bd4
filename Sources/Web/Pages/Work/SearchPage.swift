// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What an exact search found.
struct SearchModel: Sendable {
  enum Outcome: Sendable {
    /// The page was only opened.
    case notAsked
    /// Nothing was typed, or more than any number is long.
    case unfit(Bilingual)
    case found([CaseListRow])
  }

  /// The longest text that is searched for, in characters; no number is longer.
  static let longest = 100

  let role: PartyRole
  let typed: String
  let outcome: Outcome
  let regionNames: [HSAID: String]
  let source: DueSource

  /// What is wrong with a text to search for; nil for one that can be.
  static func fault(_ text: String?) -> Bilingual? {
    guard let text else { return SearchTexts.empty }
    return text.count > longest ? SearchTexts.tooLong : nil
  }
}

/// The form of the exact search and what it found.
func searchPage(_ model: SearchModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var error: String?
  if case .unfit(let fault) = model.outcome { error = fault[language] }
  let field = FieldFrame(
    "q", SearchTexts.label[language], hint: SearchTexts.hint[language], error: error, id: "sok")
  return PageShell(frame) {
    ErrorSummary(error.map { [FieldError("sok", $0)] } ?? []).html(language)
    PageHead(SearchTexts.title[language], lead: SearchTexts.lead[language]).html
    PostForm(to: SiteAddress.search.href, token: frame.token, isGuarded: false).html {
      TextField(frame: field, value: model.typed, width: .middle).html(language)
      div(.class("section-s")) {
        Button.submit(SearchTexts.title[language], icon: .search).html
      }
    }
    if case .found(let rows) = model.outcome { found(rows, model, language) }
  }.render()
}

private func found(
  _ rows: [CaseListRow], _ model: SearchModel, _ language: Language
) -> HTML {
  div(.class("section")) {
    if rows.isEmpty {
      Card("traffar", SearchTexts.nothing[language]) {
        div(.class("prose")) {
          p { SearchTexts.nothingText[language] }
          ul {
            for line in SearchTexts.possible { li { line[language] } }
          }
          p { SearchTexts.notSent[language] }
        }
      }.html
    } else {
      Card("traffar", CountText.cases.text(rows.count, language), isFlush: true) {
        CasesTable(role: model.role, regionNames: model.regionNames, source: model.source)
          .table(rows, caption: SearchTexts.found[language], language).html(language)
      }.html
    }
  }
}

enum SearchTexts {
  static let title = Bilingual(sv: "Sök", en: "Search")
  static let lead = Bilingual(
    sv: "Sökningen är exakt och loggas. Den hittar bara ärenden som har skickats till din "
      + "organisation.",
    en: "The search is exact and logged. It finds only cases that have been sent to your "
      + "organisation.")
  static let label = Bilingual(sv: "Nummer att söka på", en: "Number to search for")
  static let hint = Bilingual(
    sv: "Hela ärendenumret, Försäkringskassans ärendenummer eller hela personnumret.",
    en: "The whole case number, Försäkringskassan's case number or the whole personal number.")
  static let empty = Bilingual(
    sv: "Skriv det nummer du söker", en: "Write the number you search for")
  static let tooLong = Bilingual(
    sv: "Texten är längre än något nummer", en: "The text is longer than any number")
  static let nothing = Bilingual(sv: "Inget hittades", en: "Nothing was found")
  static let nothingText = Bilingual(
    sv: "Kontrollera numret siffra för siffra. Det här går att söka på:",
    en: "Check the number digit by digit. This can be searched for:")
  static let possible = [
    Bilingual(
      sv: "Samsyns ärendenummer, till exempel AFU-2026-0001",
      en: "Samsyn's case number, such as AFU-2026-0001"),
    Bilingual(
      sv: "Försäkringskassans ärendenummer, med eller utan mellanslag och bindestreck",
      en: "Försäkringskassan's case number, with or without spaces and hyphens"),
    Bilingual(
      sv: "personnummer eller samordningsnummer, med tio eller tolv siffror",
      en: "a personal or coordination number, with ten or twelve digits"),
  ]
  static let notSent = Bilingual(
    sv: "Före beställningen har varken regionen eller utföraren fått veta vem personen är. Då "
      + "går ärendet att hitta på ärendenumret men inte på personnumret.",
    en: "Before the order neither the region nor the performer has been told who the person is. "
      + "Until then a case can be found by its number but not by the personal number.")
  static let found = Bilingual(sv: "Hittade ärenden", en: "Cases found")
}
