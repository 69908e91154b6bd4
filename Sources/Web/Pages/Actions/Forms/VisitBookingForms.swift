// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// A visit with one profession.
  static func bookVisit(_ setting: ActionSetting) -> ActionForm {
    let state = setting.state
    let approved = Set(state.extensions.flatMap { $0.decided?.approved ?? [] })
    let professions = [.doctor] + approved.sorted()
    let hasDoctorVisit = state.currentVisits.contains {
      $0.profession == .doctor && ($0.isBooked || $0.isPerformed)
    }
    let wanted = hasDoctorVisit ? state.professionsToBook.first : .doctor
    let parts: [FormPart] =
      RepresentativeTexts.notice(state, on: setting.today) + [
        .one(
          "profession", Bilingual(sv: "Undersökning hos", en: "Examination by"),
          FormChoice.all(professions, \.label.alone),
          hint: Bilingual(
            sv: "Andra än läkare kan bokas när Försäkringskassan har godkänt utvidgningen.",
            en: "Others than doctors can be booked when the extension is approved."),
          value: wanted?.rawValue)
      ]
      + VisitFields.time(start: nil, end: nil) + [
        VisitFields.place(VisitFields.knownPlace(state)),
        .line(
          "examiner", Bilingual(sv: "Utredare", en: "Examiner"),
          hint: Bilingual(sv: "Kan fyllas i senare.", en: "May be decided later."),
          width: .middle, isOptional: true,
          value: wanted == .doctor ? state.doctor?.name : nil),
        VisitFields.interpreter(state.order?.placed.interpreter.needed == true),
        .heading(Bilingual(sv: "Kallelse", en: "Summons")),
        .day(
          "summons.day", VisitFields.summonsDay,
          hint: Bilingual(
            sv: "Lämna tomt om kallelsen inte är skickad. Skriv åååå-mm-dd.",
            en: "Leave empty if no summons is sent. Write yyyy-mm-dd."), isOptional: true),
        .one(
          "summons.channel", VisitFields.summonsChannel, CommonFields.channels,
          isOptional: true),
      ]
    return ActionForm(
      Bilingual(sv: "Boka besök", en: "Book a visit"),
      lead: Bilingual(
        sv: "Alla parter får veta tid, plats och yrke. Den försäkrade kallas av er.",
        en: "All parties are told time, place and profession. You summon the insured."),
      button: Bilingual(sv: "Boka besöket", en: "Book the visit"),
      events: [.visitBooked], parts: parts, read: readBooking)
  }

  private static func readBooking(_ form: inout FormReader) -> FormOutcome? {
    let profession: Profession? = form.choice("profession")
    let times = VisitFields.readTime(&form)
    let place = form.text("place")
    let examiner = form.optionalText("examiner")
    let interpreter = form.yesNo("interpreterBooked")
    let summonsDay = form.optionalDay("summons.day")
    let channel: Channel? = form.optionalChoice("summons.channel")
    if form.values.text("summons.day") != nil, channel == nil {
      form.refuseMissing("summons.channel")
    }
    if channel != nil, form.values.text("summons.day") == nil {
      form.refuseMissing("summons.day")
    }
    guard let profession, let times, let place, let interpreter else { return nil }
    var summons: Summons?
    if let summonsDay, let channel { summons = Summons(day: summonsDay, channel: channel) }
    return .command(
      .bookVisit(
        VisitBooking(
          profession: profession, start: times.start, end: times.end, place: place,
          examiner: examiner, interpreterBooked: interpreter, summons: summons)))
  }

  /// Another time or place for a booked visit.
  static func moveVisit(_ setting: ActionSetting) -> ActionForm {
    let visit = setting.visit()
    let number = visit?.number ?? setting.number ?? 0
    return ActionForm(
      Bilingual(sv: "Flytta besöket", en: "Move the visit"),
      lead: Bilingual(
        sv: "Alla parter får veta den nya tiden. Personen behöver en ny kallelse.",
        en: "All parties are told of the new time. The person needs a new summons."),
      button: Bilingual(sv: "Flytta besöket", en: "Move the visit"),
      events: [.visitMoved],
      parts: VisitFields.facts(visit) + VisitFields.wishes(visit)
        + VisitFields.time(start: visit?.start, end: visit?.end) + [
          VisitFields.place(visit?.place),
          VisitFields.interpreter(visit?.interpreterBooked ?? false),
          CommonFields.reason(isOptional: true),
        ]
    ) { form in
      let times = VisitFields.readTime(&form)
      let place = form.text("place")
      let interpreter = form.yesNo("interpreterBooked")
      let reason = form.optionalText("reason")
      guard let times, let place, let interpreter else { return nil }
      return .command(
        .moveVisit(
          VisitMoved(
            number: number, start: times.start, end: times.end, place: place,
            interpreterBooked: interpreter, reason: reason)))
    }
  }

  /// There is no other time to give: the visit stands.
  static func declineVisitMove(_ setting: ActionSetting) -> ActionForm {
    let visit = setting.visit(\.isMoveAsked)
    let number = visit?.number ?? setting.number ?? 0
    return ActionForm(
      Bilingual(sv: "Säg nej till en annan tid", en: "Decline another time"),
      lead: Bilingual(
        sv: "Den försäkrade och Försäkringskassan får läsa varför. Besöket står kvar.",
        en: "The insured and Försäkringskassan read why. The visit stands."),
      button: Bilingual(sv: "Skicka svaret", en: "Send the answer"),
      events: [.visitMoveDeclined],
      parts: VisitFields.facts(visit) + VisitFields.wishes(visit) + [
        CommonFields.reason(isOptional: false)
      ]
    ) { form in
      guard let reason = form.text("reason") else { return nil }
      return .command(.declineVisitMove(VisitMoveDeclined(number: number, reason: reason)))
    }
  }

  /// That the insured has been summoned.
  static func recordSummons(_ setting: ActionSetting) -> ActionForm {
    let visit = setting.visit { $0.isBooked && $0.summons == nil }
    let number = visit?.number ?? setting.number ?? 0
    return ActionForm(
      Bilingual(sv: "Registrera kallelsen", en: "Record the summons"),
      lead: Bilingual(
        sv: "Alla parter får veta när och hur personen kallades.",
        en: "All parties are told when and how the person was summoned."),
      button: Bilingual(sv: "Registrera", en: "Record"),
      events: [.summonsSent],
      parts: VisitFields.facts(visit) + [
        .day("summons.day", VisitFields.summonsDay, value: setting.today),
        .one("summons.channel", VisitFields.summonsChannel, CommonFields.channels),
      ]
    ) { form in
      let day = form.day("summons.day")
      let channel: Channel? = form.choice("summons.channel")
      guard let day, let channel else { return nil }
      return .command(
        .recordSummons(
          SummonsSent(number: number, summons: Summons(day: day, channel: channel))))
    }
  }
}

/// The questions about a visit.
enum VisitFields {
  static let summonsDay = Bilingual(sv: "Kallelsen skickades", en: "The summons was sent")
  static let summonsChannel = Bilingual(
    sv: "Hur skickades kallelsen?", en: "How was the summons sent?")

  static func facts(_ visit: Visit?) -> [FormPart] {
    guard let visit else { return [] }
    return [
      .facts([
        (Bilingual(sv: "Besök", en: "Visit"), visit.said),
        (Bilingual(sv: "Plats", en: "Place"), Bilingual(visit.place)),
      ])
    ]
  }

  /// What the insured has asked for, where nobody has answered her.
  static func wishes(_ visit: Visit?) -> [FormPart] {
    guard let visit, visit.isMoveAsked, let wishes = visit.moveRequest?.requested.wishes else {
      return []
    }
    return [
      .notice(
        .note,
        Bilingual(
          sv: "Den försäkrade ber om en annan tid:", en: "The insured asks for another time:"),
        Bilingual(wishes))
    ]
  }

  static func time(start: Instant?, end: Instant?) -> [FormPart] {
    [
      .day("start", Bilingual(sv: "Dag för besöket", en: "Day of the visit"), value: start?.day),
      .time("start.time", Bilingual(sv: "Börjar", en: "Begins"), value: start?.clock),
      .time("end", Bilingual(sv: "Slutar", en: "Ends"), isOptional: true, value: end?.clock),
    ]
  }

  static func readTime(_ form: inout FormReader) -> (start: Instant, end: Instant?)? {
    let start = form.instant(day: "start", time: "start.time")
    let end = form.optionalTime("end")
    guard let start else { return nil }
    return (start, end.map { Instant(day: start.day, time: $0) })
  }

  static func place(_ value: String?) -> FormPart {
    .line("place", Bilingual(sv: "Plats", en: "Place"), value: value)
  }

  static func interpreter(_ value: Bool) -> FormPart {
    .yesNo(
      "interpreterBooked", Bilingual(sv: "Är tolk bokad?", en: "Is an interpreter booked?"),
      value: value)
  }

  /// Where the last visit was, else the performer's own address.
  static func knownPlace(_ state: Assessment) -> String? {
    if let place = state.currentVisits.last?.place { return place }
    guard let unit = state.allocation?.unit, let address = unit.address else { return nil }
    return [unit.name, address, unit.town].compactMap { $0 }.joined(separator: ", ")
  }
}
