// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The region asks for a deferral (anstånd).
  static func requestDeferral(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Begär anstånd", en: "Request a deferral"),
      lead: Bilingual(
        sv: "Försäkringskassan beslutar. Sista dagen flyttas först när ett anstånd är beviljat.",
        en: "Försäkringskassan decides. The last day moves only when a deferral is granted."),
      button: Bilingual(sv: "Skicka begäran om anstånd", en: "Send the request"),
      events: [.deferralRequested],
      parts: [
        CommonFields.reason(
          CommonFields.noIdentity, value: setting.state.delayRisk?.reason),
        .day(
          "proposedDay", Bilingual(sv: "Föreslagen ny sista dag", en: "Proposed new last day"),
          hint: present(setting), isOptional: true,
          value: setting.state.delayRisk?.expectedDay),
      ]
    ) { form in
      let reason = form.text("reason")
      let day = form.optionalDay("proposedDay")
      guard let reason else { return nil }
      return .command(.requestDeferral(reason: reason, proposedDay: day))
    }
  }

  /// Försäkringskassan grants or refuses, or grants on its own initiative.
  static func decideDeferral(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .decideDeferral)
    let asked = setting.state.deferrals.first { $0.requested.number == number }?.requested
    return ActionForm(
      Bilingual(sv: "Besluta om anstånd", en: "Decide on the deferral"),
      lead: Bilingual(
        sv: "Vid anstånd anger du en ny sista dag. Den gäller i stället för den beräknade, och "
          + "lagen har ingen längsta tid.",
        en: "With a deferral you state a new last day. It holds instead of the computed one, "
          + "and the law has no longest time."),
      button: Bilingual(sv: "Skicka beslutet", en: "Send the decision"),
      events: [.deferralDecided],
      parts: (asked.map { [facts($0)] } ?? [])
        + (number == nil
          ? []
          : [
            .one(
              "decision", Bilingual(sv: "Beslut", en: "Decision"),
              [
                FormChoice(FormChoice.yes, Bilingual(sv: "Bevilja", en: "Grant")),
                FormChoice(FormChoice.no, Bilingual(sv: "Avslå", en: "Refuse")),
              ])
          ])
        + [
          .day(
            "lastDay", Bilingual(sv: "Ny sista dag", en: "New last day"),
            hint: present(setting, isConditional: number != nil), value: asked?.proposedDay),
          CommonFields.reason(
            Bilingual(sv: "Behövs vid avslag.", en: "Needed for a refusal."),
            isOptional: number == nil),
        ]
    ) { form in
      let grants = number == nil ? true : form.yesNo("decision")
      let reason = form.optionalText("reason")
      guard let grants else { return nil }
      if grants {
        guard let day = form.day("lastDay") else { return nil }
        return .command(
          .decideDeferral(DeferralDecided(number: number, lastDay: day, reason: reason)))
      }
      if reason == nil { form.refuseMissing("reason") }
      return .command(
        .decideDeferral(DeferralDecided(number: number, lastDay: nil, reason: reason)))
    }
  }

  private static func facts(_ asked: DeferralRequested) -> FormPart {
    var lines: [(Bilingual, Bilingual)] = []
    if let reason = asked.reason {
      lines.append((Bilingual(sv: "Regionens skäl", en: "The region's reason"), Bilingual(reason)))
    }
    if let day = asked.proposedDay {
      lines.append((Bilingual(sv: "Föreslagen dag", en: "Proposed day"), day.fullWords))
    }
    return .facts(lines)
  }

  private static func present(
    _ setting: ActionSetting, isConditional: Bool = false
  ) -> Bilingual {
    let day = setting.view.deadline.last.map(\.fullWords) ?? ExtensionTexts.unknown
    let condition =
      isConditional
      ? Bilingual(sv: "Om du beviljar. ", en: "If you grant it. ") : Bilingual("")
    return Bilingual(
      sv: "\(condition.sv)Nu gäller: \(day.sv). Skriv åååå-mm-dd.",
      en: "\(condition.en)Now: \(day.en). Write yyyy-mm-dd.")
  }
}
