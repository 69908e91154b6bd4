// SPDX-License-Identifier: Apache-2.0
import Domain

/// How Samsyn handles personal data, in plain words.
enum PrivacyTexts {
  static let title = Bilingual(sv: "Personuppgifter", en: "Personal data")
  static let lead = Bilingual(
    sv: "Så hanterar Samsyn uppgifter om människor: inget delas, allt skickas.",
    en: "How Samsyn handles data about people: nothing is shared, all is sent.")

  static let sections = [
    TextSection(
      id: "skickas",
      title: Bilingual(sv: "Skickat, inte delat", en: "Sent, not shared"),
      paragraphs: [
        Bilingual(
          sv: "Försäkringskassan, regionen och utföraren kan inte se in i varandras "
            + "handlingar. Varje händelse i ett ärende har en avsändare och mottagare. Du ser "
            + "det som har skickats till din organisation, och inget annat.",
          en: "Försäkringskassan, the region and the performer cannot look into each other's "
            + "records. Every event in a case has a sender and receivers. You see what was sent "
            + "to your organisation, and nothing else."),
        Bilingual(
          sv: "Före beställningen får regionen och de utförare som tillfrågas bara veta ort, "
            + "tolkbehov och särskilda behov. Vem personen är följer med beställningen. "
            + "Regionen får aldrig medicinskt innehåll.",
          en: "Before the order the region and the performers asked are told only the town, the "
            + "need of an interpreter and special needs. Who the person is follows with the "
            + "order. The region never gets medical content."),
        Bilingual(
          sv: "Ett meddelande läses bara av de parter som valdes när tråden började, och hos "
            + "utföraren bara av dem som arbetar med ärendet. Parterna ser vem som har läst. "
            + "Mejl om att något nytt har kommit nämner varken ärende eller person.",
          en: "A message is read only by the parties that were chosen when the thread began, and "
            + "at the performer only by those who work on the case. The parties see who has "
            + "read it. Mail that something new has come names neither case nor person."),
      ]),
    TextSection(
      id: "skyddade",
      title: Bilingual(sv: "Skyddade personuppgifter", en: "Protected identity"),
      paragraphs: [
        Bilingual(
          sv: "Den som har skyddade personuppgifter nämns aldrig vid namn i listor och filer. "
            + "Adress och telefon skickas inte med.",
          en: "A person with a protected identity is never named in lists and files. Address and "
            + "telephone do not go along.")
      ]),
    TextSection(
      id: "loggas",
      title: Bilingual(sv: "Allt som läses loggas", en: "All reading is logged"),
      paragraphs: [
        Bilingual(
          sv: "Varje gång någon öppnar ett ärende, söker, visar en lista eller hämtar en fil "
            + "antecknas vem, för vilken organisation, när och varför, innan svaret lämnas ut. "
            + "På ärendets sida kan din organisation se vilka av de egna som har läst.",
          en: "Each time somebody opens a case, searches, shows a list or fetches a file, it is "
            + "recorded who, for which organisation, when and why, before the answer is given. "
            + "On the page of the case your organisation can see which of its own have read."),
        Bilingual(
          sv: "Sökning är exakt: hela ärendenumret eller hela personnumret. Det går inte att "
            + "bläddra bland personer eller söka på känsliga uppgifter. Det du söker på hamnar "
            + "aldrig i en adress.",
          en: "Search is exact: the whole case number or the whole personal number. One cannot "
            + "browse among persons or search on sensitive data. What you search for never ends "
            + "up in an address."),
      ]),
    TextSection(
      id: "krypterat",
      title: Bilingual(sv: "Krypterat och oföränderligt", en: "Encrypted and unchangeable"),
      paragraphs: [
        Bilingual(
          sv: "Innehållet i ett ärende är krypterat med en egen nyckel för ärendet. Händelser "
            + "läggs till men ändras aldrig; en rättelse är en ny händelse, och det rättade "
            + "syns. Historien är kedjad så att det märks om något har ändrats i efterhand.",
          en: "The content of a case is encrypted with a key of its own. Events are added and "
            + "never changed; a correction is a new event, and what was corrected shows. The "
            + "history is chained, so that a later change is noticed."),
        Bilingual(
          sv: "Gallring sker genom beslut, genom att ärendets nyckel förstörs. Då kan innehållet "
            + "aldrig läsas igen.",
          en: "Disposal is by decision, by destroying the key of the case. The content can then "
            + "never be read again."),
      ]),
    TextSection(
      id: "kakor",
      title: Bilingual(sv: "Kakor", en: "Cookies"),
      paragraphs: [
        Bilingual(
          sv: "En kaka håller dig inloggad, en minns språket och en minns radhöjden i listor. "
            + "Inget annat sparas hos dig och inget skickas till någon annan webbplats.",
          en: "One cookie keeps you signed in, one remembers the language and one the height of "
            + "rows in lists. Nothing else is kept with you and nothing is sent to another site.")
      ]),
    TextSection(
      id: "demonstration",
      title: Bilingual(sv: "I demonstrationen", en: "In the demonstration"),
      paragraphs: [
        Bilingual(
          sv: "Här är alla personer, enheter och ärenden påhittade, och vem som helst kan logga "
            + "in. Skriv därför inga riktiga uppgifter.",
          en: "Here all persons, units and cases are made up, and anybody can sign in. So do not "
            + "write any real information.")
      ]),
  ]
}
