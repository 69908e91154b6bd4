// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HummingbirdTesting
import Markup
import Statistics
import Store
import Testing

@testable import Service
@testable import Web

/// The follow-up's pages: what they show, to whom, and what they never show.
@Suite struct FollowUpPageTests {
  private static let share = "supplement-share"

  private static func measure(
    _ id: String = share, _ more: [(String, String)] = [], purpose: String = "dialogue"
  ) -> Href {
    SiteAddress.measure(id).href([("syfte", purpose)] + more)
  }

  private static let pages = [
    SiteAddress.followUp.href, SiteAddress.followUp.href([("syfte", "dialogue")]),
    SiteAddress.followUp.href([("fragat", "ja")]), measure(),
    measure(share, [("per", "unit")]), measure(share, [("per", "sex"), ("per2", "age")]),
    measure(share, [("sex", "kvinna"), ("category", "F43, F32"), ("justerad", "ja")]),
    measure(share, [("fran", "2031-01-01"), ("till", "2031-12-31")]),
    measure("days-per-person", [("fall", "30"), ("tid", "quarter")]), measure("certificates"),
    SiteAddress.methods.href, SiteAddress.method(share).href,
  ]

  @Test func `every page is sound, with and without an edition, in both languages`() async throws {
    try await SiteFixture.with { site in
      let alva = try await Visitor(site, .coordinator)
      for filled in [false, true] {
        if filled { try FollowUpFixture.open(site.service) }
        for language in [Language.sv, .en] {
          try await site.service.setLanguage(language, in: alva.session)
          for page in Self.pages {
            let answer = try await alva.get(page)
            #expect(answer.status == .ok, "\(page)")
            #expect(PageCheck(answer.text).faults == [], "\(page) \(language)")
          }
        }
      }
    }
  }

  @Test func `every measure has a page and a method`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      for measure in FollowUp.measures {
        let page = try await alva.get(Self.measure(measure.id))
        #expect(page.status == .ok, "\(measure.id)")
        #expect(PageCheck(page.text).faults == [], "\(measure.id)")
        let method = try await alva.get(SiteAddress.method(measure.id).href)
        #expect(method.status == .ok && method.text.contains(measure.id))
      }
    }
  }

  @Test func `a page states purpose, numerator, denominator, coverage, edition and date`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let page = try await Visitor(site, .coordinator).get(Self.measure()).text
      for text in [
        FollowUpPurpose.dialogue.text.sv, MeasureTexts.numerator.sv, MeasureTexts.denominator.sv,
        MeasureChartTexts.coverage.sv, MeasureChartTexts.edition.sv, "2026-04-30",
        MeasureTexts.limits.sv, MeasureTexts.country.sv, "role=\"img\"", "c-lim--outer",
      ] {
        #expect(page.contains(text), "\(text)")
      }
    }
  }

  @Test func `a purpose is asked for before any figure, and the question keeps the address`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let page = try await alva.get(
        SiteAddress.measure(Self.share).href([("sex", "man"), ("fragat", "ja")])
      ).text
      #expect(page.contains(MeasureTexts.purposeMissing.sv) && !page.contains("class=\"chart"))
      #expect(Visitor.hidden(page)["sex"] == ["man"])
      // One that is another party's is none.
      let foreign = try await alva.get(Self.measure(purpose: "content")).text
      #expect(foreign.contains(MeasureTexts.purposeQuestion.sv))
    }
  }

  @Test func `units stand by name, never by value, and without ranks`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let page = try await Visitor(site, .coordinator).get(Self.measure()).text
      let table = try #require(page.range(of: "id=\"enheter-tabell\"")).lowerBound
      let places = FollowUpFixture.names.sorted().compactMap {
        page[table...].range(of: "Vårdcentralen \($0)")?.lowerBound
      }
      #expect(places.count == FollowUpFixture.names.count && places == places.sorted())
      #expect(!page.contains("sortering=") && !page.contains("class=\"sort\""))
    }
  }

  @Test func `nobody reads the name or id of another organisation's unit`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let secrets = FollowUpFixture.others + FollowUpFixture.secretNames
      for person in SiteFixture.Person.allCases where person != .otherCoordinator {
        let visitor = try await Visitor(site, person)
        let purpose = person == .officer ? "content" : "dialogue"
        for by in ["unit", "provider", "region", "tie", "sex"] {
          for more in [[], [("unit", FollowUpFixture.others[0])], [("region", "03")]] {
            let query = [("per", by)] + more
            let places: [SiteAddress] =
              [.measure(Self.share)]
              + MeasureFormat.allCases.map { .measureFile(Self.share, $0.rawValue) }
            for place in places {
              let answer = try await visitor.get(place.href([("syfte", purpose)] + query))
              for secret in secrets where !more.contains(where: { $0.1 == secret }) {
                #expect(!answer.text.contains(secret), "\(person) \(place) \(query)")
              }
              if !more.isEmpty, person != .officer {
                #expect(answer.status != .ok, "\(person) \(query)")
              }
            }
          }
        }
      }
    }
  }

  @Test func `Försäkringskassan sees contents and no unit`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let ebba = try await Visitor(site, .officer)
      let content = try #require(FollowUp.measures.first { $0.isContent })
      let practice = try #require(
        FollowUp.measures.first { !$0.isContent && $0.population != .indicators })
      let page = try await ebba.get(Self.measure(content.id, purpose: "content"))
      #expect(page.status == .ok && !page.text.contains("Vårdcentralen"))
      #expect(!page.text.contains("enheter-tabell"))
      for by in ["unit", "provider"] {
        let refused = try await ebba.get(
          Self.measure(content.id, [("per", by)], purpose: "content"))
        #expect(refused.status == .unprocessableContent, "\(by)")
        #expect(refused.text.contains(Refusal(.contentOnly).text.sv), "\(by)")
      }
      // A group of two care units at the most would be about one of them.
      let alone = try await ebba.get(
        Self.measure(content.id, [("background", "lång-utbildning:unknown")], purpose: "content"))
      #expect(alone.status == .unprocessableContent)
      #expect(alone.text.contains(Refusal(.contentOnly).text.sv))
      let other = try await ebba.get(Self.measure(practice.id, purpose: "content")).text
      #expect(other.contains(MeasureChartTexts.notContent.sv) && !other.contains("c-line"))
      let file = try await ebba.get(
        SiteAddress.measureFile(practice.id, "csv").href([("syfte", "content")]))
      #expect(file.status == .forbidden)
    }
  }

  @Test func `the insured read nothing of it`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let visitor = try await Visitor(site, SiteFixture.herself)
      for page in Self.pages + [SiteAddress.measureFile(Self.share, "csv").href] {
        let answer = try await visitor.get(page)
        #expect([.forbidden, .notFound].contains(answer.status), "\(page)")
        #expect(!answer.text.contains("Vårdcentralen"), "\(page)")
      }
    }
  }

  @Test func `what is hidden is in no form of the answer`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let asked = [("syfte", "dialogue"), ("per", "unit")]
      let json = try await alva.get(SiteAddress.measureFile(Self.share, "json").href(asked)).text
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let rows = try #require(answer["rows"] as? [[String: Any]])
      let small = try #require(
        rows.first { ($0["codes"] as? [String]) == [FollowUpFixture.small] })
      #expect(small["hidden"] != nil)
      #expect(Set(small.keys) == ["codes", "names", "hidden"])
      // Two at least, so that none can be worked out from the total.
      #expect(rows.count { $0["hidden"] != nil } >= 2)
      let csv = try await alva.get(SiteAddress.measureFile(Self.share, "csv").href(asked)).text
      let line = try #require(
        csv.split(separator: "\r\n").first { $0.hasPrefix(FollowUpFixture.small) })
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      #expect(cells.count == 8 && cells[2...6].allSatisfy(\.isEmpty) && !cells[7].isEmpty)
      #expect(csv.contains(FollowUpPurpose.dialogue.text.sv) && csv.contains("Dolt"))
      let page = try await alva.get(Self.measure(Self.share, [("per", "unit")])).text
      #expect(page.contains(MeasureTexts.hidden(.few, 5).sv))
      let label = "Vårdcentralen \(FollowUpFixture.names[8])"
      // Its mark is neither in the funnel nor its count in the table.
      #expect(!page.contains("<title>\(label)"))
    }
  }

  @Test func `a workbook is a file of its own kind`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let answer = try await alva.get(
        SiteAddress.measureFile(Self.share, "xlsx").href([("syfte", "quality")]))
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == MeasureFormat.xlsx.mediaType)
      #expect(answer.headers[.contentDisposition]?.contains(".xlsx") == true)
      #expect(Array(answer.body.readableBytesView.prefix(2)) == Array("PK".utf8))
    }
  }

  @Test func `what cannot be read is told at its field, and nothing is lost`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let many = (0...200).map { "F\($0)" }.joined(separator: ",")
      let faults: [([(String, String)], String)] = [
        ([("fran", "igår")], TypedDay.fault.sv), ([("till", "2026-13-01")], TypedDay.fault.sv),
        ([("fran", "2026-03-01"), ("till", "2026-02-01")], Refusal(.daysReversed).text.sv),
        ([("per", "skostorlek")], MeasureTexts.unknownChoice.sv),
        ([("per", "sex"), ("per2", "sex")], Refusal(.dimensionsTooMany).text.sv),
        ([("unit", FollowUpFixture.others[0])], Refusal(.unitOfOthers).text.sv),
        ([("fall", "evigt")], MeasureTexts.casesFault.sv),
        ([("age", "20-24")], Refusal(.outOfRange).text.sv),
        ([("category", many)], MeasureTexts.codesFault(200, 64).sv),
        ([("category", String(repeating: "F", count: 65))], MeasureTexts.codesFault(200, 64).sv),
      ]
      for (query, text) in faults {
        let answer = try await alva.get(
          Self.measure("days-per-person", query + [("sex", "man")]))
        #expect(answer.status == .unprocessableContent, "\(query)")
        #expect(answer.text.contains(text), "\(query)")
        #expect(PageCheck(answer.text).faults == [], "\(query)")
        #expect(answer.text.contains("value=\"man\" selected"), "\(query)")
      }
      #expect(try await alva.get(Self.measure("nej")).status == .notFound)
    }
  }

  @Test func `chips take away one thing each and keep the rest`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let page = try await alva.get(
        Self.measure(Self.share, [("sex", "kvinna"), ("category", "F43")])
      ).text
      let without = Self.measure(Self.share, [("category", "F43")]).description
        .replacing("&", with: "&amp;")
      #expect(page.contains("class=\"chip\" href=\"\(without)\""))
    }
  }

  @Test func `a question is logged with its purpose, and one that is refused too`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      _ = try await alva.get(Self.measure(purpose: "planning"))
      _ = try await alva.get(
        SiteAddress.measureFile(Self.share, "csv").href([
          ("syfte", "planning"), ("unit", FollowUpFixture.others[0]),
        ]))
      let entries = try await site.service.read { connection in
        try AccessLog(connection).list(person: SiteFixture.Person.coordinator.rawValue)
          .reversed().filter { $0.action.hasPrefix("measure:") }
      }
      #expect(entries.map(\.action) == ["measure:\(Self.share)", "measure:\(Self.share)"])
      #expect(entries.allSatisfy { $0.purpose == "follow-up-planning" })
      #expect(entries.map(\.items) == [1, 0])
    }
  }

  @Test func `a page computes few tables, and the same page none`() async throws {
    try await SiteFixture.with { site in
      let edition = try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      for query in [[], [("per", "sex"), ("per2", "age")], [("per", "unit")]] {
        let before = edition.computed
        _ = try await alva.get(Self.measure(Self.share, query))
        #expect(edition.computed - before <= 6, "\(query)")
        let after = edition.computed
        _ = try await alva.get(Self.measure(Self.share, query))
        #expect(edition.computed == after, "\(query)")
      }
      let before = edition.computed
      _ = try await alva.get(SiteAddress.followUp.href([("syfte", "dialogue")]))
      #expect(edition.computed - before <= 27)
    }
  }
}
