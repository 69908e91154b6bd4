// SPDX-License-Identifier: Apache-2.0

/// The sentences about competence and capacity.
enum PerformerRefusalTexts {
  static let licenceMissing = Bilingual(
    sv: "Ingen gällande legitimation för professionen är registrerad för personen. "
      + "Utföraren eller regionen kräver det av den som utses; administratören registrerar.",
    en: "No licence in force for the profession is registered for the person. The performer or "
      + "the region demands it of those who are appointed; the administrator registers it.")
  static let trainingMissing = Bilingual(
    sv: "Försäkringskassans utbildning är inte registrerad som genomförd för personen. "
      + "Utföraren eller regionen kräver det av den som utses.",
    en: "Försäkringskassan's training is not registered as completed for the person. The "
      + "performer or the region demands it of those who are appointed.")
  static let mentorNeeded = Bilingual(
    sv: "En mentor hos utföraren ska läsa och godkänna utlåtandet, precis som det står nu, innan "
      + "det skickas.",
    en: "A mentor at the performer is to read and pass the statement, just as it stands now, "
      + "before it is sent.")
  static let mentorOnly = Bilingual(
    sv: "Bara en registrerad mentor hos utföraren, utsedd i ärendet och inte själv ansvarig "
      + "läkare, kan godkänna utlåtandet.",
    en: "Only a registered mentor at the performer, appointed in the case and not the "
      + "responsible doctor herself, can pass the statement.")
  static let recordUnknown = Bilingual(
    sv: "Uppgiften finns inte, är redan rättad eller gäller någon annan.",
    en: "The record does not exist, is already corrected or is about somebody else.")
  static let capacityUnknown = Bilingual(
    sv: "Inga läkartider är publicerade. Publicera tider, eller skriv hur många per vecka "
      + "prognosen ska räkna med.",
    en: "No doctor's times are published. Publish times, or write how many a week the forecast "
      + "is to count with.")
  static let forecastUnknown = Bilingual(
    sv: "Regelboken säger inte hur lång tiden är till sista dag, så ingen prognos kan räknas.",
    en: "The rule book does not say how long it is to the last day, so there is no forecast.")
}
