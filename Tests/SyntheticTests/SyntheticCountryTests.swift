// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@testable import Synthetic

@Suite struct SyntheticCountryTests {
  let country = Fixture.country
  let today = Fixture.now.day

  @Test func `There are 21 regions, each with at least one performer of its own`() {
    #expect(country.regions.count == 21)
    #expect(Set(country.regions.map(\.name)).count == 21)
    #expect(country.regions.allSatisfy { !$0.performers.isEmpty && !$0.coordinators.isEmpty })
    #expect(RegionFacts.all.reduce(0) { $0 + $1.share } == 1000)
  }

  @Test func `There are 60 performers with different names and HSA-ids`() {
    let units = country.performers.map(\.unit)
    #expect(units.count == 60)
    #expect(Set(units.map(\.name)).count == 60)
    #expect(Set(units.map(\.id)).count == 60)
    #expect(units.allSatisfy { country.performer($0.id)?.unit == $0 })
  }

  @Test func `No HSA-id points out a real organisation`() {
    let ids = country.regions.map(\.id) + country.performers.map(\.unit.id)
    #expect(ids.allSatisfy { $0.issuer == nil && $0.text.hasPrefix("SE0000000000-") })
  }

  @Test func `Every performer has staff for each of its professions`() {
    for performer in country.performers {
      #expect(performer.contract.professions.count >= 3)
      for profession in performer.contract.professions {
        #expect(!performer.examiners(profession).isEmpty, "\(performer.unit.name)")
      }
    }
  }

  @Test func `The settings of every region are in order and offer performers today`() throws {
    for region in country.regions {
      try region.settings.check()
      #expect(region.settings.performers(underContractOn: today).count >= 4)
    }
  }

  @Test func `People have different identifiers and the well-known come first`() {
    let ids = country.people.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.prefix(10) == [
        "fk-ebba", "fk-ivar", "region-alva", "region-jon", "region-stina", "eken-siv",
        "eken-sixten", "r05u1-lakare2", "eken-ture", "eken-liv",
      ])
    #expect(country.person("eken-ture")?.function == .examiner(.psychologist))
    #expect(country.person("region-alva")?.organisationName == "Region Östergötland")
    #expect(country.person("fyren-melker")?.title.en == "Doctor")
  }

  @Test func `The well-known people and units are the same whatever the seed`() {
    let other = SyntheticCountry(seed: 99)
    #expect(other.people.map(\.id) == country.people.map(\.id))
    let known = ["fk-ebba", "region-alva", "eken-siv", "vide-greta", "linden-folke"]
    #expect(known.allSatisfy { other.person($0) == country.person($0) })
    #expect(other.people.map(\.name) != country.people.map(\.name))
  }

  @Test func `The same seed gives the same country`() {
    let again = SyntheticCountry(seed: 7)
    #expect(again.people == country.people)
    #expect(again.regions.map(\.settings) == country.regions.map(\.settings))
    #expect((0..<200).allSatisfy { again.insured($0) == country.insured($0) })
  }

  @Test func `Every number of the roll is valid, a test number, and comes once`() throws {
    var seen: Set<String> = []
    var coordination = 0
    for place in 0..<SyntheticCountry.insuredCount {
      let number = country.insured(place).identity.number
      let read = try PersonalIdentityNumber(number.description, on: today)
      #expect(read == number)
      #expect(["238", "239"].contains(number.digits12.dropFirst(8).prefix(3)))
      #expect((20...66).contains(number.age(on: today)))
      #expect(seen.insert(number.digits12).inserted)
      if number.kind == .samordningsnummer { coordination += 1 }
    }
    #expect(coordination > 500)
  }

  @Test func `Insured persons live in their regions and protected ones have no address`() {
    let people = (0..<3000).map(country.insured)
    for person in people {
      #expect(country.regions[person.region].towns.contains(person.town))
      if person.identity.protected {
        #expect(person.identity.address == nil && person.identity.phone == nil)
      } else {
        #expect(person.identity.address?.hasSuffix(person.town) == true)
      }
    }
    #expect(people.contains { $0.identity.protected })
    #expect(people.contains { $0.interpreter.language == "arabiska" })
    #expect(Set(people.map(\.region)).count == 21)
  }
}
