// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the pages of rules.
enum RulesTexts {
  static let title = Bilingual(sv: "Regler och lagrum", en: "Rules and law")
  static let lead = Bilingual(
    sv: "Allt som Samsyn räknar med, med källa och giltighet. Det som ingen har sett står som "
      + "okänt och används inte. Servicemål är inte lag.",
    en: "All that Samsyn counts with, with source and validity. What nobody has seen stands as "
      + "unknown and is not used. Service targets are not law.")
  static let filter = Bilingual(sv: "Visa regler med orden", en: "Show rules with the words")
  static let show = Bilingual(sv: "Visa", en: "Show")
  static let showAll = Bilingual(sv: "Visa alla", en: "Show all")
  static func shown(_ count: Int, of total: Int) -> Bilingual {
    Bilingual(sv: "Visar \(count) av \(total) regler.", en: "Showing \(count) of \(total) rules.")
  }
  static let nothing = Bilingual(
    sv: "Ingen regel innehåller orden", en: "No rule contains the words")
  static let nothingText = Bilingual(
    sv: "Pröva färre eller kortare ord. Sökningen gäller namn, värde, källa och beteckning.",
    en: "Try fewer or shorter words. Names, values, sources and identifiers are searched.")

  static let rule = Bilingual(sv: "Regel", en: "Rule")
  static let value = Bilingual(sv: "Värde", en: "Value")
  static let source = Bilingual(sv: "Källa", en: "Source")
  static let valid = Bilingual(sv: "Gäller", en: "Valid")
  static let certainty = Bilingual(sv: "Säkerhet", en: "Certainty")
  static let basis = Bilingual(sv: "Vilar på", en: "Rests on")
  static let read = Bilingual(sv: "Läst på", en: "Read at")
  static let checked = Bilingual(sv: "Senast kontrollerad", en: "Last checked")
  static let id = Bilingual(sv: "Beteckning", en: "Identifier")

  static let yes = Bilingual(sv: "ja", en: "yes")
  static let no = Bilingual(sv: "nej", en: "no")
  static let unknown = Bilingual(sv: "okänt", en: "unknown")
  static let dayUnknown = Bilingual(sv: "dagen är inte antecknad", en: "the day is not recorded")
  static let startUnknown = Bilingual(sv: "okänd första dag", en: "first day unknown")
  static let openEnded = Bilingual(sv: "tills vidare", en: "until further notice")
  static let notChecked = Bilingual(
    sv: "slutet inte kontrollerat", en: "end not checked")

  static let versions = Bilingual(
    sv: "Alla lydelser, äldst först", en: "All versions, oldest first")
  static let onDay = Bilingual(sv: "Vad gäller den här dagen?", en: "What applies on this day?")
  static let inForce = Bilingual(sv: "Gäller den valda dagen", en: "Applies on the chosen day")
  static func applies(_ day: String) -> Bilingual {
    Bilingual(sv: "Den \(day) gäller:", en: "On \(day) this applies:")
  }
  static func noneInForce(_ day: String) -> Bilingual {
    Bilingual(
      sv: "Ingen känd lydelse gäller den \(day).", en: "No known version applies on \(day).")
  }
  static let noneInForceText = Bilingual(
    sv: "Samsyn räknar inte med regeln den dagen.",
    en: "Samsyn does not count with the rule on that day.")
  static func unknownOn(_ day: String) -> Bilingual {
    Bilingual(sv: "Värdet den \(day) är okänt.", en: "The value on \(day) is unknown.")
  }
  static let unknownText = Bilingual(
    sv: "Ingen har sett källan, och Samsyn sätter inget annat i dess ställe.",
    en: "Nobody has seen the source, and Samsyn puts nothing else in its place.")
}
