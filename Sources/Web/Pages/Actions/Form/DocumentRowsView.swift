// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Draws the rows of documents with buttons that add and remove.
struct DocumentRowsView {
  let name: String
  let frame: FieldFrame
  let rows: DocumentRows
  /// The files that rows stand for.
  let files: [UnsentDocument]
  let asksAbsence: Bool
  let errors: FormErrors

  func html(_ language: Language) -> HTML {
    let shown = rows.rows.isEmpty ? [DocumentRows.Row()] : rows.rows
    return fragment {
      div(.class("field")) {
        h2(.class("t-l")) { frame.label }
        if let hint = frame.hint { p(.class("hint")) { hint } }
        if let error = frame.error { Notice(.late, error).html }
      }
      for (number, row) in shown.enumerated() {
        line(number, row, isOnly: shown.count == 1, language)
      }
      p(.class("field")) {
        Button.submit(
          DocumentTexts.add[language], .quiet, name: DocumentRows.button(name),
          value: DocumentRows.add, icon: .add, isSmall: true
        ).html
      }
      if asksAbsence { absences(language) }
    }
  }

  private func line(
    _ number: Int, _ row: DocumentRows.Row, isOnly: Bool, _ language: Language
  ) -> HTML {
    let place = "\(name).\(number)"
    if let file = files.first(where: { $0.id == row.file }) {
      return self.file(file, number, row, language)
    }
    return div(.class("field")) {
      Card("\(place).heading", DocumentTexts.row(number)[language], isSmall: true) {
        questions(number, row, isOnly: isOnly, language)
      }.html
    }
  }

  /// A row that stands for an uploaded file: its pages are what they are.
  private func file(
    _ document: UnsentDocument, _ number: Int, _ row: DocumentRows.Row, _ language: Language
  ) -> HTML {
    let place = "\(name).\(number)"
    let facts = FileFacts(document.file)
    return div(.class("field")) {
      Card("\(place).heading", document.name, isSmall: true) {
        input(
          .type(Attribute.InputKind.hidden), .name("\(place).file"), .value(document.id))
        p(.class("row", "row--apart", "small")) {
          span {
            CaseUnderlagTexts.pages(document.file.pages)[language] + ", "
              + facts.words(language)
          }
          facts.scan(language)
        }
        facts.sum(language, of: document.name)
        CheckField(
          frame: part("\(place).goes", DocumentTexts.goes, language), isChecked: row.goes
        ).html(language)
        written(place, row, language)
      }.html
    }
  }

  private func questions(
    _ number: Int, _ row: DocumentRows.Row, isOnly: Bool, _ language: Language
  ) -> HTML {
    let place = "\(name).\(number)"
    return fragment {
      written(place, row, language)
      TextField.number(
        part("\(place).pages", DocumentTexts.pages, language), value: row.pages
      ).html(language)
      if !isOnly {
        p(.class("field")) {
          Button.submit(
            DocumentTexts.remove[language], .plain, name: DocumentRows.button(name),
            value: DocumentRows.remove(number), context: DocumentTexts.row(number)[language],
            isSmall: true
          ).html
        }
      }
    }
  }

  /// What is said about a document, with a file or without.
  private func written(
    _ place: String, _ row: DocumentRows.Row, _ language: Language
  ) -> HTML {
    fragment {
      SelectField(
        frame: part("\(place).kind", DocumentTexts.kind, language),
        choices: DocumentKind.allCases.map {
          Choice($0.rawValue, $0.label.alone[language])
        },
        selected: row.kind, prompt: FormViewTexts.choose[language]
      ).html(language)
      TextField(
        frame: part("\(place).title", DocumentTexts.title, language), value: row.title
      ).html(language)
      DateField(
        frame: part("\(place).dated", DocumentTexts.dated, language, isOptional: true),
        value: row.dated
      ).html(language)
    }
  }

  private func absences(_ language: Language) -> HTML {
    fieldset(.class("fieldset")) {
      legend { DocumentTexts.absentTitle[language] }
      p(.class("hint")) { DocumentTexts.absentHint[language] }
      for kind in DocumentKind.allCases {
        TextField(
          frame: part(
            "\(name).absent.\(kind.rawValue)", DocumentTexts.absent(kind), language,
            isOptional: true),
          value: rows.absent[kind] ?? ""
        ).html(language)
      }
    }
  }

  private func part(
    _ name: String, _ label: Bilingual, _ language: Language, isOptional: Bool = false
  ) -> FieldFrame {
    FieldFrame(
      name, label[language], error: errors.text(name)?[language], isOptional: isOptional)
  }
}
