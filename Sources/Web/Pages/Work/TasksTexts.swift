// SPDX-License-Identifier: Apache-2.0
import Domain

/// Words that the work pages share.
enum WorkTexts {
  static let us = Bilingual(sv: "vi", en: "we")
  static let openCase = Bilingual(sv: "Ärendet", en: "The case")
  static let deviations = CountText(
    one: Bilingual(sv: "avvikelse", en: "deviation"),
    many: Bilingual(sv: "avvikelser", en: "deviations"))
}

/// The words of the work queue.
enum TasksTexts {
  static let title = Bilingual(sv: "Att göra", en: "To do")
  static func lead(_ day: String) -> Bilingual {
    Bilingual(
      sv: "I dag är det \(day). Mest brådskande först.",
      en: "Today is \(day). Most urgent first.")
  }
  static let countsNow = Bilingual(sv: "Antal just nu", en: "Counts right now")
  static let late = Bilingual(sv: "försenade", en: "late")
  static let soon = Bilingual(sv: "inom 5 vardagar", en: "within 5 workdays")
  static let later = Bilingual(sv: "senare", en: "later")
  static let orWithoutDay = Bilingual(sv: "eller utan sista dag", en: "or without a last day")
  static let othersTurn = Bilingual(sv: "väntar på andra", en: "wait for others")

  static func title(of group: TasksModel.Group) -> Bilingual {
    switch group {
    case .late: Bilingual(sv: "Försenat", en: "Late")
    case .soon: Bilingual(sv: "Närmaste 5 vardagarna", en: "Next 5 workdays")
    case .later: Bilingual(sv: "Senare", en: "Later")
    case .none: Bilingual(sv: "Utan sista dag", en: "Without a last day")
    }
  }

  static let nothing = Bilingual(sv: "Inget att göra just nu", en: "Nothing to do right now")
  static let nothingText = Bilingual(
    sv: "Nya uppgifter visas här när något skickas till er eller när en dag närmar sig.",
    en: "New tasks show here when something is sent to you or when a day comes near.")
  static let allCases = Bilingual(sv: "Visa alla ärenden", en: "Show all cases")
  static let more = Bilingual(sv: "Mer om dagen", en: "More about the day")
  static let waiting = Bilingual(sv: "Vi väntar på andra", en: "We wait for others")
  static let waitingNone = Bilingual(
    sv: "Inget pågående ärende väntar på någon annan.",
    en: "No running case waits for anybody else.")
  static let news = Bilingual(sv: "Nytt", en: "News")
  static let newsNone = Bilingual(
    sv: "Inget har skickats till er än.", en: "Nothing has been sent to you yet.")

  static let reading = Bilingual(sv: "Så läser du fristerna", en: "How to read the days")
  static let lawWord = Bilingual(sv: "Lag eller förordning", en: "Act or ordinance")
  static let lawText = Bilingual(
    sv: "Passeras dagen kan rätten till ersättning gå förlorad.",
    en: "When the day has passed the right to compensation may be lost.")
  static let targetWord = Bilingual(sv: "Servicemål", en: "Service target")
  static let targetText = Bilingual(
    sv: "Överenskommet eller eget mål. Det står inte i lagen.",
    en: "An agreed or own target. It does not stand in the law.")
  static let statedText = Bilingual(
    sv: "Utan märke: dagen har angetts av en part i ärendet.",
    en: "Without a mark: a party of the case has stated the day.")
  static let allRules = Bilingual(sv: "Alla regler och lagrum", en: "All rules and law")
}
