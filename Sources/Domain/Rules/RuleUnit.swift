// SPDX-License-Identifier: Apache-2.0

/// What a rule's number counts. The raw values are the words of the sources.
public enum RuleUnit: String, Hashable, Codable, CaseIterable, Sendable {
  /// Counted by a named calendar policy.
  case workdays = "vardagar"
  /// Working days as service targets and the predecessor count them.
  case officeDays = "arbetsdagar"
  case calendarDays = "kalenderdagar"
  case days = "dagar"
  /// The number of one day in a period, from 1.
  case dayNumber = "dag"
  case weeks = "veckor"
  case months = "månader"
  case years = "år"
  case hours = "timmar"
  case kronor = "SEK"
  case kronorPerHour = "SEK/timme"
  case kronorPerDay = "SEK/dag"
  case kronorPerYear = "SEK/år"
  case percent = "procent"
  case count = "antal"
  case timesPerQuarter = "gång/kvartal"
  case characters = "tecken"
  case level = "nivå"
  case factors = "faktorer"

  /// The unit for people, in the plural.
  public var name: Bilingual {
    switch self {
    case .workdays: Bilingual(sv: "vardagar", en: "workdays")
    case .officeDays: Bilingual(sv: "arbetsdagar", en: "working days")
    case .calendarDays: Bilingual(sv: "kalenderdagar", en: "calendar days")
    case .days: Bilingual(sv: "dagar", en: "days")
    case .dayNumber: Bilingual(sv: "dag nr", en: "day number")
    case .weeks: Bilingual(sv: "veckor", en: "weeks")
    case .months: Bilingual(sv: "månader", en: "months")
    case .years: Bilingual(sv: "år", en: "years")
    case .hours: Bilingual(sv: "timmar", en: "hours")
    case .kronor: Bilingual(sv: "kronor", en: "SEK")
    case .kronorPerHour: Bilingual(sv: "kronor per timme", en: "SEK per hour")
    case .kronorPerDay: Bilingual(sv: "kronor per dag", en: "SEK per day")
    case .kronorPerYear: Bilingual(sv: "kronor per år", en: "SEK per year")
    case .percent: Bilingual(sv: "procent", en: "per cent")
    case .count: Bilingual(sv: "stycken", en: "in number")
    case .timesPerQuarter: Bilingual(sv: "gånger per kvartal", en: "times per quarter")
    case .characters: Bilingual(sv: "tecken", en: "characters")
    case .level: Bilingual(sv: "nivå", en: "level")
    case .factors: Bilingual(sv: "faktorer", en: "factors")
    }
  }
}
