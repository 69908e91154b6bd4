// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of a region's settings.
enum SettingsTexts {
  static let competence = Bilingual(sv: "Krav på utredare", en: "Demands on examiners")
  static let competenceText = Bilingual(
    sv: "Gäller regionens alla utförare. Kraven är regionens egna och ingen lag.",
    en: "For all of the region's performers. The demands are the region's own and no law.")
  static let title = Bilingual(sv: "Inställningar", en: "Settings")
  static let lead = Bilingual(
    sv: "Så tilldelar regionen utredningar. Inget här är lag, och det gäller tills ni ändrar "
      + "det. Varje ändring sparas med vem som gjorde den och när.",
    en: "How the region allocates assessments. None of it is law, and it holds until you change "
      + "it. Every change is kept with who made it and when.")
  static let save = Bilingual(sv: "Spara", en: "Save")
  static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
  static let change = Bilingual(sv: "Ändra", en: "Change")
  static let savedSettings = Bilingual(
    sv: "Inställningarna är sparade.", en: "The settings are saved.")
  static let savedPerformer = Bilingual(
    sv: "Utföraren är sparad.", en: "The performer is saved.")
  static let savedRemoval = Bilingual(
    sv: "Utföraren är borttagen.", en: "The performer is removed.")

  // Performers
  static let performers = Bilingual(sv: "Utförare", en: "Performers")
  static let performer = Bilingual(sv: "Utförare", en: "Performer")
  static let performersCaption = Bilingual(
    sv: "Utförare i turordning", en: "Performers in order of rotation")
  static let addPerformer = Bilingual(sv: "Lägg till utförare", en: "Add a performer")
  static let noPerformers = Bilingual(sv: "Inga utförare än", en: "No performers yet")
  static let noPerformersText = Bilingual(
    sv: "Lägg till de utförare som regionen har avtal med. Utan utförare går det inte att "
      + "tilldela.",
    en: "Add the performers that the region has contracts with. Without one nothing can be "
      + "allocated.")
  static let performerLead = Bilingual(
    sv: "Uppgifterna följer med när ett ärende tilldelas utföraren. Ärenden som redan är "
      + "tilldelade ändras inte.",
    en: "This goes along when a case is allocated to the performer. Cases that are already "
      + "allocated do not change.")
  static let unit = Bilingual(sv: "Enheten", en: "The unit")
  static let hsaID = Bilingual(sv: "HSA-id", en: "HSA-id")
  static let hsaIDHint = Bilingual(
    sv: "SE, tio siffror, bindestreck och sedan bokstäver eller siffror. Kan inte ändras sedan.",
    en: "SE, ten digits, a hyphen and then letters or digits. It cannot be changed later.")
  static let professions = Bilingual(sv: "Yrken", en: "Professions")
  static let doctorHint = Bilingual(
    sv: "En läkare deltar i varje utredning.", en: "A doctor takes part in every assessment.")
  static let contract = Bilingual(sv: "Avtal", en: "Contract")
  static let contractFrom = Bilingual(
    sv: "Avtalets första dag", en: "First day of the contract")
  static let contractTo = Bilingual(sv: "Avtalets sista dag", en: "Last day of the contract")
  static let contractToHint = Bilingual(
    sv: "Skriv åååå-mm-dd. Tomt betyder tills vidare.",
    en: "Write yyyy-mm-dd. Empty means until further notice.")
  static let notNow = Bilingual(sv: "Gäller inte i dag", en: "Not in force today")
  static let places = Bilingual(sv: "Platser", en: "Places")
  static let placesHint = Bilingual(
    sv: "Hur många utredningar utföraren kan ha samtidigt.",
    en: "How many assessments the performer can have at once.")
  static let turn = Bilingual(sv: "Plats i turordningen", en: "Place in the rotation")
  static let turnHint = Bilingual(
    sv: "1 är först. Tomt betyder sist, eller oförändrat.",
    en: "1 is first. Empty means last, or unchanged.")
  static let removeTitle = Bilingual(sv: "Ta bort utföraren", en: "Remove the performer")
  static let removeText = Bilingual(
    sv: "Utföraren kan inte väljas mer. Pågående ärenden hos utföraren fortsätter som förut. "
      + "Ska avtalet bara löpa ut, ange i stället avtalets sista dag.",
    en: "The performer can no longer be chosen. Running cases with it go on as before. If the "
      + "contract only runs out, state its last day instead.")
  static let remove = Bilingual(sv: "Ta bort", en: "Remove")

  static func period(_ performer: RegionPerformer) -> Bilingual {
    let from = performer.contractFrom
    guard let to = performer.contractTo else {
      return Bilingual(sv: "från \(from)", en: "from \(from)")
    }
    return Bilingual(sv: "\(from) till \(to)", en: "\(from) to \(to)")
  }

  // Follow-up
  static let followUp = Bilingual(
    sv: "Uppföljning av läkarintyg", en: "Follow-up of certificates")
  static let followUpText = Bilingual(
    sv: "Med ett län ser regionen läkarintyg från alla vårdenheter i länet, också från andra "
      + "vårdgivares. Utan län visas bara regionens egna vårdenheter.",
    en: "With a county the region sees certificates from all care units in the county, those of "
      + "other care providers too. Without one only the region's own care units are shown.")
  static let county = Bilingual(sv: "Län", en: "County")
  static let countyHint = Bilingual(
    sv: "Det län där katalogen HSA har flest av regionens egna vårdenheter.",
    en: "The county where the directory HSA has most of the region's own care units.")
  static let ownUnits = Bilingual(
    sv: "Inget, bara egna vårdenheter", en: "None, own care units only")
  static let noCounty = Bilingual(
    sv: "Inget län kan väljas: katalogen HSA har ingen av regionens vårdenheter, eller så har en "
      + "annan region redan angett länet.",
    en: "No county can be chosen: the directory HSA has none of the region's care units, or "
      + "another region has stated the county already.")
  static let countyFault = Bilingual(
    sv: "Välj ett län i listan", en: "Choose a county in the list")

  // Processes
  static let processes = Bilingual(sv: "Sätt att välja utförare", en: "Ways to choose")
  static let processesText = Bilingual(
    sv: "Ange i vilken ordning sätten ska erbjudas. Det som inte används går inte att välja.",
    en: "State in which order the ways are offered. What is not used cannot be chosen.")
  static let notUsed = Bilingual(sv: "Används inte", en: "Not used")
  static func place(_ number: Int) -> Bilingual {
    Bilingual(sv: "Nummer \(number)", en: "Number \(number)")
  }

  // Targets
  static let targets = Bilingual(sv: "Servicemål", en: "Service targets")
  static let notLaw = Bilingual(sv: "servicemål, inte lag", en: "service target, not law")
  static let targetsText = Bilingual(
    sv: "Antal vardagar. Ett tomt fält betyder att regionen inte har något mål.",
    en: "Numbers of workdays. An empty field means that the region has no target.")
  static func targetHint(_ text: Bilingual, standard: Int?) -> Bilingual {
    guard let standard else { return text }
    return Bilingual(
      sv: "\(text.sv) Regelbokens jämförelsevärde är \(standard).",
      en: "\(text.en) The value in the rule book, for comparison, is \(standard).")
  }
  static let reminders = Bilingual(sv: "Påminnelser", en: "Reminders")
  static let remindersOn = Bilingual(sv: "Skicka påminnelser", en: "Send reminders")
  static let remindersHint = Bilingual(
    sv: "Till regionen och dess utförare, före en sista dag och när den har passerat.",
    en: "To the region and its performers, before a last day and when it has passed.")

  // Faults
  static let placeFault = Bilingual(sv: "Välj en plats i listan", en: "Choose a place in the list")
  static func placeTwice(_ place: Int) -> Bilingual {
    Bilingual(
      sv: "Två sätt har nummer \(place). Ge dem var sin plats",
      en: "Two ways have number \(place). Give each a place of its own")
  }
  static let noProcess = Bilingual(
    sv: "Välj minst ett sätt att välja utförare", en: "Choose at least one way to choose")
  static let numberFault = Bilingual(
    sv: "Skriv ett helt antal vardagar, eller lämna fältet tomt",
    en: "Write a whole number of workdays, or leave the field empty")
  static let targetRange = Bilingual(
    sv: "Skriv 0–\(RegionSettings.longestTargetDays) vardagar",
    en: "Write 0–\(RegionSettings.longestTargetDays) workdays")
  static let placesRange = Bilingual(
    sv: "Skriv ett antal platser, 0–\(RegionPerformer.mostPlaces)",
    en: "Write a number of places, 0–\(RegionPerformer.mostPlaces)")
  static let turnFault = Bilingual(
    sv: "Skriv 1 eller mer, eller lämna fältet tomt",
    en: "Write 1 or more, or leave the field empty")
  static let doctorNeeded = Bilingual(
    sv: "Välj läkare: en läkare deltar i varje utredning",
    en: "Choose doctor: a doctor takes part in every assessment")
  static let endsBefore = Bilingual(
    sv: "Avtalets sista dag kan inte ligga före den första",
    en: "The last day of the contract cannot lie before the first")
  static let nameMissing = Bilingual(sv: "Skriv enhetens namn", en: "Write the unit's name")
  static let performerTwice = Bilingual(
    sv: "Utföraren finns redan i listan", en: "The performer is in the list already")
  static let tooLong = Bilingual(
    sv: "Texten är för lång, högst \(CaseLimit.lineLength) tecken",
    en: "The text is too long, at most \(CaseLimit.lineLength) characters")
}

extension SettingsForm.Target {
  var label: Bilingual {
    switch self {
    case .answerRequestDays: Bilingual(sv: "Svar på begäran", en: "Answer to a request")
    case .answerInquiryDays: Bilingual(sv: "Svar på förfrågan", en: "Answer to an inquiry")
    case .summonsDays: Bilingual(sv: "Kallelse före besöket", en: "Summons before the visit")
    case .postDays: Bilingual(sv: "Tillägg för post", en: "Added for post")
    case .reminderDays:
      Bilingual(sv: "Påminnelse före sista dag", en: "Reminder before the last day")
    case .answerReminderDays:
      Bilingual(sv: "Påminnelse före svarsdag", en: "Reminder before an answer day")
    }
  }

  var explanation: Bilingual {
    switch self {
    case .answerRequestDays:
      Bilingual(
        sv: "Tid för regionen att svara Försäkringskassan.",
        en: "Time for the region to answer Försäkringskassan.")
    case .answerInquiryDays:
      Bilingual(
        sv: "Tid för en utförare att svara regionen.",
        en: "Time for a performer to answer the region.")
    case .summonsDays:
      Bilingual(
        sv: "Minsta tid mellan kallelsen och besöket.",
        en: "Shortest time between the summons and the visit.")
    case .postDays:
      Bilingual(
        sv: "Läggs till när kallelsen går med brev.",
        en: "Added when the summons goes by letter.")
    case .reminderDays:
      Bilingual(
        sv: "Så många vardagar före sista dagen.", en: "So many workdays before the last day.")
    case .answerReminderDays:
      Bilingual(
        sv: "Så många vardagar innan ett svar ska ha kommit.",
        en: "So many workdays before an answer is due.")
    }
  }
}

extension PerformerForm.Line {
  var label: Bilingual {
    switch self {
    case .name: Bilingual(sv: "Enhetens namn", en: "Name of the unit")
    case .providerName: Bilingual(sv: "Vårdgivare", en: "Care provider")
    case .address: Bilingual(sv: "Besöksadress", en: "Address")
    case .postalCode: Bilingual(sv: "Postnummer", en: "Postal code")
    case .town: Bilingual(sv: "Ort", en: "Town")
    case .phone: Bilingual(sv: "Telefon", en: "Telephone")
    case .email: Bilingual(sv: "E-post", en: "E-mail")
    }
  }
}

extension AllocationMethod {
  /// What the way of choosing means, for the form.
  var explanation: Bilingual {
    switch self {
    case .direct:
      Bilingual(
        sv: "Regionen väljer en utförare utan att fråga först.",
        en: "The region chooses a performer without asking first.")
    case .inquiry:
      Bilingual(
        sv: "Regionen frågar en eller flera och väljer bland dem som tackar ja.",
        en: "The region asks one or more and chooses among those who accept.")
    case .rotation:
      Bilingual(
        sv: "Nästa utförare i turordningen som har en ledig plats.",
        en: "The next performer in the order that has a free place.")
    case .draw:
      Bilingual(
        sv: "Lika chans för alla med ledig plats. Ärendets parter kan spela upp lottningen.",
        en: "The same chance for all with a free place. The case's parties can replay the draw.")
    }
  }
}

extension Bilingual {
  /// Both texts as labels, each with a capital first letter.
  var asBilingualLabel: Bilingual { Bilingual(sv: asLabel(.sv), en: asLabel(.en)) }

  /// The text as a label, with a capital first letter.
  func asLabel(_ language: Language) -> String {
    let text = self[language]
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
