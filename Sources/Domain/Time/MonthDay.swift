// SPDX-License-Identifier: Apache-2.0

/// A day that comes every year, `10-15` for 15 October. 29 February does not come every year
/// and is not accepted.
public struct MonthDay: Hashable, Comparable, Sendable {
  /// 1–12.
  public let month: Int
  /// 1–31.
  public let day: Int

  /// Nil when there is no such day every year.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), (1...Day.length(ofMonth: month, in: 2001)).contains(day)
    else { return nil }
    self.month = month
    self.day = day
  }

  /// That day in a year, or nil outside the years 1–9999.
  public func day(in year: Int) -> Day? { Day(year: year, month: month, day: day) }

  public static func < (a: MonthDay, b: MonthDay) -> Bool {
    (a.month, a.day) < (b.month, b.day)
  }
}

extension MonthDay: LosslessStringConvertible, Codable {
  /// Reads `10-15`: month and day, two digits each.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
      let month = decimal(parts[0]), let day = decimal(parts[1])
    else { return nil }
    self.init(month: month, day: day)
  }

  public var description: String { "\(padded(month, 2))-\(padded(day, 2))" }

  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a month and a day such as 10-15", MonthDay.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
