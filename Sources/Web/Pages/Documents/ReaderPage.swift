// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The reader of a document.
func readerPage(_ model: ReaderModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.hasErrors = model.noteError != nil
  // Neither the place in the text nor a half-written note may be replaced by a newer page.
  frame.live = nil
  frame.keys = ReaderPageTexts.keys
  return PageShell(frame) {
    if let error = model.noteError {
      ErrorSummary([FieldError("text", error[language])]).html(language)
    }
    PageHead(
      model.title, lead: model.details,
      actions: [
        .link(
          ReaderPageTexts.download[language],
          to: SiteAddress.documentFile(model.id, model.place.document).href, .quiet,
          icon: .download)
      ]
    ).html
    if model.isPreview {
      Notice(
        .note, ReaderPageTexts.preview[language], ReaderPageTexts.previewText[language]
      ).html
    }
    if model.file.file.scan == .unchecked {
      Notice(
        .rest, ReaderPageTexts.unchecked[language], ReaderPageTexts.uncheckedText[language]
      ).html
    }
    div(.class("reader", "section")) {
      section(.class("card"), .ariaLabelledBy("pages-title")) {
        h2(.id("pages-title"), .class("sr")) { ReaderPageTexts.page[language] }
        toolbar(model, language)
        div(.class("viewer__page", "sheets")) {
          for sheet in model.sheets { SheetView(sheet: sheet, model: model).html(language) }
        }
        div(.class("toolbar")) { turning(model, hasKeys: false, language) }
      }
      aside(.class("stack"), .ariaLabel(ActionTexts.support[language])) {
        if !model.isPreview { note(model, frame) }
        if model.ask != nil || model.write != nil {
          ul(.class("no-print")) {
            if let ask = model.ask { li { a(.href(ask)) { PartsTexts.ask[language] } } }
            if let write = model.write {
              li { a(.href(write)) { ConversationTexts.writeAboutDocument[language] } }
            }
          }
        }
        documentList(model, token: frame.token, language)
      }
    }
  }.render()
}

private func toolbar(_ model: ReaderModel, _ language: Language) -> HTML {
  nav(.class("toolbar"), .ariaLabel(ReaderPageTexts.toolbar[language])) {
    turning(model, hasKeys: true, language)
    form(
      .class("row"), .method(.get),
      .action(SiteAddress.document(model.id, model.place.document).href), .novalidate
    ) {
      if model.place.isContinuous {
        input(
          .type(Attribute.InputKind.hidden), .name(DocumentFields.mode),
          .value(DocumentFields.continuous))
      }
      label(.for("sida")) { ReaderPageTexts.page[language] }
      input(
        .class("input", "input--page"), .type(Attribute.InputKind.text), .id("sida"),
        .name(DocumentFields.page), .inputmode("numeric"), .value("\(model.place.page)"),
        .autocomplete("off"))
      span { ReaderPageTexts.ofPages(model.pages)[language] }
      Button.submit(ReaderPageTexts.go[language], .plain, isSmall: true).html
    }
    if model.pages > 1 {
      a(.href(model.href(page: model.place.page, continuous: !model.place.isContinuous))) {
        (model.place.isContinuous ? ReaderPageTexts.single : ReaderPageTexts.continuous)[language]
      }
    }
  }
}

/// Links to what comes before and after; the script finds them by their keys.
private func turning(
  _ model: ReaderModel, hasKeys: Bool, _ language: Language
) -> HTML {
  div(.class("row")) {
    if let previous = model.previous {
      a(
        .href(previous.href), .rel("prev"), .data("data-key", hasKeys ? "previous" : nil)
      ) {
        Icon.back.html
        " " + previous.text[language]
      }
    }
    if let next = model.next {
      a(.href(next.href), .rel("next"), .data("data-key", hasKeys ? "next" : nil)) {
        next.text[language] + " "
        Icon.forward.html
      }
    }
  }
}

/// One page: its picture, its text, and in continuous reading the note on it.
struct SheetView {
  let sheet: ReaderModel.Sheet
  let model: ReaderModel

  func html(_ language: Language) -> HTML {
    let place = ReaderPageTexts.pageOf(sheet.page, model.pages)[language]
    return figure(
      .class("sheet-page"), .id("sida-\(sheet.page)"), .tabindex(-1),
      .data("data-sheet", "\(sheet.page)"), .ariaLabel(place)
    ) {
      if let picture = sheet.picture {
        img(
          .src(picture),
          .alt(
            ReaderPageTexts.picture(
              sheet.page, model.pages, model.title, hasText: sheet.text != nil)[language]),
          .loading(sheet.page == model.sheets.first?.page ? nil : "lazy"))
      } else if let text = sheet.text {
        pre(.class("sheet", "sheet--text"), .tabindex(0)) { Marked(text, model.place.words).html }
      }
      figcaption(.class("small")) { place }
      if sheet.picture != nil { words(language) }
      if model.place.isContinuous, !model.isPreview { remark(language) }
    }
  }

  private func words(_ language: Language) -> HTML {
    Fold(ReaderPageTexts.text[language], isOpen: hasHit) {
      if let text = sheet.text {
        div(.class("page-text")) { Marked(text, model.place.words).html }
      } else {
        p(.class("muted")) { ReaderPageTexts.noText[language] }
      }
    }.html
  }

  private var hasHit: Bool {
    sheet.text.map { Marked($0, model.place.words).hasHit } ?? false
  }

  private func remark(_ language: Language) -> HTML {
    fragment {
      if let note = sheet.note {
        div(.class("remark")) {
          if note.marked { Badge(.note, ReaderPageTexts.marked[language], icon: .flag).html }
          if !note.text.isEmpty { p { note.text } }
        }
      }
      p(.class("small", "no-print")) {
        a(.href(model.href(page: sheet.page, continuous: false))) {
          ReaderPageTexts.write[language]
          span(.class("sr")) { " \(sheet.page)" }
        }
      }
    }
  }
}

private func note(_ model: ReaderModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let page = model.place.page
  let note = model.typed ?? model.noted.first { $0.page == page }
  return Card(
    "note-title", ReaderPageTexts.note[language],
    aside: .text(ReaderPageTexts.pageOf(page, model.pages)[language]), isSmall: true
  ) {
    p(.class("hint")) { ReaderPageTexts.onlyYou[language] }
    if !model.place.isContinuous {
      PostForm(
        to: SiteAddress.documentNote(model.id, model.place.document).href, token: frame.token,
        hidden: [(DocumentFields.page, "\(page)")], cssClass: "form-s"
      ).html {
        TextField(
          frame: FieldFrame(
            "text", ReaderPageTexts.noteText[language], error: model.noteError?[language],
            isOptional: true),
          value: note?.text ?? "", lines: 4
        ).html(language)
        CheckField(
          frame: FieldFrame("mark", ReaderPageTexts.mark[language]),
          isChecked: note?.marked ?? false
        ).html(language)
        div(.class("field")) {
          Button.submit(ReaderPageTexts.save[language], .quiet, isSmall: true).html
        }
      }
    }
    if !model.noted.isEmpty {
      h3(.class("section-s")) { ReaderPageTexts.notedPages[language] }
      ul {
        for noted in model.noted {
          li {
            a(.href(model.href(page: noted.page, continuous: false))) {
              ReaderPageTexts.page[language] + " \(noted.page)"
            }
            if noted.marked { ", " + ReaderPageTexts.marked[language].lowercased() }
            if !noted.text.isEmpty {
              small(.class("muted")) { " " + String(noted.text.prefix(80)) }
            }
          }
        }
      }
    }
  }.html
}

private func documentList(
  _ model: ReaderModel, token: String, _ language: Language
) -> HTML {
  Card("list-title", ReaderPageTexts.documents[language], isSmall: true, isFlush: true) {
    nav(.class("viewer__list"), .ariaLabel(ReaderPageTexts.documents[language])) {
      ol {
        for (number, document) in model.documents.enumerated() {
          li {
            a(
              .href(SiteAddress.document(model.id, document.id).href),
              .ariaCurrent(document.id == model.place.document ? "page" : nil)
            ) {
              span { "\(number + 1)" }
              span {
                document.title
                small {
                  document.details
                  if document.noted > 0 {
                    ", " + ReaderPageTexts.noted(document.noted)[language]
                  }
                }
              }
            }
          }
        }
      }
    }
    searchForm(model.id, words: model.place.words, token: token, language)
  }.html
}

/// A text with the words that were searched for marked in it.
struct Marked: Sendable {
  /// The text in pieces, in order; every other one is a match, beginning with none.
  let pieces: [String]

  init(_ text: String, _ words: String) {
    let wanted = words.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    var pieces = [""]
    var rest = text[...]
    while let first = rest.first {
      let hit = wanted.first { rest.prefix($0.count).lowercased() == $0 }
      let length = hit?.count ?? 1
      if (hit != nil) == (pieces.count % 2 == 1) { pieces.append("") }
      pieces[pieces.count - 1] += hit == nil ? String(first) : String(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    self.pieces = pieces
  }

  /// Some word was found.
  var hasHit: Bool { pieces.count > 1 }

  var html: HTML {
    fragment {
      for (place, piece) in pieces.enumerated() {
        if place % 2 == 1 { mark { piece } } else { piece }
      }
    }
  }
}
