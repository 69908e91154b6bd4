// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

extension ActionForm {
  /// The region asks performers whether they can.
  static func sendInquiries(_ setting: ActionSetting) -> ActionForm {
    let asked = Set(setting.state.inquiries.filter(\.isOpen).map(\.performer))
    let choices = setting.choices.filter {
      !$0.isConflicted && !asked.contains($0.performer.unit.id)
    }
    return ActionForm(
      Bilingual(sv: "Fråga utförare", en: "Ask performers"),
      lead: Bilingual(
        sv: "Utförarna får veta ort, tolk och särskilda behov, men inte vem personen är. De ser "
          + "inte vilka andra som har fått frågan.",
        en: "The performers are told town, interpreter and special needs, but not who the "
          + "person is. They do not see who else is asked."),
      button: Bilingual(sv: "Skicka förfrågan", en: "Send the inquiry"),
      events: [.inquirySent],
      parts: [
        .several(
          "performers", Bilingual(sv: "Vilka ska få frågan?", en: "Who is to be asked?"),
          choices.map { choice in
            FormChoice(
              choice.performer.unit.id.text, Bilingual(choice.performer.unit.name),
              hint: AllocationTexts.places(choice))
          }),
        .day(
          "answerBy", Bilingual(sv: "Svar senast", en: "Answer by"), hint: targetHint(setting),
          value: answerBy(setting)),
        .text(
          "message", Bilingual(sv: "Meddelande", en: "Message"), hint: CommonFields.noIdentity,
          isOptional: true),
      ]
    ) { form in
      let performers = form.organisations("performers")
      if performers.isEmpty { form.refuseMissing("performers") }
      let day = form.day("answerBy")
      let message = form.optionalText("message")
      guard let day else { return nil }
      return .command(.sendInquiries(performers: performers, answerBy: day, message: message))
    }
  }

  /// The answer day that the region's own target gives, counted from today.
  private static func answerBy(_ setting: ActionSetting) -> Day? {
    guard let days = setting.context.targets.answerInquiryDays else { return nil }
    return try? setting.context.calendar.adding(workdays: days, to: setting.today).day
  }

  private static func targetHint(_ setting: ActionSetting) -> Bilingual? {
    guard let days = setting.context.targets.answerInquiryDays else { return nil }
    return Bilingual(
      sv: "Regionens servicemål, inte lag: \(CountText.workdays.text(days, .sv)). Skriv "
        + "åååå-mm-dd.",
      en: "The region's target, not law: \(CountText.workdays.text(days, .en)). Write "
        + "yyyy-mm-dd.")
  }

  /// The region takes an inquiry back.
  static func withdrawInquiry(_ setting: ActionSetting) -> ActionForm {
    let standing = setting.state.inquiries.filter { $0.closed == nil }
    return ActionForm(
      Bilingual(sv: "Ta tillbaka en förfrågan", en: "Withdraw an inquiry"),
      lead: Bilingual(
        sv: "Utföraren får veta att förfrågan inte längre gäller.",
        en: "The performer is told that the inquiry no longer stands."),
      button: Bilingual(sv: "Ta tillbaka", en: "Withdraw"), isWarning: true,
      events: [.inquiryClosed],
      parts: [
        .one(
          "performer", Bilingual(sv: "Utförare", en: "Performer"),
          standing.map { inquiry in
            FormChoice(
              inquiry.performer.text,
              Bilingual(setting.name(of: inquiry.performer) ?? inquiry.performer.text),
              hint: AllocationTexts.answer(inquiry))
          }, value: setting.performer?.text)
      ]
    ) { form in
      guard let performer = form.organisation("performer") else { return nil }
      return .command(.withdrawInquiry(performer))
    }
  }

  /// A performer's answer.
  static func answerInquiry(_ setting: ActionSetting) -> ActionForm {
    let own = setting.actor.party.hsaID
    let inquiry = setting.state.inquiries.last { $0.performer == own }
    return ActionForm(
      Bilingual(sv: "Svara på förfrågan", en: "Answer the inquiry"),
      lead: Bilingual(
        sv: "Regionen får svaret. Ett ja betyder att ni kan, regionen väljer sedan utförare.",
        en: "The region gets the answer. A yes says that you can; the region then chooses."),
      button: Bilingual(sv: "Skicka svaret", en: "Send the answer"),
      events: [.inquiryAnswered],
      parts: (inquiry.map { [facts($0, setting)] } ?? []) + [
        .one(
          "accepts", Bilingual(sv: "Kan ni utföra utredningen?", en: "Can you perform it?"),
          [
            FormChoice(FormChoice.yes, Bilingual(sv: "Ja, vi tackar ja", en: "Yes, we accept")),
            FormChoice(FormChoice.no, Bilingual(sv: "Nej, vi tackar nej", en: "No, we decline")),
          ], aliases: ["performer"]),
        .day(
          "startDay", Bilingual(sv: "När kan ni börja?", en: "When can you begin?"),
          hint: Bilingual(sv: "Om ni tackar ja.", en: "If you accept."), isOptional: true),
        CommonFields.reason(
          Bilingual(sv: "Om ni tackar nej.", en: "If you decline.")),
        .several(
          "conflict", Bilingual(sv: "Jäv", en: "Conflict of interest"),
          [
            FormChoice(
              FormChoice.yes,
              Bilingual(
                sv: "Vi tackar nej för att det finns jäv",
                en: "We decline because of a conflict of interest"))
          ], isOptional: true),
        CommonFields.comment(),
      ]
    ) { form in
      let accepts = form.yesNo("accepts")
      let day = form.optionalDay("startDay")
      let reason = form.optionalText("reason")
      let comment = form.optionalText("comment")
      let hasConflict = !form.values.all("conflict").isEmpty
      guard let accepts, let own else { return nil }
      if !accepts, reason == nil { form.refuseMissing("reason") }
      if accepts, hasConflict { form.refuse("conflict", InquiryTexts.conflictWithYes) }
      return .command(
        .answerInquiry(
          InquiryAnswered(
            performer: own, accepts: accepts, startDay: accepts ? day : nil,
            reason: accepts ? nil : reason, conflict: !accepts && hasConflict,
            comment: comment)))
    }
  }

  private static func facts(_ inquiry: Inquiry, _ setting: ActionSetting) -> FormPart {
    let need = inquiry.sent.need
    var lines: [(Bilingual, Bilingual)] = [
      (Bilingual(sv: "Svar senast", en: "Answer by"), inquiry.sent.answerBy.fullWords),
      (EventLabel.town, need.town.isEmpty ? InquiryTexts.noTown : Bilingual(need.town)),
      (Bilingual(sv: "Tolk", en: "Interpreter"), need.interpreter.label.alone),
    ]
    if let needs = need.specialNeeds {
      lines.append((Bilingual(sv: "Särskilda behov", en: "Special needs"), Bilingual(needs)))
    }
    if let message = inquiry.sent.message {
      lines.append((Bilingual(sv: "Meddelande", en: "Message"), Bilingual(message)))
    }
    return .facts(lines)
  }
}

enum InquiryTexts {
  static let noTown = Bilingual(sv: "Inte angiven", en: "Not stated")
  static let conflictWithYes = Bilingual(
    sv: "jäv kan bara anges när ni tackar nej", en: "only where you decline")
}
