// SPDX-License-Identifier: Apache-2.0

import Domain

/// The words of the frame around every page.
enum ShellTexts {
  static let skip = Bilingual(sv: "Hoppa till innehållet", en: "Skip to the content")
  static let demonstration = Bilingual(sv: "Demonstration", en: "Demonstration")
  static let invented = Bilingual(
    sv: "Demonstration. Alla personer och ärenden är påhittade.",
    en: "Demonstration. All persons and cases are invented.")
  static let todayIs = Bilingual(sv: "Dagens datum är ställt till", en: "Today is set to")
  static let changeDay = Bilingual(sv: "Byt dag", en: "Change day")
  static let wholeSite = Bilingual(sv: "Hela Samsyn", en: "All of Samsyn")
  static let findCase = Bilingual(sv: "Sök ärende", en: "Find a case")
  static let find = Bilingual(sv: "Sök", en: "Search")
  static let findHint = Bilingual(
    sv: "Hela ärendenumret eller personnumret. Sökningen loggas.",
    en: "The whole case number or personal number. The search is logged.")
  static let menu = Bilingual(sv: "Meny", en: "Menu")
  static let closeMenu = Bilingual(sv: "Stäng menyn", en: "Close the menu")
  static let mainMenu = Bilingual(sv: "Huvudmeny", en: "Main menu")
  static let help = Bilingual(sv: "Hjälp", en: "Help")
  static let account = Bilingual(sv: "Ditt konto", en: "Your account")
  static let signOut = Bilingual(sv: "Logga ut", en: "Sign out")
  static let switchAssignment = Bilingual(sv: "Byt uppdrag", en: "Change assignment")
  static let waiting = Bilingual(sv: "stycken", en: "items")
  static let personalData = Bilingual(
    sv: "Innehåller personuppgifter", en: "Contains personal data")
  static let printed = Bilingual(sv: "utskrivet", en: "printed")
  static let logged = Bilingual(
    sv: "Samsyn visar det som har skickats till din organisation. Allt du öppnar loggas.",
    en: "Samsyn shows what has been sent to your organisation. All you open is logged.")
  /// To somebody who belongs to no organisation.
  static let loggedForPerson = Bilingual(
    sv: "Samsyn visar det som har skickats till dig. Allt som öppnas loggas.",
    en: "Samsyn shows what has been sent to you. All that is opened is logged.")
  /// The other language, in that language.
  static let otherLanguage = Bilingual(sv: "In English", en: "På svenska")
  static let changed = Bilingual(
    sv: "Något har ändrats sedan sidan hämtades.", en: "Something has changed since.")
  static let reload = Bilingual(sv: "Hämta på nytt", en: "Reload")
  static let updated = Bilingual(sv: "Sidan är uppdaterad.", en: "The page is up to date.")
  static let errorPrefix = Bilingual(sv: "Fel: ", en: "Error: ")

  static func pageOf(_ number: Int, _ count: Int) -> Bilingual {
    Bilingual(sv: ", sida \(number) av \(count)", en: ", page \(number) of \(count)")
  }

  /// Heading of the list of shortcuts.
  static let shortcuts = Bilingual(sv: "Kortkommandon", en: "Keyboard shortcuts")
  static let close = Bilingual(sv: "Stäng", en: "Close")
  /// The keys, and what each does.
  static let keys: [(key: String, does: Bilingual)] = [
    ("?", Bilingual(sv: "Visa kortkommandon", en: "Show keyboard shortcuts")),
    ("/", Bilingual(sv: "Gå till sökrutan", en: "Go to the search field")),
    ("Tab", Bilingual(sv: "Nästa länk eller fält", en: "Next link or field")),
    ("Esc", Bilingual(sv: "Stäng det som är öppet", en: "Close what is open")),
  ]
}
