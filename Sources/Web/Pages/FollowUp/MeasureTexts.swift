// SPDX-License-Identifier: Apache-2.0
import Domain
import Service
import Statistics

/// The words of the follow-up's pages.
enum MeasureTexts {
  static let group = Bilingual(sv: "Uppföljning", en: "Follow-up")
  static let title = Bilingual(sv: "Uppföljning av läkarintyg", en: "Follow-up of certificates")
  static let menu = Bilingual(sv: "Översikt och mått", en: "Overview and measures")
  static func lead(_ role: PartyRole) -> Bilingual {
    switch role {
    case .fk:
      Bilingual(
        sv: "Vad läkarintygen för sjukpenning innehåller, i hela landet. Enskilda vårdenheter "
          + "visas inte.",
        en: "What certificates for sickness benefit contain, in the whole country. Single care "
          + "units are not shown.")
    case .region:
      Bilingual(
        sv: "Läkarintyg för sjukpenning från vårdenheterna i länet, bredvid hela riket.",
        en: "Certificates for sickness benefit from the county's care units, beside the country.")
    case .performer, .insured:
      Bilingual(
        sv: "Läkarintyg för sjukpenning från era egna vårdenheter, bredvid hela riket.",
        en: "Certificates for sickness benefit from your own care units, beside the country.")
    }
  }
  static let measures = Bilingual(sv: "Mått", en: "Measures")
  static let allMeasures = Bilingual(sv: "Alla mått", en: "All measures")
  static let methods = Bilingual(sv: "Så räknas måtten", en: "How the measures are counted")
  static let methodsLead = Bilingual(
    sv: "Varje mått: vad som räknas, bland vad, var det kommer från och vad det inte kan säga.",
    en: "Every measure: what is counted, among what, where it comes from, and what it cannot say.")
  static func methodTitle(_ name: Bilingual) -> Bilingual {
    Bilingual(sv: "Så räknas: \(name.sv)", en: "How it is counted: \(name.en)")
  }
  static let technicalName = Bilingual(
    sv: "Namn i adresser, filer och gränssnitt", en: "Name in addresses, files and interface")
  static let method = Bilingual(sv: "Så räknas måttet", en: "How the measure is counted")
  static let wholeMethod = Bilingual(sv: "Hela definitionen", en: "The whole definition")
  static let showFigures = Bilingual(sv: "Visa värden", en: "Show figures")

  static let purpose = Bilingual(sv: "Syfte", en: "Purpose")
  static let changePurpose = Bilingual(sv: "Ändra syfte", en: "Change the purpose")
  static let purposeQuestion = Bilingual(
    sv: "Varför vill du se uppgifterna?", en: "Why do you want to see the figures?")
  static let purposeLead = Bilingual(
    sv: "Uppföljningen är till för dialog och kvalitetsarbete, inte för tillsyn. Syftet står på "
      + "varje sida och uttag, och loggas med ditt namn.",
    en: "The follow-up is for dialogue and quality work, not for supervision. The purpose stands "
      + "on every page and export, and is logged with your name.")
  static let purposeMissing = Bilingual(sv: "Välj ett syfte", en: "Choose a purpose")
  static let go = Bilingual(sv: "Fortsätt", en: "Continue")
  static let logged = Bilingual(sv: "Loggat.", en: "Logged.")

  static let selection = Bilingual(sv: "Urval", en: "Selection")
  static let change = Bilingual(sv: "Ändra urval", en: "Change the selection")
  static let show = Bilingual(sv: "Visa", en: "Show")
  static let from = Bilingual(sv: "Från och med", en: "From")
  static let to = Bilingual(sv: "Till och med", en: "Through")
  static let by = Bilingual(sv: "Dela upp på", en: "Divide by")
  static let secondBy = Bilingual(sv: "och på", en: "and by")
  static let period = Bilingual(sv: "Dela tiden i", en: "Divide the time in")
  static let usual = Bilingual(sv: "Välj åt mig", en: "Choose for me")
  static let timeGroup = Bilingual(sv: "Tid", en: "Time")
  static let divisionGroup = Bilingual(sv: "Uppdelning", en: "Division")
  static let restrictionGroup = Bilingual(sv: "Visa bara", en: "Show only")
  static let moreGroup = Bilingual(sv: "Fler villkor", en: "More conditions")
  static let moreChoices = Bilingual(sv: "Fler val", en: "More choices")
  static let diagnosisGroup = Bilingual(sv: "Enskilda diagnoser", en: "Single diagnoses")
  static func usualDays(_ from: Day, _ to: Day) -> Bilingual {
    Bilingual(
      sv: "Lämna tomt för \(days(from, to).sv).", en: "Leave empty for \(days(from, to).en).")
  }
  static func days(_ from: Day, _ to: Day) -> Bilingual {
    Bilingual(sv: "\(from) till \(to)", en: "\(from) to \(to)")
  }
  static func divided(_ by: Bilingual) -> Bilingual {
    Bilingual(sv: "Uppdelat: \(by.sv.lowercased())", en: "Divided: \(by.en.lowercased())")
  }
  static func perPeriod(_ period: Dimension) -> Bilingual {
    let name = dimension(period)
    return Bilingual(sv: "Per \(name.sv.lowercased())", en: "By \(name.en.lowercased())")
  }
  static let nothing = Bilingual(sv: "Inget mer", en: "Nothing more")
  static let cases = Bilingual(sv: "Sjukfall enligt", en: "Cases by")
  static let casesFault = Bilingual(
    sv: "Skriv inera, sfb eller ett antal dagar från 0 till 3650",
    en: "Write inera, sfb, or a number of days from 0 to 3650")
  static let adjusted = Bilingual(
    sv: "Visa också värdet justerat för diagnos, ålder och kön",
    en: "Also show the value adjusted for diagnosis, age and sex")
  static let codesHint = Bilingual(
    sv: "Skriv koder med komma emellan, till exempel F43, M54.",
    en: "Write codes with commas between, such as F43, M54.")
  static let any = Bilingual(sv: "Alla", en: "All")
  static func codesFault(_ codes: Int, _ letters: Int) -> Bilingual {
    Bilingual(
      sv: "Skriv högst \(codes) koder, var och en på högst \(letters) tecken",
      en: "Write at most \(codes) codes, each of at most \(letters) characters")
  }
  static let unknownChoice = Bilingual(
    sv: "Valet finns inte", en: "There is no such choice")

  static func cases(_ definition: CaseDefinition) -> Bilingual {
    switch definition {
    case .named(.inera):
      Bilingual(sv: "sjukfall enligt Inera", en: "cases by Inera")
    case .named(.sfb):
      Bilingual(sv: "sjukfall enligt socialförsäkringsbalken", en: "cases by the insurance code")
    case .own(let days):
      Bilingual(
        sv: "sjukfall med högst \(days) intygsfria dagar",
        en: "cases with at most \(days) days without a certificate")
    }
  }

  static func dimension(_ dimension: Dimension) -> Bilingual {
    switch dimension {
    case .month: Bilingual(sv: "Månad", en: "Month")
    case .quarter: Bilingual(sv: "Kvartal", en: "Quarter")
    case .halfYear: Bilingual(sv: "Halvår", en: "Half-year")
    case .year: Bilingual(sv: "År", en: "Year")
    case .region: Bilingual(sv: "Län", en: "County")
    case .provider: Bilingual(sv: "Vårdgivare", en: "Care provider")
    case .unit: Bilingual(sv: "Vårdenhet", en: "Care unit")
    case .careLevel: Bilingual(sv: "Vårdnivå", en: "Level of care")
    case .tie: Bilingual(sv: "Koppling till vårdenhet", en: "Tie to the care unit")
    case .speciality: Bilingual(sv: "Läkarens specialitet", en: "The doctor's speciality")
    case .chapter: Bilingual(sv: "Diagnoskapitel", en: "Chapter of diagnosis")
    case .block: Bilingual(sv: "Diagnosavsnitt", en: "Block of diagnosis")
    case .category: Bilingual(sv: "Diagnoskategori", en: "Category of diagnosis")
    case .code: Bilingual(sv: "Diagnoskod", en: "Code of diagnosis")
    case .chartGroup: Bilingual(sv: "Diagnosgrupp", en: "Group of diagnoses")
    case .namedGroup: Bilingual(sv: "Särskild diagnosgrupp", en: "Named group of diagnoses")
    case .comorbidity: Bilingual(sv: "Samsjuklighet", en: "Co-morbidity")
    case .sex: Bilingual(sv: "Kön", en: "Sex")
    case .age: Bilingual(sv: "Ålder", en: "Age")
    case .length: Bilingual(sv: "Längd", en: "Length")
    case .degree: Bilingual(sv: "Grad", en: "Degree")
    case .order: Bilingual(sv: "Första intyg eller förlängning", en: "First or renewal")
    case .occupation: Bilingual(sv: "Sysselsättning", en: "Occupation")
    case .question: Bilingual(sv: "Fråga i intyget", en: "Question of the certificate")
    case .outcome: Bilingual(sv: "Utfall", en: "Outcome")
    case .background: Bilingual(sv: "Bakgrundsvariabel", en: "Background variable")
    }
  }

  static func fewest(_ fewest: Int) -> Bilingual {
    Bilingual(
      sv: "Minst \(fewest) ska stå bakom en siffra som visas, och minst \(fewest) bland de övriga.",
      en: "At least \(fewest) must stand behind a figure that is shown, and at least \(fewest) "
        + "among the others.")
  }
  static let fewestRule = Bilingual(
    sv: "Talet kommer av regeln STAT_FEWEST_SHOWN.",
    en: "The number comes of the rule STAT_FEWEST_SHOWN.")

  /// - Parameter fewest: as many as must stand behind a figure.
  static func hidden(_ hidden: Hidden, _ fewest: Int) -> Bilingual {
    switch hidden {
    case .few:
      Bilingual(
        sv: "Färre än \(fewest) ligger bakom värdet, eller bakom ett annat "
          + "värde som annars kunde räknas ut. Då kunde någon kännas igen.",
        en: "Fewer than \(fewest) stand behind the figure, or behind another "
          + "that could else be worked out. Somebody could then be recognised.")
    case .overlap:
      Bilingual(
        sv: "Skillnaden mot värden som din organisation redan har sett gäller färre än "
          + "\(fewest). Då kunde någon kännas igen.",
        en: "The difference to figures that your organisation has seen is about fewer than "
          + "\(fewest). Somebody could then be recognised.")
    }
  }
  static func hiddenMethod(_ fewest: Int) -> Bilingual {
    Bilingual(
      sv: "Ett värde döljs när färre än \(fewest) ligger bakom det, eller bakom ett annat värde "
        + "som annars kunde räknas ut.",
      en: "A figure is hidden when fewer than \(fewest) stand behind it, or behind another that "
        + "could else be worked out.")
  }
  static let hiddenWord = Bilingual(sv: "dolt", en: "hidden")
  static let allHidden = Bilingual(
    sv: "Urvalet är för litet för att visas.", en: "The selection is too small to be shown.")
  static let allHiddenText = Bilingual(
    sv: "Välj en längre tid, eller ta bort något i urvalet.",
    en: "Choose a longer time, or take away a part of the selection.")
  static let hiddenNote = Bilingual(
    sv: "Antal och andel döljs alltid tillsammans, så att andelarna inte blir skeva.",
    en: "Counts and shares are always hidden together, so that shares are not skewed.")

  static func kind(_ kind: MeasureDefinition.Kind) -> Bilingual {
    switch kind {
    case .share: Bilingual(sv: "Andel", en: "Share")
    case .mean: Bilingual(sv: "Medelvärde", en: "Mean")
    case .median: Bilingual(sv: "Median", en: "Median")
    case .count: Bilingual(sv: "Antal", en: "Count")
    }
  }

  static func population(_ population: MeasureDefinition.Population) -> Bilingual {
    switch population {
    case .certificates: Bilingual(sv: "Intyg", en: "Certificates")
    case .requests: Bilingual(sv: "Begäranden", en: "Requests")
    case .cases: Bilingual(sv: "Sjukfall", en: "Sick-leave cases")
    case .persons: Bilingual(sv: "Personer", en: "Persons")
    case .indicators: Bilingual(sv: "Inlästa uppgifter", en: "Supplied values")
    }
  }

  static func tie(_ tie: CareUnitTie) -> Bilingual {
    switch tie {
    case .own: Bilingual(sv: "Vårdenheten själv", en: "The care unit itself")
    case .member: Bilingual(sv: "Via medlem", en: "As a member")
    case .ancestor: Bilingual(sv: "Via enhet ovanför (reserv)", en: "By a unit above (fallback)")
    case .archived: Bilingual(sv: "Arkiverad enhet", en: "Archived unit")
    case .unknown: Bilingual(sv: "Gick inte att koppla", en: "Could not be tied")
    }
  }

  static let country = Bilingual(sv: "Riket", en: "The country")
  static func own(_ role: PartyRole?) -> Bilingual {
    switch role {
    case .region: Bilingual(sv: "Länet", en: "The county")
    case .performer: Bilingual(sv: "Egna enheter", en: "Own units")
    default: Bilingual(sv: "Hela landet", en: "The whole country")
    }
  }

  static let numerator = Bilingual(sv: "Täljare", en: "Numerator")
  static let denominator = Bilingual(sv: "Nämnare", en: "Denominator")
  static let value = Bilingual(sv: "Värde", en: "Value")
  static let adjustedNote = Bilingual(
    sv: "Förväntat är hur många det vore om enhetens blandning av diagnoser, åldrar och kön gick "
      + "som för alla. Justerat är värdet med allas blandning.",
    en: "Expected is how many there would be if the mix of diagnoses, ages and sexes went as for "
      + "everybody. Adjusted is the value with everybody's mix.")
  static let interval = Bilingual(sv: "95 %-intervall", en: "95% interval")
  static let adjustedValue = Bilingual(sv: "Justerat", en: "Adjusted")
  static let expected = Bilingual(sv: "Förväntat", en: "Expected")
  static let total = Bilingual(sv: "Alla", en: "All")
  static let timeAxis = Bilingual(sv: "Tid", en: "Time")
  static let source = Bilingual(sv: "Källa", en: "Source")
  static let limits = Bilingual(sv: "Vad måttet inte säger", en: "What the measure does not say")
  static let unit = Bilingual(sv: "Räknas i", en: "Counted in")
  static let dividedBy = Bilingual(sv: "Kan delas upp på", en: "Can be divided by")
  static let isAdjustable = Bilingual(
    sv: "Kan justeras för diagnos, ålder och kön",
    en: "Can be adjusted for diagnosis, age and sex")
  static let usesCases = Bilingual(
    sv: "Beror på hur sjukfall definieras", en: "Depends on how cases are defined")
  static let yes = Bilingual(sv: "Ja", en: "Yes")
  static let number = Bilingual(sv: "Nummer i överenskommelsen", en: "Number in the agreement")
  static let question = Bilingual(sv: "Fråga", en: "Question")
  static let kind = Bilingual(sv: "Slag", en: "Kind")
  static let population = Bilingual(sv: "Räknas bland", en: "Counted among")
  static let intervalMethod = Bilingual(
    sv: "Intervall: Wilson, 95 procent. Gränser i trattdiagrammet: 95 och 99,8 procent kring "
      + "rikets värde. Justering: indirekt standardisering för diagnos, ålder och kön.",
    en: "Intervals: Wilson, 95 per cent. Limits of the funnel plot: 95 and 99.8 per cent around "
      + "the country's value. Adjustment: indirect standardisation by diagnosis, age and sex.")
  static let intervalTitle = Bilingual(
    sv: "Osäkerhet och jämförelse", en: "Uncertainty and comparison")
  static let sameSelection = Bilingual(sv: "samma urval", en: "same selection")
  static let whyHidden = Bilingual(sv: "Varför värden är dolda", en: "Why values are hidden")
  static let aboutMeasure = Bilingual(sv: "Om måttet", en: "About the measure")
  static let measure = Bilingual(sv: "Mått", en: "Measure")
  static let numeratorOfDenominator = Bilingual(
    sv: "Täljare / nämnare", en: "Numerator / denominator")
}
