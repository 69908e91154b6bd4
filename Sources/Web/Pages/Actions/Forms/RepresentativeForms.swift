// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// Försäkringskassan registers who may read and act for the insured in this case.
  static func registerRepresentative(_ setting: ActionSetting) -> ActionForm {
    var form = ActionForm(
      Bilingual(
        sv: "Registrera ställföreträdare eller ombud",
        en: "Register a representative of the insured"),
      lead: Bilingual(
        sv: "Personen kan läsa det som har skickats till den försäkrade i det här ärendet, och "
          + "göra det som den försäkrade kan göra här, de dagar du anger. Registrera bara den vars "
          + "förordnande eller fullmakt räcker till det. Den försäkrade får veta vem det är, och "
          + "utföraren när utredningen är beställd. Regionen får det inte.",
        en: "The person can read what has been sent to the insured in this case, and do what the "
          + "insured can do here, on the days you state. Register only somebody whose appointment "
          + "or power of attorney reaches that far. The insured is told who it is, and the "
          + "performer once the assessment is ordered. The region is not told."),
      button: Bilingual(sv: "Registrera", en: "Register"),
      events: [.representativeRegistered],
      parts: representativeParts(setting), read: readRepresentative)
    form.toldWords[.insured] = Bilingual(
      sv: "Får hela uppgiften utom personnumret", en: "Is told all but the identity number")
    let isOrdered = setting.state.order != nil && setting.state.order?.returned == nil
    form.toldWords[.performer] =
      isOrdered
      ? Bilingual(
        sv: "Får veta vem, som vad och vilka dagar", en: "Is told who, as what and which days")
      : Bilingual(
        sv: "Får veta det med beställningen", en: "Is told with the order")
    return form
  }

  private static func representativeParts(_ setting: ActionSetting) -> [FormPart] {
    [
      .one(
        "kind", Bilingual(sv: "Företräder som", en: "Acts as"),
        FormChoice.all(RepresentativeKind.allCases, \.label.alone)),
      .line("name", Bilingual(sv: "Namn", en: "Name"), width: .middle),
      .line(
        "identity",
        Bilingual(
          sv: "Företrädarens personnummer eller samordningsnummer",
          en: "The representative's personal or coordination number"),
        hint: Bilingual(
          sv: "Tolv siffror, ååååmmdd-nnnn. Bara Försäkringskassan ser det.",
          en: "Twelve digits, yyyymmdd-nnnn. Only Försäkringskassan sees it."),
        width: .middle),
      .day("from", Bilingual(sv: "Från och med", en: "From"), value: setting.today),
      .day(
        "through", Bilingual(sv: "Till och med", en: "Through"),
        hint: Bilingual(
          sv: "Lämna tomt om ingen sista dag är bestämd. Skriv åååå-mm-dd.",
          en: "Leave empty where no last day is set. Write yyyy-mm-dd."), isOptional: true),
      .line(
        "basis", Bilingual(sv: "Vad det grundas på", en: "What it rests on"),
        hint: Bilingual(
          sv: "Till exempel förordnande eller fullmakt, och dess datum.",
          en: "Such as an appointment or a power of attorney, and its date.")),
      .text(
        "covers", Bilingual(sv: "Vad det omfattar", en: "What it covers"),
        hint: Bilingual(
          sv: "Så som det står där. Den försäkrade kan läsa det.",
          en: "As it is written there. The insured can read it."), isOptional: true),
    ]
  }

  private static func readRepresentative(_ form: inout FormReader) -> FormOutcome? {
    let kind: RepresentativeKind? = form.choice("kind")
    let name = form.text("name")
    let identity = IdentityFields.readNumber(&form, "identity")
    let from = form.day("from")
    let through = form.optionalDay("through")
    let basis = form.text("basis")
    let covers = form.optionalText("covers")
    guard let kind, let name, let identity, let from, let basis else { return nil }
    return .command(
      .registerRepresentative(
        RepresentativeRegistration(
          kind: kind, name: name, identity: identity, from: from, through: through,
          basis: basis, covers: covers)))
  }

  /// Somebody no longer acts for the insured.
  static func endRepresentative(_ setting: ActionSetting) -> ActionForm {
    let one = setting.state.representatives.first { $0.number == setting.number }
    let name = one?.name ?? ""
    let kind = one?.kind.label ?? Bilingual("")
    return ActionForm(
      Bilingual(sv: "Avsluta företrädare", en: "End a representative"),
      lead: Bilingual(
        sv: "\(name), \(kind.sv), kan från och med nu inte läsa något i ärendet. Den försäkrade "
          + "och en utförare som har beställningen får veta det.",
        en: "\(name), \(kind.en), can from now on read nothing in the case. The insured and a "
          + "performer that has the order are told."),
      button: Bilingual(sv: "Avsluta", en: "End"), isWarning: true,
      events: [.representativeEnded], parts: []
    ) { [number = setting.number] _ in
      number.map { .command(.endRepresentative(RepresentativeEnded(number: $0))) }
    }
  }
}
