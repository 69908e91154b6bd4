// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The page where one section is written.
func statementWritePage(_ model: StatementWriteModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    ErrorSummary(model.errors(language)).html(language)
    StatementPageHead(work: model.work, title: StatementPageTexts.write).html(language)
    if let desk = model.desk {
      div(.class("desk", "section-s")) {
        desk.html(language)
        div(.class("stack")) { written(model, frame) }
      }
    }
    div(.class(model.desk == nil ? "cols" : nil, "cols--case", "section-s")) {
      if model.desk == nil { written(model, frame) }
      div(.class("stack")) {
        StatementGaps(work: model.work).html(language)
        if model.desk == nil {
          StatementUnderlag(
            id: model.id, section: model.section.id,
            documents: model.work.setting.documents, isWriting: model.refusal == nil
          ).html(language)
        }
        Fold(StatementPageTexts.aboutForm[language]) {
          p(.class("small")) { model.work.definition.caution[language] }
          p(.class("small")) { StatementPageTexts.levelWords[language] }
          p(.class("small", "muted")) {
            model.work.definition.name + ". " + model.work.definition.source
          }
        }.html
        otherWay(model, language)
      }
    }
  }.render()
}

/// The heading with whose case it is, how far the saving has come and where to go.
struct StatementPageHead: Sendable {
  let work: StatementWork
  let title: Bilingual
  /// The page is the one that the button leads to.
  var isReview = false

  func html(_ language: Language) -> HTML {
    let state = work.view.state
    let count = work.gaps.count
    return div(.class("head")) {
      div {
        h1 { title[language] }
        p {
          span(.class("ref", "strong")) { state.id.description }
          " " + StatementPageHeadTexts.person(state)
          if let last = work.view.deadline.last {
            ". \(StatementPageHeadTexts.lastDay[language]) "
            DateText(language).tag(last, .sentence)
            if let left = work.view.daysLeft, left >= 0 {
              ", " + CountText.workdaysLeft.text(left, language)
            }
          }
        }
      }
      div(.class("row")) {
        span(.class("small", "muted"), .id("saved"), .role("status")) { saved(language) }
        if count > 0 {
          a(.href(SiteAddress.statementReview(state.id).href([], fragment: "missing"))) {
            StatementPageTexts.missing.text(count, language)
          }
        }
        if !isReview {
          Button.link(
            StatementPageTexts.review[language], to: SiteAddress.statementReview(state.id).href,
            count == 0 ? .main : .quiet
          ).html
        }
      }
    }
  }

  private func saved(_ language: Language) -> String {
    guard let last = work.draft.lastEdit else { return StatementPageTexts.notSavedYet[language] }
    let day =
      last.at.day == work.view.context.today
      ? "" : DateText(language).text(last.at.day, .dayMonth) + " "
    return "\(StatementPageTexts.savedAt[language]) \(day)\(last.at.clock.words[language])"
  }
}

enum StatementPageHeadTexts {
  /// Name and number of the insured, as far as they are known.
  static func person(_ state: Assessment) -> String {
    [state.insured?.fullName, state.insured?.number.description].compactMap { $0 }
      .joined(separator: ", ")
  }

  static let lastDay = Bilingual(
    sv: "Sista dag hos Försäkringskassan", en: "Last day at Försäkringskassan")
}

/// The sections as a list with their state.
private struct StatementChapters: Sendable {
  let model: StatementWriteModel

  func html(_ language: Language) -> HTML {
    nav(.ariaLabel(StatementPageTexts.sections[language])) {
      ol(.class("chapters")) {
        for chapter in model.chapters {
          li {
            a(
              .href(SiteAddress.statementSection(model.id, section: chapter.id).href),
              .ariaCurrent(chapter.isCurrent ? "true" : nil)
            ) {
              (chapter.gaps == 0 && chapter.isBegun ? Icon.check : chapter.isBegun ? .edit : .dot)
                .html
              span {
                "\(chapter.number). \(chapter.title[language])"
                small { note(chapter, language) }
              }
            }
          }
        }
      }
    }
  }

  private func note(_ chapter: StatementWriteModel.Chapter, _ language: Language) -> String {
    let owners = chapter.owners.map { $0.label[language] }.joined(separator: ", ")
    var note = "\(owners.prefix(1).uppercased())\(owners.dropFirst()), "
    note += chapter.state[language].lowercased()
    if let last = chapter.last, last.writer.person != model.work.view.actor.person {
      note += ". \(last.writer.name) \(last.at.clock.words[language])"
    }
    return note
  }
}

private func written(_ model: StatementWriteModel, _ frame: PageFrame) -> HTML {
  section(.class("card"), .ariaLabelledBy("part")) {
    StatementChapters(model: model).html(frame.language)
    part(model, frame)
  }
}

/// The section itself: its fields in a form, or as text to somebody who may not write there.
private func part(_ model: StatementWriteModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  return fragment {
    div(.class("card__body")) {
      div(.class("row", "row--apart")) {
        h2(.class("t-l"), .id("part")) { model.section.title[language] }
        a(
          .class("small"),
          .href(
            SiteAddress.statementHistory(model.id, section: model.section.id).href)
        ) {
          StatementPageTexts.showHistory[language]
        }
      }
      if let help = model.section.help { p(.class("small", "muted")) { help[language] } }
      if model.section.groups.contains(where: { model.mark($0) != nil }) {
        StatementLegend().html(language)
      }
    }
    if let refusal = model.refusal, model.typed == nil {
      div(.class("card__body")) {
        Notice(.rest, StatementPageTexts.read[language], refusal.text[language]).html
        StatementPartText(
          definition: model.work.definition, section: model.section,
          content: try? model.work.definition.drafted(model.work.draft, of: model.work.view.state)
        ).html(language)
      }
    } else {
      writing(model, frame)
    }
  }
}

private func writing(_ model: StatementWriteModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  var form = PostForm(
    to: SiteAddress.statementSection(model.id, section: model.section.id).href,
    token: frame.token,
    hidden: [(StatementForm.sitting, model.sitting)]
      + (model.desk.map { [(StatementDesk.placeField, $0.place.text)] } ?? []),
    id: "statement")
  form.autosave = .statement(language)
  return form.html {
    for group in model.section.groups {
      if let title = group.title {
        details(
          .class("ability"), .id("\(model.section.id).\(group.id ?? "")"),
          .open(model.isOpen(group))
        ) {
          summary {
            (model.gaps(group) == 0 ? Icon.check : .dot).html
            h3 { title[language] }
            if let mark = model.mark(group) { mark.html(language) }
            let gaps = model.gaps(group)
            Badge(
              gaps == 0 ? .done : .soon,
              gaps == 0
                ? StatementPageTexts.done[language]
                : StatementPageTexts.missing.text(gaps, language)
            ).html
          }
          div(.class("ability__in", "stack")) {
            for field in group.fields { model.view(field, in: group).html(language) }
            if let mark = model.mark(group), let own = mark.own, let level = mark.level,
              own != level
            {
              p(.class("small", "muted")) { StatementPageTexts.difference[language] }
            }
          }
        }
      } else {
        div(.class("card__body", "stack")) {
          for field in group.fields { model.view(field, in: group).html(language) }
        }
      }
    }
    div(.class("card__foot", "row", "row--apart")) {
      span(.class("muted", "small")) { StatementPageTexts.untyped[language] }
      span(.class("row")) {
        Button.submit(StatementPageTexts.save[language], .quiet).html
        if model.next != nil {
          Button.submit(
            StatementPageTexts.saveAndNext[language], name: "vidare", value: "ja"
          ).html
        }
      }
    }
  }
}

private func otherWay(_ model: StatementWriteModel, _ language: Language) -> HTML {
  guard model.work.view.permission(.sendStatement, subject: nil).isAllowed else { return .empty }
  return p(.class("small")) {
    StatementPageTexts.otherWay[language] + " "
    a(.href(SiteAddress.action(model.id, .sendStatement).href)) {
      StatementPageTexts.markSent[language]
    }
  }
}

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

extension AutosaveWords {
  /// The words of the statement's forms.
  static func statement(_ language: Language) -> AutosaveWords {
    AutosaveWords(
      status: "saved", saved: StatementPageTexts.savedAt[language],
      saving: StatementPageTexts.saving[language], failed: StatementPageTexts.notSaved[language],
      signInAgain: StatementPageTexts.signInAgain[language],
      conflict: StatementPageTexts.conflictNow[language])
  }
}
