// SPDX-License-Identifier: Apache-2.0

/// What made-up certificates say. The sentences are invented.
enum CertificateWords {
  static func function(_ group: CertificateDiagnosis.Group) -> [String] {
    switch group {
    case .mental:
      [
        "Nedsatt koncentration och minne.", "Uttalad trötthet, störd sömn och nedstämdhet.",
        "Svårt att ta initiativ och att sålla intryck.",
      ]
    case .pain:
      [
        "Nedsatt rörlighet och styrka på grund av smärta.", "Smärta vid belastning och i vila.",
        "Känselbortfall och svaghet vid undersökning.",
      ]
    case .injury:
      ["Smärta, svullnad och nedsatt rörlighet i leden.", "Får inte belasta, är gipsad."]
    case .infection: ["Feber, hosta och nedsatt ork."]
    }
  }

  static func activity(_ group: CertificateDiagnosis.Group) -> [String] {
    switch group {
    case .mental:
      [
        "Klarar inte att planera och slutföra uppgifter.", "Orkar samtal i högst en halvtimme.",
        "Kan inte ta emot instruktioner i en stökig miljö.",
      ]
    case .pain:
      [
        "Kan inte lyfta eller bära mer än två kilo.", "Kan sitta och stå i högst 20 minuter.",
        "Kan inte arbeta med armarna över axelhöjd.",
      ]
    case .injury: ["Kan inte gripa och bära.", "Kan inte gå längre sträckor eller i trappor."]
    case .infection: ["Orkar inte sitta uppe längre stunder."]
    }
  }

  static func treatment(_ group: CertificateDiagnosis.Group) -> String {
    switch group {
    case .mental: "Samtal och läkemedel."
    case .pain: "Fysioterapi och läkemedel mot smärta."
    case .injury: "Gips och därefter arbetsterapi."
    case .infection: "Vila och läkemedel vid behov."
    }
  }

  static let titles: [CertificateDiagnosis.Group: (function: String, activity: String)] = [
    .mental: (
      "Energinivå - Uppmärksamhetsfunktioner", "Att hantera stress och andra psykologiska krav"
    ),
    .pain: ("Smärtförnimmelse - Ledrörlighet", "Att lyfta och bära föremål"),
  ]

  static let functionLead =
    "Problem som påverkar patientens möjlighet att utföra sin sysselsättning: "
  static let activityLead = "Svårigheter som påverkar patientens sysselsättning: "
  static let noExaminationLead =
    "Motivering till varför utlåtandet inte baseras på undersökning av patienten: "
  static let backDatedLead = "Orsak för att starta perioden mer än 7 dagar bakåt i tiden: "

  static let occupations = [
    "Undersköterska, vård på boende", "Grundskollärare", "Snickare på byggen", "Butikssäljare",
    "Systemutvecklare", "Lagerarbetare, plockar varor", "Busschaufför", "Barnskötare",
    "Ekonomiassistent", "Kock i skolkök", "Sjuksköterska på akutmottagning", "Städare",
  ]

  static func request(_ question: Int) -> String {
    switch question {
    case 6: "Vilken är diagnosen, så utförligt som det går?"
    case 17: "Beskriv vad patienten inte kan göra i sina arbetsuppgifter, och hur det märks."
    case 19: "Vilken behandling pågår, och vad väntas den ge?"
    case 32: "Varför behövs hel sjukskrivning under hela perioden?"
    case 35: "Beskriv vad som framkommit vid undersökning eller test."
    case 39: "När väntas patienten kunna återgå i arbete?"
    default: "Vilka åtgärder skulle underlätta återgången i arbete?"
    }
  }

  static let requestQuestions = [17, 17, 17, 17, 35, 35, 35, 32, 39, 19, 40, 6]
}
