// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Testing

@testable import Service
@testable import Web

/// A performer's pages of planning and competence, by forms alone.
@Suite struct PlanningPageTests {
  private static let pages = [
    SiteAddress.planning.href, SiteAddress.planning.href([("vy", "vecka")]),
    SiteAddress.capacity.href, SiteAddress.forecast.href([("timesPerWeek", "3")]),
    SiteAddress.forecast.href, SiteAddress.competence.href,
  ]

  /// A form of competence as a page gives it out, with a key of its own.
  private static func keyed(_ fields: [String: [String]]) -> [String: [String]] {
    fields.merging([CompetenceForm.key: [FormKey.new()]]) { _, new in new }
  }

  @Test func `a form of competence that is sent twice is done once`() async throws {
    try await SiteFixture.with { site in
      let siv = try await Visitor(site, .performer)
      let page = SiteAddress.competence.href
      var fields = Self.keyed(
        ["person": ["eken-sixten"], "kind": ["licence"], "text": ["111"]])
      for _ in 0..<2 { #expect(try await siv.post(page, fields).status == .seeOther) }
      let actor = SiteFixture.Person.performer.actor
      #expect(try await site.service.competence(for: actor).records.count == 1)
      fields["text"] = ["222"]
      #expect(try await siv.post(page, fields).status != .seeOther)
      #expect(try await site.service.competence(for: actor).records.count == 1)
      #expect(try await siv.post(page, ["krav": ["ja"]]).status == .badRequest)
    }
  }

  @Test func `every page is sound, empty and filled, in both languages`() async throws {
    try await SiteFixture.with { site in
      let siv = try await Visitor(site, .performer)
      for filled in [false, true] {
        if filled {
          _ = try await site.startedCase()
          #expect(
            try await siv.post(
              SiteAddress.capacity.href,
              ["week": ["2026-05-06"], "weeks": ["3"], "times.lakare": ["4"]]
            ).status == .seeOther)
          #expect(
            try await siv.post(
              SiteAddress.competence.href,
              Self.keyed(
                ["person": ["eken-sixten"], "kind": ["licence"], "text": ["<b>x12"]])
            ).status == .seeOther)
        }
        for language in [Language.sv, .en] {
          try await site.service.setLanguage(language, in: siv.session)
          for page in Self.pages {
            let answer = try await siv.get(page)
            #expect(answer.status == .ok, "\(page)")
            #expect(PageCheck(answer.text).faults == [], "\(page) \(language)")
            #expect(!answer.text.contains("<b>x12"), "\(page)")
            #expect(!answer.text.contains(SiteFixture.Secret.lastName), "\(page)")
          }
        }
      }
      let week = try await siv.get(SiteAddress.planning.href).text
      #expect(week.contains("0 of 4 booked, 4 free"))
    }
  }

  @Test func `nobody but the performer's people comes in, and examiners do not publish`()
    async throws
  {
    try await SiteFixture.with { site in
      _ = try await site.startedCase()
      for person in [SiteFixture.Person.officer, .coordinator, .otherCoordinator] {
        let visitor = try await Visitor(site, person)
        for page in Self.pages + [SiteAddress.forecast.href([("weeks", "x")])] {
          #expect(try await visitor.get(page).status == .forbidden, "\(person) \(page)")
        }
        for page in [SiteAddress.capacity.href, SiteAddress.competence.href] {
          #expect(try await visitor.post(page, ["krav": ["ja"]]).status == .forbidden)
        }
      }
      // The mentor's button is for the performer's people in the case alone.
      let id = try await site.startedCase()
      for person in SiteFixture.Person.allCases {
        let visitor = try await Visitor(site, person)
        let isOutside = [.otherCoordinator, .otherPerformer].contains(person)
        let answer = try await visitor.post(
          SiteAddress.statementMentor(id).href, ["digest": ["x"]])
        #expect(answer.status.code >= 400, "\(person)")
        if isOutside { #expect(answer.status == .notFound, "\(person)") }
        #expect(!answer.text.contains(SiteFixture.Secret.lastName) || !isOutside, "\(person)")
      }
      let nobody = try await site.client.execute(
        uri: SiteAddress.planning.href.description, method: .get)
      #expect(nobody.status == .seeOther || nobody.status == .forbidden)
      #expect(!nobody.text.contains("AFU-"))
      let doctor = try await Visitor(site, .doctor)
      #expect(try await doctor.get(SiteAddress.capacity.href).status == .forbidden)
      #expect(
        try await doctor.post(SiteAddress.competence.href, ["krav": ["ja"]]).status == .forbidden)
      #expect(try await doctor.get(SiteAddress.planning.href).text.contains("AFU-2026-"))
      #expect(
        try await !doctor.get(SiteAddress.competence.href).text.contains("Namn eken-ture"))
      let other = try await Visitor(site, .otherPerformer)
      #expect(try await !other.get(SiteAddress.planning.href).text.contains("AFU-2026-"))
    }
  }

  @Test func `what is wrong stands at its field and what was typed stays`() async throws {
    try await SiteFixture.with { site in
      let siv = try await Visitor(site, .performer)
      let times = try await siv.post(
        SiteAddress.capacity.href,
        ["week": ["2026-01-01"], "weeks": ["90"], "times.lakare": ["många"]]
      ).text
      #expect(times.contains(PlanningTexts.pastWeek.sv))
      #expect(times.contains(PlanningTexts.weeksFault.sv))
      #expect(times.contains("value=\"många\""))
      #expect(PageCheck(times).faults == [])
      let record = try await siv.post(
        SiteAddress.competence.href,
        Self.keyed(
          ["person": ["eken-sixten"], "kind": ["training"], "text": ["Kurs A"], "from": ["igår"]])
      ).text
      #expect(record.contains(TypedDay.fault.sv.prefix(20)))
      #expect(record.contains("value=\"Kurs A\""))
      #expect(PageCheck(record).faults == [])
      let forecast = try await siv.get(SiteAddress.forecast.href).text
      #expect(forecast.contains("Inga läkartider är publicerade"))
    }
  }

  @Test func `who publishes times sees those that are published`() async throws {
    try await SiteFixture.with { site in
      let siv = try await Visitor(site, .performer)
      let before = try await siv.get(SiteAddress.capacity.href).text
      #expect(before.contains(PlanningTexts.nothingPublished.sv))
      let week = site.service.clock.now().day.monday
      _ = try await siv.post(
        SiteAddress.capacity.href,
        ["week": [week.description], "weeks": ["2"], "times.lakare": ["7"]])
      let after = try await siv.get(SiteAddress.capacity.href).text
      #expect(after.contains("<span>7</span>"))
      #expect(!after.contains(PlanningTexts.nothingPublished.sv))
      #expect(PageCheck(after).faults == [])
    }
  }

  @Test func `a record is corrected by a new one, and the demand stops an appointment`()
    async throws
  {
    try await SiteFixture.with { site in
      let siv = try await Visitor(site, .performer)
      let page = SiteAddress.competence.href
      _ = try await siv.post(
        page,
        Self.keyed(["person": ["eken-sixten"], "kind": ["licence"], "text": ["111"]]))
      let form = try await siv.get(SiteAddress.competence.href([("rattar", "1")])).text
      var fields = Visitor.hidden(form)
      // The page has more forms; this is the first.
      for other in ["krav", "slapp"] { fields[other] = nil }
      #expect(fields["corrects"] == ["1"])
      fields.merge(["profession": ["lakare"], "text": ["222"]]) { _, new in new }
      #expect(try await siv.post(page, fields).status == .seeOther)
      let list = try await siv.get(page).text
      #expect(list.contains("111") && list.contains("222"))
      #expect(list.contains(CompetenceTexts.corrected(2).sv))
      #expect(
        try await siv.post(
          page, Self.keyed(["krav": ["ja"], "requiresTraining": ["ja"]])
        ).status == .seeOther)
      let id = try await site.orderedCase()
      try await site.perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
      await #expect(throws: ServiceError.self) {
        try await site.perform(
          .appointDoctor(DoctorAppointed(name: "Sixten", person: "eken-sixten")), in: id,
          by: .performer)
      }
    }
  }

  @Test func `the interface publishes and gives times to the performer's people alone`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let body = """
        {"times":[{"week":"2026-05-04","profession":"lakare","times":4}]}
        """
      let published = try await site.send(.post, "/capacity", as: .performer, json: body)
      #expect(published.status == .ok, "\(published.text)")
      let read = try await site.send(.get, "/capacity?weeks=2", as: .doctor)
        .json(CapacityJSON.self)
      #expect(read.weeks.count == 2 && !read.mayPublish)
      #expect(read.weeks.first?.load.first?.published == 4)
      #expect(read.cases.map(\.number) == [id])
      let other = try await site.send(.get, "/capacity", as: .otherPerformer)
        .json(CapacityJSON.self)
      #expect(other.cases.isEmpty && other.weeks.allSatisfy { $0.load.isEmpty })
      for person in SiteFixture.Person.allCases where person != .performer {
        if person == .otherPerformer { continue }
        let answer = try await site.send(.post, "/capacity", as: person, json: body)
        #expect(answer.status == .forbidden, "\(person)")
        #expect(!answer.text.contains("AFU-"))
      }
      for person in [SiteFixture.Person.officer, .coordinator, .otherCoordinator] {
        #expect(try await site.send(.get, "/capacity", as: person).status == .forbidden)
      }
      #expect(try await site.send(.get, "/capacity").status == .unauthorized)
      for query in ["weeks=0", "weeks=x", "from=idag", "from=0001-01-01"] {
        let odd = try await site.send(.get, "/capacity?\(query)", as: .performer)
        #expect(odd.status == .unprocessableContent, "\(query)")
      }
      let past = try await site.send(
        .post, "/capacity", as: .performer,
        json: body.replacing("2026-05-04", with: "2026-04-27"))
      #expect(try past.problem().code == "day-in-past")
    }
  }

  @Test func `a region reads free times beside each performer it can choose`() async throws {
    try await SiteFixture.with { site in
      _ = try await Visitor(site, .performer).post(
        SiteAddress.capacity.href,
        ["week": ["2026-05-04"], "weeks": ["2"], "times.lakare": ["4"]])
      let id = try await site.requestedCase()
      let form = try await Visitor(site, .coordinator)
        .get(SiteAddress.action(id, .allocate).href).text
      #expect(form.contains("Lediga tider 8 veckor: läkare 8."))
      #expect(form.contains("Inga tider publicerade."))
      #expect(PageCheck(form).faults == [])
    }
  }
}
