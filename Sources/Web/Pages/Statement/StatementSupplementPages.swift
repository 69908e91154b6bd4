// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The page where Försäkringskassan asks about sections of a statement.
struct StatementQuestionPage: Sendable {
  let sent: SentStatement
  var typed = FormValues()
  /// What has to be changed, by the name of the field.
  var errors: [(field: String, text: Bilingual)] = []

  /// The name of a section's field; the whole is `all`.
  static func field(_ section: String?) -> String { "fraga-\(section ?? "all")" }
  static let answerBy = "answerBy"

  /// The questions that were written, section by section.
  static func questions(_ form: FormValues, _ sent: SentStatement) -> [SectionQuestion] {
    let sections: [String?] = sent.signed.content.parts.map(\.section) + [nil]
    return sections.compactMap { section in
      form.text(field(section)).map { SectionQuestion(section: section, question: $0) }
    }
  }

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let id = sent.view.state.id
    return PageShell(frame) {
      ErrorSummary(errors.map { FieldError($0.field, $0.text[language]) }).html(language)
      PageHead(
        StatementPageTexts.question[language], lead: StatementReadTexts.askLead[language]
      ).html
      if let refusal = sent.questionRefusal {
        Notice(.rest, refusal.text[language]).html
      } else {
        PostForm(to: SiteAddress.statementQuestion(id).href, token: frame.token).html {
          div(.class("stack", "section-s")) {
            for part in sent.signed.content.parts {
              if let section = sent.definition.section(part.section) {
                question(section.id, section.title[language], language)
              }
            }
            question(nil, StatementReadTexts.whole[language], language)
            DateField(
              frame: FieldFrame(
                Self.answerBy, StatementReadTexts.answerBy[language],
                error: error(Self.answerBy)?[language], isOptional: true),
              value: typed.raw(Self.answerBy)
            ).html(language)
            div(.class("row")) {
              Button.submit(StatementReadTexts.sendQuestions[language]).html
              Button.link(
                StatementPageTexts.statement[language], to: SiteAddress.statement(id).href, .plain
              ).html
            }
          }
        }
      }
    }.render()
  }

  private func question(_ section: String?, _ title: String, _ language: Language) -> HTML {
    let name = Self.field(section)
    return TextField(
      frame: FieldFrame(
        name, "\(StatementReadTexts.askAbout[language]) \(title)", error: error(name)?[language],
        isOptional: true),
      value: typed.raw(name), lines: 3, maxLength: CaseLimit.textLength
    ).html(language)
  }

  private func error(_ field: String) -> Bilingual? {
    errors.first { $0.field == field }?.text
  }
}

/// The page where the answers to questions are written, read through and signed.
struct StatementAnswerPage: Sendable {
  let work: StatementWork
  let question: StatementSupplement
  let sitting: String
  /// Of the answers as they stand; nil while one is missing.
  let digest: String?
  var refused: Refusal?
  var typed: FormValues?

  /// A field for the answer to one question.
  func field(_ asked: SectionQuestion) -> StatementField {
    let title =
      asked.section.flatMap { work.signedDefinition.section($0)?.title } ?? StatementReadTexts.whole
    return StatementField(
      key: SupplementKey.key(question.requested.number, asked.section),
      title: Bilingual(
        sv: "\(StatementReadTexts.yourAnswer.sv): \(title.sv)",
        en: "\(StatementReadTexts.yourAnswer.en): \(title.en)"),
      help: nil, kind: .text(maxLength: StatementLimit.textLength), isRequired: true)
  }

  var fields: [StatementField] { question.requested.asked.map(field) }

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let id = work.view.state.id
    var form = PostForm(
      to: SiteAddress.statementAnswer(id).href, token: frame.token,
      hidden: [(StatementForm.sitting, sitting)], id: "statement")
    form.autosave = .statement(language)
    return PageShell(frame) {
      if let refused {
        ErrorSummary([FieldError(refused.field ?? "sign", refused.text[language])]).html(language)
      }
      PageHead(
        StatementPageTexts.answer[language], lead: StatementReadTexts.answerLead[language],
        actions: [
          .link(
            StatementPageTexts.statement[language], to: SiteAddress.statement(id).href, .quiet)
        ]
      ).html
      p(.class("small", "muted"), .id("saved"), .role("status"))
      div(.class("cols", "cols--case", "section-s")) {
        form.html {
          div(.class("stack")) {
            for asked in question.requested.asked { answer(asked, language) }
            div(.class("row")) {
              Button.submit(StatementReadTexts.saveAndReview[language], .quiet).html
            }
          }
        }
        div(.class("stack")) { signing(frame) }
      }
    }.render()
  }

  private func answer(_ asked: SectionQuestion, _ language: Language) -> HTML {
    let field = field(asked)
    let draft = work.draft.field(field.key)
    let section = asked.section.flatMap { work.signedDefinition.section($0) }
    let refusal = work.view.state.additionRefusal(
      question.requested.number, section, work.view.actor)
    return Card(
      "q-\(asked.section ?? "all")",
      section?.title[language]
        ?? StatementReadTexts.whole[language]
    ) {
      div(.class("stack")) {
        if let text = asked.question { blockquote { StatementValueWords.paragraphs(text) } }
        if let refusal {
          Notice(.rest, StatementPageTexts.read[language], refusal.text[language]).html
          StatementValueWords.paragraphs(draft.text)
        } else {
          StatementFieldView(
            field: field, text: typed.map { $0.raw(field.key) } ?? draft.text, draft: draft,
            error: refused?.field == field.key ? refused?.text : nil, grades: [],
            documents: [], isRequired: true
          ).html(language)
        }
      }
    }.html
  }

  private func signing(_ frame: PageFrame) -> HTML {
    StatementSigningCard(
      address: SiteAddress.statementAnswer(work.view.state.id).href,
      lead: StatementReadTexts.answerLead, refusal: work.supplementSigningRefusal, digest: digest,
      missing: Refusal(.statementIncomplete, values: ["\(missing)"])
    ).html(frame)
  }

  private var missing: Int {
    fields.filter { field in
      let draft = work.draft.field(field.key)
      return draft.text.allSatisfy(\.isWhitespace) || !draft.competing.isEmpty
    }.count
  }
}
