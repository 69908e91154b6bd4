// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The files of a message, each with what it is and a way to open it.
struct AttachmentList {
  let id: CaseNumber
  /// The thread that they belong to, 0 for one that is not begun.
  let thread: Int
  let items: [MessageAttachment]

  func html(
    _ language: Language, @HTMLBuilder more: (MessageAttachment) -> HTML = { _ in .empty }
  ) -> HTML {
    ul(.class("ruled"), .ariaLabel(AttachmentTexts.title[language])) {
      for item in items {
        li(.class("doc")) {
          Icon.document.html
          div {
            a(.href(SiteAddress.attachment(id, thread, item.file.id).href)) { item.name }
            small {
              CaseUnderlagTexts.pages(item.file.pages)[language] + ", "
                + FileFacts(item.file).words(language)
            }
          }
          div(.class("doc__marks")) {
            FileFacts(item.file).scan(language)
            more(item)
          }
        }
      }
    }
  }
}

/// The part of a message's form where files are attached and taken away.
struct AttachmentField {
  let list: AttachmentList
  let form: ThreadForm
  let language: Language

  private var hasErrors: Bool {
    !form.refused.isEmpty || form.refusal?.field == ThreadField.attachments
  }

  var html: HTML {
    div(.class("stack-s", "section-s", "attach")) {
      // Enter sends; the first visible button would take an attachment away.
      button(
        .class("sr"), .type(.submit), .tabindex(-1), .ariaHidden, .name(ThreadField.act),
        .value(ThreadAct.send.rawValue)
      ) { ConversationTexts.send[language] }
      if !list.items.isEmpty {
        p { b { AttachmentTexts.waiting[language] } }
        list.html(language) { item in
          Button.submit(
            AttachmentTexts.remove[language], .plain, name: ThreadField.remove,
            value: item.file.id, context: item.name, isSmall: true
          ).html
        }
        for item in list.items {
          input(
            .type(Attribute.InputKind.hidden), .name(ThreadField.attachments),
            .value(item.file.id))
        }
      }
      div(.class("field", hasErrors ? "has-err" : nil)) {
        label(.for(ThreadField.files)) { AttachmentTexts.choose[language] }
        p(.class("hint"), .id("filer-hint")) {
          AttachmentTexts.hint[language]
        }
        if hasErrors { refusals }
        input(
          .class("input"), .type(Attribute.InputKind.file), .id(ThreadField.files),
          .name(ThreadField.files), .multiple(true), .accept(UnsentView.accepted),
          .ariaDescribedBy(["filer-hint"] + (hasErrors ? ["filer-error"] : [])),
          .ariaInvalid(hasErrors))
      }
      div(.class("row")) {
        button(
          .class("btn", "btn--quiet", "btn--s"), .type(.submit), .name(ThreadField.act),
          .value(ThreadAct.attach.rawValue), .multipartButton
        ) { AttachmentTexts.attach[language] }
      }
    }
  }

  private var refusals: HTML {
    div(.id("filer-error")) {
      if let refusal = form.refusal, refusal.field == ThreadField.attachments {
        p(.class("err")) {
          Icon.alert.html
          span { refusal.text[language] }
        }
      }
      for file in form.refused {
        p(.class("err")) {
          Icon.alert.html
          span { (file.name.isEmpty ? "" : file.name + ": ") + file.text[language] }
        }
      }
    }
  }
}

/// The page of one attachment: its pages one after another.
struct AttachmentPage {
  let id: CaseNumber
  let thread: Int
  let attachment: MessageAttachment
  /// The text of each page.
  let text: [String]
  let back: Href

  func render(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let file = attachment.file
    return PageShell(frame) {
      div(.class("head")) {
        div {
          h1 { attachment.name }
          p {
            CaseUnderlagTexts.pages(file.pages)[language] + ", "
              + FileFacts(file).words(language)
          }
        }
        div(.class("row")) { FileFacts(file).scan(language) }
      }
      div(.class("row", "no-print", "section-s")) {
        Button.link(
          AttachmentTexts.download[language],
          to: SiteAddress.attachmentFile(id, thread, file.id).href, .quiet
        ).html
        a(.href(back)) { AttachmentTexts.back[language] }
      }
      div(.class("stack", "section-s")) { for page in pages { sheet(page, language) } }
    }.render()
  }

  private var pages: ClosedRange<Int> { 1...max(1, attachment.file.pages) }

  private func sheet(_ page: Int, _ language: Language) -> HTML {
    let place = AttachmentTexts.page(page, of: pages.upperBound)[language]
    let words = text.indices.contains(page - 1) ? text[page - 1] : ""
    return figure(.class("sheet-page"), .id("sida-\(page)"), .ariaLabel(place)) {
      if attachment.file.mediaType == .text {
        pre(.class("sheet", "sheet--text"), .tabindex(0)) { words }
      } else {
        img(
          .src(SiteAddress.attachmentPage(id, thread, attachment.file.id, page).href),
          .alt(
            AttachmentTexts.picture(page, of: pages.upperBound, attachment.name)[language]),
          .loading(page == 1 ? nil : "lazy"))
      }
      figcaption(.class("small")) { place }
      if attachment.file.mediaType != .text && !words.isEmpty {
        details {
          summary { ReaderPageTexts.text[language] }
          pre(.class("sheet--text"), .tabindex(0)) { words }
        }
      }
    }
  }
}
