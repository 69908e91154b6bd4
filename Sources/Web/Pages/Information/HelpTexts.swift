// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the help: what to do when, in plain language.
enum HelpTexts {
  struct Answer: Sendable {
    let question: Bilingual
    let text: Bilingual
  }

  static let title = Bilingual(sv: "Hjälp", en: "Help")
  static let lead = Bilingual(
    sv: "Vad du gör när något händer. Öppna ärendet för att se just dina nästa steg.",
    en: "What to do when something happens. Open the case to see your own next steps.")
  static let yours = Bilingual(sv: "Din roll", en: "Your role")
  static let more = Bilingual(sv: "Läs mer", en: "Read more")

  static let links: [(address: SiteAddress, text: Bilingual)] = [
    (.rules, Bilingual(sv: "Regler och lagrum", en: "Rules and law")),
    (.calendar, Bilingual(sv: "Vilka dagar som räknas", en: "Which days count")),
    (.privacy, Bilingual(sv: "Så hanteras personuppgifter", en: "How personal data are handled")),
    (.accessibility, Bilingual(sv: "Tillgänglighet", en: "Accessibility")),
  ]

  static func title(of role: PartyRole) -> Bilingual {
    switch role {
    case .fk: Bilingual(sv: "För Försäkringskassan", en: "For Försäkringskassan")
    case .region: Bilingual(sv: "För regionen", en: "For the region")
    case .performer: Bilingual(sv: "För utföraren", en: "For the performer")
    case .insured: Bilingual(sv: "För dig som är försäkrad", en: "For you who are insured")
    }
  }

  static func answers(for role: PartyRole) -> [Answer] {
    switch role {
    case .fk: agency + messages
    case .region: region + messages
    case .performer: performer + messages
    case .insured: []
    }
  }

  private static let messages = [
    answer(
      Bilingual(sv: "Jag vill fråga en annan part om något", en: "I want to ask another party"),
      Bilingual(
        sv: "Öppna ärendet och välj Meddelanden. Bara de parter du väljer kan läsa det du "
          + "skriver. Det som ändrar ärendet, som anstånd och kompletteringar, görs på ärendets "
          + "sida.",
        en: "Open the case and choose Messages. Only the parties you choose can read what you "
          + "write. What changes the case, such as deferrals and supplements, is done on the "
          + "case's page.")),
    answer(
      Bilingual(
        sv: "En kollega är borta och har fått svar", en: "A colleague is away and has an answer"),
      Bilingual(
        sv: "Allt som skrivs till organisationen finns under Meddelanden. Öppna tråden och välj "
          + "Ta över.",
        en: "All that is written to the organisation is found under Messages. Open the thread "
          + "and choose Take over.")),
  ]

  private static func answer(_ question: Bilingual, _ text: Bilingual) -> Answer {
    Answer(question: question, text: text)
  }

  private static let agency = [
    answer(
      Bilingual(sv: "Jag vill begära en utredning", en: "I want to request an assessment"),
      Bilingual(
        sv: "Välj Ny begäran i menyn. Regionen får veta ort, tolk och särskilda behov, men inte "
          + "vem personen är. Identiteten skickas först med beställningen.",
        en: "Choose New request in the menu. The region is told town, interpreter and special "
          + "needs, but not who the person is. The identity goes with the order.")),
    answer(
      Bilingual(sv: "Regionen har valt en utförare", en: "The region has chosen a performer"),
      Bilingual(
        sv: "Informera den försäkrade och anteckna när och hur. Sedan kan du beställa. "
          + "Beställningen går inte att skicka innan den försäkrade är informerad.",
        en: "Inform the insured person and record when and how. Then you can order. The order "
          + "cannot be sent before the insured person has been informed.")),
    answer(
      Bilingual(
        sv: "Utföraren frågar efter underlag", en: "The performer asks for documents"),
      Bilingual(
        sv: "Svara på frågan i ärendet. Fristen börjar först när utföraren har anmält att "
          + "underlaget är komplett.",
        en: "Answer the question in the case. The time starts only when the performer has told "
          + "that the documents are complete.")),
    answer(
      Bilingual(
        sv: "Det behövs mer tid eller fler undersökningar",
        en: "More time or further examinations are needed"),
      Bilingual(
        sv: "Besluta om utvidgning eller anstånd i ärendet. Att godkänna en undersökning "
          + "flyttar inte sista dagen; ange en ny dag om den ska flyttas.",
        en: "Decide on the extension or deferral in the case. Approving an examination does not "
          + "move the last day; state a new day if it is to be moved.")),
    answer(
      Bilingual(sv: "Utlåtandet har kommit in", en: "The statement has arrived"),
      Bilingual(
        sv: "Registrera vilken dag det kom in. Granska det, och begär komplettering eller "
          + "avsluta ärendet.",
        en: "Record the day it arrived. Review it, and request a supplement or end the case.")),
  ]

  private static let region = [
    answer(
      Bilingual(sv: "En begäran har kommit in", en: "A request has come in"),
      Bilingual(
        sv: "Öppna ärendet och välj utförare på något av de sätt som regionen har bestämt. "
          + "Kan ingen utföra utredningen tackar du nej och anger varför.",
        en: "Open the case and choose a performer in one of the ways the region has settled. If "
          + "nobody can carry it out, decline and say why.")),
    answer(
      Bilingual(
        sv: "Utförarna svarar inte på förfrågan", en: "The performers do not answer"),
      Bilingual(
        sv: "Vänta till svarsdagen, eller ta tillbaka förfrågan och fråga någon annan.",
        en: "Wait until the answer day, or withdraw the inquiry and ask somebody else.")),
    answer(
      Bilingual(
        sv: "En utförare har anmält jäv eller återsänt uppdraget",
        en: "A performer has reported a conflict of interest or returned the order"),
      Bilingual(
        sv: "Ärendet står under Att göra igen. Välj en ny utförare.",
        en: "The case stands under To do again. Choose another performer.")),
    answer(
      Bilingual(
        sv: "En utförare varnar för försening", en: "A performer warns of delay"),
      Bilingual(
        sv: "Informera Försäkringskassan snarast, och begär anstånd om det behövs mer tid.",
        en: "Tell Försäkringskassan at once, and request a deferral if more time is needed.")),
    answer(
      Bilingual(
        sv: "Vi har fått en ny utförare eller nya mål",
        en: "We have a new performer or new targets"),
      Bilingual(
        sv: "Ändra under Inställningar. Det gäller ärenden som tilldelas efter ändringen.",
        en: "Change it under Settings. It holds for cases that are allocated afterwards.")),
  ]

  private static let performer = [
    answer(
      Bilingual(sv: "Vi har fått en förfrågan", en: "We have an inquiry"),
      Bilingual(
        sv: "Svara ja eller nej före svarsdagen. Ni får veta vem personen är först med "
          + "beställningen.",
        en: "Answer yes or no before the answer day. You are told who the person is only with "
          + "the order.")),
    answer(
      Bilingual(sv: "Beställningen har kommit", en: "The order has come"),
      Bilingual(
        sv: "Ta emot den, granska underlaget och ange när det är komplett. Saknas något frågar "
          + "du Försäkringskassan. Fristen räknas från den dag underlaget är komplett.",
        en: "Accept it, review the documents and state when they are complete. If something is "
          + "missing, ask Försäkringskassan. The time is counted from the day they are "
          + "complete.")),
    answer(
      Bilingual(
        sv: "Den försäkrade lämnar återbud eller kommer inte",
        en: "The insured person cancels or does not come"),
      Bilingual(
        sv: "Redovisa besöket i ärendet med tid för återbudet. Samsyn visar om återbudet var "
          + "sent; vad som följer avgör Försäkringskassan.",
        en: "Report the visit in the case with the time of the cancellation. Samsyn shows "
          + "whether it was late; what follows is Försäkringskassan's to decide.")),
    answer(
      Bilingual(
        sv: "Vi behöver fler undersökningar", en: "We need further examinations"),
      Bilingual(
        sv: "Läkaren föreslår en utvidgning. Boka inte förrän Försäkringskassan har godkänt.",
        en: "The doctor proposes an extension. Do not book before Försäkringskassan has "
          + "approved.")),
    answer(
      Bilingual(sv: "Vi blir inte klara i tid", en: "We will not finish in time"),
      Bilingual(
        sv: "Anmäl risken för försening till regionen så fort du vet. Regionen kan begära "
          + "anstånd.",
        en: "Report the risk of delay to the region as soon as you know. The region can request "
          + "a deferral.")),
  ]

  static let everybody = TextSection(
    id: "alla", title: Bilingual(sv: "För alla", en: "For everybody"),
    points: [
      Bilingual(
        sv: "Något blev fel: rätta händelsen i ärendet. Det felaktiga syns struket.",
        en: "Something went wrong: correct the event in the case. What was wrong shows struck."),
      Bilingual(
        sv: "Ett ärende syns inte: sök på hela ärendenumret. Hittas det inte har inget i det "
          + "skickats till er.",
        en: "A case does not show: search for the whole case number. If it is not found, nothing "
          + "of it has been sent to you."),
      Bilingual(
        sv: "Något går inte att göra: sidan säger varför, och vad som måste hända först.",
        en: "Something cannot be done: the page says why, and what must happen first."),
    ])
}
