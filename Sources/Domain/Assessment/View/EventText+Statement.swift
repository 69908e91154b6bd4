// SPDX-License-Identifier: Apache-2.0

// The statement, its supplements, the end and corrections.

extension StatementSent {
  var text: EventText {
    EventText(
      Bilingual(sv: "Utlåtandet skickades", en: "The statement was sent"),
      [.day(EventLabel.day, day)])
  }
}

extension InsuredOpposed {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Den försäkrade motsatte sig att utlåtandet lämnas",
        en: "The insured opposed that the statement is handed over"),
      [.day(EventLabel.day, day), .text(EventLabel.comment, note)])
  }
}

extension OppositionWithdrawn {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Den försäkrade motsätter sig inte längre att utlåtandet lämnas",
        en: "The insured no longer opposes that the statement is handed over"),
      [.day(EventLabel.day, day)])
  }
}

extension StatementReleased {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utlåtandet släpptes till den försäkrade",
        en: "The statement was released to the insured"))
  }
}

extension StatementArrived {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utlåtandet kom in till Försäkringskassan",
        en: "The statement reached Försäkringskassan"),
      [
        .day(EventLabel.day, day),
        .day(EventLabel.lastSupplementDay, lastSupplementRequestDay),
      ])
  }
}

extension StatementSupplementRequested {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Försäkringskassan begärde komplettering av utlåtandet",
        en: "Försäkringskassan requested a supplement of the statement"),
      asked.map { .text(EventLabel.question, $0.question) }
        + [.day(EventLabel.answerBy, answerBy)])
  }
}

extension StatementSupplementSent {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utlåtandets komplettering skickades", en: "The statement's supplement was sent"),
      [.day(EventLabel.day, day)])
  }
}

extension StatementSupplementArrived {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utlåtandets komplettering kom in till Försäkringskassan",
        en: "The statement's supplement reached Försäkringskassan"),
      [
        .day(EventLabel.day, day),
        .day(EventLabel.lastSupplementDay, lastSupplementRequestDay),
      ])
  }
}

extension AssessmentEnded {
  var text: EventText {
    let why = reason.label
    return EventText(
      Bilingual(sv: "Ärendet avslutades: \(why.sv)", en: "The case was ended: \(why.en)"),
      [.text(EventLabel.comment, comment)])
  }
}

extension Corrected {
  func text(_ names: EventNames) -> EventText {
    let wrong = names.events[version]?.text(names).title.insideSentence
    let said = wrong ?? Bilingual(sv: "händelse \(version)", en: "event \(version)")
    let right = replacement?.text(names)
    let instead =
      right?.title ?? Bilingual(sv: "händelsen gäller inte", en: "the event does not hold")
    return EventText(
      Bilingual(sv: "Rättelse av: \(said.sv)", en: "Correction of: \(said.en)"),
      [
        .text(EventLabel.reason, reason),
        .words(Bilingual(sv: "I stället gäller", en: "Instead holds"), instead),
      ] + (right?.details ?? []))
  }
}
