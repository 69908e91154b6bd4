// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What is uploaded but not sent, as a form, and the form that uploads more.
struct UnsentView {
  let id: CaseNumber
  let model: UnsentModel
  let frame: PageFrame

  /// The form of the rows, where an error leads that is about no field.
  static let formID = "osanda"
  /// The field where files are chosen.
  static let filesID = "filer"
  /// Bytes of a piece that the script sends. What has come of one is kept, block by block, where
  /// the connection is lost.
  static let pieceBytes = 8 << 20
  /// What the browser offers to choose among; the content decides, not the name.
  static let accepted = [
    "application/pdf", "image/png", "image/jpeg", "text/plain", ".pdf", ".png", ".jpg", ".jpeg",
    ".txt",
  ]

  private var language: Language { frame.language }

  var html: HTML {
    fragment {
      upload
      // The script puts a fresh copy here when its files have come.
      div(.id("unsent")) { waiting }
    }
  }

  private var waiting: HTML {
    Card(
      "unsent-title", DocumentsTexts.unsent[language],
      aside: model.rows.isEmpty ? .empty : .text(model.amount(language))
    ) {
      if model.rows.isEmpty {
        p { DocumentsTexts.nothingUnsent[language] }
      } else {
        p(.class("hint")) {
          (model.isOwn ? DocumentsTexts.ownUnsentLead : DocumentsTexts.unsentLead)[language]
        }
        PostForm(
          to: SiteAddress.unsentDocuments(id).href, token: frame.token, cssClass: "section-s",
          id: Self.formID
        ).html {
          // Enter saves; the first visible button would move a row.
          button(
            .class("sr"), .type(.submit), .tabindex(-1), .ariaHidden, .name(UnsentButton.name),
            .value(UnsentButton.save.value)
          ) { DocumentsTexts.save[language] }
          ol(.class("ruled", "unsent-list")) {
            for (place, row) in model.rows.enumerated() { line(place, row) }
          }
          div(.class("field", "row")) {
            Button.submit(
              DocumentsTexts.save[language], .quiet, name: UnsentButton.name,
              value: UnsentButton.save.value
            ).html
            if let sendWith = model.sendWith {
              Button.link(sendWith.text[language], to: sendWith.href).html
            }
          }
        }
      }
    }.html
  }

  private func line(_ place: Int, _ row: UnsentModel.Row) -> HTML {
    li(.class("doc", "unsent")) {
      Icon.document.html
      div {
        b(.id("row-\(row.id)")) { row.name }
        small {
          CaseUnderlagTexts.pages(row.file.file.pages)[language] + ", "
            + row.file.words(language)
        }
        row.file.sum(language, of: row.name)
      }
      div(.class("doc__marks")) {
        row.file.scan(language)
        if row.wasSent { Badge(.rest, DocumentsTexts.wasSent[language], icon: .check).html }
      }
      div(.class("unsent__fields", "form-s"), .role("group"), .ariaLabel(row.name)) {
        if !model.isOwn { kind(row) }
        TextField(frame: part(row, "title", DocumentTexts.title), value: row.title)
          .html(language)
        DateField(
          frame: part(row, "dated", DocumentTexts.dated, isOptional: true), value: row.dated
        )
        .html(language)
      }
      div(.class("unsent__acts", "row")) {
        Button.link(
          DocumentsTexts.preview[language], to: SiteAddress.document(id, row.id).href, .plain,
          context: row.name, isSmall: true
        ).html
        if place > 0 { act(.up(row.id), DocumentsTexts.up, .plain, row) }
        if place < model.rows.count - 1 { act(.down(row.id), DocumentsTexts.down, .plain, row) }
        act(.remove(row.id), DocumentsTexts.remove, .plain, row)
      }
    }
  }

  private func kind(_ row: UnsentModel.Row) -> HTML {
    SelectField(
      frame: part(row, "kind", DocumentTexts.kind),
      choices: DocumentKind.allCases.map { Choice($0.rawValue, $0.label.alone[language]) },
      selected: row.kind, prompt: FormViewTexts.choose[language], width: .full
    ).html(language)
  }

  private func act(
    _ target: UnsentButton, _ text: Bilingual, _ look: Button.Look, _ row: UnsentModel.Row
  ) -> HTML {
    Button.submit(
      text[language], look, name: UnsentButton.name, value: target.value, context: row.name,
      isSmall: true
    ).html
  }

  private func part(
    _ row: UnsentModel.Row, _ name: String, _ label: Bilingual, isOptional: Bool = false
  ) -> FieldFrame {
    let field = UnsentModel.field(row.id, name)
    return FieldFrame(
      field, label[language], error: model.errors.text(field)?[language], isOptional: isOptional)
  }

  private var upload: HTML {
    Card("upload-title", DocumentsTexts.upload[language]) {
      PostForm(
        to: SiteAddress.uploadForm(id).href, token: frame.token, isMultipart: true,
        isGuarded: false, id: "upload"
      ).html {
        div(.class("field", model.refused.isEmpty ? nil : "has-err")) {
          label(.for(Self.filesID)) { DocumentsTexts.files[language] }
          p(.class("hint"), .id("filer-hint")) {
            DocumentsTexts.filesHint[language] + " " + DocumentsTexts.noScan[language]
          }
          if !model.refused.isEmpty { refusals }
          input(
            .class("input"), .type(Attribute.InputKind.file), .id(Self.filesID),
            .name(Self.filesID), .multiple(true), .accept(Self.accepted),
            .ariaDescribedBy(
              ["filer-hint"] + (model.refused.isEmpty ? [] : ["filer-error"])),
            .ariaInvalid(!model.refused.isEmpty))
        }
        div(.class("field", "row")) {
          Button.submit(DocumentsTexts.send[language], model.rows.isEmpty ? .main : .quiet).html
        }
      }
      if !model.unfinished.isEmpty { unfinished }
      script
    }.html
  }

  /// Files of which a part has come. The script goes on with them when the same file is chosen.
  private var unfinished: HTML {
    div(.class("section-s"), .id("unfinished")) {
      h3 { DocumentsTexts.unfinished[language] }
      p(.class("hint")) { DocumentsTexts.unfinishedHint[language] }
      ul(.class("ruled")) {
        for upload in model.unfinished {
          li(
            .class("row", "row--apart"), .data("data-upload", upload.id),
            .data("data-name", upload.name), .data("data-size", "\(upload.size)")
          ) {
            span {
              b { upload.name }
              " "
              span(.class("small", "muted")) {
                DocumentsTexts.received(upload.received, of: upload.size)[language]
              }
            }
            PostForm(
              to: SiteAddress.uploadCancel(id, upload.id).href, token: frame.token,
              isGuarded: false
            ).html {
              Button.submit(
                DocumentsTexts.remove[language], .plain, context: upload.name, isSmall: true
              ).html
            }
          }
        }
      }
    }
  }

  private var refusals: HTML {
    div(.id("filer-error")) {
      p(.class("err")) {
        Icon.alert.html
        span { DocumentsTexts.refusedLead[language] }
      }
      ul(.class("ruled")) {
        for file in model.refused {
          li {
            b { file.name }
            p(.class("small")) { file.text[language] }
          }
        }
      }
    }
  }

  /// What the script needs to upload in pieces: where to, and its words.
  private var script: HTML {
    typealias Words = DocumentsTexts.Script
    return div(
      .id("uploader"), .hidden(), .data("data-uploads", SiteAddress.uploads(id).href),
      .data("data-piece", "\(Self.pieceBytes)"), .data("data-token", frame.token),
      .data("data-drop", Words.drop[language]), .data("data-waiting", Words.waiting[language]),
      .data("data-sending", Words.sending[language]),
      .data("data-checking", Words.checking[language]),
      .data("data-done", Words.done[language]), .data("data-lost", Words.lost[language]),
      .data("data-failed", Words.failed[language]),
      .data("data-cancel", Words.cancel[language]),
      .data("data-cancelled", Words.cancelled[language]),
      .data("data-again", Words.again[language]),
      .data("data-all-done", Words.allDone[language])
    ) {
      p(.class("drop-zone")) { Words.drop[language] }
      ul(.class("ruled", "uploads"), .id("upload-list"))
    }
  }
}
