// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// Changes in an order that has been placed. Only what is changed is sent.
  static func updateOrder(_ setting: ActionSetting) -> ActionForm {
    let placed = setting.state.order?.placed
    let parts: [FormPart] =
      [
        .paragraph(
          Bilingual(
            sv: "Fälten visar det som gäller nu. Bara det du ändrar skickas.",
            en: "The fields show what holds now. Only what you change is sent."))
      ]
      + InterpreterFields.parts(placed?.interpreter)
      + [CommonFields.specialNeeds("specialNeeds", value: placed?.specialNeeds)]
      + OfficerFields.parts(placed?.officer, name: setting.actor.name)
      + [
        .day(
          "lastDay", Bilingual(sv: "Ny sista dag", en: "New last day"),
          hint: newLastDayHint(setting), isOptional: true),
        CommonFields.comment(),
      ]
    return ActionForm(
      Bilingual(sv: "Ändra beställningen", en: "Change the order"),
      lead: Bilingual(
        sv: "Utföraren får veta vad som har ändrats. Regionen får inte läsa fritexten.",
        en: "The performer is told what has changed. The region is not shown the free text."),
      button: Bilingual(sv: "Skicka ändringen", en: "Send the change"),
      events: [.orderUpdated], parts: parts
    ) { form in
      let interpreter = InterpreterFields.read(&form)
      let officer = OfficerFields.read(&form)
      let needs = form.optionalText("specialNeeds") ?? ""
      let lastDay = form.optionalDay("lastDay")
      let comment = form.optionalText("comment")
      let update = OrderUpdated(
        interpreter: interpreter == placed?.interpreter ? nil : interpreter,
        specialNeeds: needs == placed?.specialNeeds ?? "" ? nil : needs,
        officer: officer == placed?.officer ? nil : officer, comment: comment)
      return .command(.updateOrder(update, lastDay: lastDay))
    }
  }

  private static func newLastDayHint(_ setting: ActionSetting) -> Bilingual {
    let now = setting.view.deadline.last.map(\.fullWords)
    let unknown = Bilingual(sv: "ännu inte beräknad", en: "not computed yet")
    let day = now ?? unknown
    return Bilingual(
      sv: "Nu gäller: \(day.sv). En ny dag räknas som utvidgning om en är godkänd utan dag, "
        + "annars som anstånd. Skriv åååå-mm-dd.",
      en: "Now: \(day.en). A new day counts as an extension if one is approved without a day, "
        + "else as a deferral. Write yyyy-mm-dd.")
  }
}
