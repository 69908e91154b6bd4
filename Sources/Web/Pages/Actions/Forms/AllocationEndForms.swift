// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The region cannot provide a performer.
  static func declineRequest(_ setting: ActionSetting) -> ActionForm {
    reasoned(
      Bilingual(sv: "Tacka nej till begäran", en: "Decline the request"),
      lead: Bilingual(
        sv: "Försäkringskassan får svaret och kan begära på nytt eller avsluta. Öppna "
          + "förfrågningar stängs.",
        en: "Försäkringskassan gets the answer and can request anew or end the case. Open "
          + "inquiries are closed."),
      button: Bilingual(sv: "Tacka nej", en: "Decline"), events: [.requestDeclined]
    ) { .declineRequest(RequestDeclined(reason: $0)) }
  }

  /// The region takes the assignment back.
  static func withdrawAllocation(_ setting: ActionSetting) -> ActionForm {
    let name = setting.performerName
    return reasoned(
      Bilingual(sv: "Ta tillbaka uppdraget", en: "Take back the assignment"),
      lead: Bilingual(
        sv: "\(name.sv) förlorar uppdraget och får inget mer om ärendet. Du väljer sedan en ny "
          + "utförare.",
        en: "\(name.en) loses the assignment and is sent nothing more. You then choose another "
          + "performer."),
      button: Bilingual(sv: "Ta tillbaka uppdraget", en: "Take back"),
      events: [.allocationWithdrawn]
    ) { .withdrawAllocation(reason: $0) }
  }

  /// The performer reports a conflict of interest (lag 2018:744 12 §).
  static func reportConflict(_ setting: ActionSetting) -> ActionForm {
    reasoned(
      Bilingual(sv: "Anmäl jäv", en: "Report a conflict of interest"),
      lead: Bilingual(
        sv: "Uppdraget går tillbaka till regionen, som väljer en annan utförare. Ni kan inte få "
          + "det här ärendet igen.",
        en: "The assignment goes back to the region, which chooses another performer. You "
          + "cannot get this case again."),
      button: Bilingual(sv: "Anmäl jäv", en: "Report the conflict"),
      events: [.conflictReported]
    ) { .reportConflict(reason: $0) }
  }

  /// A form that takes something back and asks only why.
  private static func reasoned(
    _ title: Bilingual, lead: Bilingual, button: Bilingual, events: [EventKind],
    command: @escaping @Sendable (String) -> Command
  ) -> ActionForm {
    ActionForm(
      title, lead: lead, button: button, isWarning: true, events: events,
      parts: [CommonFields.reason(CommonFields.noIdentity)]
    ) { form in
      form.text("reason").map { .command(command($0)) }
    }
  }
}
