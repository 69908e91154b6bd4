// SPDX-License-Identifier: Apache-2.0
import Domain

/// What the codes are called that mean the same in every edition.
enum DimensionNames {
  static func name(_ code: String, in dimension: Dimension) -> Bilingual? {
    if code == DimensionCodes.unknown { return unknown(dimension) }
    return switch dimension {
    case .region: regions[code].map { Bilingual(sv: $0, en: $0) }
    case .careLevel: careLevels[code]
    case .tie: CareUnitTie(rawValue: code).map(tie)
    case .sex: Sex(rawValue: code)?.name
    case .age: Bilingual(sv: range(code, "år", ""), en: range(code, "years", ""))
    case .length: Bilingual(sv: range(code, "dagar", ""), en: range(code, "days", ""))
    case .degree: Bilingual(sv: "\(code) procent", en: "\(code) percent")
    case .order: orders[code]
    case .occupation: occupations[code]
    case .comorbidity: comorbidities[code]
    case .question: question(code)
    case .outcome: SupplementOutcome(rawValue: code).map(outcome)
    default: nil
    }
  }

  private static func unknown(_ dimension: Dimension) -> Bilingual {
    switch dimension {
    case .unit, .provider, .region, .careLevel:
      Bilingual(sv: "Ingen känd vårdenhet", en: "No known care unit")
    case .namedGroup: Bilingual(sv: "Övriga diagnoser", en: "Other diagnoses")
    case .speciality: Bilingual(sv: "Ingen specialitet angiven", en: "No speciality told")
    default: Bilingual(sv: "Uppgift saknas", en: "Not told")
    }
  }

  private static func range(_ code: String, _ unit: String, _ end: String) -> String {
    let bounds = code.split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2 else { return code }
    return bounds[1].isEmpty
      ? "≥ \(bounds[0]) \(unit)" : "\(bounds[0])–\(bounds[1]) \(unit)"
  }

  private static func question(_ code: String) -> Bilingual? {
    guard let place = QuestionGroup.codes.firstIndex(of: code) else { return nil }
    let name = QuestionGroup.names[place]
    let numbers = code.replacing("-", with: "+")
    return Bilingual(sv: "\(name.sv) (\(numbers))", en: "\(name.en) (\(numbers))")
  }

  private static func tie(_ tie: CareUnitTie) -> Bilingual {
    switch tie {
    case .own: Bilingual(sv: "Själv vårdenhet", en: "A care unit itself")
    case .member: Bilingual(sv: "Ingår i vårdenhet", en: "Member of a care unit")
    case .ancestor:
      Bilingual(sv: "Närmaste vårdenhet ovanför (reserv)", en: "Nearest care unit above (fallback)")
    case .archived: Bilingual(sv: "Arkiverad enhet", en: "Archived unit")
    case .unknown: Bilingual(sv: "Okänd enhet", en: "Unknown unit")
    }
  }

  private static func outcome(_ outcome: SupplementOutcome) -> Bilingual {
    switch outcome {
    case .newCertificate: Bilingual(sv: "Nytt intyg", en: "New certificate")
    case .answered: Bilingual(sv: "Besvarad", en: "Answered")
    case .cannot: Bilingual(sv: "Kan inte komplettera", en: "Cannot be supplemented")
    case .implicit:
      Bilingual(sv: "Senare intyg utan koppling", en: "Later certificate without a tie")
    case .reminderOnly: Bilingual(sv: "Bara påminnelse", en: "Only a reminder")
    case .noneKnown: Bilingual(sv: "Inget känt (bortfall)", en: "Nothing known (loss)")
    }
  }

  private static let orders = [
    "first": Bilingual(sv: "Första intyg", en: "First certificate"),
    "renewal": Bilingual(sv: "Förlängning", en: "Renewal"),
  ]

  private static let occupations = [
    OccupationKind.presentWork.rawValue: Bilingual(sv: "Nuvarande arbete", en: "Present work"),
    OccupationKind.jobSeeking.rawValue: Bilingual(sv: "Arbetssökande", en: "Job seeking"),
    OccupationKind.parentalLeave.rawValue: Bilingual(sv: "Föräldraledig", en: "Parental leave"),
    OccupationKind.studies.rawValue: Bilingual(sv: "Studier", en: "Studies"),
    DimensionCodes.several: Bilingual(sv: "Flera", en: "Several"),
  ]

  private static let comorbidities = [
    "none": Bilingual(sv: "Ingen bidiagnos", en: "No secondary diagnosis"),
    "psychiatric": Bilingual(sv: "Bara psykiska diagnoser", en: "Psychiatric diagnoses only"),
    "somatic": Bilingual(sv: "Inga psykiska diagnoser", en: "No psychiatric diagnosis"),
    "both": Bilingual(
      sv: "Både psykisk och annan diagnos", en: "Both a psychiatric and another diagnosis"),
  ]

  private static let careLevels = [
    "01": Bilingual(sv: "Primärvård", en: "Primary care"),
    "02": Bilingual(sv: "Specialiserad somatisk vård", en: "Specialised somatic care"),
    "03": Bilingual(sv: "Specialiserad psykiatrisk vård", en: "Specialised psychiatric care"),
    "04": Bilingual(sv: "Geriatrik", en: "Geriatrics"),
    "05": Bilingual(sv: "Övrig vård", en: "Other care"),
  ]

  /// The county codes of Statistics Sweden.
  private static let regions = [
    "01": "Stockholm", "03": "Uppsala", "04": "Södermanland", "05": "Östergötland",
    "06": "Jönköping", "07": "Kronoberg", "08": "Kalmar", "09": "Gotland", "10": "Blekinge",
    "12": "Skåne", "13": "Halland", "14": "Västra Götaland", "17": "Värmland", "18": "Örebro",
    "19": "Västmanland", "20": "Dalarna", "21": "Gävleborg", "22": "Västernorrland",
    "23": "Jämtland Härjedalen", "24": "Västerbotten", "25": "Norrbotten",
  ]
}
