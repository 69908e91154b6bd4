// SPDX-License-Identifier: Apache-2.0

import Domain

/// What people write in made-up cases. It is in Swedish like everything that users write, and
/// the medical sentences are of the plainest kind.
enum CaseTexts {
  static let languages = [
    "arabiska", "somaliska", "dari", "tigrinja", "persiska", "polska", "ukrainska", "bosniska",
    "spanska", "thailändska", "sorani", "svenskt teckenspråk",
  ]

  static let specialNeeds = [
    "Lokal som fungerar med rullstol.", "Täta pauser.", "Ledsagare följer med.",
    "Hörslinga i rummet.", "Besök på förmiddagen.", "Material med stor text.",
  ]

  static let questions = [
    "Hur länge klarar personen att sitta, stå och koncentrera sig under en arbetsdag?",
    "Vilka rörelser och arbetsställningar klarar personen, och hur länge i taget?",
    "Hur fungerar det att planera, minnas och slutföra uppgifter utan stöd?",
    "I vilken mån klarar personen möten, buller och många intryck?",
    "Vilka aktiviteter i vardagen klarar personen själv, och vilka anpassningar påverkar?",
    "Hur påverkas förmågan av flera dagars arbete i följd?",
    "Hur mycket kan personen lyfta, bära och gå under en arbetsdag?",
    "Vilken förmåga har personen i ett arbete med lätta och varierande uppgifter?",
  ]

  static let purposes = [
    "Att få veta hur aktivitetsförmågan är i arbeten som är vanliga på arbetsmarknaden.",
    "Att få ett allsidigt underlag innan rätten till sjukpenning prövas efter dag 180.",
    "Att klargöra vad som hindrar aktivitet när läkarintygen pekar åt olika håll.",
    "Att få underlag för bedömning av rätten till sjukersättning.",
    "Att få underlag för att planera samordnade insatser tillbaka till arbete.",
    "Att klargöra om förmågan har ändrats sedan förra bedömningen.",
  ]

  private static let occupations = [
    "butikssäljare", "undersköterska", "lagerarbetare", "lärare", "bussförare", "kock",
    "ekonomiassistent", "snickare", "systemutvecklare", "städare", "barnskötare", "svetsare",
    "receptionist", "trädgårdsarbetare",
  ]

  private static let complaints = [
    "långvarig värk i rygg och nacke", "trötthet och svårt att koncentrera sig",
    "stelhet och nedsatt kraft i händerna", "återkommande huvudvärk och ljuskänslighet",
    "ångest och sömnproblem", "andfåddhet vid ansträngning", "smärta i knän och höfter",
    "nedsatt minne och ljudkänslighet efter sjukdom", "yrsel och ostadighet",
  ]

  private static let courses = [
    "Besvären har varat i två år och behandlats i primärvården.",
    "Arbetsträning på halvtid har prövats utan att kunna utökas.",
    "Läkarintygen beskriver begränsningarna olika.",
    "Rehabilitering har gett viss förbättring.",
    "Arbetsgivaren har anpassat uppgifterna, men det har inte räckt.",
    "Personen beskriver goda och dåliga dagar.",
  ]

  /// A background in three sentences, the last of which says that it is invented.
  static func background(_ random: inout SeededRandom) -> String {
    let work = random.pick(occupations)
    let first = "Har arbetat som \(work) och är sjukskriven för \(random.pick(complaints))."
    return "\(first) \(random.pick(courses)) Uppgifterna är påhittade."
  }

  static let plannedActions = [
    "Avstämning med arbetsgivaren när utlåtandet har kommit.",
    "Kontakt med Arbetsförmedlingen om gemensam kartläggning.",
    "Möte med den försäkrade om fortsatt planering.",
  ]

  static let inquiryMessages = [
    "Har ni möjlighet att ta emot en utredning?", "Går det att börja inom tre veckor?",
    "Vi söker en utförare nära bostadsorten.",
  ]

  static let declines = [
    "Inga lediga tider för läkare de närmaste veckorna.", "Fullt till nästa månad.",
    "Saknar tolk i det språket just nu.", "Personalbrist under perioden.",
  ]

  static let conflicts = [
    "En av läkarna har behandlat personen tidigare.",
    "En utredare är bekant med personen.", "Personen har arbetat hos oss.",
  ]

  static let requestDeclines = [
    "Ingen utförare har plats inom rimlig tid.",
    "Alla tillfrågade utförare har tackat nej.",
  ]

  static let withdrawals = [
    "Utföraren har fått sjukdom i personalen och kan inte börja i tid.",
    "Fel utförare valdes: personen bor i en annan del av länet.",
  ]

  static let returnsIncomplete = [
    "Beställningen saknar uppgift om hur vi når personen.",
    "Syftet går inte att läsa i sin helhet.", "Sidor saknas i underlaget.",
  ]

  static let returnsUnable = [
    "Läkaren slutar och ingen annan kan ta över.", "Vi kan inte ordna en tillgänglig lokal.",
  ]

  static let documentQuestions = [
    "Svar på röntgen nämns i intyget men finns inte med. Kan det skickas?",
    "Sida 3 i självskattningen saknas.", "Finns det ett senare läkarintyg?",
    "Vi behöver veta vilka arbetsuppgifter personen har haft.",
  ]

  static let documentAnswers = [
    "Handlingen bifogas.", "Vi har hämtat in uppgiften och skickar den.",
  ]

  static let moves = [
    "Läkaren är sjuk.", "Personen bad om en senare tid.", "Tolken kan inte den första tiden.",
  ]

  static let cancellations = [
    "Förkylning.", "Kan inte komma, ber om ny tid.", "Utredaren är sjuk.",
    "Förhinder samma dag.",
  ]

  static let noShows = [
    "Kom inte och hörde inte av sig.", "Kom en timme efter utsatt tid.",
    "Orkade inte genomföra besöket.",
  ]

  static let deviations = [
    "Personen har ringt och sagt att hen tvekar att medverka.",
    "Uppgifter i underlaget stämmer inte med vad personen berättar.",
  ]

  static let extensionReasons = [
    "Minne och uppmärksamhet behöver undersökas närmare.",
    "Rörlighet och uthållighet behöver prövas i flera moment.",
    "Förmågan i vardagens aktiviteter behöver observeras.",
  ]

  static let extensionRefusals = ["Frågorna kan besvaras med läkarens undersökning."]

  static let delayReasons = [
    "Tolken uteblev och nytt besök kunde bokas först om två veckor.",
    "Läkaren är sjukskriven och återkommer nästa vecka.",
    "Personen har varit sjuk vid två bokade besök.",
  ]

  static let deferralRefusals = ["Skälen räcker inte för en senare dag."]

  static let supplementQuestions = [
    "Hur länge i taget kan personen sitta? Utlåtandet anger två olika tider.",
    "Kan ni utveckla hur koncentrationen påverkas under en hel dag?",
    "Vilken observation ligger till grund för bedömningen av uthållighet?",
  ]

  static let endings = ["Utredningen behövs inte längre.", "Personen har återgått i arbete."]

  static let documentTitles: [(DocumentKind, String, ClosedRange<Int>)] = [
    (.medical, "Läkarintyg för sjukpenning", 3...6),
    (.medical, "Journalutdrag från vårdcentral", 4...22),
    (.medical, "Utlåtande från specialist", 2...8),
    (.selfRating, "Självskattning", 6...6),
    (.fromInsured, "Brev från den försäkrade", 1...4),
    (.other, "Arbetsgivarens beskrivning av arbetet", 1...3),
  ]

  /// Why a part of the underlag is not there.
  static func absence(_ kind: DocumentKind) -> String {
    switch kind {
    case .medical: "Medicinska handlingar skickas senare."
    case .selfRating: "Den försäkrade har avstått från självskattning."
    case .fromInsured: "Den försäkrade har inte lämnat egna handlingar."
    case .other: "Det finns inga andra handlingar."
    }
  }
}
