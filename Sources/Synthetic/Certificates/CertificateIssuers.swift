// SPDX-License-Identifier: Apache-2.0

import Domain

/// The units of every region that write certificates, with their doctors and habits.
struct CertificateIssuers: Sendable {
  /// By region: health centres, clinics with their wards, performers and units that the catalogue
  /// does not know as living.
  private struct Kinds: Sendable {
    var primary: [CertificateIssuer] = []
    var clinics: [CertificateIssuer] = []
    var psychiatric: [CertificateIssuer] = []
    var performers: [CertificateIssuer] = []
    var odd: [CertificateIssuer] = []
  }
  private var regions: [Kinds] = []

  /// All of them.
  var all: [CertificateIssuer] {
    regions.flatMap { $0.primary + $0.clinics + $0.psychiatric + $0.performers + $0.odd }
  }

  init(_ catalogue: SyntheticCatalogue, _ country: SyntheticCountry) {
    let byRegion = Dictionary(grouping: catalogue.units, by: \.county)
    let names = Dictionary(
      catalogue.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var random = SeededRandom(seed: country.seed, stream: 4_000_000)
    var number = 0
    for region in country.regions {
      var kinds = Kinds()
      for unit in byRegion[region.code] ?? [] where !unit.flags.contains(.careProvider) {
        let provider = unit.provider ?? "\(region.id)"
        let issuer = CertificateIssuers.issuer(
          unit, provider, names[provider] ?? region.name, number, &random)
        number += 1
        let isPerformer = region.performers.contains { "\($0.unit.id)" == unit.id }
        switch unit.careLevel {
        case _ where unit.flags.contains(.unitArchived): kinds.odd.append(issuer)
        case _ where isPerformer: kinds.performers.append(issuer)
        case .primary: kinds.primary.append(issuer)
        case .psychiatric: kinds.psychiatric.append(issuer)
        default:
          // The wards of the psychiatric clinic have its number.
          if unit.id.contains("K1") {
            kinds.psychiatric.append(issuer)
          } else {
            kinds.clinics.append(issuer)
          }
        }
      }
      for id in catalogue.absent where id.hasSuffix("R\(region.code)X1") {
        let unit = SyntheticUnit(
          id: id, name: "Nedlagda mottagningen", place: "", flags: [], county: region.code,
          municipality: "", careLevel: nil)
        kinds.odd.append(
          CertificateIssuers.issuer(unit, "\(region.id)", region.name, number, &random))
      }
      regions.append(kinds)
    }
  }

  /// A unit of a region that may have the diagnosis.
  func pick(
    region: Int, _ group: CertificateDiagnosis.Group, _ random: inout SeededRandom
  ) -> CertificateIssuer {
    let kinds = regions[region]
    switch random.below(100) {
    case 0..<2: return random.pick(kinds.odd)
    case 2..<10:
      // The first is the largest: a clinic whose own figures tell something.
      return random.chance(85) ? kinds.performers[0] : random.pick(kinds.performers)
    case 10..<28:
      return random.pick(group == .mental ? kinds.psychiatric : kinds.clinics)
    default: return random.pick(kinds.primary)
    }
  }

  /// Of every thousand certificates this many are asked to be supplemented, but for the units
  /// that stand clearly above or below.
  static let usualSupplementShare = 88

  private static func issuer(
    _ unit: SyntheticUnit, _ provider: String, _ providerName: String, _ number: Int,
    _ random: inout SeededRandom
  ) -> CertificateIssuer {
    let share =
      switch number % 40 {
      case 7: 2 * usualSupplementShare + random.below(40)
      case 23, 31: usualSupplementShare / 4
      default: usualSupplementShare - 8 + random.below(17)
      }
    let style: CertificateIssuer.Style =
      switch random.below(10) {
      case 0...1: .sparse
      case 2...4: .thorough
      default: .usual
      }
    let level = unit.careLevel ?? .somatic
    let doctors = (1...random.between(3...7)).map { place in
      doctor(unit, place, level, &random)
    }
    return CertificateIssuer(
      unit: unit.id, name: unit.name, provider: provider, providerName: providerName,
      careLevel: level, workplaceCode: random.chance(95) ? "\(9_000_000 + number)" : nil,
      supplementShare: share, style: style, doctors: doctors)
  }

  /// Every sixth doctor has two HSA-ids; some have no speciality yet.
  private static func doctor(
    _ unit: SyntheticUnit, _ place: Int, _ level: SyntheticUnit.CareLevel,
    _ random: inout SeededRandom
  ) -> CertificateIssuer.Doctor {
    let id = "\(unit.id)L\(place)"
    let isSpecialist = random.chance(70)
    let speciality =
      switch level {
      case .primary: "0700"
      case .psychiatric: "0300"
      case .somatic: "0140"
      }
    return CertificateIssuer.Doctor(
      ids: random.chance(17) ? [id, "\(id)B"] : [id], name: InventedNames.person(&random),
      position: isSpecialist ? "201010" : "202010",
      speciality: isSpecialist ? speciality : nil)
  }
}
