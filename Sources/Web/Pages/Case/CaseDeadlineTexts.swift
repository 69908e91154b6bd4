// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the deadline cards on the case page.
enum CaseDeadlineTexts {
  static let consequence = Bilingual(
    sv: "Utlåtandet ska ha kommit in till Försäkringskassan den dagen. Kommer det senare har "
      + "regionen inte rätt till ersättning för utredningen.",
    en: "The statement is to have reached Försäkringskassan by that day. If it comes later the "
      + "region has no right to compensation for the assessment.")
  static let arrivedUnknown = Bilingual(
    sv: "Utlåtandet har kommit in; sista dagen är okänd",
    en: "The statement has arrived; the last day is unknown")
  static let caseEnded = Bilingual(sv: "Ärendet är avslutat: ", en: "The case has ended: ")
  static let unknown = Bilingual(
    sv: "Sista dagen är okänd: ingen känd regel går att räkna med",
    en: "The last day is unknown: no known rule can be counted with")
  static let noPerformer = Bilingual(
    sv: "Fristen har inte börjat: ingen utförare är vald",
    en: "The time has not begun: no performer is chosen")
  static let noOrder = Bilingual(
    sv: "Fristen har inte börjat: utredningen är inte beställd",
    en: "The time has not begun: the assessment is not ordered")
  static let returned = Bilingual(
    sv: "Fristen har inte börjat: beställningen är återsänd",
    en: "The time has not begun: the order is returned")
  static let notAccepted = Bilingual(
    sv: "Fristen har inte börjat: beställningen är inte mottagen",
    en: "The time has not begun: the order is not accepted")
  static let notComplete = Bilingual(
    sv: "Fristen har inte börjat: underlaget är inte komplett",
    en: "The time has not begun: the documents are not complete")
  static let start = Bilingual(sv: "Start", en: "Start")
  static let ordinary = Bilingual(sv: "Ordinarie frist", en: "Ordinary time")
  static let stated = Bilingual(sv: "Försäkringskassans dag", en: "Försäkringskassan's day")
  static let extended = Bilingual(sv: "Förlängning", en: "Extension")
  static let deferred = Bilingual(sv: "Anstånd", en: "Deferral")
  static let answerDay = Bilingual(sv: "Svar önskas senast", en: "Answer wanted by")
  static let byRegion = Bilingual(
    sv: "Dagen är angiven av regionen. Den är inte satt i lag.",
    en: "The day is stated by the region. It is not set by law.")
  static let byAgency = Bilingual(
    sv: "Dagen är angiven av Försäkringskassan. Den är inte satt i lag.",
    en: "The day is stated by Försäkringskassan. It is not set by law.")
  static let target = Bilingual(
    sv: "Dagen är räknad från regionens servicemål. Ingen lag sätter en dag för svaret.",
    en: "The day is counted from the region's service target. No law sets a day for the answer.")
  static let targetMark = Bilingual(sv: "Mål för svar på begäran", en: "Target for answers")
  static let rules = Bilingual(
    sv: "Regler och uppgifter bakom sista dagen", en: "Rules and facts behind the last day")
  static let daysCounted = Bilingual(sv: "Räknade dagar", en: "Days counted")
  static let skipped = Bilingual(sv: "Överhoppade dagar", en: "Days passed over")
  static let noRule = Bilingual(
    sv: "Ingen känd regel gällde den dagen.", en: "No known rule was in force on that day.")

  static func rule(_ id: String) -> Bilingual {
    Bilingual(sv: "Regel \(id).", en: "Rule \(id).")
  }

  static func checked(_ day: Day) -> Bilingual {
    Bilingual(
      sv: "Kontrollerad mot källan \(day).", en: "Compared with its source on \(day).")
  }
}
