// SPDX-License-Identifier: Apache-2.0

/// The sex that a personal number tells: its last digit but one is odd for men.
public enum Sex: String, Hashable, Codable, CaseIterable, Sendable {
  case man, kvinna

  /// The word for people.
  public var name: Bilingual {
    switch self {
    case .man: Bilingual(sv: "man", en: "man")
    case .kvinna: Bilingual(sv: "kvinna", en: "woman")
    }
  }
}

/// A valid personnummer (folkbokföringslagen (1991:481) 18 §) or samordningsnummer, in which
/// the day of birth is increased by 60.
///
/// As text it is `19121212-1212`, in JSON the twelve digits. It points out a person and belongs
/// in no log, address or error text.
public struct PersonalIdentityNumber: Hashable, Sendable {
  /// Which register the number comes from.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case personnummer, samordningsnummer
  }

  /// Which register the number comes from.
  public let kind: Kind
  /// Twelve digits with century, without separator: the form in contract messages.
  public let digits12: String
  /// For a samordningsnummer the day without the added 60.
  public let birthDay: Day
  /// By the last digit but one.
  public let sex: Sex

  /// Reads ten or twelve digits, with or without separator; blanks around are ignored.
  ///
  /// Ten digits mean the latest century that is not in the future of `day`, and with a plus
  /// sign a hundred years earlier. With twelve digits the separator says nothing.
  /// Throws the first fault: form, century, date, future, check digit.
  public init(_ text: String, on day: Day) throws(IdentityFault) {
    try self.init(PersonalNumberReading(text, on: day), on: day)
  }

  init(_ reading: PersonalNumberReading, on day: Day) throws(IdentityFault) {
    guard let birthDay = reading.birthDay else { throw .noSuchDate }
    guard birthDay <= day else { throw .bornLater }
    guard reading.checkDigitIsRight else { throw .wrongCheckDigit }
    kind = reading.kind
    digits12 = reading.digits12
    sex = reading.sex
    self.birthDay = birthDay
  }

  /// Whole years on a day; negative before the birth. Who is born on 29 February comes of age
  /// on 1 March in other years.
  public func age(on day: Day) -> Int {
    let hadBirthday =
      (day.month, day.dayOfMonth) >= (birthDay.month, birthDay.dayOfMonth)
    return day.year - birthDay.year - (hadBirthday ? 0 : 1)
  }
}

extension PersonalIdentityNumber: CustomStringConvertible {
  public var description: String { "\(digits12.prefix(8))-\(digits12.suffix(4))" }
}

extension PersonalIdentityNumber: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a personal identity number") { text in
      try? PersonalIdentityNumber(text, on: .latest)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(digits12, encoder)
  }
}
