// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Testing

@testable import Service
@testable import Web

extension PageStory {
  /// What a form is made from, for somebody in this case.
  func setting(_ actor: Actor, _ number: Int? = nil) throws -> ActionSetting {
    let view = try #require(
      CaseView(id: Self.id, history: history, for: actor, context: context))
    let performers = [Self.eken, Self.boken].map {
      RegionPerformer(
        unit: Self.unit($0), professions: Profession.allCases,
        contractFrom: Day("2024-01-01")!, places: 5)
    }
    let settings = RegionSettings(
      region: Self.region, name: "Region Östergötland",
      processes: AllocationMethod.allCases, performers: performers, targets: targets)
    return ActionSetting(
      view: view, actor: actor, context: context, number: number,
      choices: performers.map {
        PerformerChoice(performer: $0, running: 1, freePlaces: 4, isConflicted: false)
      },
      settings: settings,
      colleagues: [
        StaffMember(
          id: "eken-ture", name: "Ture Provmark", function: .examiner(.psychologist),
          party: .performer(Self.eken), organisation: "Eken",
          title: Bilingual(sv: "Psykolog", en: "Psychologist")),
        StaffMember(
          id: "eken-arvid", name: "Arvid Testberg", function: .examiner(.occupationalTherapist),
          party: .performer(Self.eken), organisation: "Eken",
          title: Bilingual(sv: "Arbetsterapeut", en: "Occupational therapist")),
      ], regions: [settings])
  }

  /// As far as a booked visit, an undecided deviation, extension and deferral.
  static func busy() throws -> PageStory {
    var story = PageStory()
    try story.complete()
    try story.book()
    try story.perform(
      .reportDeviation(
        DeviationReport(visit: 1, cause: .care, time: story.now, description: "Sjukdom")),
      as: administrator())
    try story.perform(
      .proposeExtension(professions: [.psychologist], reason: "Minne"), as: administrator())
    try story.perform(.reportDelayRisk(DelayRiskReported(reason: "Resa")), as: administrator())
    try story.perform(.requestDeferral(reason: "Resa", proposedDay: nil), as: coordinator)
    try story.perform(
      .appointExaminer(person: "eken-ture", name: "Ture Provmark", profession: .psychologist),
      as: administrator())
    return story
  }

  static func actor(for role: PartyRole) -> Actor {
    switch role {
    case .fk: officer
    case .region: coordinator
    case .performer, .insured: administrator()
    }
  }

  /// The latest event of a kind.
  func version(_ kind: EventKind) -> Int { history.last { $0.event.kind == kind }?.version ?? 0 }
}

@Suite struct `Action forms` {
  /// What is answered besides what stands there from the beginning.
  private static func answers(_ kind: ActionKind) -> [String: [String]] {
    switch kind {
    case .requestPerformer, .acceptOrder, .stateExtensionDay, .updateOrder:
      ["lastDay": ["2026-05-20"], "answerBy": ["2026-06-01"]]
    case .recordInformed: ["channel": ["brev"], "invitedToAdd": ["ja"]]
    case .answerOrderSupplement, .requestStatementSupplement, .requestOrderSupplement:
      ["answer": ["Finns inte"], "question": ["Vad?"]]
    case .decideExtension: ["approved.psykolog": ["ja"]]
    case .decideDeferral: ["decision": ["ja"], "lastDay": ["2026-06-01"]]
    case .decideRemainingVisits: ["visit.1": ["ja"]]
    case .endAssessment: ["reason": ["aborted"]]
    case .sendInquiries: ["performers": ["SE0000000000-EKEN"], "answerBy": ["idag"]]
    case .allocate: ["method": ["direkt"], "performer": ["SE0000000000-EKEN"]]
    case .answerInquiry: ["accepts": ["nej"], "reason": ["Fullt"]]
    case .returnOrder: ["cause": ["incomplete"], "reason": ["Fel"]]
    case .appointDoctor: ["doctor": ["annan"], "name": ["Sixten Provberg"]]
    case .appointExaminer: ["person": ["eken-arvid"]]
    case .registerRepresentative:
      [
        "kind": ["proxy"], "name": ["Ombudet"], "identity": ["19850315-2384"],
        "from": ["2026-04-20"], "basis": ["Fullmakt"],
      ]
    case .releaseExaminer: ["person": ["eken-ture"]]
    case .bookVisit:
      [
        "profession": ["lakare"], "start": ["2026-04-20"], "start.time": ["9.30"],
        "place": ["Rum 1"],
      ]
    case .recordSummons: ["summons.channel": ["telefon"]]
    case .cancelVisit: ["cause": ["insured"]]
    case .reportVisit: ["outcome": ["uteblivet"], "cause": ["absent"]]
    case .proposeExtension: ["professions": ["psykolog"], "reason": ["Minne"]]
    case .reportDeviation: ["visit": ["1"], "cause": ["care"], "time.clock": ["08:15"]]
    case .correct: ["correctionReason": ["Fel dag"]]
    default: ["reason": ["Skäl"]]
    }
  }

  /// The kinds that a role has, with what Samsyn does by itself and the order left out.
  private static let cases: [(ActionKind, PartyRole)] = ActionKind.allCases
    .filter { ![.placeOrder, .commitDraw, .notice].contains($0) }
    .flatMap { kind in
      [PartyRole.fk, .region, .performer].filter(kind.roles.contains).map { (kind, $0) }
    }

  private func form(
    _ kind: ActionKind, _ role: PartyRole, _ story: PageStory
  ) throws -> ActionForm? {
    var number: Int?
    if kind == .correct {
      let own: [PartyRole: EventKind] = [
        .fk: .insuredInformed, .performer: .delayRiskReported,
      ]
      guard let event = own[role] else { return nil }
      number = story.version(event)
    }
    let setting = try story.setting(PageStory.actor(for: role), number)
    return ActionForm.of(kind, setting.about(setting.subject(of: kind)))
  }

  @Test(arguments: cases)
  func `every action of a role has a form that gives its command`(
    kind: ActionKind, role: PartyRole
  ) throws {
    var story = try PageStory.busy()
    if kind == .correct, role == .region { return }
    if kind == .endRepresentative {
      try story.perform(
        .registerRepresentative(SiteFixture.registration(from: story.now.day)),
        as: PageStory.officer)
    }
    if kind == .withdrawInquiry {
      story = PageStory()
      try story.request()
      try story.inquire([PageStory.eken])
    }
    let form = try #require(try form(kind, role, story))
    var values = form.parts.initialValues
    values.fields.merge(Self.answers(kind)) { _, new in new }
    if kind == .withdrawInquiry { values.fields["performer"] = [PageStory.eken.text] }
    let outcome = try form.outcome(values, today: story.now.day)
    switch outcome {
    case .command(let command): #expect(command.kind == kind)
    case .allocate(let performer, let method, _):
      #expect(kind == .allocate && performer == PageStory.eken && method == .direct)
    case .rotate, .draw: Issue.record("not asked for")
    }
  }

  @Test(arguments: cases)
  func `every form is a sound page in both languages, also with all its errors`(
    kind: ActionKind, role: PartyRole
  ) throws {
    let story = try PageStory.busy()
    guard let form = try form(kind, role, story) else { return }
    let setting = try story.setting(PageStory.actor(for: role))
    var reader = FormReader(FormValues(), form.parts, today: story.now.day)
    _ = form.read(&reader)
    let model = ActionModel(
      kind, form, setting, sent: FormValues(), errors: reader.errors, seen: 3)
    for language in Language.allCases {
      let page = String(
        decoding: actionPage(model, frame: PageStory.frame(language)), as: UTF8.self)
      let faults = PageCheck(page).faults
      #expect(faults.isEmpty, "\(kind) \(language): \(faults)")
      for item in reader.errors.items {
        let name = try #require(item.field, "\(kind): \(item.text.sv)")
        #expect(form.parts.field(named: name) != nil, "\(kind): \(name)")
      }
    }
  }

  @Test func `the order and what Samsyn does itself have no form`() throws {
    let setting = try PageStory.busy().setting(PageStory.officer)
    for kind in [ActionKind.placeOrder, .commitDraw, .notice] {
      #expect(ActionForm.of(kind, setting) == nil)
    }
  }

  @Test func `an administrator acts for the responsible doctor, a doctor for herself`() throws {
    let story = try PageStory.busy()
    let setting = try story.setting(PageStory.administrator())
    #expect(setting.actor(for: .sendStatement).onBehalfOf == "Sixten Provberg")
    #expect(setting.actor(for: .proposeExtension).onBehalfOf == "Sixten Provberg")
    #expect(setting.actor(for: .bookVisit).onBehalfOf == nil)
    let doctor = PageStory.actor(
      .performer(PageStory.eken), .examiner(.doctor), "Sixten Provberg")
    #expect(try story.setting(doctor).actor(for: .sendStatement).onBehalfOf == nil)
  }

  @Test func `a correction begins with what was said and can become the right command`() throws {
    var story = try PageStory.busy()
    let version = story.version(.insuredInformed)
    let setting = try story.setting(PageStory.officer, version)
    let form = try #require(ActionForm.of(.correct, setting))
    var values = form.parts.initialValues
    #expect(values.raw("day") == "2026-03-02" && values.raw("channel") == "brev")
    values.fields["day"] = ["20260301"]
    values.fields["correctionReason"] = ["Fel dag"]
    let right = InsuredInformed(
      day: Day("2026-03-01")!, channel: .letter, invitedToAdd: true)
    #expect(
      try form.outcome(values, today: story.now.day)
        == .command(
          .correct(version: version, reason: "Fel dag", .command(.recordInformed(right)))))
    try story.correct(version, .recordInformed(right), as: PageStory.officer)
    let again = try #require(
      ActionForm.of(.correct, try story.setting(PageStory.officer, version)))
    #expect(again.parts.initialValues.raw("day") == "2026-03-01")
  }

  @Test func `what may be removed can be, with nothing but the reason`() throws {
    let story = try PageStory.busy()
    let version = story.version(.delayRiskReported)
    let form = try #require(
      ActionForm.of(.correct, try story.setting(PageStory.administrator(), version)))
    let values = FormValues([
      "correctionWay": ["tabort"], "correctionReason": ["Fel ärende"], "expectedDay": ["x"],
    ])
    #expect(
      try form.outcome(values, today: story.now.day)
        == .command(.correct(version: version, reason: "Fel ärende", nil)))
  }

  @Test func `a refusal stands at its question, and without one on top`() throws {
    let form = try #require(
      ActionForm.of(.decideRemainingVisits, try PageStory.busy().setting(PageStory.officer)))
    let keep = FormErrors(Refusal(.missing, field: "keep"), in: form.parts)
    #expect(keep.items.first?.field == "visit.1")
    #expect(keep.summary(form.parts, .sv).first?.fieldID == "visit.1-1")
    let ended = FormErrors(Refusal(.caseEnded), in: form.parts)
    #expect(ended.items.first?.field == nil)
    #expect(ended.summary(form.parts, .sv).first?.fieldID == "form")
  }

  @Test func `the page says when a cancellation is late by the rule of the day`() throws {
    let setting = try PageStory.busy().setting(PageStory.administrator())
    let form = try #require(ActionForm.of(.cancelVisit, setting))
    let html = FormPartsView(parts: form.parts, values: FormValues()).html(.sv).string
    #expect(html.contains("mindre än 48 timmar"))
    #expect(html.contains("söndag 12 april 2026 kl. 09.30"))
  }
}

@Suite struct `Form reading` {
  private static let parts: [FormPart] = [
    .day("day", Bilingual(sv: "Dag", en: "Day")),
    .time("time", Bilingual(sv: "Tid", en: "Time")),
    .line("line", Bilingual(sv: "Rad", en: "Line")),
    .number("number", Bilingual(sv: "Antal", en: "Number")),
    .one("one", Bilingual(sv: "Hur?", en: "How?"), CommonFields.channels),
    .documents(
      "documents", Bilingual(sv: "Handlingar", en: "Documents"), rows: DocumentRows(),
      asksAbsence: true),
  ]

  private func reader(_ fields: [String: [String]]) -> FormReader {
    FormReader(FormValues(fields), Self.parts, today: Day("2026-05-20")!)
  }

  @Test(arguments: [
    ("2026-06-12", "2026-06-12"), ("20260612", "2026-06-12"), (" 2026-06-12 ", "2026-06-12"),
    ("idag", "2026-05-20"), ("I dag", "2026-05-20"), ("today", "2026-05-20"),
    ("2026-02-30", nil), ("12/6", nil), ("", nil), ("imorgon", nil),
  ])
  func `days are typed freely`(typed: String, day: String?) {
    var form = reader(["day": [typed]])
    #expect(form.day("day")?.description == day)
    #expect(form.errors.isEmpty == (day != nil))
  }

  @Test(arguments: [("9.30", "09:30"), ("09:30", "09:30"), ("24.00", nil), ("halv tio", nil)])
  func `clock times take a dot or a colon`(typed: String, time: String?) {
    var form = reader(["time": [typed]])
    #expect(form.time("time")?.description == time)
  }

  @Test(arguments: [("12", 12), ("0", nil), ("tolv", nil), ("99999", nil)])
  func `numbers keep to their range`(typed: String, number: Int?) {
    var form = reader(["number": [typed]])
    #expect(form.optionalNumber("number", in: 1...5000) == number)
    #expect(form.errors.isEmpty == (number != nil))
  }

  @Test func `an answer that was not offered is no answer`() {
    var form = reader(["one": ["duva"]])
    let channel: Channel? = form.choice("one")
    #expect(channel == nil)
    #expect(form.errors.text("one")?.sv == "”Hur?”: välj ett alternativ")
  }

  @Test func `errors name the question and never the answer`() {
    var form = reader(["day": ["19121212-1212"], "line": [String(repeating: "å", count: 300)]])
    _ = form.day("day")
    _ = form.text("line")
    #expect(form.errors.items.count == 2)
    #expect(form.errors.items.allSatisfy { !$0.text.sv.contains("1212") })
    #expect(form.errors.text("line")?.sv.contains("högst 255 tecken") == true)
  }

  @Test func `rows of documents are added, taken away and closed up`() throws {
    let typed = FormValues([
      "documents.0.title": ["Journal"], "documents.0.pages": ["2"],
      "documents.1.title": [""], "documents.3.title": ["Intyg"],
    ])
    var rows = DocumentRows(typed, "documents")
    #expect(rows.rows.map(\.title) == ["Journal", "", "Intyg"])
    #expect(rows.after("add").rows.count == 4)
    #expect(rows.after("remove.0").rows.map(\.title) == ["", "Intyg"])
    #expect(rows.after("remove.9").rows.count == 3)
    rows = rows.compacted
    #expect(rows.fields("documents")["documents.1.title"] == ["Intyg"])
  }

  @Test func `each part of the underlag is listed or explained`() {
    var form = reader([
      "documents.0.kind": ["medicinska-handlingar"], "documents.0.title": ["Journal"],
      "documents.0.pages": ["12"], "documents.0.dated": ["20260101"],
      "documents.absent.sjalvskattning": ["Personen vill inte"],
    ])
    #expect(form.documents("documents", isWhole: true) == nil)
    #expect(
      form.errors.items.map(\.field) == [
        "documents.absent.forsakrades-handlingar", "documents.absent.andra-handlingar",
      ])
    var partial = reader(form.values.fields)
    let list = partial.documents("documents", isWhole: false)
    #expect(list?.items?.first?.pages == 12)
    #expect(list?.absent == [AbsentPart(kind: .selfRating, reason: "Personen vill inte")])
  }
}

@Suite struct `Sending a form` {
  @Test func `errors keep what was typed and lead to their fields`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.allocatedCase()
      let officer = try await Visitor(fixture, .officer)
      let address = SiteAddress.action(id, .recordInformed).href
      var fields = Visitor.hidden(try await officer.get(address).text)
      fields.merge(["day": ["<i>snart"], "invitedToAdd": ["ja"]]) { _, new in new }
      let page = try await officer.post(address, fields)
      #expect(page.status == .unprocessableContent)
      #expect(page.text.contains("<title>Fel: "))
      #expect(page.text.contains("href=\"#day\"") && page.text.contains("href=\"#channel-1\""))
      #expect(page.text.contains("value=\"&lt;i&gt;snart\""))
      #expect(page.text.contains("value=\"ja\" checked"))
      #expect(!page.text.contains("data-live"))
    }
  }

  @Test func `a form sent twice does it once and gives the same receipt`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.allocatedCase()
      let officer = try await Visitor(fixture, .officer)
      let address = SiteAddress.action(id, .recordInformed).href
      var fields = Visitor.hidden(try await officer.get(address).text)
      fields.merge(["day": ["idag"], "channel": ["brev"], "invitedToAdd": ["ja"]]) { _, new in
        new
      }
      let first = try await officer.post(address, fields)
      let second = try await officer.post(address, fields)
      #expect(first.status == .seeOther && second.status == .seeOther)
      #expect(first.headers[.location] == second.headers[.location])
      let view = try await fixture.service.view(id, for: officer.session.actor)
      #expect(view.events.filter { $0.event.kind == .insuredInformed }.count == 1)
      let version = try #require(view.events.last?.version)
      let receipt = try await officer.get(
        SiteAddress.receipt(id).href([("v", "\(version)"), ("t", "\(version)")]))
      #expect(receipt.status == .ok)
      #expect(receipt.text.contains("Den försäkrade informerades"))
      #expect(receipt.text.contains("Hela uppgiften"))
      #expect(receipt.text.contains("Beställ utredningen"))
    }
  }

  @Test func `a case that changed meanwhile says what is new and loses nothing`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.orderedCase()
      try await fixture.perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
      let officer = try await Visitor(fixture, .officer)
      let address = SiteAddress.action(id, .updateOrder).href
      var fields = Visitor.hidden(try await officer.get(address).text)
      try await fixture.perform(
        .requestOrderSupplement(parts: [], question: "Vad saknas?"), in: id, by: .performer)
      let typed = [
        "interpreter.needed": ["nej"], "officer.name": ["Ny Handläggare"],
        "officer.phone": ["010-1"], "comment": ["Ring mig"],
      ]
      fields.merge(typed) { _, new in new }
      let stopped = try await officer.post(address, fields)
      #expect(stopped.status == .conflict)
      #expect(stopped.text.contains("Utföraren begärde komplettering av underlaget"))
      #expect(stopped.text.contains("Ring mig"))
      fields.merge(Visitor.hidden(stopped.text)) { _, new in new }
      #expect(try await officer.post(address, fields).status == .seeOther)
    }
  }

  @Test func `what is not allowed is explained, and sending it changes nothing`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.requestedCase()
      let officer = try await Visitor(fixture, .officer)
      let address = SiteAddress.action(id, .updateOrder).href
      let page = try await officer.get(address)
      #expect(page.status == .ok && !page.text.contains("id=\"form\""))
      #expect(page.text.contains(Refusal(.noOrder).text.sv))
      let forced = try await officer.post(
        address,
        [
          "version": ["3"], "key": [FormKey.new()], "officer.name": ["A"],
          "officer.phone": ["1"], "interpreter.needed": ["nej"],
        ])
      #expect(forced.status == .unprocessableContent || forced.status == .conflict)
      let view = try await fixture.service.view(id, for: officer.session.actor)
      #expect(!view.events.contains { $0.event.kind == .orderUpdated })
    }
  }

  @Test func `the region draws and rotates from the page`() async throws {
    try await SiteFixture.with { fixture in
      for method in ["lottning", "rotation"] {
        let id = try await fixture.requestedCase()
        let coordinator = try await Visitor(fixture, .coordinator)
        let address = SiteAddress.action(id, .allocate).href
        var fields = Visitor.hidden(try await coordinator.get(address).text)
        fields["method"] = [method]
        let sent = try await coordinator.post(address, fields)
        #expect(sent.status == .seeOther, "\(method)")
        let view = try await fixture.service.view(id, for: coordinator.session.actor)
        #expect(view.state.allocation?.method.rawValue == method)
      }
    }
  }

  @Test func `a form without the session's token or with a made-up key is not taken`()
    async throws
  {
    try await SiteFixture.with { fixture in
      let id = try await fixture.requestedCase()
      let officer = try await Visitor(fixture, .officer)
      let address = SiteAddress.action(id, .endAssessment).href
      let keyless = try await officer.post(address, ["version": ["1"], "key": ["x"]])
      #expect(keyless.status == .badRequest)
      let foreign = try await fixture.client.execute(
        uri: address.description, method: .post,
        headers: [.cookie: "samsyn=\(officer.session.token)"],
        body: ByteBuffer(string: "csrf=x"))
      #expect(foreign.status == .forbidden)
    }
  }

  @Test func `another party's receipt does not exist`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.requestedCase()
      let coordinator = try await Visitor(fixture, .coordinator)
      let address = SiteAddress.receipt(id).href([("v", "1")])
      #expect(try await coordinator.get(address).status == .notFound)
    }
  }
}
