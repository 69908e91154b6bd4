// SPDX-License-Identifier: Apache-2.0

import Domain

/// The words of the deadline card.
enum DeadlineTexts {
  static let lastDay = Bilingual(sv: "Sista dag", en: "Last day")
  static let notSet = Bilingual(sv: "Inte satt än", en: "Not set yet")
  static let passed = Bilingual(sv: "Sista dagen har passerat", en: "The last day has passed")
  static let howCounted = Bilingual(sv: "Så räknas dagarna", en: "How the days are counted")
  static let whyThatDay = Bilingual(sv: "Varför just den dagen?", en: "Why that very day?")
  static let calendar = Bilingual(sv: "Kalender: ", en: "Calendar: ")
  static let wholeRule = Bilingual(sv: "Visa hela regeln", en: "Show the whole rule")
  static let key = Bilingual(sv: "Förklaring", en: "Key")
  static let skippedDays = Bilingual(
    sv: "Vardagar som inte räknas", en: "Weekdays that are not counted")
  static let started = Bilingual(sv: "startdag", en: "start day")
  static let base = Bilingual(sv: "grundfrist", en: "ordinary time")
  static let extensionTime = Bilingual(sv: "förlängning", en: "extension")
  static let deferral = Bilingual(sv: "anstånd", en: "deferral")
  static let notCounted = Bilingual(sv: "räknas inte", en: "not counted")
  static let earlier = Bilingual(sv: "tidigare sista dag", en: "earlier last day")
  static let today = Bilingual(sv: "i dag", en: "today")
  static let last = Bilingual(sv: "sista dag", en: "last day")
  static let weekend = Bilingual(sv: "helg", en: "weekend")
  static let outside = Bilingual(sv: "utanför fristen", en: "outside the time")
  static let startNotCounted = Bilingual(
    sv: "startdag, räknas inte", en: "start day, not counted")
  static let isEarlier = Bilingual(sv: ". Tidigare sista dag", en: ". Earlier last day")
  static let isToday = Bilingual(sv: ". I dag", en: ". Today")
  static let isLast = Bilingual(sv: ". Sista dag", en: ". Last day")
  static let differs = Bilingual(
    sv: "Försäkringskassans dag skiljer sig från den uträknade.",
    en: "Försäkringskassan's day differs from the computed one.")

  static func difference(stated: String, computed: String) -> Bilingual {
    Bilingual(
      sv: "Försäkringskassan har angett \(stated). Regeln ger \(computed). "
        + "Försäkringskassans dag gäller.",
      en: "Försäkringskassan has stated \(stated). The rule gives \(computed). "
        + "Försäkringskassan's day holds.")
  }

  static func weekendDays(_ count: Int) -> Bilingual {
    Bilingual(
      sv: "Dessutom \(count) lördagar och söndagar.",
      en: "Besides \(count) Saturdays and Sundays.")
  }

  static func counted(_ number: Int, of total: Int) -> Bilingual {
    Bilingual(sv: "vardag \(number) av \(total)", en: "workday \(number) of \(total)")
  }

  static func extended(_ number: Int, of total: Int) -> Bilingual {
    Bilingual(
      sv: "förlängning, vardag \(number) av \(total)",
      en: "extension, workday \(number) of \(total)")
  }

  static func skipped(_ reason: String, _ language: Language) -> String {
    notCounted[language] + ", " + reason
  }

  /// `17 vardagar kvar`, `Sista dagen är i dag`, `3 vardagar över`.
  static func left(_ workdays: Int, _ language: Language) -> String {
    if workdays == 0 {
      return Bilingual(sv: "Sista dagen är i dag", en: "The last day is today")[language]
    }
    let words = workdays > 0 ? CountText.workdaysLeft : CountText.workdaysOver
    return words.text(abs(workdays), language)
  }

  static func met(_ day: String) -> Bilingual {
    Bilingual(sv: "Kom in i tid, \(day)", en: "Arrived in time, \(day)")
  }

  static func missed(_ day: String) -> Bilingual {
    Bilingual(sv: "Kom in för sent, \(day)", en: "Arrived too late, \(day)")
  }

  /// What the drawing shows, in words.
  static func caption(_ calendar: DeadlineCalendar, _ language: Language) -> String {
    let dates = DateText(language)
    func day(_ day: Day) -> String { dates.text(day, .dayMonth) }
    var parts = [
      Bilingual(
        sv: "Kalender från \(day(calendar.start)) till \(day(calendar.lastDay)).",
        en: "Calendar from \(day(calendar.start)) to \(day(calendar.lastDay)).")
    ]
    if let last = calendar.counted.last {
      let count = calendar.counted.count
      parts.append(
        Bilingual(
          sv: "\(count) vardagar till \(day(last)).", en: "\(count) workdays to \(day(last))."))
    }
    if let last = calendar.extended.last {
      let count = calendar.extended.count
      parts.append(
        Bilingual(
          sv: "Förlängning \(count) vardagar till \(day(last)).",
          en: "Extension of \(count) workdays to \(day(last))."))
    }
    if let last = calendar.deferredUntil {
      parts.append(
        Bilingual(sv: "Anstånd till \(day(last)).", en: "Deferral to \(day(last))."))
    }
    let skipped = calendar.lettered.count
    if skipped > 0 {
      parts.append(
        Bilingual(
          sv: "Vardagar som inte räknas: \(skipped).",
          en: "Weekdays that are not counted: \(skipped)."))
    }
    return parts.map { $0[language] }.joined(separator: " ")
  }
}
