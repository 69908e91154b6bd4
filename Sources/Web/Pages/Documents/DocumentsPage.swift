// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page of a case's documents.
func documentsPage(_ model: DocumentsModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  let hasErrors = model.unsent.map { !$0.errors.isEmpty || !$0.refused.isEmpty } ?? false
  frame.hasErrors = hasErrors
  return PageShell(frame) {
    if let unsent = model.unsent { errorSummary(unsent, language) }
    PageHead(DocumentsTexts.title[language], lead: model.amount ?? DocumentsTexts.lead[language])
      .html
    model.tabs.html(language)
    if let taken = model.unsent?.takenCount, taken > 0 {
      div(.class("section-s")) {
        Notice(.done, DocumentsTexts.taken(taken)[language]).html
      }
    }
    if model.canSearch { searchForm(model.id, words: "", token: frame.token, language) }
    let hasAside = model.parts != nil || model.readers != nil
    div(.class(hasAside ? "cols" : nil, hasAside ? "cols--main-side" : nil, "section")) {
      div(.class("stack")) {
        sent(model, language)
        if let unsent = model.unsent { UnsentView(id: model.id, model: unsent, frame: frame).html }
      }
      if hasAside {
        aside(.class("stack"), .ariaLabel(PartsTexts.title[language])) {
          if let parts = model.parts { parts.html(language) }
          if let readers = model.readers { readers.html(language) }
        }
      }
    }
  }.render()
}

/// The search in the text of all documents.
func searchForm(
  _ id: CaseNumber, words: String, token: String, _ language: Language
) -> HTML {
  div(.class("section-s", "no-print"), .role("search"), .ariaLabel(DocumentsTexts.search[language]))
  {
    PostForm(to: SiteAddress.documentSearch(id).href, token: token, isGuarded: false).html {
      label(.for("sok")) { DocumentsTexts.search[language] }
      div(.class("row")) {
        input(
          .class("input", "input--mid"), .type(Attribute.InputKind.search), .id("sok"),
          .name(DocumentFields.words), .value(words), .autocomplete("off"))
        Button.submit(DocumentsTexts.find[language], .quiet, icon: .search).html
      }
    }
  }
}

private func errorSummary(_ unsent: UnsentModel, _ language: Language) -> HTML {
  let fields = unsent.errors.items.map {
    FieldError($0.field ?? UnsentView.formID, $0.text[language])
  }
  let files = unsent.refused.map {
    FieldError(UnsentView.filesID, "\($0.name): \($0.text[language])")
  }
  return ErrorSummary(fields + files).html(language)
}

private func sent(_ model: DocumentsModel, _ language: Language) -> HTML {
  fragment {
    if model.isOnlyCounted {
      Notice(.rest, model.amount ?? "", CaseUnderlagTexts.onlyCount[language]).html
    } else if model.sendings.isEmpty, model.unsent?.rows.isEmpty ?? true {
      EmptyState(
        title: DocumentsTexts.none[language],
        text: (model.unsent == nil ? DocumentsTexts.noneText : DocumentsTexts.noneToSend)[
          language],
        icon: .document
      ).html
    }
    if let access = model.access {
      Notice(.rest, DocumentsTexts.closed[language], access).html
    }
    for sending in model.sendings {
      Card(
        "sending-\(sending.version)", sending.title, aside: .text(sending.sent)
      ) {
        ol(.class("ruled")) { for entry in sending.entries { row(entry, language) } }
      }.html
    }
  }
}

private func row(_ entry: DocumentsModel.Entry, _ language: Language) -> HTML {
  li(.class("doc", "doc--listed")) {
    Icon.document.html
    div {
      span(.class("muted", "small")) { "\(entry.number). " }
      if let href = entry.href {
        a(.href(href)) { entry.title }
      } else {
        b { entry.title }
      }
      small { entry.details }
      if let file = entry.file { file.sum(language, of: entry.title) }
    }
    div(.class("doc__marks")) {
      if let file = entry.file {
        file.scan(language)
      } else {
        Badge(.rest, DocumentsTexts.byPost[language], icon: .mail).html
      }
      if entry.isLeftOut { Badge(.rest, DocumentsTexts.leftOut[language], icon: .close).html }
    }
  }
}
