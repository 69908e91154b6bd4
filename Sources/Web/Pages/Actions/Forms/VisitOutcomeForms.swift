// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// A booked visit does not take place. Whether that is late follows from the moment.
  static func cancelVisit(_ setting: ActionSetting) -> ActionForm {
    let visit = setting.visit()
    let number = visit?.number ?? setting.number ?? 0
    let isDecided = visit?.toBeCancelled == true
    return ActionForm(
      Bilingual(sv: "Avboka besöket", en: "Cancel the visit"),
      lead: Bilingual(
        sv: "Försäkringskassan och den försäkrade får veta det. Regionen får inte läsa skälet.",
        en: "Försäkringskassan and the insured are told. The region is not shown the reason."),
      button: Bilingual(sv: "Avboka besöket", en: "Cancel the visit"), isWarning: true,
      events: [.visitCancelled],
      parts: VisitFields.facts(visit) + (visit.map { [lateRule($0, setting)] } ?? []) + [
        .one(
          "cause", Bilingual(sv: "Vem eller vad ledde till det?", en: "Who or what caused it?"),
          FormChoice.all(CancellationCause.allCases, ChoiceTexts.text),
          value: isDecided ? CancellationCause.agencyDecision.rawValue : nil),
        .day(
          "reached",
          Bilingual(sv: "Vilken dag nådde det er?", en: "On which day did it reach you?"),
          value: setting.today),
        .time(
          "reached.time", Bilingual(sv: "Vilket klockslag?", en: "At what time?"),
          value: setting.context.now.clock),
        CommonFields.reason(isOptional: true),
      ]
    ) { form in
      let cause: CancellationCause? = form.choice("cause")
      let reached = form.instant(day: "reached", time: "reached.time")
      let reason = form.optionalText("reason")
      guard let cause, let reached else { return nil }
      return .command(
        .cancelVisit(
          VisitCancelled(number: number, cause: cause, reached: reached, reason: reason)))
    }
  }

  /// The limit for a late cancellation, as the rule in force on the day of the visit gives it.
  private static func lateRule(_ visit: Visit, _ setting: ActionSetting) -> FormPart {
    let rule = setting.context.rules.inForce(
      Subject.lateCancellationHours, on: visit.start.day)
    guard let rule, rule.unit == .hours, let hours = rule.value.integer else {
      return .notice(.rest, LateTexts.unknown)
    }
    let limit = visit.start.adding(hours: -hours).fullWords
    return .notice(
      .note,
      Bilingual(
        sv: "Sent återbud: mindre än \(hours) timmar före.",
        en: "A late cancellation: less than \(hours) hours before."),
      Bilingual(
        sv: "Ett återbud som når er efter \(limit.sv) är sent. Det räknas från det klockslag du "
          + "anger.",
        en: "A cancellation that reaches you after \(limit.en) is late. It is judged by the "
          + "time you state."))
  }

  /// How a visit went.
  static func reportVisit(_ setting: ActionSetting) -> ActionForm {
    let visit = setting.visit { $0.isBooked && $0.start <= setting.context.now }
    let number = visit?.number ?? setting.number ?? 0
    let hadInterpreter = visit?.interpreterBooked == true
    return ActionForm(
      Bilingual(sv: "Redovisa besöket", en: "Report the visit"),
      lead: Bilingual(
        sv: "Alla parter får veta hur det gick. Vid uteblivet besök får Försäkringskassan också "
          + "en avvikelse.",
        en: "All parties are told how it went. With a missed visit Försäkringskassan also gets "
          + "a deviation."),
      button: Bilingual(sv: "Redovisa", en: "Report"),
      events: [.visitPerformed, .visitMissed],
      parts: VisitFields.facts(visit)
        + [
          .one(
            "outcome", Bilingual(sv: "Hur gick det?", en: "How did it go?"),
            [
              FormChoice(
                ReportFields.performed, Bilingual(sv: "Besöket genomfördes", en: "It took place")),
              FormChoice(
                ReportFields.missed,
                Bilingual(sv: "Besöket blev inte av", en: "It did not take place")),
            ])
        ]
        + (hadInterpreter ? ReportFields.interpreter : [])
        + [
          .heading(Bilingual(sv: "Om besöket inte blev av", en: "If it did not take place")),
          .one(
            "cause", Bilingual(sv: "Varför?", en: "Why?"),
            FormChoice.all(NoShowCause.allCases, ChoiceTexts.text),
            hint: Bilingual(
              sv: "Kom återbud i förväg? Avboka besöket i stället.",
              en: "Was it called off in advance? Cancel the visit instead.")),
          CommonFields.reason(isOptional: true),
        ]
    ) { form in ReportFields.read(&form, number, hadInterpreter: hadInterpreter) }
  }
}

enum LateTexts {
  static let unknown = Bilingual(
    sv: "Ingen känd gräns för sent återbud gäller dagen för besöket.",
    en: "No known limit for a late cancellation is in force on the day of the visit.")
}

/// The questions about how a visit went.
enum ReportFields {
  static let performed = "genomfort"
  static let missed = "uteblivet"

  static let interpreter: [FormPart] = [
    .heading(Bilingual(sv: "Om besöket genomfördes", en: "If it took place")),
    .yesNo(
      "interpreterTookPart",
      Bilingual(sv: "Medverkade tolken?", en: "Did the interpreter take part?")),
    .number(
      "interpreterMinutes",
      Bilingual(sv: "Tolkens tid i minuter", en: "The interpreter's time in minutes"),
      isOptional: true),
  ]

  static func read(
    _ form: inout FormReader, _ number: Int, hadInterpreter: Bool
  ) -> FormOutcome? {
    switch form.chosenValue("outcome") {
    case performed?:
      var took: Bool?
      var minutes: Int?
      if hadInterpreter {
        took = form.yesNo("interpreterTookPart")
        minutes = form.optionalNumber("interpreterMinutes", in: 0...1440)
      }
      return .command(
        .reportVisit(
          .performed(
            VisitPerformed(
              number: number, interpreterTookPart: took, interpreterMinutes: minutes))))
    case missed?:
      let cause: NoShowCause? = form.choice("cause")
      let reason = form.optionalText("reason")
      guard let cause else { return nil }
      return .command(
        .reportVisit(.missed(VisitMissed(number: number, cause: cause, reason: reason))))
    default: return nil
    }
  }
}
