// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Statistics
import Testing

@testable import Service
@testable import Web

/// Whether the follow-up's pages can be read: words, numbers, parts of the time, and what is said
/// where nothing is shown.
@Suite struct FollowUpReadingTests {
  private static let share = "renewal-share"

  private static func measure(_ id: String = share, _ more: [(String, String)] = []) -> Href {
    SiteAddress.measure(id).href([("syfte", "dialogue")] + more)
  }

  private static func definition(_ id: String) throws -> MeasureDefinition {
    try #require(FollowUp.measures.first { $0.id == id })
  }

  @Test func `the numbers of an axis have equally many decimals, in the language's way`() throws {
    let share = try Self.definition(Self.share)
    let sv = FigureText(share, .sv)
    #expect(
      [0, 0.05, 0.1, 0.15].map { sv.axis($0, step: 0.05) }
        == ["0\u{A0}%", "5\u{A0}%", "10\u{A0}%", "15\u{A0}%"])
    #expect(sv.axis(0.3000000000000004, step: 0.1) == "30\u{A0}%")
    #expect(
      [0, 0.005, 0.01].map { sv.axis($0, step: 0.005) }
        == ["0,0\u{A0}%", "0,5\u{A0}%", "1,0\u{A0}%"])
    #expect(FigureText(share, .en).axis(0.005, step: 0.005) == "0.5%")
    #expect(sv.axis(0.0005, step: 0.0005) == "0,05\u{A0}%")
    let days = FigureText(try Self.definition("days-per-person"), .sv)
    #expect(days.axis(1500, step: 500) == "1\u{A0}500")
    #expect(days.axis(2.5, step: 2.5) == "2,5" && days.axis(5, step: 2.5) == "5,0")
    #expect(sv.range(0.05, 0.1) == "5–10\u{A0}%")
  }

  private func period(
    _ wanted: SeriesPeriod, _ kind: MeasureDefinition.Kind, _ figure: Figure?,
    allowed: [Statistics.Dimension] = [.month, .quarter, .halfYear, .year]
  ) throws -> Statistics.Dimension {
    wanted.chosen(
      kind: kind, total: figure.map(Cell.shown) ?? .hidden(.few),
      from: try #require(Day("2024-01-01")), to: try #require(Day("2025-12-31")),
      allowed: allowed, fewest: 5)
  }

  @Test func `parts of the time grow until most of them can be shown`() throws {
    func share(_ numerator: Int, _ denominator: Int) -> Figure {
      Figure(numerator: numerator, denominator: denominator, value: 0.5)
    }
    #expect(try period(.atFinest(.month), .share, share(400, 900)) == .month)
    #expect(try period(.atFinest(.month), .share, share(100, 900)) == .quarter)
    // Where few are missing in all it is the same as where few are counted.
    #expect(try period(.atFinest(.month), .share, share(800, 900)) == .quarter)
    #expect(try period(.atFinest(.month), .share, share(50, 900)) == .halfYear)
    #expect(try period(.atFinest(.month), .share, share(7, 900)) == .year)
    #expect(try period(.atFinest(.month), .share, nil) == .year)
    // None, or all, of enough is shown.
    #expect(try period(.atFinest(.month), .share, share(0, 900)) == .month)
    #expect(try period(.atFinest(.month), .share, share(900, 900)) == .month)
    #expect(try period(.atFinest(.quarter), .share, share(400, 900)) == .quarter)
    #expect(try period(.atFinest(.month), .count, share(400, 400)) == .month)
    #expect(
      try period(.atFinest(.month), .share, share(7, 900), allowed: [.month, .quarter]) == .quarter)
    #expect(try period(.exactly(.month), .share, share(7, 900)) == .month)
  }

  @Test func `a page that shows longer parts of the time says why, and leads to the shorter`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let narrow = [("sex", "kvinna"), ("category", "F43")]
      let page = try await alva.get(Self.measure(Self.share, narrow)).text
      let words = MeasureTexts.dimension(.month)
      #expect(page.contains(MeasureChartTexts.showAnyway(words).sv))
      #expect(page.contains("tid=month"))
      let asked = try await alva.get(Self.measure(Self.share, narrow + [("tid", "month")])).text
      #expect(!asked.contains(MeasureChartTexts.showAnyway(words).sv))
      #expect(asked.contains("Per månad"))
    }
  }

  @Test func `everything that was chosen is a chip that takes it away`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let chosen = [
        ("fran", "2025-01-01"), ("per", "sex"), ("per2", "age"), ("tid", "quarter"),
        ("fall", "30"), ("justerad", "ja"), ("sex", "man"),
      ]
      let page = try await alva.get(Self.measure("recurrence-share", chosen.dropLast())).text
      #expect(page.components(separatedBy: "class=\"chip\" href=").count == 7)
      // A middle number is not adjusted, and nothing says that it is.
      let middle = try await alva.get(Self.measure("case-length", chosen.dropLast())).text
      #expect(middle.components(separatedBy: "class=\"chip\" href=").count == 6)
      #expect(!middle.contains("name=\"justerad\" value=\"ja\" checked"))
      let share = try await alva.get(Self.measure(Self.share, [chosen[6]])).text
      #expect(share.components(separatedBy: "class=\"chip\" href=").count == 2)
      // The usual time is no lock.
      #expect(share.components(separatedBy: "chip--fixed").count == 3)
    }
  }

  @Test func `what is hidden says how few that is, and an empty selection says what to do`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let page = try await alva.get(Self.measure(Self.share, [("per", "unit")])).text
      #expect(page.contains("Färre än \(site.service.fewestShown)"))
      let empty = try await alva.get(
        Self.measure(Self.share, [("fran", "2031-01-01"), ("till", "2031-12-31")])
      ).text
      #expect(empty.contains(MeasureChartTexts.nothingFoundText.sv))
      #expect(empty.contains(MeasureChartTexts.clear.sv))
      let eken = try await Visitor(site, .doctor)
      let none = try await eken.get(Self.measure(Self.share, [("unit", SiteFixture.eken.text)]))
      #expect(none.status == .ok)
    }
  }

  @Test func `the form lists what can be chosen in words, and only places of the reader's own`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let page = try await Visitor(site, .coordinator).get(Self.measure()).text
      for text in ["<legend>Tid</legend>", "<legend>Visa bara</legend>", "31–35 år"] {
        #expect(page.contains(text), "\(text)")
      }
      for id in FollowUpFixture.others + ["SE0000000000-R03"] {
        #expect(!page.contains(id), "\(id)")
      }
      #expect(page.contains("value=\"SE0000000000-R05\""))
    }
  }

  @Test func `a count has one column, and is not drawn beside the country's`() async throws {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let page = try await Visitor(site, .coordinator).get(Self.measure("certificates")).text
      #expect(!page.contains("data-label=\"\(MeasureTexts.numerator.sv)\""))
      #expect(!page.contains("class=\"c-goal\"") && !page.contains("class=\"c-ref\" d=\"M1 8"))
    }
  }
}
