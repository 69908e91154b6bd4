// SPDX-License-Identifier: Apache-2.0

/// A text that has the form of a personal number, whether it is a valid one or not.
public struct PersonalNumberReading: Hashable, Sendable {
  /// By the day of birth: above 60 it is a samordningsnummer.
  public let kind: PersonalIdentityNumber.Kind
  /// Twelve digits with century.
  public let digits12: String
  /// Nil when the digits are no date.
  public let birthDay: Day?
  /// By the Luhn method over the last ten digits.
  public let checkDigitIsRight: Bool
  /// By the last digit but one.
  public let sex: Sex

  /// Throws `notAPersonalNumber` or `unknownCentury`.
  public init(_ text: String, on day: Day) throws(IdentityFault) {
    let (body, separator) = try PersonalNumberReading.split(text.trimmed)
    var all = body
    if body.count == 10 {
      let latest = PersonalNumberReading.century(of: body, on: day)
      let meant = separator == "+" ? latest - 1 : latest
      guard (18...20).contains(meant) else { throw .unknownCentury }
      all = [meant / 10, meant % 10] + body
    }
    let century = all[0] * 10 + all[1]
    guard (18...20).contains(century) else { throw .unknownCentury }
    let dayOfBirth = all[6] * 10 + all[7]
    let isCoordination = dayOfBirth > 60
    kind = isCoordination ? .samordningsnummer : .personnummer
    digits12 = all.map(String.init).joined()
    birthDay = Day(
      year: century * 100 + all[2] * 10 + all[3],
      month: all[4] * 10 + all[5],
      day: isCoordination ? dayOfBirth - 60 : dayOfBirth)
    checkDigitIsRight = hasRightCheckDigit(all.dropFirst(2))
    sex = all[10].isMultiple(of: 2) ? .kvinna : .man
  }

  /// Ten or twelve digits and the separator before the last four, if there is one.
  private static func split(
    _ text: String
  ) throws(IdentityFault) -> (digits: [Int], separator: Character?) {
    var body = text
    var separator: Character?
    if body.count == 11 || body.count == 13 {
      let place = body.index(body.endIndex, offsetBy: -5)
      separator = body.remove(at: place)
      guard separator == "-" || separator == "+" else { throw .notAPersonalNumber }
    }
    guard body.count == 10 || body.count == 12, let digits = digits(body) else {
      throw .notAPersonalNumber
    }
    return (digits, separator)
  }

  /// The latest century in which these ten digits are no day after `day`.
  private static func century(of ten: [Int], on day: Day) -> Int {
    let dayOfBirth = ten[4] * 10 + ten[5]
    let inCentury =
      (ten[0] * 10 + ten[1]) * 10_000 + (ten[2] * 10 + ten[3]) * 100
      + (dayOfBirth > 60 ? dayOfBirth - 60 : dayOfBirth)
    let today = day.year % 100 * 10_000 + day.month * 100 + day.dayOfMonth
    return day.year / 100 - (inCentury > today ? 1 : 0)
  }
}
