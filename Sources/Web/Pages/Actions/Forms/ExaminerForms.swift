// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

extension ActionForm {
  /// Who else takes part, and may open the documents (lag 2018:744 13 §).
  static func appointExaminer(_ setting: ActionSetting) -> ActionForm {
    // The responsible doctor opens the documents already.
    let appointed = Set(
      (setting.state.examiners.map(\.person) + [setting.state.doctor?.person]).compactMap(\.self))
    let free = setting.colleagues.filter { !appointed.contains($0.id) }
    return ActionForm(
      Bilingual(sv: "Utse utredare", en: "Appoint an examiner"),
      lead: Bilingual(
        sv: "En utsedd utredare kan öppna handlingarna i ärendet. Ingen annan hos er kan det, "
          + "utom den ansvariga läkaren.",
        en: "An appointed examiner can open the documents of the case. Nobody else of yours can, "
          + "but the responsible doctor."),
      button: Bilingual(sv: "Utse", en: "Appoint"),
      events: [.examinerAppointed],
      parts: (free.isEmpty ? [.notice(.rest, ExaminerTexts.nobody)] : [])
        + [.one("person", ExaminerTexts.whom, free.map(choice))]
    ) { form in
      guard let chosen = form.chosenValue("person"),
        let person = free.first(where: { $0.id == chosen }),
        case .examiner(let profession) = person.function
      else { return nil }
      return .command(
        .appointExaminer(person: person.id, name: person.name, profession: profession))
    }
  }

  /// Who no longer takes part, and opens nothing from then on.
  static func releaseExaminer(_ setting: ActionSetting) -> ActionForm {
    let appointed = setting.state.examiners.compactMap { examiner -> FormChoice? in
      guard let person = examiner.person else { return nil }
      return FormChoice(
        person, Bilingual(examiner.name ?? person), hint: examiner.profession.label.alone)
    }
    return ActionForm(
      Bilingual(sv: "Avsluta utredarens uppdrag", en: "Release an examiner"),
      lead: Bilingual(
        sv: "Personen kan inte längre öppna handlingarna i ärendet. Egna anteckningar finns kvar "
          + "om personen utses igen.",
        en: "The person can no longer open the documents of the case. The notes remain, should "
          + "the person be appointed again."),
      button: Bilingual(sv: "Avsluta uppdraget", en: "Release"), isWarning: true,
      events: [.examinerReleased],
      parts: [.one("person", ExaminerTexts.whom, appointed)]
    ) { form in
      guard let person = form.chosenValue("person") else { return nil }
      return .command(.releaseExaminer(person: person))
    }
  }

  private static func choice(_ person: StaffMember) -> FormChoice {
    var hint: Bilingual?
    if case .examiner(let profession) = person.function { hint = profession.label.alone }
    return FormChoice(person.id, Bilingual(person.name), hint: hint)
  }
}

enum ExaminerTexts {
  static let whom = Bilingual(sv: "Vem?", en: "Whom?")
  static let nobody = Bilingual(
    sv: "Det finns ingen mer utredare hos er att utse.",
    en: "There is no other examiner of yours to appoint.")
}
