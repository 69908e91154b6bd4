// SPDX-License-Identifier: Apache-2.0

import Domain
import Hummingbird
import HummingbirdTesting
import Markup
import Service
import Testing

@testable import Web

/// Answers that make a request or an order whole.
private enum Answers {
  static let person = [
    "identity.number": ["19121212-1212"], "identity.firstName": ["Tolvanna"],
    "identity.lastName": ["Tolvansdotter"], "identity.protected": ["nej"],
    "region": ["SE0000000000-R05"],
  ]
  static let assessment = ["kind": ["AFU"], "assess": ["Förmåga att sitta"]]
  static let needs = [
    "need.town": ["Linköping"], "interpreter.needed": ["nej"], "officer.name": ["Ebba"],
    "officer.phone": ["010-1"],
  ]
  static let orderPerson = [
    "identity.number": ["191212121212"], "identity.firstName": ["Tolvanna"],
    "identity.lastName": ["Tolvansdotter"], "identity.protected": ["nej"],
    "identity.address": ["Hemligstigen 12"],
  ]
  static let assignment = [
    "purpose": ["Sjukpenning"], "background": ["Värk"], "extensionAllowed": ["ja"],
    "interpreter.needed": ["nej"], "officer.name": ["Ebba"], "officer.phone": ["010-1"],
  ]
  static let documents = [
    "documents.0.kind": ["medicinska-handlingar"], "documents.0.title": ["Journal"],
    "documents.0.pages": ["12"], "documents.absent.sjalvskattning": ["Vill inte"],
    "documents.absent.forsakrades-handlingar": ["Inga"],
    "documents.absent.andra-handlingar": ["Inga"],
  ]
  static let next = ["knapp": ["vidare"]]
  static let later = ["knapp": ["senare"]]
}

extension [String: [String]] {
  fileprivate func with(_ more: [String: [String]]) -> [String: [String]] {
    merging(more) { _, new in new }
  }
}

@Suite struct `New request` {
  private func wizard(_ saved: [(RequestStep, [String: [String]])]) throws -> RequestWizard {
    let region = RegionSettings(
      region: try HSAID("SE0000000000-R05"), name: "Region Östergötland",
      processes: [.direct], performers: [])
    func wizard(_ draft: WizardDraft) -> RequestWizard {
      RequestWizard(
        draft: draft, regions: [region], officer: "Ebba", today: Day("2026-05-20")!)
    }
    var draft = WizardDraft(nil)
    for (step, fields) in saved {
      draft.save(step.rawValue, wizard(draft).parts(step), FormValues(fields))
    }
    return wizard(draft)
  }

  @Test func `an empty request lists everything that is missing, with where to mend it`()
    throws
  {
    let wizard = try wizard([])
    #expect(wizard.request == nil)
    let faults = wizard.steps.flatMap(\.faults)
    let hrefs = faults.map(\.href.description)
    #expect(hrefs.contains("/ny-begaran/person?fel=1#identity.number"))
    #expect(hrefs.contains("/ny-begaran/bedomning?fel=1#assess"))
    #expect(hrefs.contains("/ny-begaran/behov?fel=1#interpreter.needed-1"))
    #expect(faults.count == 8)
  }

  @Test func `a whole request carries what was written`() throws {
    let written = try #require(
      try wizard([
        (.person, Answers.person), (.assessment, Answers.assessment), (.needs, Answers.needs),
      ]).request)
    #expect(written.request.assess == "Förmåga att sitta")
    #expect(written.request.need.town == "Linköping")
    #expect(!written.request.protected)
    #expect(written.insured.number.digits12 == "191212121212")
  }

  @Test func `a protected person needs no town, and her contact is not taken`() throws {
    let person = Answers.person.with(["identity.protected": ["ja"]])
    let needs = Answers.needs.with(["need.town": [""]])
    let written = try #require(
      try wizard([
        (.person, person), (.assessment, Answers.assessment), (.needs, needs),
      ]).request)
    #expect(written.request.protected && written.request.need.town.isEmpty)
  }

  @Test(arguments: ["191212121213", "19121312-1212", "Tolvan", "20990101-2384"])
  func `a wrong personal number is refused without being repeated`(number: String) throws {
    let person = Answers.person.with(["identity.number": [number]])
    let errors = try wizard([(.person, person)]).step(.person).errors
    #expect(errors.items.map(\.field) == ["identity.number"])
    #expect(errors.items.allSatisfy { !$0.text.sv.contains(number) })
  }

  @Test func `a draft is kept at every step, sent once, and gone afterwards`() async throws {
    try await SiteFixture.with { fixture in
      let officer = try await Visitor(fixture, .officer)
      func address(_ step: RequestStep) -> Href { step.address.href }
      let half = Answers.person.with(["identity.number": ["fel"]]).with(Answers.later)
      #expect(try await officer.post(address(.person), half).status == .seeOther)
      #expect(try await officer.get(address(.person)).text.contains("Tolvansdotter"))
      let person = Answers.person.with(Answers.next)
      let first = try await officer.post(address(.person), person)
      #expect(first.headers[.location] == address(.assessment).description)
      let early = try await officer.get(address(.check))
      let key = Visitor.hidden(early.text)
      let stopped = try await officer.post(address(.check), key)
      #expect(stopped.status == .unprocessableContent)
      #expect(stopped.text.contains("<title>Fel: "))
      _ = try await officer.post(address(.assessment), Answers.assessment.with(Answers.next))
      _ = try await officer.post(address(.needs), Answers.needs.with(Answers.next))
      let sent = try await officer.post(address(.check), key)
      let again = try await officer.post(address(.check), key)
      #expect(sent.status == .seeOther)
      #expect(sent.headers[.location] == again.headers[.location])
      let cases = try await fixture.service.list(
        CaseListQuery(), for: officer.session.actor)
      #expect(cases.total == 1)
      #expect(!(try await officer.get(address(.person)).text.contains("Tolvansdotter")))
    }
  }

  @Test func `a draft can be thrown away, and only Försäkringskassan has one`() async throws {
    try await SiteFixture.with { fixture in
      let officer = try await Visitor(fixture, .officer)
      let address = RequestStep.person.address.href
      _ = try await officer.post(address, Answers.person.with(Answers.later))
      _ = try await officer.post(address, ["knapp": ["slang"]])
      #expect(!(try await officer.get(address).text.contains("Tolvansdotter")))
      let coordinator = try await Visitor(fixture, .coordinator)
      #expect(try await coordinator.get(address).status == .forbidden)
    }
  }
}

@Suite struct `Order with underlag` {
  private func wizard(
    _ saved: [(OrderStep, [String: [String]])], protected: Bool = false
  ) throws -> OrderWizard {
    var story = PageStory()
    try story.request()
    try story.perform(
      .allocate(PageStory.unit(PageStory.eken), method: .direct, draw: nil, comment: nil),
      as: PageStory.coordinator)
    let setting = try story.setting(PageStory.officer)
    var draft = WizardDraft(nil)
    for (step, fields) in saved {
      let parts = OrderWizard(draft: draft, setting: setting).parts(step)
      draft.save(step.rawValue, parts, FormValues(fields))
    }
    return OrderWizard(draft: draft, setting: setting)
  }

  @Test func `it begins with the registered person and what the request said`() throws {
    let wizard = try wizard([])
    #expect(wizard.step(.person).values.raw("identity.lastName") == "Exempelsson")
    #expect(wizard.step(.assignment).values.raw("purpose") == "Sitta, stå och gå")
    #expect(DocumentRows(wizard.step(.documents).values, "documents").rows.count == 4)
  }

  @Test func `an order that is not whole cannot be made and says what is missing`() throws {
    let wizard = try wizard([
      (.person, Answers.orderPerson), (.assignment, Answers.assignment),
      (.documents, Answers.documents.with(["documents.absent.andra-handlingar": [" "]])),
    ])
    #expect(wizard.order == nil)
    let faults = wizard.steps.flatMap(\.faults)
    #expect(faults.count == 1)
    #expect(faults[0].href.description.hasSuffix("#documents.absent.andra-handlingar"))
  }

  @Test func `a whole order carries everything, and the region's extract no free text`() throws {
    let wizard = try wizard([
      (.person, Answers.orderPerson), (.assignment, Answers.assignment),
      (.documents, Answers.documents),
    ])
    let order = try #require(wizard.order)
    #expect(order.documents.unexplained.isEmpty && order.documents.pages == 12)
    #expect(order.identity.address == "Hemligstigen 12")
    let model = OrderTexts.checkModel(wizard, key: FormKey.new())
    #expect(model.faults.isEmpty)
    let extract = try #require(model.extract).lines.map(\.value.sv).joined(separator: "|")
    #expect(extract.contains("Tolvanna Tolvansdotter") && extract.contains("1 handling, 12 sidor"))
    for secret in ["Hemligstigen", "Sjukpenning", "Värk", "Journal", "Vill inte"] {
      #expect(!extract.contains(secret))
    }
    for language in Language.allCases {
      let page = String(
        decoding: checkPage(model, frame: PageStory.frame(language)), as: UTF8.self)
      #expect(PageCheck(page).faults.isEmpty)
    }
  }

  @Test func `a protected person's address is neither asked for nor taken`() throws {
    let person = Answers.orderPerson.with(["identity.protected": ["ja"]])
    let wizard = try wizard([(.person, person)])
    #expect(wizard.parts(.person).field(named: "identity.address") == nil)
  }

  @Test func `rows come and go without script, and the order is sent once`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.allocatedCase()
      let informed = InsuredInformed(
        day: fixture.today, channel: .letter, invitedToAdd: true)
      try await fixture.perform(.recordInformed(informed), in: id, by: .officer)
      let officer = try await Visitor(fixture, .officer)
      func address(_ step: OrderStep) -> Href {
        SiteAddress.order(id, step: step.rawValue).href
      }
      for (step, fields) in [
        (OrderStep.person, Answers.orderPerson), (.assignment, Answers.assignment),
      ] {
        let saved = try await officer.post(address(step), fields.with(Answers.next))
        #expect(saved.status == .seeOther, "\(step)")
      }
      let added = try await officer.post(
        address(.documents), Answers.documents.with(["documents.do": ["add"]]))
      #expect(added.status == .ok && added.text.contains("documents.1.title"))
      let removed = try await officer.post(
        address(.documents), Answers.documents.with(["documents.do": ["remove.0"]]))
      #expect(!removed.text.contains("Journal"))
      _ = try await officer.post(address(.documents), Answers.documents.with(Answers.next))
      let key = Visitor.hidden(try await officer.get(address(.check)).text)
      let sent = try await officer.post(address(.check), key)
      let again = try await officer.post(address(.check), key)
      #expect(sent.status == .seeOther)
      #expect(sent.headers[.location] == again.headers[.location])
      let view = try await fixture.service.view(id, for: officer.session.actor)
      #expect(view.events.filter { $0.event.kind == .orderPlaced }.count == 1)
      let refused = try await officer.get(address(.person))
      #expect(refused.text.contains(Refusal(.alreadyOrdered).text.sv))
    }
  }
}
