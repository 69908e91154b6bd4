// SPDX-License-Identifier: Apache-2.0

// Bookings, summonses, outcomes and deviations.

extension VisitBooked {
  var text: EventText {
    let who = profession.label
    let when = start.words
    return EventText(
      Bilingual(
        sv: "Besök bokat: \(who.sv), \(when.sv)", en: "Visit booked: \(who.en), \(when.en)"),
      [
        .moment(EventLabel.begins, start),
        .text(EventLabel.place, place),
        .moment(Bilingual(sv: "Slutar", en: "Ends"), end),
        .text(Bilingual(sv: "Undersökare", en: "Examiner"), examiner),
        .answer(
          Bilingual(sv: "Tolk bokad", en: "Interpreter booked"),
          interpreterBooked ? true : nil),
      ] + (summons?.lines ?? []))
  }
}

extension Summons {
  var lines: [EventText.Detail?] {
    [
      .day(Bilingual(sv: "Kallad", en: "Summoned"), day),
      .words(EventLabel.channel, channel.label),
    ]
  }
}

extension VisitMoved {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    let when = start.words
    return EventText(
      Bilingual(
        sv: "Besök flyttat: \(who.sv), till \(when.sv)",
        en: "Visit moved: \(who.en), to \(when.en)"),
      [
        .moment(EventLabel.begins, start),
        .text(EventLabel.place, place),
        .moment(Bilingual(sv: "Slutar", en: "Ends"), end),
        .answer(
          Bilingual(sv: "Tolk bokad", en: "Interpreter booked"),
          interpreterBooked ? true : nil),
        .text(EventLabel.reason, reason),
      ])
  }
}

extension VisitMoveRequested {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(
        sv: "Den försäkrade ber om en annan tid: \(who.sv)",
        en: "The insured asks for another time: \(who.en)"),
      [.text(Bilingual(sv: "Önskemål", en: "Wishes"), wishes)])
  }
}

extension VisitMoveDeclined {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(
        sv: "Ingen annan tid finns, besöket står kvar: \(who.sv)",
        en: "There is no other time, the visit stands: \(who.en)"),
      [.text(EventLabel.reason, reason)])
  }
}

extension SummonsSent {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(
        sv: "Kallelse skickad: \(who.sv)", en: "Summons sent: \(who.en)"),
      summons.lines)
  }
}

extension VisitCancelled {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(sv: "Besök avbokat: \(who.sv)", en: "Visit cancelled: \(who.en)"),
      [
        .words(EventLabel.cause, cause.label),
        .moment(Bilingual(sv: "Nådde utföraren", en: "Reached the performer"), reached),
        .text(EventLabel.reason, reason),
      ])
  }
}

extension VisitPerformed {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(sv: "Besök genomfört: \(who.sv)", en: "Visit carried out: \(who.en)"),
      [
        .answer(Bilingual(sv: "Tolk deltog", en: "Interpreter took part"), interpreterTookPart),
        .words(
          Bilingual(sv: "Tolkens tid", en: "The interpreter's time"),
          interpreterMinutes.map { Bilingual(sv: "\($0) minuter", en: "\($0) minutes") }),
      ])
  }
}

extension VisitMissed {
  func text(_ names: EventNames) -> EventText {
    let who = names.visit(number)
    return EventText(
      Bilingual(
        sv: "Besök kunde inte genomföras: \(who.sv)",
        en: "Visit could not be carried out: \(who.en)"),
      [
        .words(Bilingual(sv: "Den försäkrade", en: "The insured"), cause.label),
        .text(EventLabel.reason, reason),
      ])
  }
}

extension DeviationReported {
  func text(_ names: EventNames) -> EventText {
    EventText(
      Bilingual(
        sv: "Avvikelse rapporterad, orsak hos \(cause.label.sv)",
        en: "Deviation reported, cause with \(cause.label.en)"),
      [
        .words(EventLabel.visit, visit.map { names.visit($0) }),
        .moment(Bilingual(sv: "Inträffade", en: "Happened"), time),
        .answer(
          Bilingual(sv: "Den försäkrade kom inte", en: "The insured did not come"),
          missed ? true : nil),
        .text(Bilingual(sv: "Beskrivning", en: "Description"), description),
      ])
  }
}

extension RemainingVisitsDecided {
  func text(_ names: EventNames) -> EventText {
    func listed(_ numbers: [Int]) -> Bilingual? {
      numbers.isEmpty ? nil : Bilingual.list(numbers.map { names.visit($0) })
    }
    return EventText(
      Bilingual(
        sv: "Försäkringskassan beslutade om återstående besök",
        en: "Försäkringskassan decided on the remaining visits"),
      [
        .words(Bilingual(sv: "Genomförs", en: "To take place"), listed(keep)),
        .words(Bilingual(sv: "Avbokas", en: "To be cancelled"), listed(cancel)),
        .text(EventLabel.comment, comment),
      ])
  }
}
