// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Where files are taken in: the form, what is under way, the edition, and earlier imports.
func importPage(_ model: ImportModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    ErrorSummary(model.summary(language)).html(language)
    PageHead(ImportTexts.title[language], lead: ImportTexts.lead[language]).html
    div(.class("cols", "cols--main-side")) {
      div(.class("stack")) {
        ImportForm(model: model, frame: frame).html
        if !model.open.isEmpty { openWork(model, language) }
      }
      div(.class("stack")) { EditionCard(model: model, frame: frame).html }
    }
    div(.class("section")) { journal(model, language) }
  }.render()
}

/// The form that sends files.
private struct ImportForm {
  let model: ImportModel
  let frame: PageFrame

  private var language: Language { frame.language }
  private var hintID: String { ImportModel.field + "-hint" }
  private var errorID: String { ImportModel.field + "-error" }

  var html: HTML {
    Card("las-in", ImportTexts.take[language]) {
      PostForm(
        to: SiteAddress.imports.href, token: frame.token, isMultipart: true, isGuarded: false
      ).html {
        div(.class("field", model.refused.isEmpty ? nil : "has-err")) {
          label(.for(ImportModel.field)) { ImportTexts.files[language] }
          p(.class("hint"), .id(hintID)) {
            ImportTexts.filesHint[language] + " " + ImportTexts.again[language]
          }
          if !model.refused.isEmpty { refusals }
          input(
            .class("input"), .type(Attribute.InputKind.file), .id(ImportModel.field),
            .name(ImportModel.field), .multiple(true), .accept(ImportModel.accepted),
            .ariaDescribedBy([hintID] + (model.refused.isEmpty ? [] : [errorID])),
            .ariaInvalid(!model.refused.isEmpty))
        }
        div(.class("field")) { Button.submit(ImportTexts.take[language]).html }
      }
    }.html
  }

  private var refusals: HTML {
    div(.class("err"), .id(errorID)) {
      Icon.alert.html
      div {
        if model.refused.contains(where: { !$0.name.isEmpty }) {
          p { ImportTexts.refusedLead[language] }
          ul {
            for one in model.refused where !one.name.isEmpty {
              li {
                b { one.name }
                " – " + one.text[language]
              }
            }
          }
        }
        for one in model.refused where one.name.isEmpty { p { one.text[language] } }
      }
    }
  }
}

/// Imports and editions that are under way, wait, or have stopped.
private func openWork(_ model: ImportModel, _ language: Language) -> HTML {
  Card("pagar", ImportTexts.underWay[language]) {
    ul(.class("ruled")) {
      for work in model.open {
        li(.class("row", "row--apart")) {
          span {
            b { ImportTexts.number(work.id, work.kind)[language] }
            " "
            WorkBadge(work.state).html(language)
          }
          // What another organisation asked for has no page here.
          if work.isOwn {
            a(.href(SiteAddress.importResult(work.id).href)) {
              ImportTexts.show[language]
              span(.class("sr")) { " " + ImportTexts.number(work.id, work.kind)[language] }
            }
          }
        }
      }
    }
  }.html
}

/// How an import or edition stands, in a word.
struct WorkBadge {
  let state: FollowUpWorkState

  init(_ state: FollowUpWorkState) { self.state = state }

  func html(_ language: Language) -> HTML {
    switch state {
    case .receiving: Badge(.rest, ImportTexts.receiving[language]).html
    case .waiting: Badge(.rest, ImportTexts.waiting[language]).html
    case .running: Badge(.note, ImportTexts.running[language], icon: .clock).html
    case .done: Badge(.done, ImportTexts.done[language]).html
    case .stopped: Badge(.late, ImportTexts.stopped[language]).html
    case .cancelled: Badge(.rest, ImportTexts.cancelled[language], icon: .close).html
    }
  }
}

/// The edition that figures are read from, and the way to a new one.
private struct EditionCard {
  let model: ImportModel
  let frame: PageFrame

  private var language: Language { frame.language }

  var html: HTML {
    Card("utgava", ImportResultTexts.edition[language], isSmall: true) {
      div(.class("stack-s")) { content }
    }.html
  }

  private var content: HTML {
    fragment {
      p(.class("small")) { ImportResultTexts.editionLead[language] }
      if let edition = model.edition {
        SummaryList(
          [
            .init(ImportResultTexts.edition[language], "\(edition.number)"),
            .init(MeasureChartTexts.built[language], edition.built.day.description),
            .init(
              MeasureChartTexts.documents[language],
              CountText.grouped(edition.documentsThrough)),
          ], isSmall: true
        ).html(language)
        p(.class("small")) {
          model.newDocuments == 0
            ? ImportResultTexts.nothingNew[language]
            : ImportResultTexts.newDocuments(model.newDocuments)[language]
        }
        changes(edition)
      } else {
        p(.class("small")) { ImportResultTexts.noEdition[language] }
      }
      if model.makesEditions {
        if !model.isMakingEdition { NewEditionForm(token: frame.token).html(language) }
      } else {
        p(.class("small", "muted")) { ImportResultTexts.noEditionHere[language] }
      }
    }
  }

  private func changes(_ edition: BuiltEdition) -> HTML {
    guard !edition.changes.isEmpty else { return .empty }
    return Fold(ImportResultTexts.sinceLast[language]) {
      ul { for change in edition.changes { li { change[language] } } }
    }.html(language)
  }
}

/// The button that asks for an edition.
struct NewEditionForm {
  let token: String
  var look = Button.Look.quiet

  func html(_ language: Language) -> HTML {
    PostForm(
      to: SiteAddress.newEdition.href, token: token, isGuarded: false,
      cssClass: "no-print"
    ).html { Button.submit(ImportResultTexts.makeEdition[language], look).html }
  }
}

private func journal(_ model: ImportModel, _ language: Language) -> HTML {
  Card("tidigare", ImportResultTexts.earlier[language]) {
    if model.journal.isEmpty {
      EmptyState(
        title: ImportResultTexts.noneEarlier[language],
        text: ImportResultTexts.noneEarlierText[language]
      ).html
    } else {
      ImportJournal(id: "tidigare-tabell", lines: model.journal, language: language).html
    }
  }.html
}

/// The journal of imports as a table.
struct ImportJournal {
  let id: String
  let lines: [ImportModel.Line]
  let language: Language

  var html: HTML {
    DataTable(
      id: id, caption: ImportResultTexts.earlier[language],
      columns: [
        .init(ImportResultTexts.begun[language]), .init(ImportResultTexts.by[language]),
        .init(ImportResultTexts.documents[language], isNumber: true),
        .init(ImportResultTexts.accepted[language].capitalizedFirst, isNumber: true),
        .init(ImportResultTexts.noted[language].capitalizedFirst, isNumber: true),
        .init(ImportResultTexts.rejected[language].capitalizedFirst, isNumber: true),
        .init(ImportResultTexts.known[language].capitalizedFirst, isNumber: true),
        .init(ImportResultTexts.state[language]),
      ],
      rows: lines.map(row)
    ).html(language)
  }

  private func row(_ line: ImportModel.Line) -> [HTML] {
    let record = line.record
    let result = record.result
    let begun = DateText(language).text(record.started, .iso)
    func number(_ count: Int?) -> HTML { .text(count.map(CountText.grouped) ?? "–") }
    return [
      line.result.map { id in
        a(.class("cell"), .href(SiteAddress.importResult(id).href)) { begun }
      } ?? .text(begun),
      .text(who(line)),
      number(result?.documents ?? record.reached), number(result?.accepted),
      number(result?.acceptedWithNotes), number(result?.rejected), number(result?.known),
      state(line),
    ]
  }

  private func state(_ line: ImportModel.Line) -> HTML {
    if line.record.ended != nil { return WorkBadge(.done).html(language) }
    if let state = line.state { return WorkBadge(state).html(language) }
    return .text(ImportResultTexts.notEnded[language])
  }

  private func who(_ line: ImportModel.Line) -> String {
    if line.isYours { return ImportResultTexts.yourself[language] }
    if line.isOwn { return ImportResultTexts.own[language] }
    guard let party = line.record.party else { return ImportResultTexts.operation[language] }
    return (party == Party.fk.description ? ImportResultTexts.agency : ImportResultTexts.region)[
      language]
  }
}
