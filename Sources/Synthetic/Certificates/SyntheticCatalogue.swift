// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up catalogue of health care as it looks on one day of every year: the regions and
/// private care providers of `SyntheticCountry`, their care units and the units below them.
///
/// As in the real one, most units are no care units, some units below a care unit are not
/// listed by it, names are shared, and names and owners change without history.
public struct SyntheticCatalogue: Sendable {
  /// The days of which there is a snapshot, one year apart; the last one is the last day.
  public let days: [Day]
  /// The first snapshot's objects.
  public let units: [SyntheticUnit]
  /// The unit that has another name from the second snapshot on.
  public let renamed: String
  /// The care unit that has another care provider from the second snapshot on.
  public let moved: String
  /// Units that write certificates and that the catalogue does not have.
  public let absent: [String]
  private let newProvider: String

  /// The catalogue of a country.
  init(_ country: SyntheticCountry, through last: Day, years: Int) {
    days = (0...years).map { SyntheticCatalogue.day(last, yearsBefore: years - $0) }
    var makers = country.regions.indices.map { RegionUnits(country, region: $0) }
    for place in makers.indices { makers[place].make(ended: last.adding(days: -365 * years)) }
    let owners = InventedNames.providers.indices.map { index in
      SyntheticUnit(
        id: SyntheticCatalogue.privateProvider(index), name: InventedNames.providers[index],
        place: "o=\(InventedNames.providers[index]),c=SE", flags: [.careProvider],
        county: "", municipality: "", careLevel: nil)
    }
    units = owners + makers.flatMap(\.units)
    absent = makers.flatMap(\.absent)
    // Östergötland is the demonstration's best known region.
    let known = makers.first { $0.code == "05" } ?? makers[0]
    renamed = known.centres[0]
    moved = known.centres[1]
    newProvider = SyntheticCatalogue.privateProvider(0)
  }

  /// The objects on a snapshot's day.
  public func units(on day: Day) -> [SyntheticUnit] {
    guard let first = days.first, day > first else { return units }
    return units.map { unit in
      var unit = unit
      if unit.id == renamed { unit.name += SyntheticCatalogue.addedName }
      if unit.id == moved { unit.provider = newProvider }
      return unit
    }
  }

  /// A unit that writes certificates, as the catalogue has it on a day.
  func changed(_ issuer: CertificateIssuer, on day: Day) -> CertificateIssuer {
    guard day >= days[1], issuer.unit == renamed || issuer.unit == moved else { return issuer }
    var issuer = issuer
    if issuer.unit == renamed { issuer.name += SyntheticCatalogue.addedName }
    if issuer.unit == moved {
      issuer.provider = newProvider
      issuer.providerName = InventedNames.providers[0]
    }
    return issuer
  }

  private static let addedName = " Söder"

  /// HSA-id of a private care provider.
  static func privateProvider(_ index: Int) -> String { "\(syntheticID("G0\(index + 1)"))" }

  /// The same day of an earlier year; the day before on 29 February.
  static func day(_ day: Day, yearsBefore years: Int) -> Day {
    let year = day.year - years
    return Day(year: year, month: day.month, day: day.dayOfMonth)
      ?? Day(year: year, month: day.month, day: day.dayOfMonth - 1) ?? day
  }
}

/// Makes the units of one region.
private struct RegionUnits {
  let code: String
  private(set) var units: [SyntheticUnit] = []
  private(set) var absent: [String] = []
  /// The health centres' ids.
  private(set) var centres: [String] = []
  private let region: SyntheticRegion
  private let top: String

  init(_ country: SyntheticCountry, region index: Int) {
    region = country.regions[index]
    code = region.code
    top = "o=\(region.name),c=SE"
  }

  private func id(_ suffix: String) -> String { "\(syntheticID("R\(code)\(suffix)"))" }

  mutating func make(ended: Day) {
    units.append(
      SyntheticUnit(
        id: "\(region.id)", name: region.name, place: top, flags: [.careProvider], county: code,
        municipality: municipality(0), careLevel: nil))
    makeCentres()
    for (place, clinic) in Self.clinics.enumerated() { makeClinic(place, clinic, ended) }
    for performer in region.performers {
      let unit = performer.unit
      let owner = unit.providerID ?? region.id
      units.append(
        careUnit(
          "\(unit.id)", unit.name, "ou=\(unit.name),o=\(unit.providerName ?? region.name),c=SE",
          "\(owner)", .somatic, 0))
    }
    absent.append(id("X1"))
  }

  /// Some names stand in nearly every region.
  private static let centreNames = [
    "Torget", "Centrum", "Kvarnen", "Ängen", "Backen", "Åsen", "Hamnen", "Skogen",
    "Västra", "Östra", "Norra", "Parken", "Bruket", "Berget", "Linden", "Slätten",
  ]

  private mutating func makeCentres() {
    for place in 0..<max(3, 2 * region.performers.count) {
      let name = "Vårdcentralen \(Self.centreNames[place % Self.centreNames.count])"
      // Every fourth belongs to a private care provider.
      let isPrivate = place % 4 == 3
      let provider = (Int(code) ?? 0) + place
      let id = id("V\(place + 1)")
      centres.append(id)
      units.append(
        careUnit(
          id, name, "ou=\(name),ou=Primärvården,\(top)",
          isPrivate
            ? SyntheticCatalogue.privateProvider(provider % InventedNames.providers.count)
            : "\(region.id)", .primary, place))
    }
  }

  private static let clinics: [(name: String, level: SyntheticUnit.CareLevel)] = [
    ("Psykiatriska kliniken", .psychiatric), ("Ortopedkliniken", .somatic),
    ("Smärt- och rehabkliniken", .somatic),
  ]

  /// A clinic, with units below: a member, one that is not listed, and an archived one. One more
  /// unit is listed and stands elsewhere in the tree.
  private mutating func makeClinic(
    _ place: Int, _ clinic: (name: String, level: SyntheticUnit.CareLevel), _ ended: Day
  ) {
    let number = place + 1
    let base = "ou=\(clinic.name),\(top)"
    var unit = careUnit(id("K\(number)"), clinic.name, base, "\(region.id)", clinic.level, place)
    unit.members = [id("K\(number)M"), id("K\(number)E")]
    units.append(unit)
    let below = [("M", "Mottagning A"), ("N", "Mottagning B"), ("Z", "Mottagning C")]
    for (letter, name) in below {
      var ward = plain(id("K\(number)\(letter)"), name, "ou=\(name),\(base)", place)
      if letter == "Z" {
        // Elsewhere it would get its care unit from the tree.
        ward.place = "ou=\(name),ou=Arkiv,\(top)"
        ward.flags = [.unitArchived]
        ward.ends = ended
      }
      units.append(ward)
    }
    let name = "\(clinic.name) filial"
    units.append(plain(id("K\(number)E"), name, "ou=\(name),ou=Filialer,\(top)", place))
  }

  private func plain(_ id: String, _ name: String, _ place: String, _ town: Int) -> SyntheticUnit {
    SyntheticUnit(
      id: id, name: name, place: place, flags: [], county: code,
      municipality: municipality(town), careLevel: nil)
  }

  private func careUnit(
    _ id: String, _ name: String, _ place: String, _ provider: String,
    _ level: SyntheticUnit.CareLevel, _ town: Int
  ) -> SyntheticUnit {
    SyntheticUnit(
      id: id, name: name, place: place, flags: [.careUnit], provider: provider, county: code,
      municipality: municipality(town), careLevel: level)
  }

  private func municipality(_ town: Int) -> String {
    "\(code)\(80 + town % region.towns.count)"
  }
}
