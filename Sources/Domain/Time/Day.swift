// SPDX-License-Identifier: Apache-2.0

/// One day in Swedish civil time, counted in whole days since 1970-01-01.
///
/// A day is no point in time: it has neither clock nor zone. Arithmetic is plain integer
/// arithmetic in the Gregorian calendar. Days outside the years 1–9999 do not exist; a number
/// outside is held to the nearest end, so that no sum of days can trap.
/// As text and in JSON a day is `2026-06-12`.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int

  /// The first day that can be expressed, 0001-01-01.
  public static let earliest = Day(number: -719_162)
  /// The last day that can be expressed, 9999-12-31.
  public static let latest = Day(number: 2_932_896)

  /// The day with this number, held to the years 1–9999.
  public init(number: Int) {
    self.number = Swift.min(Swift.max(number, -719_162), 2_932_896)
  }

  /// The day of a calendar date, or nil when there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Day.length(ofMonth: month, in: year)).contains(day) else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  /// The weekday; 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let sinceMonday = ((number + 3) % 7 + 7) % 7
    return Weekday.allCases[sinceMonday]
  }

  /// 1–9999.
  public var year: Int { civil.year }
  /// 1–12.
  public var month: Int { civil.month }
  /// 1–31.
  public var dayOfMonth: Int { civil.day }

  /// The ISO 8601 week (1–53) and the year that the week belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Day(number: number + 4 - weekday.rawValue)
    let newYear = Day.number(year: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.number - newYear) / 7 + 1)
  }

  /// The day so many calendar days later; negative goes back.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? (days > 0 ? .latest : .earliest) : Day(number: sum)
  }

  /// Calendar days from `b` to `a`; negative when `a` is the earlier one.
  public static func - (a: Day, b: Day) -> Int { a.number - b.number }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Whether the year has a 29 February.
  public static func isLeap(year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  /// Days in a month; the month is 1–12.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in years that begin on 1 March, so that the leap day comes last, and in eras of
  /// 400 years, which all have 146 097 days.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `number(year:month:day:)`.
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Day: LosslessStringConvertible {
  /// Reads `2026-06-12` or `20260612`; anything else, and a date that is none, is nil.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    let digits: [UInt8]
    switch bytes.count {
    case 8: digits = bytes
    case 10 where bytes[4] == hyphen && bytes[7] == hyphen:
      digits = Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
    default: return nil
    }
    guard let year = decimal(digits[0..<4]), let month = decimal(digits[4..<6]),
      let day = decimal(digits[6..<8])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-06-12`.
  public var description: String {
    let date = civil
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// `20260612`, as in messages.
  public var compact: String {
    let date = civil
    return padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a day such as 2026-06-12", Day.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
