// SPDX-License-Identifier: Apache-2.0

import Domain

/// Names of people and places that nobody can take for real ones.
enum InventedNames {
  static let women = [
    "Alva", "Maja", "Lova", "Disa", "Signe", "Hilda", "Ingrid", "Rut", "Ebba", "Siv", "Maj",
    "Stina", "Tyra", "Vera", "Märta", "Greta", "Astrid", "Elsa", "Linnea", "Svea", "Doris",
    "Asta", "Freja", "Iris", "Judit", "Karin", "Lilly", "Moa", "Nora", "Olga", "Ronja", "Sally",
    "Tilda", "Ulla", "Wilma", "Yrsa", "Åsa", "Aisha", "Leila", "Samira", "Zeynab", "Fatima",
  ]

  static let men = [
    "Ture", "Sixten", "Jon", "Ivar", "Otto", "Alvar", "Birger", "Dag", "Egil", "Folke", "Gustav",
    "Harald", "Isak", "Kalle", "Ludvig", "Melker", "Nils", "Olof", "Pelle", "Rune", "Sigge",
    "Tage", "Ulf", "Valter", "Yngve", "Åke", "Östen", "Björn", "Hugo", "Viggo", "Love", "Max",
    "Ahmed", "Omar", "Yusuf", "Hassan", "Mirza", "Tesfay", "Andrzej", "Oleksandr",
  ]

  private static let stems = [
    "Exempel", "Prov", "Test", "Demo", "Övnings", "Påhitts", "Modell", "Fiktiv", "Prototyp",
    "Låtsas", "Fantasi", "Skiss", "Utkasts", "Mönster", "Mall", "Saga",
  ]

  private static let endings = [
    "sson", "berg", "gren", "lund", "ström", "mark", "dal", "qvist", "stedt", "blad", "vall",
  ]

  /// Family names such as Exempelsson and Övningslund.
  static let families: [String] = stems.flatMap { stem in
    endings.map { joined(stem, $0) }
  }

  /// Both parts; of three equal letters in a row two are written.
  private static func joined(_ stem: String, _ ending: String) -> String {
    var name = ""
    for letter in stem + ending where !name.hasSuffix("\(letter)\(letter)") {
      name.append(letter)
    }
    return name
  }

  static let streets = [
    "Provgatan", "Exempelvägen", "Testgränd", "Övningsstigen", "Modellgatan", "Fantasivägen",
    "Skissgatan", "Demogatan", "Låtsasgatan", "Sagovägen",
  ]

  static let providers = [
    "Exempelvården AB", "Provkliniken AB", "Övningshälsan AB", "Modellrehab AB",
    "Fantasivård i Norden AB", "Låtsasdoktorn AB", "Skissvården AB", "Demohälsan AB",
  ]

  /// The second halves of performers' names; each is used once.
  static let houses = [
    "Björken", "Rönnen", "Asken", "Almen", "Lönnen", "Hasseln", "Älven", "Viken", "Udden",
    "Åsen", "Ljungen", "Havren", "Klövern", "Blåsippan", "Vitsippan", "Gullvivan", "Tranan",
    "Svalan", "Lärkan", "Ugglan", "Domherren", "Kompassen", "Bryggan", "Stigen", "Gläntan",
    "Källan", "Bäcken", "Berget", "Stenen", "Ängen", "Hagen", "Granen", "Tallen", "Enen",
    "Kastanjen", "Körsbäret", "Sjöstjärnan", "Vågen", "Seglet", "Ankaret", "Lyktan", "Spegeln",
    "Bron", "Porten", "Tornet", "Kvarnen", "Smedjan", "Väven", "Tråden", "Knuten", "Bågen",
    "Cirkeln", "Kvadraten", "Prisman", "Linjen", "Gnistan", "Droppen", "Molnet", "Regnbågen",
  ]

  /// A performer's name of a house, in one of the ways such units are called.
  static func unit(_ house: String, style: Int) -> String {
    switch style % 7 {
    case 0: "Utredningsenheten \(house)"
    case 1: "\(house) Rehabcentrum"
    case 2: "AFU-mottagningen \(house)"
    case 3: "Rehabhuset \(house)"
    case 4: "Utredningsteamet \(house)"
    case 5: "\(house) Försäkringsmedicin"
    default: "Mottagningen \(house)"
    }
  }

  static func given(_ sex: Sex, _ random: inout SeededRandom) -> String {
    random.pick(sex == .kvinna ? women : men)
  }

  /// A whole name of either sex.
  static func person(_ random: inout SeededRandom) -> String {
    let given = given(random.chance(50) ? .kvinna : .man, &random)
    return "\(given) \(random.pick(families))"
  }
}

/// Telephone numbers and addresses that lead nowhere.
enum InventedContact {
  /// One of the numbers that the telecom authority PTS has set apart for books and films.
  static func phone(_ random: inout SeededRandom) -> String {
    let line = random.between(10...99)
    return switch random.below(4) {
    case 0: "031-390 06 \(line)"
    case 1: "040-628 04 \(line)"
    case 2: "08-465 004 \(line)"
    default: "0980-319 2\(line)"
    }
  }

  /// A mobile number from the same list.
  static func mobile(_ random: inout SeededRandom) -> String {
    "070-174 06 \(random.between(10...99))"
  }

  static func street(_ random: inout SeededRandom) -> String {
    "\(random.pick(InventedNames.streets)) \(random.between(1...98))"
  }

  /// A postal code from a series that is not in use.
  static func postalCode(_ random: inout SeededRandom) -> String {
    "999 \(random.between(10...99))"
  }

  /// A mail address under the top domain that is reserved for examples.
  static func mail(_ name: String) -> String { "\(slug(name))@samsyn.example" }

  /// The name in lower-case ASCII letters, digits and hyphens.
  static func slug(_ name: String) -> String {
    var text = ""
    for character in name.lowercased() {
      switch character {
      case "å", "ä": text += "a"
      case "ö": text += "o"
      case "a"..."z", "0"..."9": text.append(character)
      default: if !text.isEmpty && !text.hasSuffix("-") { text += "-" }
      }
    }
    return text.hasSuffix("-") ? String(text.dropLast()) : text
  }
}
