// SPDX-License-Identifier: Apache-2.0

/// What is true of a Swedish region, and how much of the made-up country lies there.
struct RegionFacts {
  /// County code (länskod), two digits.
  let code: String
  let name: String
  let towns: [String]
  /// Made-up performers with their home in the region.
  let performers: Int
  /// Share of the insured persons, in thousandths; roughly the population.
  let share: Int
  /// Which of `SyntheticCountry.offices` handles its cases.
  let office: Int

  /// The county code as a number.
  var number: Int { Int(code) ?? 0 }

  /// The 21 regions in the order of their county codes. Gotlands kommun has the duties of a
  /// region and is called Region Gotland.
  static let all: [RegionFacts] = [
    .init("01", "Region Stockholm", ["Stockholm", "Södertälje", "Täby", "Huddinge"], 8, 232, 1),
    .init("03", "Region Uppsala", ["Uppsala", "Enköping", "Tierp"], 3, 38, 4),
    .init("04", "Region Sörmland", ["Nyköping", "Eskilstuna", "Katrineholm"], 2, 28, 0),
    .init("05", "Region Östergötland", ["Linköping", "Norrköping", "Motala", "Mjölby"], 4, 45, 0),
    .init("06", "Region Jönköpings län", ["Jönköping", "Värnamo", "Nässjö"], 3, 35, 0),
    .init("07", "Region Kronoberg", ["Växjö", "Ljungby", "Älmhult"], 2, 20, 3),
    .init("08", "Region Kalmar län", ["Kalmar", "Västervik", "Oskarshamn"], 2, 24, 3),
    .init("09", "Region Gotland", ["Visby", "Hemse"], 1, 6, 1),
    .init("10", "Region Blekinge", ["Karlskrona", "Karlshamn", "Ronneby"], 1, 15, 3),
    .init("12", "Region Skåne", ["Malmö", "Lund", "Helsingborg", "Kristianstad"], 7, 136, 3),
    .init("13", "Region Halland", ["Halmstad", "Varberg", "Kungsbacka"], 2, 33, 2),
    .init(
      "14", "Västra Götalandsregionen", ["Göteborg", "Borås", "Trollhättan", "Skövde"], 8, 168, 2),
    .init("17", "Region Värmland", ["Karlstad", "Arvika", "Kristinehamn"], 2, 27, 6),
    .init("18", "Region Örebro län", ["Örebro", "Karlskoga", "Lindesberg"], 2, 29, 6),
    .init("19", "Region Västmanland", ["Västerås", "Köping", "Sala"], 2, 27, 4),
    .init("20", "Region Dalarna", ["Falun", "Borlänge", "Mora"], 2, 28, 6),
    .init("21", "Region Gävleborg", ["Gävle", "Hudiksvall", "Söderhamn"], 2, 28, 4),
    .init("22", "Region Västernorrland", ["Sundsvall", "Härnösand", "Örnsköldsvik"], 2, 24, 7),
    .init("23", "Region Jämtland Härjedalen", ["Östersund", "Sveg"], 1, 13, 7),
    .init("24", "Region Västerbotten", ["Umeå", "Skellefteå", "Lycksele"], 2, 26, 5),
    .init("25", "Region Norrbotten", ["Luleå", "Piteå", "Kiruna"], 2, 18, 5),
  ]

  private init(
    _ code: String, _ name: String, _ towns: [String], _ performers: Int, _ share: Int,
    _ office: Int
  ) {
    self.code = code
    self.name = name
    self.towns = towns
    self.performers = performers
    self.share = share
    self.office = office
  }
}
