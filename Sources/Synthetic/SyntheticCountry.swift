// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up Sweden: the real regions with invented performers, staff and insured persons. The
/// same seed gives the same country.
public struct SyntheticCountry: Sendable {
  public let seed: UInt64
  /// Försäkringskassan's offices.
  public let offices: [SyntheticOffice]
  /// The 21 regions in the order of their county codes.
  public let regions: [SyntheticRegion]
  /// All staff that can be signed in as, the well-known first.
  public let people: [DemonstrationPerson]
  private let performersByID: [HSAID: SyntheticPerformer]

  public init(seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: 1)
    let offices = SyntheticCountry.makeOffices(&random)
    var names = random.shuffled(InventedNames.houses)[...]
    let homes = RegionFacts.all.map { facts in
      (0..<facts.performers).map { index in
        SyntheticCountry.makePerformer(facts, index, &names, &random)
      }
    }
    let regions = RegionFacts.all.indices.map { index in
      SyntheticCountry.makeRegion(index, homes, &random)
    }
    self.seed = seed
    self.offices = offices
    self.regions = regions
    people = SyntheticCountry.listed(offices, regions)
    performersByID = Dictionary(
      uniqueKeysWithValues: homes.joined().map { ($0.unit.id, $0) })
  }

  /// All performers, region by region.
  public var performers: [SyntheticPerformer] { regions.flatMap(\.performers) }

  /// The performer with this HSA-id.
  public func performer(_ id: HSAID) -> SyntheticPerformer? { performersByID[id] }

  /// The person with this identifier.
  public func person(_ id: String) -> DemonstrationPerson? { people.first { $0.id == id } }

  /// Those of a party.
  public func people(of party: Party) -> [DemonstrationPerson] {
    people.filter { $0.party == party }
  }

  private static func makeOffices(_ random: inout SeededRandom) -> [SyntheticOffice] {
    let places = [
      ("Team 7 Linköping", "linkoping"), ("Team 2 Stockholm", "stockholm"),
      ("Team 4 Göteborg", "goteborg"), ("Team 5 Malmö", "malmo"), ("Team 3 Uppsala", "uppsala"),
      ("Team 9 Umeå", "umea"), ("Team 6 Örebro", "orebro"), ("Team 8 Sundsvall", "sundsvall"),
    ]
    return places.enumerated().map { index, place in
      let others = (1...3).map { number in
        DemonstrationPerson(
          id: "fk-\(place.1)-\(number)", name: InventedNames.person(&random),
          function: .caseOfficer, party: .fk, organisationName: WellKnown.agency)
      }
      let officers = index == 0 ? [WellKnown.officer] + others : others
      let contacts = officers.map { officer in
        CaseOfficer(
          name: officer.name, phone: InventedContact.phone(&random),
          email: InventedContact.mail(officer.name), office: place.0)
      }
      return SyntheticOffice(name: place.0, officers: officers, contacts: contacts)
    }
  }

  private static func makePerformer(
    _ facts: RegionFacts, _ index: Int, _ houses: inout ArraySlice<String>,
    _ random: inout SeededRandom
  ) -> SyntheticPerformer {
    let known = WellKnown.units[facts.code].flatMap { $0.indices.contains(index) ? $0[index] : nil }
    let style = random.below(7)
    let house = known == nil ? houses.popFirst() ?? "Huset" : ""
    let name = known?.name ?? InventedNames.unit(house, style: style)
    let provider = random.below(InventedNames.providers.count)
    let unit = UnitContact(
      id: syntheticID("R\(facts.code)U\(index + 1)"), name: name,
      providerID: syntheticID("G0\(provider + 1)"),
      providerName: InventedNames.providers[provider],
      address: InventedContact.street(&random),
      postalCode: InventedContact.postalCode(&random),
      town: facts.towns[index % facts.towns.count], phone: InventedContact.phone(&random),
      email: InventedContact.mail(name))
    // Who there is does not depend on the seed, so that identifiers stay.
    var fixed = SeededRandom(seed: 0, stream: UInt64(facts.number * 100 + index))
    let isComplete = known?.staff.isEmpty == false || fixed.chance(60)
    let lacking = isComplete ? nil : fixed.pick(Profession.supplementary)
    let contract = RegionPerformer(
      unit: unit, professions: Profession.allCases.filter { $0 != lacking },
      contractFrom: Day(year: random.between(2021...2023), month: 1, day: 1) ?? .earliest,
      contractTo: random.chance(50)
        ? Day(year: random.between(2028...2030), month: 12, day: 31) : nil,
      places: random.between(4...14))
    return staffed(contract, code: "r\(facts.code)u\(index + 1)", known, &random)
  }

  private static func staffed(
    _ contract: RegionPerformer, code: String, _ known: WellKnown.Unit?,
    _ random: inout SeededRandom
  ) -> SyntheticPerformer {
    let names = known?.staff ?? []
    func person(_ function: StaffFunction, _ suffix: String, _ place: Int?) -> DemonstrationPerson {
      let drawn = InventedNames.person(&random)
      let given = place.flatMap { names.indices.contains($0) ? names[$0] : nil }
      let first = given.map { InventedContact.slug(String($0.prefix { $0 != " " })) }
      return DemonstrationPerson(
        id: first.map { "\(known?.short ?? code)-\($0)" } ?? "\(code)-\(suffix)",
        name: given ?? drawn, function: function, party: .performer(contract.unit.id),
        organisationName: contract.unit.name)
    }
    let administrator = person(.performerAdministrator, "administrator", 0)
    let doctors = [
      person(.examiner(.doctor), "lakare1", 1), person(.examiner(.doctor), "lakare2", nil),
    ]
    let others = Profession.supplementary.enumerated().map { place, profession in
      person(.examiner(profession), profession.rawValue, place + 2)
    }
    let examiners = (doctors + others).filter { member in
      contract.professions.contains { member.function == .examiner($0) }
    }
    return SyntheticPerformer(
      contract: contract, administrator: administrator, examiners: examiners)
  }

  /// How many performers a region has contracts with at the least; a small region takes its
  /// neighbours'.
  private static let fewestContracts = 4

  private static func makeRegion(
    _ index: Int, _ homes: [[SyntheticPerformer]], _ random: inout SeededRandom
  ) -> SyntheticRegion {
    let facts = RegionFacts.all[index]
    let id = syntheticID("R\(facts.code)")
    var contracts = homes[index].map(\.contract)
    var step = 1
    while contracts.count < fewestContracts, step < homes.count {
      contracts.append(homes[(index + step) % homes.count][0].contract)
      step += 1
    }
    let known = WellKnown.coordinators[facts.code] ?? []
    let count = known.isEmpty ? 1 + facts.number % 2 : known.count
    let coordinators = (0..<count).map { number in
      let drawn = InventedNames.person(&random)
      let given = known.indices.contains(number) ? known[number] : nil
      return DemonstrationPerson(
        id: given?.id ?? "r\(facts.code)-samordnare\(number + 1)", name: given?.name ?? drawn,
        function: .regionCoordinator, party: .region(id), organisationName: facts.name)
    }
    let settings = RegionSettings(
      region: id, name: facts.name, processes: processes(facts, &random),
      performers: contracts,
      targets: ServiceTargets(
        answerRequestDays: random.between(2...4), answerInquiryDays: random.between(2...3),
        summonsDays: random.between(5...10), postDays: 2, reminderDays: 5,
        answerReminderDays: 1),
      county: facts.code)
    return SyntheticRegion(
      code: facts.code, towns: facts.towns, coordinators: coordinators,
      performers: homes[index], settings: settings, office: facts.office)
  }

  private static func processes(
    _ facts: RegionFacts, _ random: inout SeededRandom
  ) -> [AllocationMethod] {
    if WellKnown.coordinators[facts.code] != nil { return [.inquiry, .draw, .rotation, .direct] }
    let order = random.shuffled(AllocationMethod.allCases)
    let kept = Array(order.prefix(random.between(2...4)))
    // Somebody must be possible to choose also when a round has failed.
    return kept.contains(.direct) ? kept : kept + [.direct]
  }

  private static func listed(
    _ offices: [SyntheticOffice], _ regions: [SyntheticRegion]
  ) -> [DemonstrationPerson] {
    let known = regions.filter { WellKnown.coordinators[$0.code] != nil }
      .sorted { $0.code > $1.code }
    var first = [WellKnown.officer, WellKnown.agencyCoordinator]
    first += known.flatMap(\.coordinators)
    let prominent = known.flatMap { region in
      region.performers.prefix(2).flatMap { [$0.administrator] + $0.examiners }
    }
    first += prominent
    let all =
      offices.flatMap(\.officers)
      + regions.flatMap { region in
        region.coordinators
          + region.performers.flatMap { [$0.administrator] + $0.examiners }
      }
    var seen: Set<String> = []
    return (first + all).filter { seen.insert($0.id).inserted }
  }
}
