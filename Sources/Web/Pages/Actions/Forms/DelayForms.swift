// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The performer tells the region that the statement may be late.
  static func reportDelayRisk(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Rapportera risk för försening", en: "Report a risk of delay"),
      lead: Bilingual(
        sv: "Regionen får veta det. Det är regionen som informerar Försäkringskassan och som kan "
          + "begära anstånd (8 § förordning 2018:1633).",
        en: "The region is told. The region informs Försäkringskassan and may request a "
          + "deferral (Ordinance 2018:1633, section 8)."),
      button: Bilingual(sv: "Skicka till regionen", en: "Send to the region"),
      events: [.delayRiskReported],
      parts: [
        CommonFields.reason(
          Bilingual(sv: "Varför kan utlåtandet bli sent?", en: "Why may the statement be late?")),
        .day("expectedDay", DelayTexts.expected, isOptional: true),
      ]
    ) { form in
      let reason = form.text("reason")
      let day = form.optionalDay("expectedDay")
      guard let reason else { return nil }
      return .command(.reportDelayRisk(DelayRiskReported(reason: reason, expectedDay: day)))
    }
  }

  /// The region tells Försäkringskassan (förordning 2018:1633 8 § second paragraph).
  static func notifyDelay(_ setting: ActionSetting) -> ActionForm {
    let risk = setting.state.delayRisk
    return ActionForm(
      Bilingual(
        sv: "Informera Försäkringskassan om försening", en: "Tell Försäkringskassan of a delay"),
      lead: Bilingual(
        sv: "Försäkringskassan ska få veta att utlåtandet kan bli sent och varför (8 § andra "
          + "stycket förordning 2018:1633). Sista dagen flyttas inte av det.",
        en: "Försäkringskassan shall be told that the statement may be late and why (Ordinance "
          + "2018:1633, section 8, second paragraph). It does not move the last day."),
      button: Bilingual(sv: "Skicka till Försäkringskassan", en: "Send to Försäkringskassan"),
      events: [.delayNotified],
      parts: (risk == nil ? [] : [.paragraph(DelayTexts.fromPerformer)]) + [
        CommonFields.reason(CommonFields.noIdentity, value: risk?.reason),
        .day("expectedDay", DelayTexts.expected, isOptional: true, value: risk?.expectedDay),
      ]
    ) { form in
      let reason = form.text("reason")
      let day = form.optionalDay("expectedDay")
      guard let reason else { return nil }
      return .command(.notifyDelay(DelayNotified(reason: reason, expectedDay: day)))
    }
  }
}

enum DelayTexts {
  static let expected = Bilingual(
    sv: "När väntas utlåtandet vara framme?", en: "When is the statement expected?")
  static let fromPerformer = Bilingual(
    sv: "Fälten är ifyllda med det som utföraren har skrivit till dig.",
    en: "The fields hold what the performer has written to you.")
}
