// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The receipt as a page that can be kept or printed.
func receiptPage(_ model: ReceiptModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    div(.class("stack", "narrow")) {
      ReceiptPanel(
        title: model.title[language], sent: model.sent, reference: model.id.description,
        next: model.next(language),
        actions: [
          .link(ReceiptTexts.back[language], to: SiteAddress.assessment(model.id).href),
          .link(ReceiptTexts.tasks[language], to: SiteAddress.tasks.href, .quiet),
        ]
      ).html(language)
      if let doctor = model.onBehalfOf {
        Notice(.note, ReceiptTexts.onBehalf(doctor)[language]).html
      }
      for (number, part) in model.parts.enumerated() {
        card(part, ReceiptTexts.part(number + 1, of: model.parts.count), language)
        if !part.documents.isEmpty {
          SentDocuments(DocumentList(part.documents), id: "documents-\(part.version)")
            .html(SentDocuments.wereSent, language)
        }
      }
      p(.class("small", "muted")) { ReceiptTexts.print[language] }
    }
  }.render()
}

private func card(
  _ part: ReceiptModel.Part, _ heading: Bilingual, _ language: Language
) -> HTML {
  Card("sent-\(part.version)", heading[language], aside: .text(part.text.title[language])) {
    for note in part.notes { p(.class("small")) { note[language] } }
    if !part.text.details.isEmpty {
      div(.class("field")) {
        SummaryList(part.text.details.map { .init($0.label[language], $0.value[language]) })
          .html(language)
      }
    }
    div(.class("field", "stack-s")) {
      h3 { ReceiptTexts.told[language] }
      if part.told.isEmpty { p { ReceiptTexts.nobody[language] } }
      ul(.class("ruled")) {
        for told in part.told {
          li(.class("row", "row--apart")) {
            PartyName(told.party, told.name[language]).html(language)
            span(.class("small", "muted")) { ReceiptTexts.extent(told.disclosure)[language] }
          }
        }
      }
    }
  }.html
}

extension ReceiptModel {
  /// What happens now, in order.
  func next(_ language: Language) -> [String] {
    var lines = [ReceiptTexts.status(status)[language]]
    if let nextActor { lines.append(ReceiptTexts.turn(nextActor)[language]) }
    lines += notes.map { $0[language] }
    return lines + tasks.map { ReceiptTexts.left($0)[language] }
  }
}

enum ReceiptTexts {
  static let back = Bilingual(sv: "Till ärendet", en: "To the case")
  static let tasks = Bilingual(sv: "Till Att göra", en: "To To do")
  static let told = Bilingual(sv: "Skickat till", en: "Sent to")
  static let nobody = Bilingual(sv: "Ingen annan part.", en: "No other party.")
  static let print = Bilingual(
    sv: "Vill du spara kvittot? Skriv ut sidan. Allt som står här finns också i ärendet.",
    en: "Do you want to keep the receipt? Print the page. Everything here is also in the case.")

  static func part(_ number: Int, of count: Int) -> Bilingual {
    guard count > 1 else { return Bilingual(sv: "Det här skickades", en: "What was sent") }
    return Bilingual(
      sv: "Det här skickades, \(number) av \(count)", en: "What was sent, \(number) of \(count)")
  }

  static func target(_ day: Day) -> Bilingual {
    Bilingual(
      sv: "Regionens servicemål är svar senast \(day.fullWords.sv). Lagen har ingen frist för "
        + "svaret.",
      en: "The region's target is an answer by \(day.fullWords.en). The law has no time for it.")
  }

  static func wanted(_ day: Day) -> Bilingual {
    Bilingual(
      sv: "Du har bett om svar senast \(day.fullWords.sv).",
      en: "You have asked for an answer by \(day.fullWords.en).")
  }

  static func lastDay(_ day: Day) -> Bilingual {
    Bilingual(
      sv: "Utlåtandet ska vara hos Försäkringskassan senast \(day.fullWords.sv).",
      en: "The statement is to reach Försäkringskassan by \(day.fullWords.en).")
  }

  static func onBehalf(_ doctor: String) -> Bilingual {
    Bilingual(sv: "Skickat på uppdrag av \(doctor).", en: "Sent on behalf of \(doctor).")
  }

  static func extent(_ disclosure: Disclosure) -> Bilingual {
    switch disclosure {
    case .full: Bilingual(sv: "Hela uppgiften", en: "All of it")
    case .facts:
      Bilingual(sv: "Att det har hänt, utan fritext", en: "That it happened, no free text")
    }
  }

  static func status(_ status: Bilingual) -> Bilingual {
    Bilingual(sv: "Läget i ärendet: \(status.sv).", en: "Where the case stands: \(status.en).")
  }

  static func turn(_ role: PartyRole) -> Bilingual {
    Bilingual(
      sv: "Nästa steg har \(role.inSentence.sv).",
      en: "The next step is for \(role.inSentence.en).")
  }

  static func left(_ task: Bilingual) -> Bilingual {
    Bilingual(sv: "Att göra för dig: \(task.sv).", en: "To do for you: \(task.en).")
  }
}
