// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Which days count as workdays, and a count from a day.
func calendarPage(_ model: CalendarModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    if case .faults(let faults) = model.answer {
      ErrorSummary(faults.map { FieldError($0.field, $0.text[language]) }).html(language)
    }
    PageHead(
      CalendarTexts.title(model.year)[language], lead: model.policy.title[language]
    ).html
    Notice(
      .rest, CalendarTexts.certainty(model.policy.certainty)[language],
      model.policy.note[language],
      link: model.policy.ruleID.map {
        (CalendarTexts.theRule[language], SiteAddress.rule($0).href)
      }
    ).html
    div(.class("cols", "cols--main-side", "section")) {
      yearCard(model, language)
      aside(.class("stack"), .ariaLabel(CalendarTexts.count[language])) {
        calculator(model, language)
      }
    }
  }.render()
}

private func address(_ model: CalendarModel, year: Int) -> Href {
  SiteAddress.calendar.href([("ar", "\(year)"), ("kalender", model.policy.name)])
}

private func yearCard(_ model: CalendarModel, _ language: Language) -> HTML {
  let foot = fragment {
    if let before = model.yearBefore {
      a(.href(address(model, year: before)), .rel("prev")) { "\(before)" }
    }
    if let after = model.yearAfter {
      a(.href(address(model, year: after)), .rel("next")) { "\(after)" }
    }
  }
  return Card(
    "lediga-dagar", CalendarTexts.freeDays(model.year)[language],
    aside: .text(CountText.workdays.text(model.workdays, language)), foot: foot, isFlush: true
  ) {
    DataTable(
      id: "lediga-dagar-tabell", caption: CalendarTexts.freeDays(model.year)[language],
      columns: [
        .init(CalendarTexts.day[language]), .init(CalendarTexts.weekday[language]),
        .init(CalendarTexts.reason[language]), .init(CalendarTexts.source[language]),
      ],
      rows: model.freeDays.map { free in
        [
          DateText(language).tag(free.day), .text(DateText(language).weekday(free.day)),
          fragment {
            free.name[language]
            if free.isFreeAnyway {
              span(.class("sub")) { CalendarTexts.freeAnyway[language] }
            }
          },
          .text(free.source),
        ]
      }
    ).html(language)
    p(.class("card__body", "small", "muted")) {
      CalendarTexts.weekdays(model.policy.freeWeekdays)[language]
    }
  }.html
}

private func calculator(_ model: CalendarModel, _ language: Language) -> HTML {
  func error(_ field: String) -> String? {
    guard case .faults(let faults) = model.answer else { return nil }
    return faults.first { $0.field == field }?.text[language]
  }
  return Card("rakna", CalendarTexts.count[language], isSmall: true) {
    form(.class("form-s"), .action(SiteAddress.calendar.href), .method(.get)) {
      DateField(
        frame: FieldFrame("dag", CalendarTexts.from[language], error: error("dag")),
        value: model.typed.day
      ).html(language)
      TextField.number(
        FieldFrame("antal", CalendarTexts.workdays[language], error: error("antal")),
        value: model.typed.count
      ).html(language)
      SelectField(
        frame: FieldFrame("kalender", CalendarTexts.policy[language]),
        choices: model.policies.map { Choice($0.name, $0.title[language]) },
        selected: model.policy.name, width: .full
      ).html(language)
      input(.type(Attribute.InputKind.hidden), .name("ar"), .value("\(model.year)"))
      div(.class("section-s")) { Button.submit(CalendarTexts.count[language]).html }
    }
    if case .counted(let count) = model.answer { result(count, language) }
  }.html
}

private func result(_ count: WorkdayCount, _ language: Language) -> HTML {
  div(.class("section-s")) {
    p(.class("t-l", "strong")) { DateText(language).text(count.day, .full) }
    p(.class("small")) {
      CalendarTexts.result(
        CountText.workdays.text(count.counted.count, language),
        DateText(language).text(count.start, .date))[language]
    }
    if !count.skipped.isEmpty {
      Fold(CalendarTexts.skipped(count.skipped.count)[language]) {
        ul(.class("ruled", "small")) {
          for skipped in count.skipped {
            li {
              DateText(language).tag(skipped.day)
              " " + skipped.reason[language]
            }
          }
        }
      }.html
    }
  }
}

enum CalendarTexts {
  static func title(_ year: Int) -> Bilingual {
    Bilingual(sv: "Vardagar \(year)", en: "Workdays \(year)")
  }
  static let pageTitle = Bilingual(sv: "Kalender", en: "Calendar")
  static func certainty(_ certainty: RuleCertainty) -> Bilingual {
    switch certainty {
    case .seen: Bilingual(sv: "Läst i källan.", en: "Read in the source.")
    case .inferred: Bilingual(sv: "Det här är en tolkning.", en: "This is an interpretation.")
    case .unknown:
      Bilingual(sv: "Det är okänt om detta är rätt.", en: "It is unknown whether this is right.")
    }
  }
  static let theRule = Bilingual(sv: "Regeln", en: "The rule")
  static func freeDays(_ year: Int) -> Bilingual {
    Bilingual(sv: "Dagar \(year) som inte räknas", en: "Days in \(year) that do not count")
  }
  static let day = Bilingual(sv: "Dag", en: "Day")
  static let weekday = Bilingual(sv: "Veckodag", en: "Weekday")
  static let reason = Bilingual(sv: "Skäl", en: "Reason")
  static let source = Bilingual(sv: "Källa", en: "Source")
  static let freeAnyway = Bilingual(
    sv: "veckodagen räknas ändå inte", en: "the weekday does not count in any case")
  static func weekdays(_ days: [Weekday]) -> Bilingual {
    Bilingual(
      sv: "Dessutom räknas aldrig " + days.map(\.name.sv).joined(separator: " och ") + ".",
      en: "Besides, these never count: " + days.map(\.name.en).joined(separator: " and ") + ".")
  }
  static let count = Bilingual(sv: "Räkna vardagar", en: "Count workdays")
  static let from = Bilingual(sv: "Från dagen efter", en: "From the day after")
  static let workdays = Bilingual(sv: "Antal vardagar", en: "Number of workdays")
  static let policy = Bilingual(sv: "Sätt att räkna", en: "Way to count")
  static func result(_ count: String, _ start: String) -> Bilingual {
    Bilingual(sv: "\(count) efter den \(start).", en: "\(count) after \(start).")
  }
  static func skipped(_ count: Int) -> Bilingual {
    count == 1
      ? Bilingual(sv: "1 dag räknades inte", en: "1 day did not count")
      : Bilingual(sv: "\(count) dagar räknades inte", en: "\(count) days did not count")
  }
  static let countFault = Bilingual(
    sv: "Skriv ett antal från 0 till \(CalendarModel.longestCount)",
    en: "Write a number from 0 to \(CalendarModel.longestCount)")
}
