// SPDX-License-Identifier: Apache-2.0

// The words of the vocabularies, as they stand inside a sentence.

extension Profession {
  public var label: Bilingual {
    switch self {
    case .doctor: Bilingual(sv: "läkare", en: "doctor")
    case .psychologist: Bilingual(sv: "psykolog", en: "psychologist")
    case .physiotherapist: Bilingual(sv: "fysioterapeut", en: "physiotherapist")
    case .occupationalTherapist:
      Bilingual(sv: "arbetsterapeut", en: "occupational therapist")
    }
  }
}

extension AssessmentKind {
  public var label: Bilingual {
    switch self {
    case .afu: Bilingual(sv: "aktivitetsförmågeutredning (AFU)", en: "activity ability (AFU)")
    }
  }
}

extension DocumentKind {
  /// The four parts of förordning 2018:1633 6 §.
  public var label: Bilingual {
    switch self {
    case .medical: Bilingual(sv: "medicinska handlingar", en: "medical documents")
    case .selfRating: Bilingual(sv: "självskattning", en: "self-rating")
    case .fromInsured:
      Bilingual(sv: "den försäkrades egna handlingar", en: "the insured's own documents")
    case .other: Bilingual(sv: "andra handlingar", en: "other documents")
    }
  }
}

extension Channel {
  public var label: Bilingual {
    switch self {
    case .letter: Bilingual(sv: "brev", en: "letter")
    case .telephone: Bilingual(sv: "telefon", en: "telephone")
    case .electronic: Bilingual(sv: "elektroniskt", en: "electronically")
    case .meeting: Bilingual(sv: "möte", en: "meeting")
    }
  }
}

extension AllocationMethod {
  public var label: Bilingual {
    switch self {
    case .direct: Bilingual(sv: "direkt val", en: "direct choice")
    case .inquiry: Bilingual(sv: "förfrågan", en: "inquiry")
    case .rotation: Bilingual(sv: "turordning", en: "rotation")
    case .draw: Bilingual(sv: "lottning", en: "draw")
    }
  }
}

extension NoShowCause {
  /// Neutral words: what follows is Försäkringskassan's to judge.
  public var label: Bilingual {
    switch self {
    case .absent: Bilingual(sv: "kom inte", en: "did not come")
    case .tooLate: Bilingual(sv: "kom för sent", en: "came too late")
    case .unableOrUnwilling:
      Bilingual(
        sv: "kunde eller ville inte medverka", en: "could not or did not wish to take part")
    }
  }
}

extension CancellationCause {
  public var label: Bilingual {
    switch self {
    case .insured: Bilingual(sv: "återbud från den försäkrade", en: "the insured cancelled")
    case .performer: Bilingual(sv: "utföraren ställde in", en: "the performer cancelled")
    case .interpreter: Bilingual(sv: "tolk saknades", en: "no interpreter")
    case .agencyDecision:
      Bilingual(sv: "Försäkringskassans beslut", en: "Försäkringskassan's decision")
    }
  }
}

extension DeviationCause {
  public var label: Bilingual {
    switch self {
    case .care: Bilingual(sv: "vården", en: "care")
    case .insured: Bilingual(sv: "den försäkrade", en: "the insured")
    case .agency: Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
    case .interpreter: Bilingual(sv: "tolken", en: "the interpreter")
    }
  }
}

extension ReturnCause {
  public var label: Bilingual {
    switch self {
    case .incomplete:
      Bilingual(sv: "beställningen behöver rättas", en: "the order must be put right")
    case .cannotPerform:
      Bilingual(sv: "utföraren kan inte utföra den", en: "the performer cannot carry it out")
    }
  }
}

extension EndReason {
  public var label: Bilingual {
    switch self {
    case .completed: Bilingual(sv: "utredningen är klar", en: "the assessment is complete")
    case .noOrder: Bilingual(sv: "ingen beställning görs", en: "no order will be made")
    case .conflictOfInterest: Bilingual(sv: "jäv", en: "conflict of interest")
    case .aborted:
      Bilingual(sv: "utredningen avbröts", en: "the assessment was broken off")
    }
  }
}

extension StaffFunction {
  public var label: Bilingual {
    switch self {
    case .caseOfficer: Bilingual(sv: "handläggare", en: "case officer")
    case .agencyCoordinator:
      Bilingual(sv: "samordnare, Försäkringskassan", en: "coordinator, Försäkringskassan")
    case .regionCoordinator: Bilingual(sv: "FMU-samordnare", en: "FMU coordinator")
    case .performerAdministrator: Bilingual(sv: "administratör", en: "administrator")
    case .examiner(let profession): profession.label
    case .system: Bilingual(sv: "automatiskt", en: "automatic")
    case .insured: Bilingual(sv: "den försäkrade", en: "the insured")
    }
  }
}

extension Interpreter {
  /// `arabiska`, `ja, språk ej angivet` or `behövs inte`.
  public var label: Bilingual {
    guard needed else { return Bilingual(sv: "behövs inte", en: "not needed") }
    return language.map { Bilingual($0) }
      ?? Bilingual(sv: "ja, språk ej angivet", en: "yes, language not told")
  }
}

extension DocumentList {
  /// `9 handlingar, 47 sidor`.
  public var label: Bilingual {
    let sheets = Self.sheets(pages)
    return Bilingual(
      sv: "\(count) \(count == 1 ? "handling" : "handlingar"), \(sheets.sv)",
      en: "\(count) document\(count == 1 ? "" : "s"), \(sheets.en)")
  }

  static func sheets(_ pages: Int) -> Bilingual {
    Bilingual(
      sv: "\(pages) \(pages == 1 ? "sida" : "sidor")",
      en: "\(pages) page\(pages == 1 ? "" : "s")")
  }
}

extension CaseOfficer {
  /// Name and office as far as they were told, else the telephone number.
  public var label: String {
    let parts = [name, office].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? phone : parts.joined(separator: ", ")
  }
}
