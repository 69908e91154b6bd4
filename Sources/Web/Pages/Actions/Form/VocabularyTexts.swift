// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the vocabularies as they stand in forms and receipts.
enum VocabularyTexts {
  static func text(_ channel: Channel) -> Bilingual {
    switch channel {
    case .letter: Bilingual(sv: "Brev", en: "Letter")
    case .telephone: Bilingual(sv: "Telefon", en: "Telephone")
    case .electronic: Bilingual(sv: "Elektroniskt", en: "Electronically")
    case .meeting: Bilingual(sv: "Möte", en: "Meeting")
    }
  }

  static func text(_ profession: Profession) -> Bilingual {
    switch profession {
    case .doctor: Bilingual(sv: "Läkare", en: "Doctor")
    case .psychologist: Bilingual(sv: "Psykolog", en: "Psychologist")
    case .physiotherapist: Bilingual(sv: "Fysioterapeut", en: "Physiotherapist")
    case .occupationalTherapist: Bilingual(sv: "Arbetsterapeut", en: "Occupational therapist")
    }
  }

  static func text(_ kind: DocumentKind) -> Bilingual {
    switch kind {
    case .medical: Bilingual(sv: "Medicinska handlingar", en: "Medical documents")
    case .selfRating: Bilingual(sv: "Självskattning", en: "Self-rating")
    case .fromInsured:
      Bilingual(sv: "Den försäkrades handlingar", en: "Documents from the insured")
    case .other: Bilingual(sv: "Andra handlingar", en: "Other documents")
    }
  }

  static func text(_ method: AllocationMethod) -> Bilingual {
    switch method {
    case .direct: Bilingual(sv: "Direkt till en utförare", en: "Straight to one performer")
    case .inquiry:
      Bilingual(sv: "Bland dem som har tackat ja", en: "Among those who accepted")
    case .rotation: Bilingual(sv: "I turordning", en: "In rotation")
    case .draw: Bilingual(sv: "Lottning", en: "By draw")
    }
  }

  static func text(_ cause: NoShowCause) -> Bilingual {
    switch cause {
    case .absent: Bilingual(sv: "Personen kom inte", en: "The person did not come")
    case .tooLate:
      Bilingual(
        sv: "Personen kom för sent för att besöket skulle kunna genomföras",
        en: "The person came too late for the visit to take place")
    case .unableOrUnwilling:
      Bilingual(
        sv: "Personen kunde eller ville inte medverka",
        en: "The person could not or would not take part")
    }
  }

  static func text(_ cause: CancellationCause) -> Bilingual {
    switch cause {
    case .insured: Bilingual(sv: "Den försäkrade", en: "The insured")
    case .performer: Bilingual(sv: "Utföraren", en: "The performer")
    case .interpreter: Bilingual(sv: "Tolken", en: "The interpreter")
    case .agencyDecision:
      Bilingual(sv: "Försäkringskassans beslut", en: "Försäkringskassan's decision")
    }
  }

  static func text(_ cause: DeviationCause) -> Bilingual {
    switch cause {
    case .care: Bilingual(sv: "Vården", en: "Health care")
    case .insured: Bilingual(sv: "Den försäkrade", en: "The insured")
    case .agency: Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
    case .interpreter: Bilingual(sv: "Tolken", en: "The interpreter")
    }
  }

  static func text(_ cause: ReturnCause) -> Bilingual {
    switch cause {
    case .incomplete:
      Bilingual(sv: "Något är fel i beställningen", en: "Something is wrong in the order")
    case .cannotPerform:
      Bilingual(sv: "Vi kan inte utföra utredningen", en: "We cannot perform the assessment")
    }
  }

  static func text(_ cause: InquiryClosing) -> Bilingual {
    switch cause {
    case .withdrawn: Bilingual(sv: "Regionen tog tillbaka den", en: "The region withdrew it")
    case .otherChosen: Bilingual(sv: "En annan utförare valdes", en: "Another was chosen")
    case .requestEnded: Bilingual(sv: "Begäran upphörde", en: "The request ended")
    }
  }

  static func text(_ reason: EndReason) -> Bilingual {
    switch reason {
    case .completed:
      Bilingual(
        sv: "Utlåtandet har kommit in och inget mer begärs",
        en: "The statement has arrived and nothing more is asked for")
    case .noOrder: Bilingual(sv: "Ingen beställning görs", en: "No order will be made")
    case .conflictOfInterest: Bilingual(sv: "Jäv", en: "Conflict of interest")
    case .aborted: Bilingual(sv: "Utredningen avbryts", en: "The assessment is broken off")
    }
  }

  static func text(_ answer: Bool) -> Bilingual {
    answer ? Bilingual(sv: "Ja", en: "Yes") : Bilingual(sv: "Nej", en: "No")
  }
}

/// Days, moments and names as texts in both languages.
enum Said {
  static func day(_ day: Day) -> Bilingual {
    Bilingual(sv: DateText(.sv).text(day, .full), en: DateText(.en).text(day, .full))
  }

  static func moment(_ instant: Instant) -> Bilingual {
    Bilingual(sv: DateText(.sv).text(instant, .full), en: DateText(.en).text(instant, .full))
  }

  /// A name or what somebody wrote: the same in both languages.
  static func name(_ text: String) -> Bilingual { Bilingual(sv: text, en: text) }

  static func interpreter(_ interpreter: Interpreter) -> Bilingual {
    guard interpreter.needed else { return VocabularyTexts.text(false) }
    guard let language = interpreter.language else { return VocabularyTexts.text(true) }
    return Bilingual(sv: "Ja, \(language)", en: "Yes, \(language)")
  }

  static func officer(_ officer: CaseOfficer) -> Bilingual {
    name(
      [officer.name, officer.phone, officer.email, officer.office].compactMap { $0 }
        .joined(separator: ", "))
  }
}
