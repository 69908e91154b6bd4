// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// Something went otherwise than planned; either side may report it.
  static func reportDeviation(_ setting: ActionSetting) -> ActionForm {
    let visits = setting.state.currentVisits
    let whole = FormChoice(DeviationFields.wholeCase, DeviationTexts.wholeCase)
    return ActionForm(
      Bilingual(sv: "Rapportera en avvikelse", en: "Report a deviation"),
      lead: Bilingual(
        sv: "Försäkringskassan kan behöva besluta om de besök som återstår. Regionen får inte "
          + "läsa beskrivningen.",
        en: "Försäkringskassan may have to decide on the remaining visits. The region is not "
          + "shown the description."),
      button: Bilingual(sv: "Skicka avvikelsen", en: "Send the deviation"),
      events: [.deviationReported],
      parts: [
        .one(
          "visit", Bilingual(sv: "Vad gäller den?", en: "What is it about?"),
          visits.map { FormChoice("\($0.number)", $0.said) } + [whole],
          value: setting.number.map { "\($0)" }
            ?? (visits.isEmpty ? DeviationFields.wholeCase : nil)),
        .one(
          "cause", DeviationTexts.cause,
          FormChoice.all(DeviationCause.allCases, \.label.alone)),
        .day("time", Bilingual(sv: "Vilken dag?", en: "On which day?"), value: setting.today),
        .time("time.clock", Bilingual(sv: "Vilket klockslag?", en: "At what time?")),
        .yesNo(
          "missed", Bilingual(sv: "Uteblev personen?", en: "Did the person not come?"),
          value: false),
        .text("description", DeviationTexts.description, isOptional: true),
      ]
    ) { form in
      let about = form.chosenValue("visit")
      let cause: DeviationCause? = form.choice("cause")
      let time = form.instant(day: "time", time: "time.clock")
      let missed = form.yesNo("missed")
      let description = form.optionalText("description")
      guard let about, let cause, let time, let missed else { return nil }
      return .command(
        .reportDeviation(
          DeviationReport(
            visit: Int(about), cause: cause, time: time, missed: missed,
            description: description)))
    }
  }
}

enum DeviationFields {
  /// The choice of the case as a whole.
  static let wholeCase = "arendet"
}

enum DeviationTexts {
  static let wholeCase = Bilingual(sv: "Ärendet som helhet", en: "The case as a whole")
  static let cause = Bilingual(sv: "Vem eller vad ledde till den?", en: "Who or what caused it?")
  static let description = Bilingual(sv: "Vad hände?", en: "What happened?")
}
