// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// Corrects one of the party's own events: by the same questions, filled in with what was
  /// said, or by saying that it never happened. The number in the address is the event's.
  static func correct(_ setting: ActionSetting) -> ActionForm? {
    guard let version = setting.number,
      let wrong = setting.view.events.first(where: { $0.version == version }),
      let said = CorrectionValues.again(setting.view.standing(wrong)),
      let original = ActionForm.of(said.kind, setting.about(said.number))
    else { return nil }
    let mayRemove = wrong.event.kind.correction == .removeOrReplace
    let way: FormPart = .one(
      CorrectionFields.way, Bilingual(sv: "Vad ska rättas?", en: "What is to be corrected?"),
      [
        FormChoice(CorrectionFields.replace, CorrectionTexts.replace),
        FormChoice(
          CorrectionFields.remove, CorrectionTexts.remove, hint: CorrectionTexts.removeHint),
      ], value: CorrectionFields.replace)
    let parts: [FormPart] =
      [
        .facts([
          (
            Bilingual(sv: "Det som rättas", en: "What is corrected"),
            facts(wrong, setting.names)
          )
        ])
      ]
      + (mayRemove ? [way] : [])
      + original.parts.map { $0.beginning(with: said.values) }
      + [
        .text(
          CorrectionFields.reason,
          Bilingual(sv: "Varför rättas det?", en: "Why is it corrected?"),
          aliases: ["version"])
      ]
    return ActionForm(
      Bilingual(sv: "Rätta en uppgift", en: "Correct something"),
      lead: CorrectionTexts.lead,
      button: Bilingual(sv: "Skicka rättelsen", en: "Send the correction"),
      told: told(of: wrong), parts: parts
    ) { form in
      let reason = form.text(CorrectionFields.reason)
      if mayRemove, form.chosenValue(CorrectionFields.way) == CorrectionFields.remove {
        return reason.map { .command(.correct(version: version, reason: $0, nil)) }
      }
      let outcome = original.read(&form)
      guard let reason, case .command(let command)? = outcome else { return nil }
      return .command(.correct(version: version, reason: reason, .command(command)))
    }
  }

  private static func facts(_ wrong: RecordedEvent, _ names: EventNames) -> Bilingual {
    let title = wrong.event.text(names).title
    let when = wrong.at.fullWords
    return Bilingual(sv: "\(title.sv), \(when.sv)", en: "\(title.en), \(when.en)")
  }

  /// A correction goes to those who were sent what it corrects.
  private static func told(of wrong: RecordedEvent) -> [PartyRole: Disclosure] {
    wrong.audience.reduce(into: [:]) { told, entry in
      told[entry.key.role] = max(told[entry.key.role] ?? .facts, entry.value)
    }
  }
}

enum CorrectionFields {
  static let way = "correctionWay"
  static let replace = "ersatt"
  static let remove = "tabort"
  /// Not `reason`, which the corrected form may ask for itself.
  static let reason = "correctionReason"
}

enum CorrectionTexts {
  static let lead = Bilingual(
    sv: "Ingenting skrivs över: rättelsen läggs till och det felaktiga står kvar, märkt som "
      + "rättat. De som fick det felaktiga får rättelsen.",
    en: "Nothing is overwritten: the correction is added and what was wrong stays, marked as "
      + "corrected. Those who were sent it get the correction.")
  static let replace = Bilingual(
    sv: "Uppgifterna är fel. Rätt uppgifter står nedan.",
    en: "The information is wrong. The right one is below.")
  static let remove = Bilingual(
    sv: "Det har inte hänt och ska tas bort.", en: "It never happened and is to be removed.")
  static let removeHint = Bilingual(
    sv: "Då läses bara skälet. Det går inte om något har hänt i ärendet efteråt.",
    en: "Only the reason is then read. It cannot be done once something has followed.")
}

extension CaseView {
  /// What an event says now: what it was last corrected to, else what it said.
  func standing(_ recorded: RecordedEvent) -> AssessmentEvent {
    guard case .corrected(let correction)? = correctedBy[recorded.version]?.event else {
      return recorded.event
    }
    return correction.replacement ?? recorded.event
  }
}

extension FormPart {
  /// The same question with another beginning, where there is one for it. Of what was not said
  /// nothing is filled in.
  func beginning(with values: [String: [String]]) -> FormPart {
    guard case .field(var field) = self else { return self }
    field.initial = values[field.name] ?? []
    return .field(field)
  }
}
