// SPDX-License-Identifier: Apache-2.0

/// Why a text is no identity. The raw value is a stable code that is never reused. The reasons
/// do not repeat the text, which may point out a person.
public enum IdentityFault: String, Error, Hashable, Codable, CaseIterable, Sendable {
  /// Neither the length nor the characters fit any identity.
  case unrecognised
  /// Not ten or twelve digits with at most one separator before the last four.
  case notAPersonalNumber
  /// Twelve digits that begin with another century than 18, 19 or 20.
  case unknownCentury
  /// The first eight digits are no date.
  case noSuchDate
  /// The birth date lies after the day on which the number was examined.
  case bornLater
  /// The last digit is not the check digit of the others.
  case wrongCheckDigit
  /// Not `SE`, ten digits, a hyphen and letters or digits.
  case notAnHSAID
  /// More than 31 characters.
  case hsaIDTooLong
  /// Not ten digits whose third is at least 2.
  case notAnOrganisationNumber
  /// Not `AFU`, a year and a serial number.
  case notACaseNumber

  /// The reason for people.
  public var reason: Bilingual {
    switch self {
    case .unrecognised:
      Bilingual(
        sv: "Texten är varken personnummer, samordningsnummer, organisationsnummer eller HSA-id.",
        en: "The text is no personal, coordination or organisation number and no HSA-id.")
    case .notAPersonalNumber:
      Bilingual(
        sv: "Ett personnummer har tio eller tolv siffror, med - eller + före de fyra sista.",
        en: "A personal number has ten or twelve digits, with - or + before the last four.")
    case .unknownCentury:
      Bilingual(
        sv: "Århundradet är inte 18, 19 eller 20.", en: "The century is not 18, 19 or 20.")
    case .noSuchDate:
      Bilingual(sv: "Födelsedatumet finns inte.", en: "There is no such birth date.")
    case .bornLater:
      Bilingual(sv: "Födelsedatumet har inte varit än.", en: "The birth date is still to come.")
    case .wrongCheckDigit:
      Bilingual(sv: "Kontrollsiffran stämmer inte.", en: "The check digit is wrong.")
    case .notAnHSAID:
      Bilingual(
        sv: "Ett HSA-id är SE, tio siffror, bindestreck och sedan bokstäver eller siffror.",
        en: "An HSA-id is SE, ten digits, a hyphen and then letters or digits.")
    case .hsaIDTooLong:
      Bilingual(sv: "Ett HSA-id har högst 31 tecken.", en: "An HSA-id has at most 31 characters.")
    case .notAnOrganisationNumber:
      Bilingual(
        sv: "Ett organisationsnummer har tio siffror, och den tredje är minst 2.",
        en: "An organisation number has ten digits, and the third is at least 2.")
    case .notACaseNumber:
      Bilingual(
        sv: "Ett ärendenummer skrivs som AFU-2026-0001.",
        en: "A case number is written like AFU-2026-0001.")
    }
  }
}
