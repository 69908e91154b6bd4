// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup
import RuleData
import Store
import Testing

@testable import Service
@testable import Web

/// A case told by commands, each decided as in the running program. Everybody is invented.
struct PageStory {
  static let rules = try! RuleBookFile.load()
  static let calendar = try! CalendarFile.load().standard
  static let id = try! CaseNumber(year: 2026, serial: 412)
  static let region = try! HSAID("SE0000000000-R001")
  static let eken = try! HSAID("SE0000000000-EKEN")
  static let boken = try! HSAID("SE0000000000-BOKEN")

  static let purpose = "Bedöma rätten till sjukpenning"
  static let background = "Smärta i höger axel sedan ett år"
  static let documentTitle = "Journal från vårdcentralen"
  static let question = "Röntgensvaret från mars saknas"

  static let officer = actor(.fk, .caseOfficer, "Ebba Demoström")
  static let coordinator = actor(.region(region), .regionCoordinator, "Alva Exempelsson")

  static func administrator(_ performer: HSAID = eken) -> Actor {
    actor(.performer(performer), .performerAdministrator, "Siv Testgren")
  }

  static func actor(_ party: Party, _ function: StaffFunction, _ name: String) -> Actor {
    Actor(party: party, person: "p-\(party.role.rawValue)", name: name, function: function)
  }

  var now: Instant
  var rules = PageStory.rules
  var targets = ServiceTargets(answerRequestDays: 3, summonsDays: 10, postDays: 3)
  var history: [RecordedEvent] = []

  init(_ day: String = "2026-03-02") {
    now = Instant(day: Day(day)!, time: TimeOfDay(hour: 9, minute: 0)!)
  }

  var context: CaseContext {
    CaseContext(now: now, rules: rules, calendar: Self.calendar, targets: targets)
  }

  mutating func wait(until day: String, _ hour: Int = 9) {
    now = Instant(day: Day(day)!, time: TimeOfDay(hour: hour, minute: 0)!)
  }

  mutating func perform(_ command: Command, as actor: Actor) throws {
    let state = Assessment(id: Self.id, events: history)
    let events = try state.decide(command, actor: actor, context: context)
    history += Assessment.record(events, id: Self.id, after: history, by: actor, now: now)
  }

  mutating func correct(_ version: Int, _ replacement: Command, as actor: Actor) throws {
    let event = try Assessment.decideCorrection(
      of: version, reason: "Fel knapp", replacement: replacement, id: Self.id,
      history: history, actor: actor, context: context)
    history += Assessment.record([event], id: Self.id, after: history, by: actor, now: now)
  }

  func source(_ actor: Actor, asOf: Day? = nil, _ language: Language = .sv) throws -> CaseSource {
    let view = try #require(
      CaseView(
        id: Self.id, history: history, for: actor, asOf: asOf.map(CaseSource.end),
        context: context))
    return CaseSource(view, asOf: asOf, language: language)
  }

  func model(_ actor: Actor, filter: TimelineFilter = .all) throws -> CaseModel {
    CaseModel(try source(actor), filter: filter, lookBack: CaseLookBack())
  }

  func page(_ actor: Actor, language: Language = .sv) throws -> String {
    let model = CaseModel(try source(actor, language), lookBack: CaseLookBack())
    return ListFixture.text(casePage(model, frame: Self.frame(language)))
  }

  static func frame(_ language: Language = .sv) -> PageFrame {
    let here = SiteAddress.home.href
    return PageFrame(
      language: language, title: "AFU",
      addresses: PageFrame.Addresses(
        home: here, search: nil, help: nil, otherLanguage: here, stylesheet: here, script: here,
        icon: here))
  }
}

// The steps of an ordinary case.
extension PageStory {
  static let need = AllocationNeed(
    town: "Linköping", interpreter: Interpreter(needed: true, language: "arabiska"))
  static let contact = CaseOfficer(name: "Ebba Demoström", phone: "010-000 00 00", office: "Team 7")

  static let identity = InsuredIdentity(
    number: try! PersonalIdentityNumber("19121212-1212", on: Day("2026-03-02")!),
    firstName: "Maja", lastName: "Exempelsson", address: "Storgatan 1")

  static func unit(_ id: HSAID) -> UnitContact {
    UnitContact(id: id, name: id == eken ? "Utredningsenheten Eken" : "Mottagningen Boken")
  }

  mutating func request() throws {
    try perform(
      .requestPerformer(
        PerformerRequested(
          assess: "Sitta, stå och gå", region: Self.region, need: Self.need,
          officer: Self.contact, agencyNumber: "FK26-123"),
        insured: Self.identity), as: Self.officer)
  }

  mutating func inquire(_ performers: [HSAID]) throws {
    try perform(
      .sendInquiries(performers: performers, answerBy: Day("2026-03-06")!, message: nil),
      as: Self.coordinator)
  }

  mutating func order(lastDay: Day? = nil) throws {
    try request()
    try perform(
      .allocate(Self.unit(Self.eken), method: .direct, draw: nil, comment: nil),
      as: Self.coordinator)
    try perform(
      .recordInformed(InsuredInformed(day: now.day, channel: .letter, invitedToAdd: true)),
      as: Self.officer)
    let documents = DocumentList(
      DocumentKind.allCases.map {
        SupportingDocument(
          kind: $0, title: $0 == .medical ? Self.documentTitle : "Bilaga", dated: nil, pages: 3)
      })
    try perform(
      .placeOrder(
        OrderPlaced(
          performer: Self.eken, identity: Self.identity, purpose: Self.purpose,
          background: Self.background, extensionAllowed: true, interpreter: .none,
          specialNeeds: nil, officer: Self.contact, documents: documents, lastDay: lastDay)),
      as: Self.officer)
    try perform(.acceptOrder(OrderAccepted()), as: Self.administrator())
  }

  mutating func complete(_ lastDay: Day? = nil) throws {
    try order(lastDay: lastDay)
    wait(until: "2026-03-24")
    try perform(.confirmComplete(UnderlagCompleted(day: now.day)), as: Self.administrator())
  }

  mutating func book(_ day: String = "2026-04-14", summonedOn summons: String? = nil) throws {
    try perform(.appointDoctor(DoctorAppointed(name: "Sixten Provberg")), as: Self.administrator())
    let start = Instant(day: Day(day)!, time: TimeOfDay(hour: 9, minute: 30)!)
    try perform(
      .bookVisit(
        VisitBooking(
          profession: .doctor, start: start, place: "Rum 1",
          summons: summons.map { Summons(day: Day($0)!, channel: .letter) })),
      as: Self.administrator())
  }
}

@Suite struct `Case page` {
  @Test func `the region's page never holds what only the agency and performer were sent`()
    throws
  {
    var story = PageStory()
    try story.complete()
    try story.perform(
      .requestOrderSupplement(parts: [.medical], question: PageStory.question),
      as: PageStory.administrator())
    let secrets = [
      PageStory.purpose, PageStory.background, PageStory.documentTitle, PageStory.question,
      "Storgatan 1",
    ]
    let region = try story.page(PageStory.coordinator)
    for secret in secrets { #expect(!region.contains(secret)) }
    #expect(region.contains("4 handlingar, 12 sidor"))
    #expect(region.contains("Maja Exempelsson"))
    let performer = try story.page(PageStory.administrator())
    for secret in secrets { #expect(performer.contains(secret)) }
  }

  @Test func `a performer that is only asked sees no name and not the others that are asked`()
    throws
  {
    var story = PageStory()
    try story.request()
    try story.inquire([PageStory.eken, PageStory.boken])
    let page = try story.page(PageStory.administrator(PageStory.boken))
    for secret in ["Exempelsson", "19121212", PageStory.eken.text, "FK26-123"] {
      #expect(!page.contains(secret) || secret == "Exempelsson" && !page.contains("Maja"))
    }
    #expect(page.contains("Linköping"))
    #expect(try story.model(PageStory.administrator(PageStory.boken)).inquiries == nil)
    #expect(try story.model(PageStory.coordinator).inquiries?.items.count == 2)
    #expect(try !story.page(PageStory.officer).contains(PageStory.boken.text))
  }

  @Test func `pages are sound in both languages for every party`() throws {
    var story = PageStory()
    try story.complete()
    try story.book(summonedOn: "2026-03-24")
    for actor in [PageStory.officer, PageStory.coordinator, PageStory.administrator()] {
      for language in [Language.sv, .en] {
        let page = try story.page(actor, language: language)
        #expect(PageCheck(page).faults.isEmpty)
        #expect(page.contains("<h1>"))
      }
    }
  }

  @Test func `an action that is not allowed says why`() throws {
    var story = PageStory()
    try story.order()
    let actions = CaseActions(try story.source(PageStory.administrator()))
    let statement = CaseActionTexts.title(.sendStatement).sv
    let refused = try #require(actions.refused.first { $0.titles.contains(statement) })
    #expect(refused.reason.first?.isLowercase == true)
    #expect(!actions.more.contains { $0.text == statement })
    #expect(try story.page(PageStory.administrator()).contains("Därför att"))
  }

  @Test func `open tasks are the main things to do and lead to their forms`() throws {
    var story = PageStory()
    try story.request()
    try story.perform(
      .allocate(PageStory.unit(PageStory.eken), method: .direct, draw: nil, comment: nil),
      as: PageStory.coordinator)
    try story.perform(
      .recordInformed(InsuredInformed(day: story.now.day, channel: .letter, invitedToAdd: true)),
      as: PageStory.officer)
    let actions = CaseActions(try story.source(PageStory.officer))
    #expect(actions.main.map(\.href.description) == ["/arenden/AFU-2026-0412/bestall/person"])
    #expect(!actions.more.contains { $0.href == actions.main[0].href })
  }

  @Test func `looking back offers nothing to do and shows nothing later`() throws {
    var story = PageStory()
    try story.complete()
    let source = try story.source(PageStory.administrator(), asOf: Day("2026-03-20")!)
    let model = CaseModel(source, lookBack: CaseLookBack(shown: source.asOf))
    #expect(model.actions.main.isEmpty && model.actions.more.isEmpty)
    #expect(model.head.next == nil)
    #expect(!model.timeline.items.contains { $0.kind == .underlagCompleted })
    #expect(model.visits.book == nil)
    let page = ListFixture.text(casePage(model, frame: PageStory.frame()))
    #expect(page.contains("Så stod ärendet fredag 20 mars 2026"))
  }

  @Test(arguments: ["2026-03-01", "2026-13-40"])
  func `a day that shows nothing keeps the case and says so`(typed: String) throws {
    var story = PageStory()
    try story.complete()
    let now = try story.source(PageStory.officer).view
    let (view, lookBack) = CaseLookBack.choose(typed, now)
    #expect(lookBack.error != nil && lookBack.shown == nil && lookBack.typed == typed)
    #expect(view.events.count == now.events.count)
  }

  @Test func `a protected person has a mark and her name on her own page`() throws {
    var story = PageStory()
    try story.request()
    guard case .performerRequested(var request) = story.history[0].event else { return }
    request.protected = true
    story.history[0] = RecordedEvent(
      version: 1, author: story.history[0].author, audience: story.history[0].audience,
      at: story.history[0].at, event: .performerRequested(request))
    #expect(try story.model(PageStory.coordinator).head.marks.count == 1)
    #expect(try story.model(PageStory.coordinator).head.name == nil)
    #expect(try story.model(PageStory.officer).head.name == "Maja Exempelsson")
  }
}

@Suite struct `Case deadline card` {
  private func card(_ story: PageStory, _ actor: Actor = PageStory.officer) throws -> DeadlineCard {
    try #require(try story.model(actor).deadline.cards.last)
  }

  @Test func `an ordinary last day has its steps, its rule and every counted day`() throws {
    var story = PageStory()
    try story.complete()
    let card = try card(story)
    #expect(card.lastDay == Day("2026-04-30"))
    #expect(card.calendar?.counted.count == 25)
    #expect(card.calendar?.skipped[Day("2026-04-03")!] != nil)
    #expect(card.steps.map(\.day) == [Day("2026-03-24"), Day("2026-04-30")])
    #expect(card.rule == SiteAddress.rule("DELIV_BASE_DAYS").href)
    #expect(card.computedDay == nil)
    #expect(try story.model(PageStory.officer).deadline.traces.count == 2)
  }

  @Test func `the agency's own day stands beside the computed one`() throws {
    var story = PageStory()
    try story.complete(Day("2026-05-08"))
    let card = try card(story)
    #expect(card.lastDay == Day("2026-05-08"))
    #expect(card.computedDay == Day("2026-04-30"))
  }

  @Test func `an extension and a deferral move the day and are drawn apart`() throws {
    var story = PageStory()
    try story.complete()
    try story.book()
    try story.perform(
      .proposeExtension(professions: [.psychologist], reason: "Behövs"),
      as: PageStory.administrator())
    try story.perform(
      .decideExtension(
        ExtensionDecided(number: 1, approved: [.psychologist], lastDay: Day("2026-05-29"))),
      as: PageStory.officer)
    let extended = try card(story)
    #expect(extended.lastDay == Day("2026-05-29"))
    #expect(extended.calendar?.extended.first == Day("2026-05-04"))
    #expect(extended.calendar?.earlierLastDays == [Day("2026-04-30")!])
    try story.perform(
      .decideDeferral(DeferralDecided(number: nil, lastDay: Day("2026-06-12"))),
      as: PageStory.officer)
    let deferred = try card(story)
    #expect(deferred.lastDay == Day("2026-06-12"))
    #expect(deferred.calendar?.deferredUntil == Day("2026-06-12"))
    #expect(deferred.computedDay == nil)
  }

  @Test func `a day that no rule gives is unknown and says so`() throws {
    var story = PageStory()
    try story.complete()
    story.rules = try RuleBook([])
    let card = try card(story)
    #expect(card.lastDay == nil && card.calendar == nil)
    guard case .notStarted(let words) = card.state else {
      Issue.record("the card should say that the day is unknown")
      return
    }
    #expect(words.contains("okänd"))
    #expect(try story.page(PageStory.officer).contains("Ordinarie sista dag är okänd"))
  }

  @Test func `before the clock starts the answer day is shown as a target and not as law`()
    throws
  {
    var story = PageStory()
    try story.request()
    let cards = try story.model(PageStory.coordinator).deadline.cards
    #expect(cards.count == 2)
    #expect(cards[0].lastDay == Day("2026-03-05"))
    #expect(cards[0].sources.allSatisfy { $0.kind == .target })
    guard case .notStarted = cards[1].state else {
      Issue.record("the clock should not have started")
      return
    }
  }
}

extension `Case deadline card` {
  @Test func `on the weekend after a last day it has passed and is not today`() throws {
    var story = PageStory()
    story.targets.answerRequestDays = 4
    try story.request()
    story.wait(until: "2026-03-07")
    #expect(try story.page(PageStory.coordinator).contains("Sista dagen har passerat"))
    story.wait(until: "2026-03-06")
    #expect(try story.page(PageStory.coordinator).contains("Sista dagen är i dag"))
  }
}

@Suite struct `Case timeline` {
  @Test func `a corrected event is struck through and both lead to each other`() throws {
    var story = PageStory()
    try story.complete()
    let wrong = try #require(story.history.last)
    story.wait(until: "2026-03-25")
    try story.correct(
      wrong.version, .confirmComplete(UnderlagCompleted(day: Day("2026-03-20")!)),
      as: PageStory.administrator())
    let items = try story.model(PageStory.officer).timeline.items
    let correction = try #require(items.first)
    let corrected = try #require(items.first { $0.version == wrong.version })
    #expect(correction.corrects == wrong.version)
    #expect(corrected.correctedBy == correction.version)
    let page = try story.page(PageStory.officer)
    #expect(page.contains("event--old"))
    #expect(page.contains("id=\"handelse-\(correction.version)\""))
    #expect(page.contains("href=\"#handelse-\(correction.version)\""))
  }

  @Test func `only one's own correctable events can be corrected`() throws {
    var story = PageStory()
    try story.complete()
    let own = try story.model(PageStory.administrator()).timeline.items
    #expect(own.first { $0.kind == .underlagCompleted }?.correct != nil)
    #expect(own.first { $0.kind == .orderAccepted }?.correct == nil)
    let others = try story.model(PageStory.coordinator).timeline.items
    #expect(others.allSatisfy { $0.correct == nil })
  }

  @Test func `what lies ahead stands above and the filter keeps what it says`() throws {
    var story = PageStory()
    try story.complete()
    try story.book()
    let all = try story.model(PageStory.officer).timeline
    #expect(all.planned.map(\.day) == [Day("2026-04-30")!, Day("2026-04-14")!])
    let deadline = try story.model(PageStory.officer, filter: .deadline).timeline
    #expect(deadline.items.contains { $0.kind == .underlagCompleted })
    #expect(!deadline.items.contains { $0.kind == .visitBooked })
    #expect(deadline.counts[.all] == all.items.count)
  }

  @Test func `a late summons is a missed target and a late cancellation tells the hours`()
    throws
  {
    var story = PageStory()
    try story.complete()
    story.wait(until: "2026-04-08")
    try story.book(summonedOn: "2026-04-08")
    let booked = try #require(try story.model(PageStory.coordinator).visits.items.first)
    #expect(booked.lateSummons?.contains("målet är 13") == true)
    story.wait(until: "2026-04-13", 10)
    try story.perform(
      .cancelVisit(
        VisitCancelled(number: 1, cause: .insured, reached: story.now, reason: "Feber")),
      as: PageStory.administrator())
    let visit = try #require(try story.model(PageStory.coordinator).visits.items.first)
    #expect(visit.cancellation?.between.contains("23 h 30 min") == true)
    #expect(!visit.outcome.joined().contains("Feber"))
  }

  @Test func `every event has words for its title in both languages`() throws {
    var story = PageStory()
    try story.complete()
    try story.book()
    for recorded in story.history {
      let text = recorded.event.text(EventNames(story.history))
      #expect(!text.title.sv.isEmpty && !text.title.en.isEmpty)
      #expect(text.details.allSatisfy { !$0.value.sv.isEmpty && !$0.label.en.isEmpty })
    }
    let booked = try #require(story.history.last { $0.event.kind == .visitBooked })
    #expect(booked.event.text().title.sv == "Besök bokat: läkare, tis 14 april kl. 09.30")
  }
}

@Suite struct `Draw page` {
  private func replay(secret: String? = nil) throws -> DrawReplay {
    let keyless = Array(repeating: UInt8(7), count: 32)
    let seed = Hexadecimal.hash(keyless + Array(PageStory.id.description.utf8))
    let record = DrawRecord(
      candidates: [
        DrawCandidate(performer: PageStory.eken, name: "Eken", freePlaces: 2),
        DrawCandidate(performer: PageStory.boken, name: "Boken", freePlaces: 0),
      ],
      commitment: Hexadecimal.hash(keyless), secret: secret ?? keyless.hexadecimal,
      seed: seed)
    return DrawReplay(
      record, id: PageStory.id, committed: record.commitment, allocated: PageStory.eken)
  }

  @Test func `a sound draw passes all four checks and its arithmetic points at the drawn`()
    throws
  {
    let model = DrawModel(PageStory.id, try replay())
    #expect(model.checks.map(\.holds) == [true, true, true, true])
    let drawn = try #require(model.candidates.first { $0.isDrawn })
    #expect(drawn.place == model.arithmetic?.place)
    #expect(model.candidates.last?.place == nil)
    let page = ListFixture.text(drawPage(model, frame: PageStory.frame()))
    #expect(page.contains("samsyn draw verify AFU-2026-0412"))
    #expect(PageCheck(page).faults.isEmpty)
  }

  @Test func `another secret fails the checks that depend on it`() throws {
    let model = DrawModel(PageStory.id, try replay(secret: String(repeating: "0", count: 64)))
    #expect(model.checks.map(\.holds) == [true, false, false, true])
    let page = ListFixture.text(drawPage(model, frame: PageStory.frame()))
    #expect(page.contains("Lottningen stämmer inte."))
  }
}
