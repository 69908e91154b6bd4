// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// That the insured has been informed before the order (lag 2018:744 6 §).
  static func recordInformed(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Registrera att den försäkrade är informerad",
        en: "Record that the insured has been informed"),
      lead: Bilingual(
        sv: "Personen ska ha fått veta syftet, förutsättningarna, vad utredningen innebär och "
          + "vilka uppgifter som lämnas ut (6 § lag 2018:744). Beställningen kan inte skickas "
          + "före det.",
        en: "The person shall have been told the purpose, the prerequisites, what the "
          + "assessment means and what is handed over (Act 2018:744, section 6). The order "
          + "cannot be sent before that."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.insuredInformed],
      parts: [
        .day(
          "day", Bilingual(sv: "När informerades personen?", en: "When was the person informed?"),
          value: setting.today),
        .one("channel", CommonFields.channel, CommonFields.channels),
        .yesNo(
          "invitedToAdd",
          Bilingual(
            sv: "Har personen fått möjlighet att lämna egna uppgifter?",
            en: "Has the person been invited to add information?")),
      ]
    ) { form in
      let day = form.day("day")
      let channel: Channel? = form.choice("channel")
      let invited = form.yesNo("invitedToAdd")
      guard let day, let channel, let invited else { return nil }
      return .command(
        .recordInformed(InsuredInformed(day: day, channel: channel, invitedToAdd: invited)))
    }
  }
}
