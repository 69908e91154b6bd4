// SPDX-License-Identifier: Apache-2.0

// Extensions, delays, deferrals and notices.

extension ExtensionProposed {
  var text: EventText {
    let who = Bilingual.list(professions.map(\.label))
    return EventText(
      Bilingual(sv: "Utvidgning föreslagen: \(who.sv)", en: "Extension proposed: \(who.en)"),
      [
        .text(Bilingual(sv: "Läkare", en: "Doctor"), doctor),
        .text(EventLabel.reason, reason),
      ])
  }
}

extension ExtensionDecided {
  var text: EventText {
    let who = Bilingual.list(approved.map(\.label))
    return EventText(
      approved.isEmpty
        ? Bilingual(sv: "Utvidgningen avslogs", en: "The extension was refused")
        : Bilingual(
          sv: "Utvidgning godkänd: \(who.sv)", en: "Extension approved: \(who.en)"),
      [.day(EventLabel.lastDay, lastDay), .text(EventLabel.reason, reason)])
  }
}

extension ExtensionDayStated {
  var text: EventText {
    let day = lastDay.shortWords
    return EventText(
      Bilingual(
        sv: "Fristen förlängdes för utvidgningen, ny sista dag \(day.sv)",
        en: "The time was prolonged for the extension, new last day \(day.en)"))
  }
}

extension DelayRiskReported {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utföraren rapporterade risk för försening till regionen",
        en: "The performer reported a risk of delay to the region"),
      [.day(EventLabel.expectedDay, expectedDay), .text(EventLabel.reason, reason)])
  }
}

extension DelayNotified {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Regionen informerade Försäkringskassan om risk för försening",
        en: "The region told Försäkringskassan of a risk of delay"),
      [.day(EventLabel.expectedDay, expectedDay), .text(EventLabel.reason, reason)])
  }
}

extension DeferralRequested {
  var text: EventText {
    EventText(
      Bilingual(sv: "Regionen begärde anstånd", en: "The region asked for a deferral"),
      [
        .day(Bilingual(sv: "Föreslagen dag", en: "Proposed day"), proposedDay),
        .text(EventLabel.reason, reason),
      ])
  }
}

extension DeferralDecided {
  var text: EventText {
    guard let lastDay else {
      return EventText(
        Bilingual(sv: "Anstånd avslogs", en: "The deferral was refused"),
        [.text(EventLabel.reason, reason)])
    }
    let day = lastDay.shortWords
    return EventText(
      Bilingual(
        sv: "Anstånd beviljades, ny sista dag \(day.sv)",
        en: "A deferral was granted, new last day \(day.en)"),
      [.text(EventLabel.reason, reason)])
  }
}

extension DeadlineNoticed {
  func text(passed: Bool) -> EventText {
    let day = dueDay.shortWords
    let what = task.title.insideSentence
    return EventText(
      passed
        ? Bilingual(
          sv: "Dagen passerade \(day.sv): \(what.sv)", en: "The day passed on \(day.en): \(what.en)"
        )
        : Bilingual(
          sv: "Påminnelse skickad: \(what.sv), senast \(day.sv)",
          en: "Reminder sent: \(what.en), by \(day.en)"))
  }
}
