// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The performer takes on the order.
  static func acceptOrder(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Ta emot beställningen", en: "Accept the order"),
      lead: Bilingual(
        sv: "Försäkringskassan får veta att ni åtar er utredningen. Granska sedan underlaget: "
          + "fristen börjar när det är komplett.",
        en: "Försäkringskassan is told that you take it on. Then review the documents: the time "
          + "starts when they are complete."),
      button: Bilingual(sv: "Ta emot", en: "Accept"),
      events: [.orderAccepted], parts: [CommonFields.comment()]
    ) { form in
      .command(.acceptOrder(OrderAccepted(comment: form.optionalText("comment"))))
    }
  }

  /// The performer sends the order back.
  static func returnOrder(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Återsänd beställningen", en: "Return the order"),
      lead: Bilingual(
        sv: "Försäkringskassan får beställningen tillbaka med ditt skäl. Regionen får bara veta "
          + "orsaken.",
        en: "Försäkringskassan gets the order back with your reason. The region is only told "
          + "the cause."),
      button: Bilingual(sv: "Återsänd", en: "Return"), isWarning: true,
      events: [.orderReturned],
      parts: [
        .one(
          "cause", Bilingual(sv: "Orsak", en: "Cause"),
          [
            FormChoice(
              ReturnCause.incomplete.rawValue, ChoiceTexts.text(.incomplete),
              hint: Bilingual(
                sv: "Försäkringskassan rättar och skickar om den till er.",
                en: "Försäkringskassan corrects it and sends it to you again.")),
            FormChoice(
              ReturnCause.cannotPerform.rawValue, ChoiceTexts.text(.cannotPerform),
              hint: Bilingual(
                sv: "Regionen väljer en annan utförare.", en: "The region chooses another.")),
          ]),
        CommonFields.reason(),
      ]
    ) { form in
      let cause: ReturnCause? = form.choice("cause")
      let reason = form.text("reason")
      guard let cause, let reason else { return nil }
      return .command(.returnOrder(cause, reason: reason))
    }
  }

  /// The day of the complete underlag, from which 8 § counts.
  static func confirmComplete(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Ange att underlaget är komplett", en: "State that the documents are complete"),
      lead: Bilingual(
        sv: "Fristen i 8 § förordning (2018:1633) räknas från dagen efter den du anger. Alla "
          + "parter får veta dagen.",
        en: "The time of Ordinance 2018:1633, section 8, is counted from the day after the one "
          + "you state. All parties are told of it."),
      button: Bilingual(sv: "Ange dagen", en: "State the day"),
      events: [.underlagCompleted],
      parts: [
        .day(
          "day",
          Bilingual(
            sv: "Vilken dag hade ni hela underlaget?",
            en: "On which day did you have all documents?"),
          value: setting.today)
      ]
    ) { form in
      guard let day = form.day("day") else { return nil }
      return .command(.confirmComplete(UnderlagCompleted(day: day)))
    }
  }

  /// The one licensed doctor who is responsible (lag 2018:744 8 §).
  static func appointDoctor(_ setting: ActionSetting) -> ActionForm {
    let doctors = setting.doctors
    let known = doctors.map { FormChoice($0.id, Bilingual($0.name)) }
    let other = Bilingual(sv: "En annan läkare", en: "Another doctor")
    return ActionForm(
      Bilingual(sv: "Utse ansvarig läkare", en: "Appoint the responsible doctor"),
      lead: Bilingual(
        sv: "En legitimerad läkare ansvarar för utredningen (8 § lag 2018:744). Alla parter får "
          + "veta vem.",
        en: "A licensed doctor is responsible for the assessment (Act 2018:744, section 8). All "
          + "parties are told who."),
      button: Bilingual(sv: "Utse", en: "Appoint"),
      events: [.doctorAppointed],
      parts: [
        .one(
          "doctor", Bilingual(sv: "Ansvarig läkare", en: "Responsible doctor"),
          known + [FormChoice(DoctorFields.other, other)],
          value: setting.state.doctor?.person
            ?? (known.isEmpty ? DoctorFields.other : nil)),
        .line(
          "name", Bilingual(sv: "Namn på en annan läkare", en: "Name of another doctor"),
          hint: Bilingual(
            sv: "Om läkaren inte finns i listan.", en: "If the doctor is not in the list."),
          width: .middle),
      ]
    ) { form in
      let chosen = form.chosenValue("doctor")
      guard let chosen else { return nil }
      if let doctor = doctors.first(where: { $0.id == chosen }) {
        return .command(.appointDoctor(DoctorAppointed(name: doctor.name, person: doctor.id)))
      }
      guard let name = form.text("name") else { return nil }
      return .command(.appointDoctor(DoctorAppointed(name: name)))
    }
  }
}

enum DoctorFields {
  /// The choice of a doctor who has no account.
  static let other = "annan"
}
