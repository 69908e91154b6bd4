// SPDX-License-Identifier: Apache-2.0

/// Easter Sunday by the Gregorian reckoning, which Sweden follows. The computation is the
/// anonymous one that Nature printed in 1876: golden number, century corrections, epact.
public enum Easter {
  /// Nil outside the years 1–9999; before Sweden's change of calendar the answer is proleptic.
  public static func sunday(in year: Int) -> Day? {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let moonCorrection = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let toSunday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let exception = (golden + 11 * epact + 22 * toSunday) / 451
    let sum = epact + toSunday - 7 * exception + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
