// SPDX-License-Identifier: Apache-2.0

/// Swedish clock time: one hour ahead of UTC, two in summer.
///
/// Since 1996 summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
/// last Sunday of October (directive 2000/84/EC, earlier the seventh directive 94/21/EC;
/// förordning (2001:127) om sommartid). From 1981 to 1995 it ended on the last Sunday of
/// September; in 1980 it began on the first Sunday of April. Before 1980 there was none (the
/// trial of 1916 is left out). The rule is computed, so that it needs no zone file; a future
/// change of the rule needs a new line here.
enum SwedishTime {
  static let standardOffset: Int64 = 3_600_000
  static let summerOffset: Int64 = 7_200_000

  /// Milliseconds to add to UTC to get what a Swedish clock shows.
  static func offset(at instant: Instant) -> Int64 {
    isSummer(instant) ? summerOffset : standardOffset
  }

  static func isSummer(_ instant: Instant) -> Bool {
    let year = instant.universalDay.year
    guard year >= 1980 else { return false }
    let begins = year == 1980 ? changes(year, 4, 6) : lastSunday(year, 3)
    let ends = lastSunday(year, year >= 1996 ? 10 : 9)
    return instant.milliseconds >= begins && instant.milliseconds < ends
  }

  /// 01:00 UTC on the last Sunday of a month, in milliseconds. Called with months of 30 and 31
  /// days that exist in every year.
  private static func lastSunday(_ year: Int, _ month: Int) -> Int64 {
    let length = Day.length(ofMonth: month, in: year)
    let end = Day(year: year, month: month, day: length) ?? .latest
    let back = end.weekday.rawValue % 7
    return changes(year, month, length - back)
  }

  private static func changes(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    Int64((Day(year: year, month: month, day: day) ?? .latest).number) * 86_400_000 + 3_600_000
  }
}
