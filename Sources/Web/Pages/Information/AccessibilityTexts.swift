// SPDX-License-Identifier: Apache-2.0
import Domain

/// The accessibility statement: what is done, what is known to be wrong, what is not tested.
enum AccessibilityTexts {
  static let title = Bilingual(sv: "Tillgänglighet", en: "Accessibility")
  static let lead = Bilingual(
    sv: "Samsyn ska gå att använda för alla. Målet är WCAG 2.2 nivå AA. Här står vad som är "
      + "prövat, vad som brister och vad som inte är prövat.",
    en: "Everybody should be able to use Samsyn. The aim is WCAG 2.2 level AA. Here stands what "
      + "has been tested, what falls short and what has not been tested.")

  static let sections = [
    TextSection(
      id: "gjort", title: Bilingual(sv: "Så är sidorna byggda", en: "How the pages are built"),
      points: [
        Bilingual(
          sv: "Allt fungerar utan skript och med enbart tangentbord.",
          en: "Everything works without script and with the keyboard alone."),
        Bilingual(
          sv: "Varje sida har en huvudrubrik, en länk förbi menyn och sidans namn i titeln.",
          en: "Every page has one main heading, a link past the menu and its name in the title."),
        Bilingual(
          sv: "Tillstånd visas med ord och form, aldrig bara med färg.",
          en: "States show by words and shape, never by colour alone."),
        Bilingual(
          sv: "Fel står överst och vid fältet, med samma ord. Det du har skrivit finns kvar.",
          en: "Errors stand on top and at the field, in the same words. What you typed stays."),
        Bilingual(
          sv: "Sidorna följer inställningar för mörkt läge, hög kontrast och mindre rörelse.",
          en: "The pages follow settings for dark mode, high contrast and less motion."),
        Bilingual(
          sv: "På små skärmar blir tabellens rader till kort.",
          en: "On small screens the rows of tables become cards."),
      ]),
    TextSection(
      id: "provat", title: Bilingual(sv: "Prövat med program", en: "Tested by program"),
      paragraphs: [
        Bilingual(
          sv: "Färgernas kontrast räknas ut. Varje komponent kontrolleras för namn på fält, "
            + "unika beteckningar och hänvisningar som leder rätt. Program hittar bara en del "
            + "av de fel som finns.",
          en: "The contrast of colours is computed. Every component is checked for names of "
            + "fields, unique identifiers and references that lead somewhere. Programs find "
            + "only some of the faults there are.")
      ]),
    TextSection(
      id: "brister", title: Bilingual(sv: "Kända brister", en: "Known faults"),
      points: [
        Bilingual(
          sv: "Breda tabeller kan behöva rullas i sidled vid stark förstoring på dator.",
          en: "Wide tables may have to be scrolled sideways at strong magnification."),
        Bilingual(
          sv: "Tidslinjens teckning är dold för skärmläsare. Samma sak står som lista.",
          en: "The timeline's drawing is hidden from screen readers. A list says the same."),
        Bilingual(
          sv: "Reglernas källor och texter ur lagar finns bara på svenska.",
          en: "The sources of rules and texts from acts are in Swedish only."),
        Bilingual(
          sv: "När en öppen sida hämtas på nytt kan en skärmläsare tappa sin plats.",
          en: "When an open page is fetched anew a screen reader may lose its place."),
      ]),
    TextSection(
      id: "inte-provat", title: Bilingual(sv: "Inte prövat", en: "Not tested"),
      points: [
        Bilingual(
          sv: "Ingen utomstående har granskat sidorna.",
          en: "Nobody from outside has examined the pages."),
        Bilingual(
          sv: "Sidorna är inte prövade tillsammans med personer som har funktionsnedsättning.",
          en: "The pages have not been tried together with people who have disabilities."),
        Bilingual(
          sv: "De är inte genomgångna med skärmläsare på telefon.",
          en: "They have not been gone through with a screen reader on a phone."),
      ]),
  ]
}
