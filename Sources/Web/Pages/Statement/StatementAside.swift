// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What is missing, with links to the fields; a quiet line when nothing is.
struct StatementGaps: Sendable {
  let work: StatementWork
  var id = "missing"

  func html(_ language: Language) -> HTML {
    let lines = StatementGapLine.lines(work)
    if lines.isEmpty { return Notice(.done, StatementPageTexts.nothingMissing[language]).html }
    return section(.class("missing"), .ariaLabelledBy(id)) {
      h2(.id(id)) {
        Icon.alert.html
        StatementPageTexts.missing.text(lines.count, language)
      }
      ul {
        for line in lines {
          li {
            a(
              .href(
                SiteAddress.statementSection(work.view.state.id, section: line.section)
                  .href([], fragment: line.field))
            ) { line.text[language] }
          }
        }
      }
    }
  }
}

/// What the marks on the line of levels mean.
struct StatementLegend: Sendable {
  func html(_ language: Language) -> HTML {
    ul(.class("legend")) {
      li {
        svg(.class("mini-key"), .viewBox(0, 0, 28, 16), .ariaHidden, .notFocusable) {
          circle(.class("m-doc"), .cx(14), .cy(8), .r(7))
        }
        StatementPageTexts.examinersLevel[language]
      }
      li {
        AbilityMark.own
        StatementPageTexts.ownRating[language]
      }
    }
  }
}

/// The underlag's list with the numbers that grounds refer to.
struct StatementUnderlag: Sendable {
  let id: CaseNumber
  let section: String
  let documents: [SupportingDocument]
  /// The reader writes in the section: what is typed is saved when a document is opened.
  let isWriting: Bool

  func html(_ language: Language) -> HTML {
    Card("underlag", StatementPageTexts.underlag[language], isSmall: true) {
      if documents.isEmpty {
        p(.class("muted")) { StatementPageTexts.noDocuments[language] }
      } else {
        ul(.class("ruled", "small")) {
          for (index, document) in documents.enumerated() {
            let line = StatementDocumentText.line(index + 1, document, language)
            li {
              if let file = document.file {
                StatementDesk.turn(
                  to: .init(document: file.id, page: 1), line, in: id, section: section,
                  isWriting: isWriting)
              } else {
                line
              }
            }
          }
        }
      }
    }.html
  }
}
