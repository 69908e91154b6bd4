// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The performer has sent the statement.
  static func sendStatement(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Skicka utlåtandet", en: "Send the statement"),
      lead: Bilingual(
        sv: "Försäkringskassan, regionen och den försäkrade får veta att utlåtandet är skickat. "
          + "Ankomstdagen hos Försäkringskassan avgör om det kom i tid.",
        en: "Försäkringskassan, the region and the insured are told that the statement is sent. "
          + "The day it arrives decides whether it came in time."),
      button: Bilingual(sv: "Skicka", en: "Send"),
      events: [.statementSent],
      parts: setting.onBehalf(.sendStatement) + [
        .day(
          "day", Bilingual(sv: "Dag då utlåtandet skickades", en: "Day the statement was sent"),
          value: setting.today)
      ]
    ) { form in
      guard let day = form.day("day") else { return nil }
      return .command(.sendStatement(StatementSent(day: day)))
    }
  }

  /// The statement has reached Försäkringskassan (förordning 2018:1633 8 and 11 §§).
  static func recordStatementArrival(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Registrera att utlåtandet har kommit in", en: "Record the statement's arrival"),
      lead: Bilingual(
        sv: "Dagen avgör rätten till ersättning (11 § förordning 2018:1633). Alla parter får "
          + "veta den.",
        en: "The day decides the right to compensation (Ordinance 2018:1633, section 11). All "
          + "parties are told of it."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.statementArrived],
      parts: [
        .day(
          "day", StatementFormTexts.arrived,
          value: setting.state.statement?.sentDay ?? setting.today),
        .day(
          "lastSupplementRequestDay", StatementFormTexts.window,
          hint: StatementFormTexts.windowHint, isOptional: true),
      ]
    ) { form in
      let day = form.day("day")
      let window = form.optionalDay("lastSupplementRequestDay")
      guard let day else { return nil }
      return .command(
        .recordStatementArrival(
          StatementArrived(day: day, lastSupplementRequestDay: window)))
    }
  }

  /// Försäkringskassan asks for more (förordning 2018:1633 7 § second paragraph).
  static func requestStatementSupplement(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Begär komplettering av utlåtandet", en: "Request a supplement"),
      lead: Bilingual(
        sv: "Utföraren får frågan. Regionen får bara veta att en komplettering är begärd.",
        en: "The performer gets the question. The region is only told that there is one."),
      button: Bilingual(sv: "Skicka frågan", en: "Send the question"),
      events: [.statementSupplementRequested],
      parts: [
        .text(
          "question", Bilingual(sv: "Vad ska kompletteras?", en: "What is to be supplemented?")),
        .day("answerBy", Bilingual(sv: "Svar senast", en: "Answer by"), isOptional: true),
      ]
    ) { form in
      let question = form.text("question")
      let answerBy = form.optionalDay("answerBy")
      guard let question else { return nil }
      return .command(.requestStatementSupplement(question: question, answerBy: answerBy))
    }
  }

  /// The performer has sent the supplement.
  static func sendStatementSupplement(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .sendStatementSupplement) ?? 0
    return ActionForm(
      Bilingual(sv: "Skicka kompletteringen", en: "Send the supplement"),
      lead: Bilingual(
        sv: "Alla parter får veta att kompletteringen är skickad.",
        en: "All parties are told that the supplement is sent."),
      button: Bilingual(sv: "Skicka", en: "Send"),
      events: [.statementSupplementSent],
      parts: asked(number, setting) + [
        .day(
          "day", Bilingual(sv: "Dag då kompletteringen skickades", en: "Day it was sent"),
          value: setting.today, aliases: ["number"])
      ]
    ) { form in
      guard let day = form.day("day") else { return nil }
      return .command(.sendStatementSupplement(number: number, day: day))
    }
  }

  /// The supplement has reached Försäkringskassan.
  static func recordSupplementArrival(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .recordSupplementArrival)
    let underWay = setting.state.statement?.supplements.first {
      $0.requested.number == number
    }
    return ActionForm(
      Bilingual(
        sv: "Registrera att kompletteringen har kommit in", en: "Record the supplement's arrival"),
      lead: Bilingual(
        sv: "Alla parter får veta vilken dag kompletteringen kom in.",
        en: "All parties are told of the day the supplement arrived."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.statementSupplementArrived],
      parts: asked(number, setting) + [
        .day(
          "day", StatementFormTexts.arrived, value: underWay?.sentDay ?? setting.today,
          aliases: ["number"]),
        .day(
          "lastSupplementRequestDay", StatementFormTexts.window,
          hint: StatementFormTexts.windowHint, isOptional: true),
      ]
    ) { form in
      let day = form.day("day")
      let window = form.optionalDay("lastSupplementRequestDay")
      guard let day else { return nil }
      return .command(
        .recordSupplementArrival(number: number, day: day, lastSupplementRequestDay: window))
    }
  }

  private static func asked(_ number: Int?, _ setting: ActionSetting) -> [FormPart] {
    let supplement = setting.state.statement?.supplements.first { $0.requested.number == number }
    guard let supplement else { return [] }
    var lines: [(Bilingual, Bilingual)] = [
      (Bilingual(sv: "Begärd", en: "Requested"), supplement.at.fullWords)
    ]
    for question in supplement.questions.compactMap(\.question) {
      lines.append((Bilingual(sv: "Frågan", en: "The question"), Bilingual(question)))
    }
    if let day = supplement.requested.answerBy {
      lines.append((Bilingual(sv: "Svar senast", en: "Answer by"), day.fullWords))
    }
    return [.facts(lines)]
  }
}

enum StatementFormTexts {
  static let arrived = Bilingual(sv: "Ankomstdag", en: "Day of arrival")
  static let window = Bilingual(
    sv: "Sista dag för kompletteringsbegäran", en: "Last day to request a supplement")
  static let windowHint = Bilingual(
    sv: "Lagen har ingen sådan dag. Ange den om ni har kommit överens om en.",
    en: "The law has no such day. State it if you have agreed on one.")
}
