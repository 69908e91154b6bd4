// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The page where the statement is read through as a whole, and signed.
struct StatementReview: Sendable {
  let work: StatementWork
  /// What stands in the draft; nil where the case itself lacks something.
  let content: StatementContent?
  /// Of what can be signed now; nil while something is missing.
  let digest: String?
  let mentoring: Mentoring
  /// Why signing was refused just now.
  let refused: Refusal?

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let id = work.view.state.id
    return PageShell(frame) {
      if let refused {
        ErrorSummary([FieldError("sign", refused.text[language])]).html(language)
      }
      StatementPageHead(work: work, title: StatementPageTexts.review, isReview: true)
        .html(language)
      div(.class("cols", "cols--case", "section-s")) {
        div(.class("stack")) {
          Notice(.rest, StatementReadTexts.draftNote[language]).html
          if let content {
            StatementText(
              definition: work.definition, content: content, setting: work.setting
            )
            .html(language) { section in
              p(.class("no-print", "small")) {
                a(.href(SiteAddress.statementSection(id, section: section).href)) {
                  StatementPageTexts.change[language]
                  span(.class("sr")) {
                    ": " + (work.definition.section(section)?.title[language] ?? "")
                  }
                }
              }
            }
          }
        }
        div(.class("stack")) {
          StatementGaps(work: work).html(language)
          if mentoring.left != 0 {
            MentorCard(work: work, digest: digest, mentoring: mentoring).html(frame)
          }
          StatementSigningCard(
            address: SiteAddress.statementReview(id).href, lead: StatementReadTexts.signLead,
            refusal: work.signingRefusal, digest: digest,
            awaited: mentoring.isAwaited ? MentorTexts.awaited : nil
          ).html(frame)
        }
      }
    }.render()
  }
}

/// Who wrote what in a section, and when.
func statementHistoryPage(
  _ work: StatementWork, _ section: StatementSection, frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  let id = work.view.state.id
  return PageShell(frame) {
    PageHead(
      "\(StatementPageTexts.history[language]): \(section.title[language])",
      lead: StatementHistoryTexts.lead[language],
      actions: [
        .link(
          StatementHistoryTexts.back[language],
          to: SiteAddress.statementSection(id, section: section.id).href, .quiet, icon: .back)
      ]
    ).html
    div(.class("stack", "section-s")) {
      if section.fields.allSatisfy({ work.draft.field($0.key).history.isEmpty }) {
        EmptyState(
          title: StatementPageTexts.notSavedYet[language],
          text: StatementHistoryTexts.lead[language]
        ).html
      }
      for group in section.groups {
        for field in group.fields {
          let draft = work.draft.field(field.key)
          if !draft.history.isEmpty {
            let title = [group.title?[language], field.title[language]].compactMap { $0 }
              .joined(separator: ": ")
            Card("h-\(field.key)", title) { runs(draft, language) }.html
          }
        }
      }
    }
  }.render()
}

/// A run of savings from one page, of which the last is what its writer meant.
private func runs(_ draft: FieldDraft, _ language: Language) -> HTML {
  var runs: [[StatementEdit]] = []
  for edit in draft.history {
    if runs.last?.last?.sitting == edit.sitting {
      runs[runs.count - 1].append(edit)
    } else {
      runs.append([edit])
    }
  }
  let dates = DateText(language)
  return ol(.class("ruled")) {
    for run in runs.reversed() {
      if let first = run.first, let last = run.last {
        li(.class("stack-s")) {
          p {
            b { last.writer.name }
            ", \(last.writer.profession.label[language].lowercased()), "
            dates.tag(last.at)
            " "
            if last.number == draft.revision {
              Badge(.done, StatementHistoryTexts.stands[language]).html
            } else if draft.competing.contains(last) {
              Badge(.late, StatementHistoryTexts.beside[language]).html
            }
          }
          div(.class("typed")) { p { last.text.isEmpty ? "–" : last.text } }
          if run.count > 1 {
            Fold(StatementHistoryTexts.times.text(run.count, language)) {
              ol(.class("small")) {
                for edit in run.dropLast() {
                  li {
                    "\(edit.at.clock.words[language]): "
                    span(.class("typed")) { edit.text.isEmpty ? "–" : edit.text }
                  }
                }
              }
              p(.class("small", "muted")) { dates.tag(first.at) }
            }.html
          }
        }
      }
    }
  }
}

enum StatementHistoryTexts {
  static let lead = Bilingual(
    sv: "Allt som har sparats finns kvar, även det som har skrivits över.",
    en: "All that was saved remains, also what was written over.")
  static let back = Bilingual(sv: "Till avsnittet", en: "To the section")
  static let stands = Bilingual(sv: "Står i utlåtandet", en: "Stands in the statement")
  static let beside = Bilingual(sv: "Inte avgjord", en: "Not dealt with")
  static let times = CountText(
    one: Bilingual(sv: "sparning", en: "saving"), many: Bilingual(sv: "sparningar", en: "savings"))
}
