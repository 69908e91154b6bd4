// SPDX-License-Identifier: Apache-2.0

// Information to the insured, the order and its documents.

extension InsuredInformed {
  var text: EventText {
    EventText(
      Bilingual(sv: "Den försäkrade informerades", en: "The insured was informed"),
      [
        .day(EventLabel.day, day), .words(EventLabel.channel, channel.label),
        .answer(
          Bilingual(sv: "Inbjuden att lägga till uppgifter", en: "Invited to add information"),
          invitedToAdd),
      ])
  }
}

extension OrderPlaced {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    let insured = identity.lines
    let contents: [EventText.Detail?] = [
      .text(EventLabel.purpose, purpose),
      .text(EventLabel.background, background),
      .text(EventLabel.plannedActions, plannedActions),
      .answer(Bilingual(sv: "Får utvidgas", en: "May be extended"), extensionAllowed),
      .words(EventLabel.interpreter, interpreter.label),
      .text(EventLabel.specialNeeds, specialNeeds),
    ]
    let sent: [EventText.Detail?] = [
      .answer(
        Bilingual(sv: "Handlingar följer med post", en: "Documents follow by post"),
        documentsByPost),
      .day(Bilingual(sv: "Angiven sista dag", en: "Stated last day"), lastDay),
    ]
    return EventText(
      Bilingual(
        sv: "Utredningen beställdes hos \(name)", en: "The assessment was ordered from \(name)"),
      contents + documents.lines + sent + insured + officer.lines + [
        .text(EventLabel.comment, comment), .text(EventLabel.agencyNumber, agencyNumber),
      ])
  }
}

extension DocumentList {
  /// How much there is, then each document and each part that is left out, as far as told.
  var lines: [EventText.Detail?] {
    [.words(EventLabel.documents, label)]
      + (items ?? []).map { item in
        let dated = item.dated.map { ", \($0)" } ?? ""
        let sheets = Self.sheets(item.pages)
        let file = item.file?.line ?? Bilingual("")
        return .words(
          item.kind.label.alone,
          Bilingual(
            sv: "\(item.title)\(dated), \(sheets.sv)\(file.sv)",
            en: "\(item.title)\(dated), \(sheets.en)\(file.en)"))
      }
      + (absent ?? []).map { part in
        .words(
          part.kind.label.alone,
          Bilingual(sv: "skickas inte: \(part.reason)", en: "not sent: \(part.reason)"))
      }
  }
}

extension DocumentFile {
  /// Size and the beginning of the checksum, to follow the number of pages.
  fileprivate var line: Bilingual {
    let size = sizeText
    return Bilingual(
      sv: ", \(size.sv), kontrollsumma \(shortChecksum)",
      en: ", \(size.en), checksum \(shortChecksum)")
  }
}

extension OrderUpdated {
  var text: EventText {
    EventText(
      Bilingual(sv: "Beställningen ändrades", en: "The order was changed"),
      [
        .words(EventLabel.interpreter, interpreter?.label),
        .text(EventLabel.specialNeeds, specialNeeds),
        .answer(
          Bilingual(sv: "Handlingar följer med post", en: "Documents follow by post"),
          documentsByPost),
      ] + (officer?.lines ?? []) + [.text(EventLabel.comment, comment)])
  }
}

extension OrderAccepted {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utföraren tog emot beställningen", en: "The performer accepted the order"),
      [.text(EventLabel.comment, comment)])
  }
}

extension OrderReturned {
  func text(_ names: EventNames) -> EventText {
    let name = names.performer(performer)
    return EventText(
      Bilingual(
        sv: "\(name) återsände beställningen", en: "\(name) returned the order"),
      [.words(EventLabel.cause, cause.label), .text(EventLabel.reason, reason)])
  }
}

extension OrderSupplementRequested {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utföraren begärde komplettering av underlaget",
        en: "The performer asked for more documents"),
      [
        .words(
          EventLabel.parts, parts.isEmpty ? nil : Bilingual.list(parts.map(\.label))),
        .text(EventLabel.question, question),
      ])
  }
}

extension OrderSupplemented {
  var text: EventText {
    let sent = documents.count > 0
    return EventText(
      sent
        ? Bilingual(sv: "Underlaget kompletterades", en: "More documents were sent")
        : Bilingual(
          sv: "Frågan om underlaget besvarades", en: "The question on documents was answered"),
      (sent ? documents.lines : []) + [.text(EventLabel.answer, answer)])
  }
}

extension InsuredDocumentsAdded {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Den försäkrade lade till egna handlingar",
        en: "The insured added documents of her own"),
      documents.lines)
  }
}

extension SelfRatingGiven {
  /// The levels are read where the statement is written, by those who may.
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Den försäkrade lämnade sin självskattning",
        en: "The insured gave her self-rating"), [])
  }
}

extension UnderlagCompleted {
  var text: EventText {
    let when = day.shortWords
    return EventText(
      Bilingual(
        sv: "Underlaget blev komplett \(when.sv), fristen började",
        en: "The documents became complete on \(when.en), the time began"))
  }
}

extension DoctorAppointed {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Ansvarig läkare utsedd: \(name)", en: "Responsible doctor appointed: \(name)"))
  }
}

extension ExaminerAppointed {
  var text: EventText {
    let who = profession.label
    return EventText(
      Bilingual(
        sv: "Utredare utsedd: \(name.map { "\($0), \(who.sv)" } ?? who.sv)",
        en: "Examiner appointed: \(name.map { "\($0), \(who.en)" } ?? who.en)"))
  }
}

extension ExaminerReleased {
  var text: EventText {
    let who = profession.label
    return EventText(
      Bilingual(
        sv: "Utredare entledigad: \(name.map { "\($0), \(who.sv)" } ?? who.sv)",
        en: "Examiner released: \(name.map { "\($0), \(who.en)" } ?? who.en)"))
  }
}
