// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// Försäkringskassan ends the case.
  static func endAssessment(_ setting: ActionSetting) -> ActionForm {
    let arrived = setting.state.statement?.arrivedDay != nil
    return ActionForm(
      Bilingual(sv: "Avsluta ärendet", en: "End the case"),
      lead: Bilingual(
        sv: "Efter det kan bara bokade besök redovisas och fel rättas. Öppna förfrågningar "
          + "stängs.",
        en: "After that only booked visits can be reported and mistakes corrected. Open "
          + "inquiries are closed."),
      button: Bilingual(sv: "Avsluta ärendet", en: "End the case"), isWarning: true,
      events: [.assessmentEnded],
      parts: [
        .one(
          "reason", Bilingual(sv: "Varför avslutas ärendet?", en: "Why does the case end?"),
          FormChoice.all(EndReason.allCases, ChoiceTexts.text),
          value: arrived ? EndReason.completed.rawValue : nil),
        CommonFields.comment(),
      ]
    ) { form in
      let reason: EndReason? = form.choice("reason")
      let comment = form.optionalText("comment")
      guard let reason else { return nil }
      return .command(.endAssessment(AssessmentEnded(reason: reason, comment: comment)))
    }
  }
}
