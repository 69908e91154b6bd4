// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The examining doctor proposes supplementary examinations (förordning 2018:1633 5 §).
  static func proposeExtension(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(sv: "Föreslå utvidgad utredning", en: "Propose an extended assessment"),
      lead: Bilingual(
        sv: "Försäkringskassan beslutar om en kompletterande undersökning får göras. Boka den "
          + "inte innan den är godkänd.",
        en: "Försäkringskassan decides whether a supplementary examination may be made. Do not "
          + "book it before it is approved."),
      button: Bilingual(sv: "Skicka förslaget", en: "Send the proposal"),
      events: [.extensionProposed],
      parts: setting.onBehalf(.proposeExtension) + [
        .several(
          "professions", Bilingual(sv: "Undersökning hos", en: "Examination by"),
          FormChoice.all(Profession.supplementary, \.label.alone)),
        CommonFields.reason(
          Bilingual(
            sv: "Varför behövs undersökningen för att svara på frågan?",
            en: "Why is the examination needed to answer the question?")),
      ]
    ) { form in
      let professions: [Profession] = form.several("professions")
      if professions.isEmpty { form.refuseMissing("professions") }
      guard let reason = form.text("reason") else { return nil }
      return .command(.proposeExtension(professions: professions, reason: reason))
    }
  }

  /// Försäkringskassan approves or refuses, examination by examination.
  static func decideExtension(_ setting: ActionSetting) -> ActionForm {
    let number = setting.subject(of: .decideExtension) ?? 0
    let proposal = setting.state.extensions.first { $0.proposed.number == number }?.proposed
    let asked = proposal?.professions ?? []
    return ActionForm(
      Bilingual(sv: "Besluta om utvidgad utredning", en: "Decide on the extension"),
      lead: Bilingual(
        sv: "Ett godkännande flyttar inte sista dagen. Ange en ny dag här eller senare om "
          + "fristen ska förlängas.",
        en: "An approval does not move the last day. State a new day here or later if the time "
          + "is to be extended."),
      button: Bilingual(sv: "Skicka beslutet", en: "Send the decision"),
      events: [.extensionDecided],
      parts: (proposal.map { [facts($0)] } ?? [])
        + asked.map { profession in
          let label = profession.label.alone
          return .one(
            "approved.\(profession.rawValue)",
            Bilingual(
              sv: "Undersökning hos \(label.sv.lowercased())",
              en: "Examination by \(label.en.lowercased())"),
            ExtensionTexts.decisions)
        }
        + [
          .day(
            "lastDay", ExtensionTexts.lastDay, hint: extensionHint(setting), isOptional: true),
          CommonFields.reason(
            Bilingual(
              sv: "Behövs om inget godkänns.", en: "Needed where nothing is approved.")),
        ]
    ) { form in
      var approved: [Profession] = []
      for profession in asked {
        let name = "approved.\(profession.rawValue)"
        if form.yesNo(name) == true { approved.append(profession) }
      }
      let lastDay = form.optionalDay("lastDay")
      let reason = form.optionalText("reason")
      if approved.isEmpty, form.errors.isEmpty, reason == nil { form.refuseMissing("reason") }
      return .command(
        .decideExtension(
          ExtensionDecided(
            number: number, approved: approved, lastDay: lastDay, reason: reason)))
    }
  }

  /// The new last day of an extension that was approved without one.
  static func stateExtensionDay(_ setting: ActionSetting) -> ActionForm {
    ActionForm(
      Bilingual(
        sv: "Ange ny sista dag för utvidgningen", en: "State a new last day for the extension"),
      lead: Bilingual(
        sv: "Dagen du anger gäller. Utan ny dag står den nuvarande sista dagen kvar.",
        en: "The day that you state is binding. Without one the present last day stands."),
      button: Bilingual(sv: "Skicka den nya dagen", en: "Send the new day"),
      events: [.extensionDayStated],
      parts: [.day("lastDay", ExtensionTexts.lastDay, hint: extensionHint(setting))]
    ) { form in
      guard let day = form.day("lastDay") else { return nil }
      return .command(.stateExtensionDay(ExtensionDayStated(lastDay: day)))
    }
  }

  private static func facts(_ proposed: ExtensionProposed) -> FormPart {
    let professions = proposed.professions.map(\.label.alone)
    var lines: [(Bilingual, Bilingual)] = [
      (
        Bilingual(sv: "Föreslås", en: "Proposed"),
        Bilingual(
          sv: professions.map(\.sv).joined(separator: ", "),
          en: professions.map(\.en).joined(separator: ", "))
      ),
      (Bilingual(sv: "Läkare", en: "Doctor"), Bilingual(proposed.doctor)),
    ]
    if let reason = proposed.reason {
      lines.append((Bilingual(sv: "Skäl", en: "Reason"), Bilingual(reason)))
    }
    return .facts(lines)
  }

  /// The latest day that extensions may reach together, as the rule gives it.
  private static func extensionHint(_ setting: ActionSetting) -> Bilingual {
    let deadline = setting.view.deadline
    let last = deadline.last.map(\.fullWords) ?? ExtensionTexts.unknown
    let limit = deadline.extensionLimit.map(\.fullWords) ?? ExtensionTexts.unknown
    return Bilingual(
      sv: "Nu gäller: \(last.sv). Senast möjliga dag för utvidgning: \(limit.sv). Skriv "
        + "åååå-mm-dd.",
      en: "Now: \(last.en). The latest day that an extension may reach: \(limit.en). Write "
        + "yyyy-mm-dd.")
  }
}

enum ExtensionTexts {
  static let lastDay = Bilingual(sv: "Ny sista dag", en: "New last day")
  static let unknown = Bilingual(sv: "ännu inte känd", en: "not known yet")
  static let decisions = [
    FormChoice(FormChoice.yes, Bilingual(sv: "Godkänn", en: "Approve")),
    FormChoice(FormChoice.no, Bilingual(sv: "Avslå", en: "Refuse")),
  ]
}
