// SPDX-License-Identifier: Apache-2.0

// The request and the search for a performer.

extension PerformerRequested {
  func text(_ names: EventNames) -> EventText {
    EventText(
      Bilingual(
        sv: "Begäran om utredning skickad till regionen",
        en: "Request for an assessment sent to the region"),
      [
        .text(Bilingual(sv: "Region", en: "Region"), names.regions[region]),
        .words(Bilingual(sv: "Utredning", en: "Assessment"), kind.label),
        .text(Bilingual(sv: "Förmåga att bedöma", en: "Ability to assess"), assess),
        .day(EventLabel.answerBy, answerBy),
      ] + need.lines(names) + officer.lines + [
        .text(EventLabel.comment, comment),
        .words(
          Bilingual(sv: "Skydd", en: "Protection"),
          protected ? Bilingual(sv: "skyddade uppgifter", en: "protected identity") : nil),
        .text(EventLabel.agencyNumber, agencyNumber),
      ])
  }
}

extension AllocationNeed {
  func lines(_ names: EventNames) -> [EventText.Detail?] {
    [
      .text(EventLabel.town, town),
      .words(EventLabel.interpreter, interpreter.label),
      .text(EventLabel.specialNeeds, specialNeeds),
      .text(
        Bilingual(sv: "Tidigare utförare", en: "Earlier performers"),
        earlierPerformers.map(names.performer).joined(separator: ", ")),
    ]
  }
}

extension CaseOfficer {
  var lines: [EventText.Detail?] {
    [
      .text(EventLabel.officer, label), .text(EventLabel.phone, phone),
      .text(EventLabel.email, email),
    ]
  }
}

extension InsuredRegistered {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Den försäkrade registrerad hos Försäkringskassan",
        en: "The insured registered at Försäkringskassan"),
      identity.lines)
  }
}

extension InsuredIdentity {
  var lines: [EventText.Detail?] {
    [
      .text(EventLabel.insuredName, fullName),
      .text(EventLabel.insuredNumber, number.description),
      .text(
        Bilingual(sv: "Den försäkrades adress", en: "The insured's address"), address),
      .text(
        Bilingual(sv: "Den försäkrades telefon", en: "The insured's telephone"), phone),
    ]
  }
}

extension DrawCommitted {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Hemligheten för en möjlig lottning förseglad",
        en: "The secret for a possible draw sealed"),
      [.text(Bilingual(sv: "Kontrollsumma", en: "Checksum"), commitment)])
  }
}

extension RequestDeclined {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Regionen kunde inte ge någon utförare",
        en: "The region could not provide a performer"),
      [.text(EventLabel.reason, reason)])
  }
}

extension InquirySent {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    return EventText(
      Bilingual(sv: "Förfrågan skickad till \(name)", en: "Inquiry sent to \(name)"),
      [.day(EventLabel.answerBy, answerBy)] + need.lines(names)
        + [.text(EventLabel.message, message)])
  }
}

extension InquiryAnswered {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    let title =
      switch (accepts, conflict) {
      case (true, _):
        Bilingual(sv: "\(name) tackade ja till förfrågan", en: "\(name) accepted the inquiry")
      case (false, true):
        Bilingual(
          sv: "\(name) tackade nej på grund av jäv",
          en: "\(name) declined because of a conflict of interest")
      case (false, false):
        Bilingual(sv: "\(name) tackade nej till förfrågan", en: "\(name) declined the inquiry")
      }
    return EventText(
      title,
      [
        .day(Bilingual(sv: "Kan börja", en: "Can begin"), startDay),
        .text(EventLabel.reason, reason), .text(EventLabel.comment, comment),
      ])
  }
}

extension InquiryClosed {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    let title =
      switch cause {
      case .withdrawn:
        Bilingual(
          sv: "Förfrågan till \(name) togs tillbaka", en: "The inquiry to \(name) was withdrawn")
      case .otherChosen:
        Bilingual(
          sv: "Förfrågan till \(name) stängdes: en annan utförare valdes",
          en: "The inquiry to \(name) was closed: another performer was chosen")
      case .requestEnded:
        Bilingual(
          sv: "Förfrågan till \(name) stängdes: begäran gäller inte längre",
          en: "The inquiry to \(name) was closed: the request no longer holds")
      }
    return EventText(title)
  }
}

extension PerformerAllocated {
  func text(_ names: EventNames) -> EventText {
    EventText(
      Bilingual(sv: "Utförare vald: \(unit.name)", en: "Performer chosen: \(unit.name)"),
      [
        .words(Bilingual(sv: "Valdes genom", en: "Chosen by"), method.label),
        .text(Bilingual(sv: "Vårdgivare", en: "Care provider"), unit.providerName),
        .text(EventLabel.address, unit.postalLine),
        .text(EventLabel.phone, unit.phone), .text(EventLabel.email, unit.email),
        .text(EventLabel.comment, comment),
      ])
  }
}

extension UnitContact {
  /// Street, postal code and town in one line, as far as they were told.
  public var postalLine: String? {
    let place = [postalCode, town].compactMap { $0 }.joined(separator: " ")
    let parts = [address ?? "", place].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension AllocationWithdrawn {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    return EventText(
      Bilingual(
        sv: "Uppdraget togs tillbaka från \(name)",
        en: "The assignment was taken back from \(name)"),
      [.text(EventLabel.reason, reason)])
  }
}

extension ConflictReported {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    return EventText(
      Bilingual(sv: "\(name) anmälde jäv", en: "\(name) reported a conflict of interest"),
      [.text(EventLabel.reason, reason)])
  }
}
