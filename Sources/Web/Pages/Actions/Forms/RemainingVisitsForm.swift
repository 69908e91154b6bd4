// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// After a deviation Försäkringskassan decides, visit by visit, what is to take place.
  static func decideRemainingVisits(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .decideRemainingVisits) ?? 0
    let deviation = setting.state.deviations.first { $0.reported.number == number }?.reported
    let booked = setting.state.currentVisits.filter(\.isBooked)
    return ActionForm(
      Bilingual(sv: "Besluta om återstående besök", en: "Decide on the remaining visits"),
      lead: Bilingual(
        sv: "Utföraren avbokar det du beslutar ska utgå. Regionen får beslutet utan kommentaren.",
        en: "The performer cancels what you decide is not to take place. The region is sent "
          + "the decision without the comment."),
      button: Bilingual(sv: "Skicka beslutet", en: "Send the decision"),
      events: [.remainingVisitsDecided],
      parts: (deviation.map { [facts($0, setting)] } ?? [])
        + booked.map { visit in
          .one(
            "visit.\(visit.number)", visit.said,
            [
              FormChoice(FormChoice.yes, Bilingual(sv: "Ska genomföras", en: "Is to take place")),
              FormChoice(FormChoice.no, Bilingual(sv: "Ska avbokas", en: "Is to be cancelled")),
            ], aliases: ["keep", "cancel"])
        }
        + (booked.isEmpty ? [.paragraph(noVisits)] : []) + [CommonFields.comment()]
    ) { form in
      var keep: [Int] = []
      var cancel: [Int] = []
      for visit in booked {
        switch form.yesNo("visit.\(visit.number)") {
        case true?: keep.append(visit.number)
        case false?: cancel.append(visit.number)
        case nil: break
        }
      }
      return .command(
        .decideRemainingVisits(
          RemainingVisitsDecided(
            deviation: number, keep: keep, cancel: cancel,
            comment: form.optionalText("comment"))))
    }
  }

  private static func facts(_ deviation: DeviationReported, _ setting: ActionSetting) -> FormPart {
    var lines: [(Bilingual, Bilingual)] = [
      (DeviationTexts.cause, deviation.cause.label.alone),
      (Bilingual(sv: "När", en: "When"), deviation.time.fullWords),
    ]
    if let visit = deviation.visit.flatMap({ setting.state.visit($0) }) {
      lines.append((Bilingual(sv: "Besök", en: "Visit"), visit.said))
    }
    if let description = deviation.description {
      lines.append((DeviationTexts.description, Bilingual(description)))
    }
    return .facts(lines)
  }

  private static let noVisits = Bilingual(
    sv: "Inget besök är bokat. Beslutet säger bara att avvikelsen är behandlad.",
    en: "No visit is booked. The decision only says that the deviation has been dealt with.")
}
