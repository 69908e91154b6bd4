// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the calendar and of publishing times.
enum PlanningTexts {
  static let planning = Bilingual(sv: "Planering", en: "Planning")
  static let lead = Bilingual(
    sv: "Publicerade tider, bokade besök och sista dagar. Inga namn visas.",
    en: "Published times, booked visits and last days. No names are shown.")
  static let view = Bilingual(sv: "Visa som", en: "Show as")
  static let list = Bilingual(sv: "Lista", en: "List")
  static let week = Bilingual(sv: "Kalender", en: "Calendar")
  static let earlier = Bilingual(sv: "Tidigare", en: "Earlier")
  static let thisWeek = Bilingual(sv: "Den här veckan", en: "This week")
  static let later = Bilingual(sv: "Senare", en: "Later")
  static let publish = Bilingual(sv: "Publicera tider", en: "Publish times")
  static let forecast = Bilingual(sv: "Prognos", en: "Forecast")
  static let nothingPublished = Bilingual(
    sv: "Inga tider publicerade.", en: "No times published.")
  static let emptyWeek = Bilingual(
    sv: "Inga besök och inga sista dagar.", en: "No visits and no last days.")
  static let emptyDay = Bilingual(sv: "Inget", en: "Nothing")
  static let today = Bilingual(sv: "I dag", en: "Today")
  static let late = Bilingual(sv: "efter sista dagen", en: "past the last day")
  static let free = Bilingual(sv: "lediga tider som visas", en: "free times shown")

  static func soon(_ days: Int) -> Bilingual {
    Bilingual(sv: "har högst \(days) vardagar kvar", en: "have at most \(days) workdays left")
  }

  static func unbooked(_ count: Int) -> Bilingual {
    let cases =
      count == 1 ? Bilingual(sv: "ärende", en: "case") : Bilingual(sv: "ärenden", en: "cases")
    return Bilingual(
      sv: "\(count) \(cases.sv) utan kommande besök",
      en: "\(count) \(cases.en) without a coming visit")
  }

  static let performed = Bilingual(sv: "Genomfört", en: "Performed")
  static let lastDay = Bilingual(sv: "Sista dag", en: "Last day")
  static let cases = Bilingual(sv: "Pågående ärenden", en: "Running cases")
  static let casesCaption = Bilingual(
    sv: "Pågående ärenden, tidigaste sista dag först",
    en: "Running cases, earliest last day first")
  static let noCases = Bilingual(sv: "Inga pågående ärenden", en: "No running cases")
  static let noCasesText = Bilingual(
    sv: "När regionen tilldelar en utredning syns den här.",
    en: "When the region allocates an assessment it is shown here.")
  static let noDay = Bilingual(sv: "Inte bestämd", en: "Not set")
  static let caseColumns = [
    Bilingual(sv: "Ärende", en: "Case"), Bilingual(sv: "Läge", en: "Status"),
    Bilingual(sv: "Nästa besök", en: "Next visit"),
    Bilingual(sv: "Sista dag", en: "Last day"), Bilingual(sv: "Dagar kvar", en: "Days left"),
  ]

  static func load(_ load: ProfessionLoad) -> Bilingual {
    guard let published = load.published, let free = load.free else {
      return Bilingual(
        sv: "\(load.profession.label.sv): \(load.booked) bokade, inga tider publicerade",
        en: "\(load.profession.label.en): \(load.booked) booked, no times published")
    }
    return Bilingual(
      sv: "\(load.profession.label.sv): \(load.booked) av \(published) bokade, \(free) lediga",
      en: "\(load.profession.label.en): \(load.booked) of \(published) booked, \(free) free")
  }

  static let publishLead = Bilingual(
    sv: "Regioner som ni har avtal med ser hur många tider som är lediga när de tilldelar. En tid "
      + "är en undersökning.",
    en: "Regions you have a contract with see how many times are free when they allocate. One "
      + "time is one examination.")
  static let published = Bilingual(sv: "Publicerade tider", en: "Published times")
  static let weekColumn = Bilingual(sv: "Vecka", en: "Week")

  static func booked(_ booked: Int, of times: Int) -> Bilingual {
    guard booked > 0 else { return Bilingual(sv: "\(times)", en: "\(times)") }
    return Bilingual(sv: "\(times), \(booked) bokade", en: "\(times), \(booked) booked")
  }

  static let firstWeek = Bilingual(sv: "Från och med veckan med", en: "From the week of")
  static let weeks = Bilingual(sv: "Antal veckor", en: "Number of weeks")
  static let times = Bilingual(sv: "Tider per vecka", en: "Times a week")
  static let timesHint = Bilingual(
    sv: "Tomt ändrar inget; 0 är inga tider.", en: "Empty changes nothing; 0 is no times.")
  static let save = Bilingual(sv: "Publicera", en: "Publish")
  static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
  static let savedTimes = Bilingual(sv: "Tiderna är publicerade.", en: "The times are published.")
  static let weeksFault = Bilingual(
    sv: "Skriv ett antal veckor mellan 1 och 26", en: "Write a number of weeks from 1 to 26")
  static let timesFault = Bilingual(
    sv: "Skriv ett antal mellan 0 och 500", en: "Write a number from 0 to 500")
  static let noTimes = Bilingual(
    sv: "Skriv antal tider för minst en profession",
    en: "Write a number of times for at least one profession")
  static let pastWeek = Bilingual(
    sv: "Välj den här veckan eller en senare, högst ett år fram",
    en: "Choose this week or a later one, at most a year ahead")
}
