// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A page of the underlag beside the section that is written, so that the examiner reads and writes
/// in one view. It is turned with buttons of the form that is written in: what is typed is saved on
/// the way, also without script.
struct StatementDesk: Sendable {
  /// Which document, and which page of it from 1.
  struct Place: Hashable, Sendable {
    let document: String
    let page: Int

    /// As a button and a hidden field say it: the document's id, a full stop, the page.
    var text: String { "\(document).\(page)" }

    init(document: String, page: Int) {
      self.document = document
      self.page = page
    }

    init?(_ text: String) {
      let parts = text.split(separator: ".")
      guard parts.count == 2, let page = Int(parts[1]), page >= 1 else { return nil }
      self.init(document: String(parts[0]), page: page)
    }
  }

  /// The field of the button that turns to a place, and the one that remembers where it stands.
  static let turnField = "visa"
  static let placeField = "underlag"
  /// What the turning button says to put the underlag away.
  static let away = "nej"

  let id: CaseNumber
  /// The section that is written.
  let sectionID: String
  let place: Place
  let document: SupportingDocument
  let file: DocumentFile
  /// The documents that can be shown, in the order of the list.
  let documents: [SupportingDocument]
  /// What can be read out of the page; nil where nothing can.
  let text: String?
  /// The reader writes in the section, so that turning saves.
  let isWriting: Bool

  /// Nil where the place names no document of the case.
  init?(_ model: StatementWriteModel, _ place: Place, text pages: [String]) {
    let documents = model.work.setting.documents.filter { $0.file != nil }
    guard let document = documents.first(where: { $0.file?.id == place.document }),
      let file = document.file
    else { return nil }
    let page = min(place.page, max(file.pages, 1))
    id = model.id
    sectionID = model.section.id
    self.place = Place(document: place.document, page: page)
    self.document = document
    self.file = file
    self.documents = documents
    let words = pages.indices.contains(page - 1) ? pages[page - 1] : ""
    text = words.allSatisfy(\.isWhitespace) ? nil : words
    isWriting = model.refusal == nil
  }

  func html(_ language: Language) -> HTML {
    section(.class("card"), .ariaLabelledBy("desk")) {
      div(.class("card__head")) {
        h2(.id("desk")) { StatementPageTexts.underlag[language] }
        turn(to: nil, StatementDeskTexts.away[language])
      }
      div(.class("viewer")) {
        nav(.class("viewer__list"), .ariaLabel(ReaderPageTexts.documents[language])) {
          ol {
            for (number, document) in documents.enumerated() {
              li { listed(document, number + 1, language) }
            }
          }
        }
        div(.class("viewer__page")) {
          div(.class("viewer__bar", "row", "row--apart")) {
            turning(language)
            a(
              .class("small"),
              .href(
                SiteAddress.document(id, file.id).href([(DocumentFields.page, "\(place.page)")]))
            ) { StatementDeskTexts.reader[language] }
          }
          sheet(language)
        }
      }
    }
  }

  private func listed(
    _ document: SupportingDocument, _ number: Int, _ language: Language
  ) -> HTML {
    let isShown = document.file?.id == place.document
    let line = StatementDocumentText.line(number, document, language)
    return fragment {
      if isShown {
        b { line }
      } else if let file = document.file {
        turn(to: Place(document: file.id, page: 1), line)
      }
    }
  }

  private func turning(_ language: Language) -> HTML {
    nav(.class("row", "small"), .ariaLabel(ReaderPageTexts.toolbar[language])) {
      if place.page > 1 {
        turn(
          to: Place(document: place.document, page: place.page - 1),
          StatementDeskTexts.previous[language])
      }
      span { ReaderPageTexts.pageOf(place.page, max(file.pages, 1))[language] }
      if place.page < file.pages {
        turn(
          to: Place(document: place.document, page: place.page + 1),
          StatementDeskTexts.next[language])
      }
    }
  }

  private func sheet(_ language: Language) -> HTML {
    figure(.class("sheet-page"), .ariaLabel(document.title)) {
      if file.mediaType == .text {
        pre(.class("sheet", "sheet--text"), .tabindex(0)) { text ?? "" }
      } else {
        img(
          .src(SiteAddress.documentPage(id, file.id, place.page).href),
          .alt(
            ReaderPageTexts.picture(
              place.page, max(file.pages, 1), document.title, hasText: text != nil)[language]))
        Fold(ReaderPageTexts.text[language]) {
          if let text {
            div(.class("page-text")) { text }
          } else {
            p(.class("muted")) { ReaderPageTexts.noText[language] }
          }
        }.html
      }
    }
  }

  /// Turns to a place, or puts the underlag away: as a button of the form where there is one.
  private func turn(to place: Place?, _ words: String) -> HTML {
    Self.turn(to: place, words, in: id, section: sectionID, isWriting: isWriting)
  }

  /// The same, also where nothing is opened yet.
  static func turn(
    to place: Place?, _ words: String, in id: CaseNumber, section: String, isWriting: Bool
  ) -> HTML {
    fragment {
      if isWriting {
        button(
          .class("btn", "btn--plain", "btn--s"), .type(Attribute.ButtonKind.submit),
          .form("statement"), .name(turnField), .value(place?.text ?? away)
        ) { words }
      } else {
        a(.class("small"), .href(href(id, section, place))) { words }
      }
    }
  }

  /// The section with a place of the underlag beside it, or alone.
  static func href(
    _ id: CaseNumber, _ section: String, _ place: Place?, saved: Bool = false
  ) -> Href {
    SiteAddress.statementSection(id, section: section).href(
      (saved ? [("sparat", "ja")] : []) + (place.map { [(placeField, $0.text)] } ?? []))
  }
}

extension FormValues {
  /// Where the underlag is to stand after a saving: where a button turned it, else where it was.
  var deskPlace: StatementDesk.Place? {
    if let turned = text(StatementDesk.turnField) { return StatementDesk.Place(turned) }
    return text(StatementDesk.placeField).flatMap { StatementDesk.Place($0) }
  }
}

enum StatementDeskTexts {
  static let away = Bilingual(sv: "Stäng underlaget", en: "Close the documents")
  static let reader = Bilingual(sv: "Öppna i läsaren", en: "Open in the reader")
  static let previous = Bilingual(sv: "Föregående", en: "Previous")
  static let next = Bilingual(sv: "Nästa", en: "Next")
}
