// SPDX-License-Identifier: Apache-2.0

/// Refusals about those who act for the insured.
enum RepresentativeRefusalTexts {
  static let insuredUnknown = Bilingual(
    sv: "Det är inte registrerat vem ärendet gäller.",
    en: "It is not registered whom the case concerns.")
  static let noRepresentative = Bilingual(
    sv: "Ingen företrädare är registrerad som kan avslutas.",
    en: "No representative is registered who can be ended.")
  static let alreadyRepresents = Bilingual(
    sv: "Personen är redan registrerad för någon av de dagarna. Avsluta det först.",
    en: "The person is already registered for some of those days. End that first.")
  static let representsHerself = Bilingual(
    sv: "Det är den försäkrades eget personnummer.",
    en: "It is the insured person's own identity number.")
}
