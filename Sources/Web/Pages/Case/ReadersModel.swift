// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Who in the reader's organisation has opened the case.
struct ReadersModel: Sendable {
  struct Line: Sendable {
    let at: Instant
    let name: String
    let what: Bilingual
    let why: Bilingual
  }

  let id: CaseNumber
  let lines: [Line]

  /// - Parameter entries: newest first.
  init(_ id: CaseNumber, _ entries: [ReadEntry], people: [StaffMember]) {
    self.id = id
    let names = Dictionary(
      people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    lines = entries.map { entry in
      Line(
        at: entry.at, name: names[entry.person] ?? entry.person,
        what: ReadersTexts.what(entry), why: ReadersTexts.purpose(entry.purpose))
    }
  }
}

/// The page that lists the openings of a case.
func readersPage(_ model: ReadersModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let dates = DateText(language)
  return PageShell(frame) {
    PageHead(ReadersTexts.title[language], lead: ReadersTexts.lead[language]).html
    if model.lines.isEmpty {
      EmptyState(title: ReadersTexts.none[language], text: ReadersTexts.noneText[language]).html
    } else {
      DataTable(
        id: "readers", caption: ReadersTexts.title[language],
        columns: [
          .init(ReadersTexts.when[language]), .init(ReadersTexts.who[language]),
          .init(ReadersTexts.what[language]), .init(ReadersTexts.why[language]),
        ],
        rows: model.lines.map { line in
          [
            dates.tag(line.at), .text(line.name), .text(line.what[language]),
            .text(line.why[language]),
          ]
        }
      ).html(language)
      if model.lines.count == SamsynService.readsShown {
        p(.class("small", "muted")) { ReadersTexts.most[language] }
      }
    }
    p(.class("section")) {
      a(.href(SiteAddress.assessment(model.id).href)) { DrawTexts.back[language] }
    }
  }.render()
}

enum ReadersTexts {
  static let title = Bilingual(sv: "Vem har öppnat ärendet", en: "Who has opened the case")
  static let lead = Bilingual(
    sv: "Varje gång någon i din organisation öppnar ärendet antecknas det, senast först. Andra "
      + "organisationers läsningar svarar de själva för.",
    en: "Each time somebody in your organisation opens the case it is noted, latest first. "
      + "Other organisations answer for their own reads.")
  static let none = Bilingual(sv: "Ingen har öppnat ärendet", en: "Nobody has opened the case")
  static let noneText = Bilingual(
    sv: "Här visas läsningar så snart någon har öppnat ärendet.",
    en: "Reads are shown here as soon as somebody has opened the case.")
  static let when = Bilingual(sv: "När", en: "When")
  static let who = Bilingual(sv: "Vem", en: "Who")
  static let what = Bilingual(sv: "Vad", en: "What")
  static let why = Bilingual(sv: "Varför", en: "Why")

  static let theCase = Bilingual(sv: "Ärendet", en: "The case")
  /// That only so many are shown.
  static let most = Bilingual(
    sv: "Högst de \(SamsynService.readsShown) senaste läsningarna från varje part visas.",
    en: "At most the latest \(SamsynService.readsShown) reads of each party are shown.")

  /// What was looked at, with the document's title where it was one that the party was sent.
  ///
  /// - Parameter whole: what the case as a whole is called.
  static func what(_ entry: ReadEntry, whole: Bilingual = theCase) -> Bilingual {
    let title = entry.title ?? ""
    return switch (entry.action, entry.isRefused) {
    case ("document", false) where title.isEmpty:
      Bilingual(sv: "En handling", en: "A document")
    case ("document", false): Bilingual(sv: "Handlingen \(title)", en: "The document \(title)")
    case ("document", true) where title.isEmpty:
      Bilingual(sv: "Nekades en handling", en: "Was refused a document")
    case ("document", true):
      Bilingual(sv: "Nekades handlingen \(title)", en: "Was refused the document \(title)")
    case ("attachment", false) where !title.isEmpty:
      Bilingual(
        sv: "Bilagan \(title) i ett meddelande", en: "The attachment \(title) of a message")
    case ("attachment", false):
      Bilingual(sv: "Bilaga i ett meddelande", en: "Attachment of a message")
    case ("attachment", true):
      Bilingual(
        sv: "Nekades en bilaga i ett meddelande", en: "Was refused an attachment of a message")
    case ("documents", _): Bilingual(sv: "Listan med handlingar", en: "The list of documents")
    case ("document-search", _): Bilingual(sv: "Sökning i handlingar", en: "Search in documents")
    case ("statement-draft", false):
      Bilingual(sv: "Utkastet till utlåtande", en: "The draft of the statement")
    case ("statement-draft", true):
      Bilingual(sv: "Nekades utkastet till utlåtande", en: "Was refused the draft statement")
    case ("statement", false): Bilingual(sv: "Utlåtandet", en: "The statement")
    case ("statement", true): Bilingual(sv: "Nekades utlåtandet", en: "Was refused the statement")
    default: whole
    }
  }

  static func purpose(_ purpose: String) -> Bilingual {
    switch ReadPurpose(rawValue: purpose) {
    case .casework: Bilingual(sv: "Arbete med ärendet", en: "Work with the case")
    case .drawReplay: Bilingual(sv: "Kontroll av lottningen", en: "Check of the draw")
    case .export: Bilingual(sv: "Uttag", en: "Export")
    case .overview: Bilingual(sv: "Översikt", en: "Overview")
    case nil: Bilingual(sv: purpose, en: purpose)
    }
  }
}
