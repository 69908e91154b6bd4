// SPDX-License-Identifier: Apache-2.0

/// Refusals of questions to the follow-up of certificates.
enum FollowUpRefusalTexts {
  static let measureUnknown = Bilingual(
    sv: "Det finns inget sådant mått.", en: "There is no such measure.")
  static let measureSupplied = Bilingual(
    sv: "Intygen kan inte berätta det. Värdet kommer in som indikator.",
    en: "Certificates cannot tell it. The value comes in as an indicator.")
  static let noEdition = Bilingual(
    sv: "Det finns ingen utgåva av uppföljningen än.",
    en: "There is no edition of the follow-up yet.")
  static let dimensionUnfit = Bilingual(
    sv: "Måttet kan inte delas upp eller avgränsas så.",
    en: "The measure cannot be divided or restricted like that.")
  static let dimensionsTooMany = Bilingual(
    sv: "Välj högst två uppdelningar, och inte samma två gånger.",
    en: "Choose two breakdowns at most, and not the same one twice.")
  static let daysReversed = Bilingual(
    sv: "Den första dagen ligger efter den sista.",
    en: "The first day lies after the last.")
  static let tableTooLong = Bilingual(
    sv: "Tabellen blir för lång. Avgränsa den eller välj en grövre uppdelning.",
    en: "The table would be too long. Restrict it, or choose a coarser breakdown.")
  static let contentOnly = Bilingual(
    sv: "Försäkringskassan följer upp intygens innehåll, inte enskilda vårdenheter.",
    en: "Försäkringskassan follows up what certificates contain, not single care units.")
  static let unitOfOthers = Bilingual(
    sv: "Er organisation ser bara sina egna enheter vid namn.",
    en: "Your organisation sees only its own units by name.")
  static let analystsOnly = Bilingual(
    sv: "Bara analytiker läser in filer och gör utgåvor. Driften utser dem.",
    en: "Only analysts take in files and make editions. The operator appoints them.")
  static let importsTooMany = Bilingual(
    sv: "Du har redan flera inläsningar som väntar. Vänta tills någon är klar.",
    en: "You have several imports waiting already. Wait until one is done.")
  static let importNotStopped = Bilingual(
    sv: "Inläsningen har inte stannat, så den kan inte fortsätta eller avbrytas så.",
    en: "The import has not stopped, so it cannot be resumed or ended like that.")
}
