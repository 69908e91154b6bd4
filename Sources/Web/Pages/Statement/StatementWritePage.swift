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
          content: try? model.work.definition.drafted(model.work.draft, of: model.work.view.state),
          setting: model.work.setting
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
