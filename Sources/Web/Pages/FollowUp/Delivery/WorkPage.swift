// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// One import or edition: how far it has come, and when it is done what came of it.
func workPage(_ model: WorkModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let work = model.work
  return PageShell(frame) {
    div(.class("head")) {
      div {
        h1 { ImportTexts.number(work.id, work.kind)[language] }
        p {
          WorkBadge(work.state).html(language)
          " "
          span(.class("muted")) {
            ImportResultTexts.begun[language] + " "
            DateText(language).tag(work.begun)
          }
        }
      }
    }
    div(.class("stack")) {
      switch work.state {
      case .receiving, .waiting, .running: underWay(model, frame)
      case .stopped, .cancelled: halted(model, frame)
      case .done:
        if work.kind == .edition { editionDone(model, frame) } else { importDone(model, frame) }
      }
      if work.kind == .upload, !work.state.isOpen { documents(model, language) }
    }
  }.render()
}

private func underWay(_ model: WorkModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let here = SiteAddress.importResult(model.work.id)
  return Card("framsteg", ImportTexts.progress[language]) {
    div(.class("stack-s"), .data("data-refresh", model.refreshes ? "2" : nil)) {
      if let percent = model.percent {
        p {
          progress(
            .ariaLabelledBy("framsteg"), .max(100), .value("\(percent)")
          ) { "\(percent) %" }
          " "
          b { "\(percent)\u{A0}%" }
        }
      } else {
        p { progress(.ariaLabelledBy("framsteg")) { "" } }
      }
      SummaryList(model.lines).html(language)
      if model.isStill {
        p(.class("small")) {
          ImportTexts.isStill[language] + " "
          a(.href(here.href)) { ImportTexts.refreshAgain[language] }
        }
      } else {
        p(.class("small", "muted")) {
          ImportTexts.refreshes[language] + " " + ImportTexts.afterRestart[language] + " "
          a(.href(here.href([(WorkModel.Name.still, "ja")]))) { ImportTexts.keepStill[language] }
        }
      }
    }
    CancelForm(model: model, token: frame.token).html
  }.html
}

/// The button that ends what is under way.
private struct CancelForm {
  let model: WorkModel
  let token: String

  var html: HTML {
    let words = model.work.kind == .upload ? ImportTexts.cancel : ImportTexts.cancelEdition
    return PostForm(
      to: SiteAddress.importCancel(model.work.id).href, token: token, isGuarded: false,
      cssClass: "section-s no-print", id: "avbryt"
    ).html { Button.submit(words[model.language], .quiet).html }
  }
}

private func halted(_ model: WorkModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  guard model.work.state == .stopped else {
    return Notice(
      .rest, ImportTexts.cancelledLead[language], ImportTexts.cancelledText[language]
    ).html
  }
  let code = model.work.fault ?? "–"
  return fragment {
    Notice(
      .late, ImportTexts.stoppedLead[language], ImportTexts.stoppedText[language] + " \(code)."
    ).html
    Card("framsteg", ImportTexts.progress[language]) {
      SummaryList(model.lines).html(language)
      div(.class("row", "section-s", "no-print")) {
        PostForm(
          to: SiteAddress.importResume(model.work.id).href, token: frame.token, isGuarded: false
        ).html { Button.submit(ImportTexts.resume[language]).html }
        CancelForm(model: model, token: frame.token).html
      }
    }.html
  }
}

private func editionDone(_ model: WorkModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let isNew = model.work.edition?.isNew ?? true
  return fragment {
    Notice(
      .done, (isNew ? ImportResultTexts.editionMade : ImportResultTexts.editionSame)[language],
      link: (ImportResultTexts.toFollowUp[language], SiteAddress.followUp.href)
    ).html
    if let edition = model.edition {
      Card("utgava", "\(ImportResultTexts.edition[language]) \(edition.number)") {
        SummaryList([
          .init(MeasureChartTexts.built[language], edition.built.day.description),
          .init(
            MeasureChartTexts.documents[language],
            CountText.grouped(edition.documentsThrough)),
          .init(
            MeasureChartTexts.copies[language],
            edition.made.snapshots.isEmpty
              ? "–" : edition.made.snapshots.map(\.description).joined(separator: ", ")),
        ]).html(language)
        h3(.class("section-s")) { ImportResultTexts.sinceLast[language] }
        if edition.changes.isEmpty {
          p { ImportResultTexts.firstEdition[language] }
        } else {
          ul { for change in edition.changes { li { change[language] } } }
        }
      }.html
    }
  }
}

private func importDone(_ model: WorkModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let result = model.work.result
  func count(
    _ outcome: ImportedOutcome, _ found: Int?, _ words: Bilingual, tone: Tone = .rest
  ) -> Ledger.Count {
    let number = found ?? 0
    return Ledger.Count(
      number: number, words: words[language],
      href: number > 0 && model.total > 0 ? model.href(outcome) : nil, tone: tone)
  }
  return fragment {
    Notice(.done, ImportResultTexts.allDone[language]).html
    Ledger([
      count(.accepted, result?.accepted, ImportResultTexts.accepted),
      count(.acceptedWithNotes, result?.acceptedWithNotes, ImportResultTexts.noted),
      count(.rejected, result?.rejected, ImportResultTexts.rejected, tone: .late),
      count(.known, result?.known, ImportResultTexts.known),
    ]).html
    div(.class("row", "no-print")) {
      NewEditionForm(token: frame.token, look: .main).html(language)
      Button.link(QualityTexts.title[language], to: SiteAddress.quality.href, .quiet).html
    }
  }
}

/// What became of each document.
private func documents(_ model: WorkModel, _ language: Language) -> HTML {
  Card("lista", ImportResultTexts.result[language]) {
    if model.total == 0 {
      p { ImportResultTexts.noneLeft[language] }
    } else {
      p(.class("small", "muted")) {
        (model.isSender ? ImportResultTexts.namesKept : ImportResultTexts.noNames)[language]
      }
      div(.class("row", "row--apart", "no-print", "section-s")) {
        outcomes(model, language)
        Button.link(
          ImportResultTexts.download[language], to: SiteAddress.importFile(model.work.id).href,
          .quiet, icon: .download, isSmall: true
        ).html
      }
      if model.items.isEmpty {
        p { ImportResultTexts.noneSuch[language] }
      } else {
        div(.class("section-s")) { documentTable(model, language) }
      }
      Pagination(page: model.page, pageCount: model.pageCount) { [model] number in
        model.href(model.outcome, page: number)
      }.html(language)
    }
  }.html
}

private func outcomes(_ model: WorkModel, _ language: Language) -> HTML {
  let choices: [(outcome: ImportedOutcome?, words: Bilingual)] = [
    (nil, ImportResultTexts.all), (.rejected, ImportResultTexts.rejected),
    (.acceptedWithNotes, ImportResultTexts.noted), (.accepted, ImportResultTexts.accepted),
    (.known, ImportResultTexts.known), (.passedOver, ImportResultTexts.passedOver),
  ]
  let shown = choices.filter { choice in
    choice.outcome.map { model.counts[$0] ?? 0 > 0 || $0 == model.outcome } ?? true
  }
  return SegmentLinks(
    label: ImportResultTexts.showWhich[language],
    links: shown.map { choice in
      let count = choice.outcome.map { model.counts[$0] ?? 0 } ?? model.total
      return (
        "\(choice.words[language].capitalizedFirst) \(CountText.grouped(count))",
        model.href(choice.outcome)
      )
    }, current: shown.firstIndex { $0.outcome == model.outcome } ?? 0
  ).html
}

private func documentTable(_ model: WorkModel, _ language: Language) -> HTML {
  var columns: [DataTable.Column] = [.init(ImportResultTexts.number[language])]
  if model.isSender { columns.append(.init(ImportResultTexts.file[language])) }
  columns += [
    .init(ImportResultTexts.outcome[language]), .init(ImportResultTexts.kind[language]),
    .init(ImportResultTexts.reasons[language]),
  ]
  return DataTable(
    id: "lista-tabell", caption: ImportResultTexts.result[language], columns: columns,
    rows: model.items.map { item in
      var cells: [HTML] = [.text(CountText.grouped(item.number))]
      if model.isSender { cells.append(span(.class("file-name")) { item.name }) }
      cells += [
        outcome(item.outcome, language),
        .text(ImportResultTexts.kind(item.kind, type: item.type)[language]),
        ItemReasons(item: item, language: language).html,
      ]
      return cells
    }
  ).html(language)
}

private func outcome(_ outcome: ImportedOutcome, _ language: Language) -> HTML {
  let words = ImportResultTexts.outcome(outcome)[language]
  switch outcome {
  case .accepted: return Badge(.done, words).html
  case .acceptedWithNotes: return Badge(.soon, words, icon: .information).html
  case .rejected: return Badge(.late, words).html
  case .known: return Badge(.rest, words, icon: .check).html
  case .passedOver: return Badge(.rest, words, icon: .close).html
  }
}

/// The rules and places of one document.
struct ItemReasons {
  let item: ImportedItem
  let language: Language

  var html: HTML {
    let lines = lines
    if lines.isEmpty { return .text("–") }
    return ul(.class("plain", "small")) {
      for line in lines {
        li {
          if !line.head.isEmpty {
            b { line.head }
            ": "
          }
          line.text
        }
      }
    }
  }

  /// The rule's number and its place, and what it says.
  var lines: [(head: String, text: String)] {
    if let refusal = item.refusal {
      return [("", ReasonText.text(refusal, type: item.type)[language])]
    }
    return item.reasons.map { reason in
      let code = reason.kind == .rule ? reason.code : ""
      let head = [code, reason.place].filter { !$0.isEmpty }.joined(separator: ", ")
      return (head, ReasonText.text(reason.code)[language])
    }
  }
}
