// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

extension ActionForm {
  /// The performer asks for what is missing (förordning 2018:1633 6 § second paragraph).
  static func requestOrderSupplement(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Begär komplettering av underlaget", en: "Ask for more documents"),
      lead: Bilingual(
        sv: "Försäkringskassan får din fråga. Fristen börjar inte förrän underlaget är komplett.",
        en: "Försäkringskassan gets your question. The time does not start until the documents "
          + "are complete."),
      button: Bilingual(sv: "Skicka frågan", en: "Send the question"),
      events: [.orderSupplementRequested],
      parts: [
        .several(
          "parts", Bilingual(sv: "Vilka delar saknar något?", en: "Which parts lack something?"),
          FormChoice.all(DocumentKind.allCases, \.label.alone), isOptional: true,
          values: setting.part.map { [$0.rawValue] } ?? []),
        .text(
          "question", Bilingual(sv: "Vad saknas?", en: "What is missing?"),
          hint: Bilingual(
            sv: "Regionen får bara veta att du har frågat.",
            en: "The region is only told that you have asked.")),
      ]
    ) { form in
      let parts: [DocumentKind] = form.several("parts")
      guard let question = form.text("question") else { return nil }
      return .command(.requestOrderSupplement(parts: parts, question: question))
    }
  }

  /// Försäkringskassan answers with more documents, or why there are none.
  static func answerOrderSupplement(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .answerOrderSupplement) ?? 0
    let asked = setting.state.order?.supplements.first { $0.requested.number == number }
    return ActionForm(
      Bilingual(sv: "Svara på frågan om underlaget", en: "Answer the question on documents"),
      lead: Bilingual(
        sv: "Utföraren får ditt svar och listan över det du skickar. Regionen får bara veta hur "
          + "många handlingar och sidor det är.",
        en: "The performer gets your answer and the list of what you send. The region is only "
          + "told how many documents and pages there are."),
      button: Bilingual(sv: "Skicka svaret", en: "Send the answer"),
      events: [.orderSupplemented],
      parts: (asked.map { question($0) } ?? [])
        + [
          uploadLink(setting),
          .documents(
            "documents", Bilingual(sv: "Handlingar du skickar", en: "Documents you send"),
            hint: Bilingual(
              sv: "Lämna raden tom om du inte skickar någon handling.",
              en: "Leave the row empty if you send no document."),
            rows: DocumentRows(), files: setting.unsent, asksAbsence: false),
          .text(
            "answer", Bilingual(sv: "Svar", en: "Answer"),
            hint: Bilingual(
              sv: "Behövs om du inte skickar någon handling.",
              en: "Needed if you send no document.")),
        ]
    ) { form in
      let documents = form.documents("documents", isWhole: false)
      let answer = form.optionalText("answer")
      if documents?.count == 0, answer == nil { form.refuseMissing("answer") }
      guard let documents else { return nil }
      return .command(
        .answerOrderSupplement(
          OrderSupplemented(number: number, documents: documents, answer: answer)))
    }
  }

  /// Where files are uploaded, which then stand as rows here.
  static func uploadLink(_ setting: ActionSetting) -> FormPart {
    let address = SiteAddress.documents(setting.state.id).href([], fragment: "upload-title")
    return .block { language in
      p(.class("field")) {
        DocumentTexts.uploaded[language] + " "
        a(.href(address)) { DocumentTexts.upload[language] }
      }
    }
  }

  private static func question(_ asked: OrderSupplement) -> [FormPart] {
    var lines: [(Bilingual, Bilingual)] = [
      (Bilingual(sv: "Frågan kom", en: "The question came"), asked.at.fullWords)
    ]
    if let question = asked.requested.question {
      lines.append((Bilingual(sv: "Frågan", en: "The question"), Bilingual(question)))
    }
    for part in asked.requested.parts {
      lines.append((Bilingual(sv: "Gäller", en: "About"), part.label.alone))
    }
    return [.facts(lines)]
  }
}
