// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

extension ActionForm {
  /// The region chooses who performs (förordning 2018:1633 5 §), in one of the ways it has
  /// settled on.
  static func allocate(_ setting: ActionSetting) -> ActionForm {
    let methods = setting.settings?.processes ?? []
    let free = setting.choices.filter { !$0.isConflicted }
    let parts: [FormPart] = [
      .block { language in table(setting, language) },
      .one(
        "method", Bilingual(sv: "Hur väljs utföraren?", en: "How is the performer chosen?"),
        methods.map { method in
          FormChoice(
            method.rawValue, ChoiceTexts.text(method), hint: explanation(method, setting))
        },
        value: methods.count == 1 ? methods[0].rawValue : preferred(methods, setting)),
      .one(
        "performer", Bilingual(sv: "Utförare", en: "Performer"),
        free.map { choice in
          FormChoice(
            choice.performer.unit.id.text, Bilingual(choice.performer.unit.name),
            hint: AllocationTexts.places(choice))
        },
        hint: Bilingual(
          sv: "Väljs inte vid turordning och lottning.",
          en: "Not chosen with rotation or a draw."),
        value: setting.performer?.text, aliases: ["performers"]),
      CommonFields.comment(CommonFields.noIdentity),
    ]
    return ActionForm(
      Bilingual(sv: "Välj utförare", en: "Choose a performer"),
      lead: Bilingual(
        sv: "Försäkringskassan och utföraren får veta vem som ska utföra utredningen (5 § lag "
          + "2018:744). Övriga förfrågningar stängs.",
        en: "Försäkringskassan and the performer are told who will perform the assessment (Act "
          + "2018:744, section 5). Other inquiries are closed."),
      button: Bilingual(sv: "Välj utförare", en: "Choose"),
      events: [.performerAllocated], parts: parts, read: read)
  }

  private static func read(_ form: inout FormReader) -> FormOutcome? {
    let method: AllocationMethod? = form.choice("method")
    let comment = form.optionalText("comment")
    switch method {
    case .rotation?: return .rotate(comment: comment)
    case .draw?: return .draw(comment: comment)
    case .direct?, .inquiry?:
      guard let method, let performer = form.organisation("performer") else { return nil }
      return .allocate(performer, method, comment: comment)
    case nil: return nil
    }
  }

  /// Those who have accepted come first, where there are any.
  private static func preferred(
    _ methods: [AllocationMethod], _ setting: ActionSetting
  ) -> String? {
    let hasYes = setting.state.inquiries.contains { $0.isAccepted }
    return hasYes && methods.contains(.inquiry) ? AllocationMethod.inquiry.rawValue : nil
  }

  private static func explanation(
    _ method: AllocationMethod, _ setting: ActionSetting
  ) -> Bilingual {
    switch method {
    case .direct: return AllocationTexts.direct
    case .inquiry: return AllocationTexts.inquiry
    case .rotation:
      guard let next = nextInRotation(setting) else { return AllocationTexts.noTurn }
      return Bilingual(sv: "På tur står \(next).", en: "It is the turn of \(next).")
    case .draw:
      let pot = setting.choices.filter { !$0.isConflicted && $0.freePlaces > 0 }.count
      return Bilingual(
        sv: "\(pot) utförare med ledig plats deltar, alla med samma chans. Hemligheten som "
          + "lottningen bygger på låstes när begäran kom in, och alla parter kan räkna om den.",
        en: "\(pot) performers with a free place take part, all with the same chance. The "
          + "secret behind the draw was sealed when the request came in, and every party can "
          + "replay it.")
    }
  }

  private static func nextInRotation(_ setting: ActionSetting) -> String? {
    let unfit = setting.choices.filter { $0.isConflicted || $0.freePlaces == 0 }
    return setting.settings?.nextInRotation(
      excluding: Set(unfit.map(\.performer.unit.id)), on: setting.today)?.unit.name
  }

  private static func table(_ setting: ActionSetting, _ language: Language) -> HTML {
    let rows = setting.choices.map { choice -> [HTML] in
      let inquiry = setting.state.inquiries.last {
        $0.performer == choice.performer.unit.id && $0.closed == nil
      }
      return [
        .text(choice.performer.unit.name), .text(choice.performer.unit.town ?? "–"),
        .text("\(choice.freePlaces) / \(choice.performer.places)"),
        .text(AllocationTexts.times(choice)[language]),
        .text((inquiry.map(AllocationTexts.answer) ?? AllocationTexts.notAsked)[language]),
        choice.isConflicted
          ? Badge(.late, AllocationTexts.conflict[language]).html : .text("–"),
      ]
    }
    return div(.class("field")) {
      DataTable(
        id: "performers-table", caption: AllocationTexts.caption[language],
        columns: AllocationTexts.columns.map { .init($0[language]) }, rows: rows,
        isStacked: true
      ).html(language)
    }
  }
}

enum AllocationTexts {
  static let caption = Bilingual(
    sv: "Regionens utförare i dag", en: "The region's performers today")
  static let columns = [
    Bilingual(sv: "Utförare", en: "Performer"), Bilingual(sv: "Ort", en: "Town"),
    Bilingual(sv: "Lediga platser", en: "Free places"),
    Bilingual(
      sv: "Lediga tider, \(CapacityLimit.weeksShown) veckor",
      en: "Free times, \(CapacityLimit.weeksShown) weeks"),
    Bilingual(sv: "Svar", en: "Answer"),
    Bilingual(sv: "Jäv", en: "Conflict"),
  ]
  static let conflict = Bilingual(sv: "Jäv anmält", en: "Conflict reported")
  static let notAsked = Bilingual(sv: "Inte tillfrågad", en: "Not asked")
  static let waiting = Bilingual(sv: "Har inte svarat", en: "Has not answered")
  static let declined = Bilingual(sv: "Har tackat nej", en: "Has declined")
  static let direct = Bilingual(
    sv: "Du väljer en utförare själv, utan förfrågan.",
    en: "You choose a performer yourself, without an inquiry.")
  static let inquiry = Bilingual(
    sv: "Du väljer en av dem som har svarat ja på förfrågan.",
    en: "You choose one of those who accepted the inquiry.")
  static let noTurn = Bilingual(
    sv: "Ingen utförare i turordningen har en ledig plats.",
    en: "No performer in the rotation has a free place.")

  static func places(_ choice: PerformerChoice) -> Bilingual {
    let places = Bilingual(
      sv: "\(choice.freePlaces) av \(choice.performer.places) platser lediga",
      en: "\(choice.freePlaces) of \(choice.performer.places) places free")
    guard choice.freeTimes != nil else {
      return Bilingual(
        sv: "\(places.sv). Inga tider publicerade.", en: "\(places.en). No times published.")
    }
    let times = times(choice)
    let weeks = CapacityLimit.weeksShown
    return Bilingual(
      sv: "\(places.sv). Lediga tider \(weeks) veckor: \(times.sv).",
      en: "\(places.en). Free times in \(weeks) weeks: \(times.en).")
  }

  /// What the performer has published and nobody has booked.
  static func times(_ choice: PerformerChoice) -> Bilingual {
    guard let free = choice.freeTimes else {
      return Bilingual(sv: "Inte publicerade", en: "Not published")
    }
    let named = Profession.allCases.compactMap { profession in
      free[profession].map { (profession, $0) }
    }
    return Bilingual(
      sv: named.map { "\($0.0.label.sv) \($0.1)" }.joined(separator: ", "),
      en: named.map { "\($0.0.label.en) \($0.1)" }.joined(separator: ", "))
  }

  static func answer(_ inquiry: Inquiry) -> Bilingual {
    guard let answer = inquiry.answer else { return waiting }
    guard answer.accepts else { return declined }
    guard let day = answer.startDay else {
      return Bilingual(sv: "Har tackat ja", en: "Has accepted")
    }
    return Bilingual(sv: "Ja, kan börja \(day)", en: "Yes, can begin \(day)")
  }
}
