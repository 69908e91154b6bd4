// SPDX-License-Identifier: Apache-2.0

/// A weekday, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Codable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The name in running text; Swedish weekdays are written in lower case.
  public var name: Bilingual {
    switch self {
    case .monday: Bilingual(sv: "måndag", en: "Monday")
    case .tuesday: Bilingual(sv: "tisdag", en: "Tuesday")
    case .wednesday: Bilingual(sv: "onsdag", en: "Wednesday")
    case .thursday: Bilingual(sv: "torsdag", en: "Thursday")
    case .friday: Bilingual(sv: "fredag", en: "Friday")
    case .saturday: Bilingual(sv: "lördag", en: "Saturday")
    case .sunday: Bilingual(sv: "söndag", en: "Sunday")
    }
  }

  /// The weekday with this English name in lower case, as in the calendar files.
  public init?(_ text: String) {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard let index = names.firstIndex(of: text) else { return nil }
    self = Weekday.allCases[index]
  }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
