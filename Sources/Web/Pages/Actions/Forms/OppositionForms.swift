// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The insured opposes that the statement is handed over (förordning 2018:1633 11 §).
  static func recordOpposition(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Den försäkrade motsätter sig att utlåtandet lämnas",
        en: "The insured opposes that the statement is handed over"),
      lead: Bilingual(
        sv: "Utlåtandet stannar då hos er och kan inte skickas. Försäkringskassan och regionen "
          + "får veta att den försäkrade motsätter sig, men inte varför. Regionen får "
          + "ersättning ändå (11 § förordning 2018:1633).",
        en: "The statement then stays with you and cannot be sent. Försäkringskassan and the "
          + "region are told that the insured opposes, but not why. The region is still "
          + "compensated (Ordinance 2018:1633, section 11)."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.insuredOpposed],
      parts: setting.onBehalf(.recordOpposition) + [
        .day(
          "day", Bilingual(sv: "Dag då hon eller han sa det", en: "Day she or he said so"),
          value: setting.today),
        .text(
          "note",
          Bilingual(sv: "Anteckning för er och den försäkrade", en: "Note for you and the insured"),
          hint: Bilingual(
            sv: "Till exempel hur det sades. Varken Försäkringskassan eller regionen får den.",
            en: "Such as how it was said. Neither Försäkringskassan nor the region gets it."),
          isOptional: true),
      ]
    ) { form in
      let day = form.day("day")
      let note = form.optionalText("note")
      guard let day else { return nil }
      return .command(.recordOpposition(InsuredOpposed(day: day, note: note)))
    }
  }

  /// She has changed her mind, and the statement can be sent.
  static func withdrawOpposition(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Den försäkrade motsätter sig inte längre", en: "The insured no longer opposes"),
      lead: Bilingual(
        sv: "Utlåtandet kan därefter skickas. Försäkringskassan och regionen får veta det.",
        en: "The statement can then be sent. Försäkringskassan and the region are told."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.oppositionWithdrawn],
      parts: setting.onBehalf(.withdrawOpposition) + [
        .day(
          "day", Bilingual(sv: "Dag då hon eller han sa det", en: "Day she or he said so"),
          value: setting.today)
      ]
    ) { form in
      guard let day = form.day("day") else { return nil }
      return .command(.withdrawOpposition(OppositionWithdrawn(day: day)))
    }
  }

  /// A statement that was kept from the insured is hers to read.
  static func releaseStatement(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Släpp utlåtandet till den försäkrade", en: "Release the statement to the insured"),
      lead: Bilingual(
        sv: "Utlåtandet är hos Försäkringskassan. Den försäkrade kan läsa det på sina sidor så "
          + "snart du har släppt det, och det kan inte tas tillbaka.",
        en: "The statement is at Försäkringskassan. The insured can read it on her or his own "
          + "pages as soon as you have released it, and it cannot be taken back."),
      button: Bilingual(sv: "Släpp utlåtandet", en: "Release the statement"),
      events: [.statementReleased],
      parts: []
    ) { _ in .command(.releaseStatement) }
  }
}
