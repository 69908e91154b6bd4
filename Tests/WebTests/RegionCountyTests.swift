// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Testing

@testable import Service
@testable import Web

/// Which county's care units a region follows up: who may state it, and which.
@Suite struct RegionCountyTests {
  private func fields(_ county: String) -> [String: [String]] {
    ["processes.direkt": ["1"], "county": [county]]
  }

  @Test func `a region can state the county of its own care units and no other`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      #expect(try await site.service.countyChoices(of: SiteFixture.region) == [.ostergotland])
      let page = try await alva.get(SiteAddress.settings.href).text
      #expect(page.contains("value=\"05\" selected") && !page.contains("value=\"03\""))
      let refused = try await alva.post(SiteAddress.settings.href, fields("03"))
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains(SettingsTexts.countyFault.sv))
      #expect(PageCheck(refused.text).faults == [])
      var settings = try await site.service.settings(
        of: SiteFixture.region, for: SiteFixture.Person.coordinator.actor)
      #expect(settings.county == "05")
      settings.county = "03"
      await #expect(throws: ServiceError.refused(Refusal(.outOfRange, field: "county"))) {
        try await site.service.save(settings, by: SiteFixture.Person.coordinator.actor)
      }
    }
  }

  @Test func `a region without a county reads its own care units, and can state it again`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let actor = SiteFixture.Person.coordinator.actor
      #expect(try await alva.post(SiteAddress.settings.href, fields("")).status == .seeOther)
      #expect(
        try await site.service.followUpChoices(for: actor).reader.scope
          == .provider(SiteFixture.region.text))
      #expect(try await alva.post(SiteAddress.settings.href, fields("05")).status == .seeOther)
      #expect(
        try await site.service.followUpChoices(for: actor).reader.scope == .region("05"))
    }
  }

  @Test func `a county that another region has stated cannot be chosen`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      #expect(try await site.service.countyChoices(of: SiteFixture.otherRegion) == [.uppsala])
      var other = try await site.service.settings(
        of: SiteFixture.otherRegion, for: SiteFixture.Person.otherCoordinator.actor)
      other.county = "05"
      let stated = other
      try await site.service.write { connection in
        try site.service.regions(connection).save(
          stated, by: SiteFixture.Person.otherCoordinator.actor, at: site.service.clock.now())
      }
      #expect(try await site.service.countyChoices(of: SiteFixture.region) == [])
      #expect(try await site.service.countyChoices(of: SiteFixture.eken) == [])
    }
  }
}
