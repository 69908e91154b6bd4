// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the directory's pages.
enum DirectoryTexts {
  static let group = Bilingual(sv: "Uppföljning", en: "Follow-up")
  static let title = Bilingual(sv: "Vårdenheter", en: "Care units")
  static let lead = Bilingual(
    sv: "Daterade kopior av katalogen HSA: vårdgivare, vårdenheter och deras enheter. Uppgifterna "
      + "är katalogens egna och ändras aldrig här.",
    en: "Dated copies of the directory HSA: care providers, care units and their units. What they "
      + "say is the directory's own and is never changed here.")
  static let none = Bilingual(sv: "Ingen kopia är hämtad", en: "No copy has been stored")
  static let noneText = Bilingual(
    sv:
      "Den som driver Samsyn läser in katalogens fil. Tills dess är varje enhets vårdenhet okänd.",
    en: "Whoever runs Samsyn imports the directory's file. Until then the care unit of every unit "
      + "is unknown.")
  static let searchLabel = Bilingual(
    sv: "HSA-id eller ord i namnet", en: "HSA-id, or words in the name")
  static let dayLabel = Bilingual(sv: "Som den var (dag)", en: "As it was on (day)")
  static let show = Bilingual(sv: "Visa", en: "Show")
  static let showAll = Bilingual(sv: "Visa vårdgivare", en: "Show care providers")
  static let namesWarning = Bilingual(
    sv: "Namn är inte unika.", en: "Names are not unique.")
  static let namesWarningText = Bilingual(
    sv: "Flera enheter kan heta lika, också hos samma vårdgivare. HSA-id skiljer dem åt.",
    en: "Several units may have the same name, even with one care provider. The HSA-id tells them "
      + "apart.")
  static let nothing = Bilingual(sv: "Inget hittades", en: "Nothing was found")
  static let nothingText = Bilingual(
    sv: "Sök på hela eller en del av ett HSA-id eller namn, minst två tecken.",
    en: "Search for all or a part of an HSA-id or name, two characters at least.")
  static let providers = Bilingual(sv: "Vårdgivare", en: "Care providers")
  static let provider = Bilingual(sv: "Vårdgivare", en: "Care provider")
  static let results = Bilingual(sv: "Sökresultat", en: "Search result")
  static let careUnits = Bilingual(sv: "Vårdenheter", en: "Care units")
  static let careUnit = Bilingual(sv: "Vårdenhet", en: "Care unit")
  static let name = Bilingual(sv: "Namn", en: "Name")
  static let publicName = Bilingual(sv: "Offentligt namn", en: "Public name")
  static let kind = Bilingual(sv: "Är", en: "Is")
  static let place = Bilingual(sv: "Plats i organisationen", en: "Place in the organisation")
  static let organisationNumber = Bilingual(sv: "Organisationsnummer", en: "Organisation number")
  static let dates = Bilingual(sv: "Gäller", en: "Valid")
  static let tie = Bilingual(sv: "Hur den hör dit", en: "How it belongs there")
  static let facts = Bilingual(sv: "Uppgifter", en: "Facts")
  static let belongs = Bilingual(sv: "Hör till", en: "Belongs to")
  static let units = Bilingual(sv: "Enheter som hör till vårdenheten", en: "Units of the care unit")
  static let below = Bilingual(sv: "Direkt under i organisationen", en: "Directly below")
  static let history = Bilingual(sv: "Över tid", en: "Over time")
  static let historyFrom = Bilingual(sv: "Från kopian", en: "From the copy of")
  static let historyUntil = Bilingual(sv: "Till kopian", en: "Until the copy of")
  static let still = Bilingual(sv: "tills vidare", en: "until further notice")
  static let copies = Bilingual(sv: "Kopior", en: "Copies")
  static let day = Bilingual(sv: "Dag", en: "Day")
  static let objects = Bilingual(sv: "Enheter", en: "Units")
  static let withoutID = Bilingual(sv: "Utan HSA-id", en: "Without HSA-id")
  static let sinceLast = Bilingual(sv: "Ändringar", en: "Changes")
  static let seeChanges = Bilingual(sv: "Se vad som ändrades", en: "See what changed")
  static let changes = Bilingual(sv: "Ändringar mellan kopior", en: "Changes between copies")
  static let noChange = Bilingual(sv: "Inget skiljer", en: "Nothing differs")
  static let noChangeText = Bilingual(
    sv: "Kopiorna säger samma sak.", en: "The copies say the same.")
  static let change = Bilingual(sv: "Ändring", en: "Change")
  static let before = Bilingual(sv: "Före", en: "Before")
  static let after = Bilingual(sv: "Efter", en: "After")
  static let unit = Bilingual(sv: "Enhet", en: "Unit")
  static let unnamed = Bilingual(sv: "(utan namn)", en: "(without name)")
  static let notInCatalogue = Bilingual(
    sv: "finns inte i kopian", en: "is not in the copy")
  static let gone = Bilingual(
    sv: "Enheten finns inte i den här kopian.", en: "The unit is not in this copy.")
  static let later = Bilingual(
    sv: "Den senaste kopian säger något annat.", en: "The latest copy says something else.")
  static let truncated = Bilingual(
    sv: "Bara de första visas.", en: "Only the first ones are shown.")

  /// What the interface's operations do.
  static let resolveUnit = Bilingual(
    sv: "En enhets vårdenhet och vårdgivare en dag",
    en: "The care unit and care provider of a unit on a day")
  static let showUnit = Bilingual(
    sv: "En enhet som katalogens kopior har den",
    en: "A unit as the copies of the directory have it")

  static func asOf(_ day: Day, latest: Bool, _ language: Language) -> String {
    let text = DateText(language).text(day, .date)
    let copy = Bilingual(sv: "Kopia från \(text)", en: "Copy of \(text)")[language]
    let newest = Bilingual(sv: ", den senaste", en: ", the latest")[language]
    return copy + (latest ? newest : "")
  }

  static func flag(_ name: String) -> Bilingual {
    switch name {
    case "careUnit": careUnit
    case "careProvider": provider
    case "unitArchived": Bilingual(sv: "Arkiverad enhet", en: "Archived unit")
    case "careUnitArchived": Bilingual(sv: "Arkiverad vårdenhet", en: "Archived care unit")
    case "careProviderArchived":
      Bilingual(sv: "Arkiverad vårdgivare", en: "Archived care provider")
    default: Bilingual(sv: "Testuppgift", en: "Test data")
    }
  }

  static func tie(_ tie: CareUnitTie) -> Bilingual {
    switch tie {
    case .own: Bilingual(sv: "Är själv vårdenhet", en: "Is a care unit itself")
    case .member: Bilingual(sv: "Vårdenheten räknar upp den", en: "The care unit lists it")
    case .ancestor:
      Bilingual(
        sv: "Närmaste vårdenhet ovanför, en nödlösning",
        en: "The nearest care unit above it, a fallback")
    case .archived: Bilingual(sv: "Arkiverad eller borta", en: "Archived or gone")
    case .unknown: Bilingual(sv: "Okänd vårdenhet", en: "Unknown care unit")
    }
  }

  static func note(_ name: String) -> Bilingual {
    switch name {
    case "several-objects":
      Bilingual(
        sv: "Flera poster i katalogen har samma HSA-id.",
        en: "Several objects of the directory have the same HSA-id.")
    case "several-care-units":
      Bilingual(
        sv: "Flera vårdenheter räknar upp enheten.", en: "Several care units list the unit.")
    case "place-differs":
      Bilingual(
        sv: "I organisationen står den under en annan vårdenhet.",
        en: "In the organisation it stands below another care unit.")
    case "care-unit-archived":
      Bilingual(sv: "Vårdenheten är arkiverad.", en: "The care unit is archived.")
    case "provider-missing":
      Bilingual(
        sv: "Vårdenheten anger ingen vårdgivare.", en: "The care unit names no care provider.")
    case "unit-ended":
      Bilingual(sv: "Enheten har upphört.", en: "The unit has ended.")
    case "unit-not-begun":
      Bilingual(sv: "Enheten har inte börjat.", en: "The unit has not begun.")
    case "care-unit-ended":
      Bilingual(sv: "Vårdenheten har upphört.", en: "The care unit has ended.")
    case "care-unit-not-begun":
      Bilingual(sv: "Vårdenheten har inte börjat.", en: "The care unit has not begun.")
    case "unit-archived": Bilingual(sv: "Enheten är arkiverad.", en: "The unit is archived.")
    case "gone":
      Bilingual(
        sv: "Enheten är borta ur katalogen; här står vad den hörde till sist.",
        en: "The unit is gone from the directory; here stands what it belonged to last.")
    case "before-first-snapshot":
      Bilingual(
        sv: "Dagen ligger före den första kopian, som används i stället.",
        en: "The day lies before the first copy, which is used instead.")
    default: Bilingual(sv: "Det finns ingen kopia.", en: "There is no copy.")
    }
  }

  static func change(_ kind: DirectoryChange.Kind) -> Bilingual {
    switch kind {
    case .new: Bilingual(sv: "Ny", en: "New")
    case .gone: Bilingual(sv: "Borta", en: "Gone")
    case .renamed: Bilingual(sv: "Nytt namn", en: "Renamed")
    case .moved: Bilingual(sv: "Flyttad", en: "Moved")
    case .flags: Bilingual(sv: "Slag eller arkivering", en: "Kind or archiving")
    case .members: Bilingual(sv: "Uppräknade enheter", en: "Listed units")
    case .provider: Bilingual(sv: "Ansvarig vårdgivare", en: "Responsible care provider")
    case .dates: Bilingual(sv: "Början eller slut", en: "Beginning or end")
    case .details: Bilingual(sv: "Andra uppgifter", en: "Other facts")
    case .careUnit: Bilingual(sv: "Hör till annan vårdenhet", en: "Belongs to another care unit")
    }
  }

  static func attribute(_ attribute: DirectoryAttribute) -> Bilingual {
    switch attribute {
    case .careLevel: Bilingual(sv: "Vårdnivå", en: "Level of care")
    case .careType: Bilingual(sv: "Vårdform", en: "Form of care")
    case .businessClassification: Bilingual(sv: "Verksamhetskod", en: "Activity code")
    case .businessType: Bilingual(sv: "Enhetstyp", en: "Kind of unit")
    case .management: Bilingual(sv: "Ägarform", en: "Form of ownership")
    case .county: Bilingual(sv: "Län", en: "County")
    case .municipality: Bilingual(sv: "Kommun", en: "Municipality")
    case .workplaceCode: Bilingual(sv: "Arbetsplatskod", en: "Workplace code")
    }
  }
}
