// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The request anew, after the region has declined it; what was asked then stands there.
  static func requestAgain(_ setting: ActionSetting) -> ActionForm {
    let last = setting.state.request
    let isProtected = last?.protected ?? false
    return ActionForm(
      Bilingual(sv: "Begär på nytt", en: "Request anew"),
      lead: Bilingual(
        sv: "Regionen får begäran. Vem personen är får den veta först med beställningen.",
        en: "The region gets the request. Who the person is it is told only with the order."),
      button: Bilingual(sv: "Skicka begäran", en: "Send the request"),
      events: [.performerRequested],
      parts: RequestFields.region(setting.regions, value: last?.region)
        + RequestFields.assess(last?.assess)
        + RequestFields.need(
          last?.need, isProtected: isProtected, performers: setting.regions.flatMap(\.performers))
        + [RequestFields.answerBy(nil)]
        + OfficerFields.parts(last?.officer, name: setting.actor.name)
        + [CommonFields.comment(CommonFields.noIdentity)]
    ) { form in
      let region = form.organisation("region")
      let assess = form.text("assess")
      let need = RequestFields.readNeed(&form, isProtected: isProtected)
      let answerBy = form.optionalDay("answerBy")
      let officer = OfficerFields.read(&form)
      let comment = form.optionalText("comment")
      guard let region, let assess, let need, let officer else { return nil }
      return .command(
        .requestPerformer(
          PerformerRequested(
            kind: last?.kind ?? .afu, assess: assess, region: region, answerBy: answerBy,
            need: need, officer: officer, comment: comment, protected: isProtected,
            agencyNumber: last?.agencyNumber),
          insured: nil))
    }
  }
}

/// The questions of a request, which a new request and a request anew have in common.
enum RequestFields {
  static func region(_ regions: [RegionSettings], value: HSAID?) -> [FormPart] {
    [
      .list(
        "region", Bilingual(sv: "Ansvarig region", en: "Responsible region"),
        regions.map { FormChoice($0.region.text, Bilingual($0.name)) },
        hint: Bilingual(
          sv: "Regionen där personen är bosatt. Hör personen till en kommun utanför en region "
            + "väljs kommunen.",
          en: "The region where the person lives. A municipality outside any region is chosen "
            + "in its place."),
        value: value?.text)
    ]
  }

  static func assess(_ value: String?) -> [FormPart] {
    [
      .text(
        "assess", Bilingual(sv: "Vad ska bedömas?", en: "What is to be assessed?"),
        hint: Bilingual(
          sv: "Beskriv på vilket sätt funktions- och aktivitetsförmågan ska bedömas (5 § "
            + "förordning 2018:1633). Skriv inga medicinska uppgifter, regionen läser texten.",
          en: "Describe in what way function and activity are to be assessed (Ordinance "
            + "2018:1633, section 5). Write nothing medical: the region reads the text."),
        value: value)
    ]
  }

  static func need(
    _ need: AllocationNeed?, isProtected: Bool, performers: [RegionPerformer]
  ) -> [FormPart] {
    let town = isProtected ? TownTexts.protected : TownTexts.open
    let parts: [FormPart] =
      [
        .line(
          "need.town", Bilingual(sv: "Ort", en: "Town"), hint: town, width: .middle,
          isOptional: isProtected, value: need?.town)
      ]
      + InterpreterFields.parts(need?.interpreter)
      + [CommonFields.specialNeeds("need.specialNeeds", value: need?.specialNeeds)]
    guard !performers.isEmpty else { return parts }
    return parts + [
      .several(
        "need.earlierPerformers",
        Bilingual(
          sv: "Har personen utretts av någon av dem tidigare?",
          en: "Has any of them assessed the person before?"),
        performers.map { FormChoice($0.unit.id.text, Bilingual($0.unit.name)) },
        isOptional: true, values: need?.earlierPerformers.map(\.text) ?? [])
    ]
  }

  static func readNeed(_ form: inout FormReader, isProtected: Bool) -> AllocationNeed? {
    let town = isProtected ? form.optionalText("need.town") ?? "" : form.text("need.town")
    let interpreter = InterpreterFields.read(&form)
    let needs = form.optionalText("need.specialNeeds")
    guard let town, let interpreter else { return nil }
    return AllocationNeed(
      town: town, interpreter: interpreter, specialNeeds: needs,
      earlierPerformers: form.organisations("need.earlierPerformers"))
  }

  static func answerBy(_ value: Day?) -> FormPart {
    .day(
      "answerBy", Bilingual(sv: "Önskat svar senast", en: "Answer wanted by"),
      hint: Bilingual(
        sv: "Lagen har ingen frist för svaret. Utan dag gäller regionens eget servicemål. Skriv "
          + "åååå-mm-dd.",
        en: "The law has no time for the answer. Without a day the region's own target holds. "
          + "Write yyyy-mm-dd."),
      isOptional: true, value: value)
  }

  private enum TownTexts {
    static let open = Bilingual(
      sv: "Regionen väljer en utförare som personen kan ta sig till.",
      en: "The region chooses a performer that the person can reach.")
    static let protected = Bilingual(
      sv: "Personen har skyddade personuppgifter. Lämna fältet tomt om orten kan röja var "
        + "personen finns.",
      en: "The person has protected identity. Leave this empty if the town can reveal where the "
        + "person is.")
  }
}
