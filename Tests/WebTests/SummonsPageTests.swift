// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import HummingbirdTesting
import Markup
import Testing

@testable import Service
@testable import Web

/// The summons as a page and on paper.
@Suite struct SummonsPageTests {
  @Test func `the summons says what she needs, to her, the performer and Försäkringskassan`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await InsuredPageTests.summoned(site)
      let visitors = [
        try await Visitor(site, SiteFixture.herself), try await Visitor(site, .performer),
        try await Visitor(site, .officer),
      ]
      for visitor in visitors {
        for address in [SiteAddress.summons(id).href, SiteAddress.summonsPrint(id).href] {
          let page = try await visitor.get(address).text
          for text in [
            "Kallelse till besök", "Torsdag 14 maj 2026", "Provgatan 1, Linköping",
            "Läkare Sixten Provberg", "Tolk är bokad", "Legitimation",
            "senast tisdag 12 maj 2026 kl. 09.30", "FKFS 2019:1 4 §", "Ebba Demoström",
          ] { #expect(page.contains(text), "\(text)") }
          #expect(!page.contains(SiteFixture.Secret.background))
          #expect(!page.contains("1212-1212") && !page.contains(SiteFixture.Secret.number))
        }
      }
      for person in [SiteFixture.Person.coordinator, .otherCoordinator, .otherPerformer] {
        let visitor = try await Visitor(site, person)
        #expect(try await visitor.get(SiteAddress.summons(id).href).status == .notFound)
      }
      let absent = SiteAddress.summons(id).href([("besok", "7")])
      #expect(try await visitors[0].get(absent).status == .notFound)
      let linked = try await visitors[2].get(SiteAddress.assessment(id).href).text
      #expect(linked.contains("/arenden/\(id)/kallelse?besok=1"))
    }
  }

  @Test func `a summons that comes later than the region's target warns those who send it`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await InsuredPageTests.summoned(site)
      let address = SiteAddress.summons(id).href
      let performer = try await Visitor(site, .performer)
      #expect(try await !performer.get(address).text.contains("servicemål"))
      var settings = try await site.service.settings(
        of: SiteFixture.region, for: SiteFixture.Person.coordinator.actor)
      settings.targets = ServiceTargets(summonsDays: 10, postDays: 2)
      try await site.service.save(settings, by: SiteFixture.Person.coordinator.actor)
      let words = "det är 7 vardagar från kallelsen till besöket. Regionens servicemål är 12"
      #expect(try await performer.get(address).text.contains(words))
      let page = try await performer.get(SiteAddress.assessment(id).href).text
      #expect(page.contains("7 vardagar"))
      let herself = try await Visitor(site, SiteFixture.herself)
      let hers = try await herself.get(address).text
      #expect(!hers.contains("servicemål") && hers.contains("Kallelse till besök"))
      for print in [SiteAddress.summonsPrint(id).href] {
        #expect(try await !performer.get(print).text.contains("servicemål"))
      }
    }
  }

  @Test func `a protected person's address is in no summons`() async throws {
    try await SiteFixture.with { site in
      let id = try await InsuredPageTests.summoned(site)
      let view = try await site.service.view(id, for: SiteFixture.Person.performer.actor)
      let open = try #require(SummonsModel(view, numbers: []))
      #expect(open.address == [SiteFixture.Secret.address])
      let hidden = view.events.map { recorded in
        guard case .orderPlaced(var order) = recorded.event else { return recorded }
        order.identity.protected = true
        return RecordedEvent(
          version: recorded.version, author: recorded.author, audience: recorded.audience,
          at: recorded.at, event: .orderPlaced(order))
      }
      let protected = try #require(
        CaseView(id: id, history: hidden, for: view.actor, context: view.context))
      let model = try #require(SummonsModel(protected, numbers: []))
      #expect(model.address.isEmpty && model.isProtected)
      for language in Language.allCases {
        let text = SummonsText(model: model, language: language)
        let page = String(decoding: SummonsPrint(text: text).page(), as: UTF8.self)
        #expect(!page.contains(SiteFixture.Secret.address))
      }
    }
  }

  @Test func `without a known limit the summons names none`() {
    let text = SummonsTexts.cancelBy("torsdag 14 maj", nil)
    #expect(text.sv.contains("inte känd") && text.en.contains("not known"))
    #expect(!text.sv.contains("48"))
  }
}
