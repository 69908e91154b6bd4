// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Service

/// One command of every kind.
private enum CommandSample {
  static let day = Day("2026-03-02")!
  static let instant = Instant("2026-03-10T09:00:00.000Z")!
  static let digits = String(repeating: "a", count: 64)
  static let summons = Summons(day: day, channel: .letter)

  static let all: [Command] = agency + region + performer + shared

  static let agency: [Command] = [
    .requestPerformer(Cast.request(), insured: Cast.identity),
    .requestPerformer(Cast.request(), insured: nil),
    .recordInformed(InsuredInformed(day: day, channel: .letter, invitedToAdd: true)),
    .placeOrder(Cast.order(to: Cast.p1)),
    .updateOrder(OrderUpdated(comment: "Ny"), lastDay: day),
    .updateOrder(OrderUpdated(), lastDay: nil),
    .answerOrderSupplement(
      OrderSupplemented(number: 1, documents: DocumentList([]), answer: "Finns inte")),
    .decideExtension(ExtensionDecided(number: 1, approved: [.psychologist], lastDay: day)),
    .stateExtensionDay(ExtensionDayStated(lastDay: day)),
    .decideDeferral(DeferralDecided(number: nil, lastDay: day)),
    .decideRemainingVisits(
      RemainingVisitsDecided(deviation: 1, keep: [2], cancel: [3], comment: nil)),
    .recordStatementArrival(StatementArrived(day: day, lastSupplementRequestDay: day)),
    .requestStatementSupplement(question: "Varför?", answerBy: nil),
    .recordSupplementArrival(number: 1, day: day, lastSupplementRequestDay: nil),
    .endAssessment(AssessmentEnded(reason: .aborted, comment: "Slut")),
  ]

  static let region: [Command] = [
    .commitDraw(DrawCommitted(commitment: digits)),
    .sendInquiries(performers: Cast.performers, answerBy: day, message: nil),
    .withdrawInquiry(Cast.p1),
    .allocate(
      Cast.unit(Cast.p1), method: .draw,
      draw: DrawRecord(
        candidates: [DrawCandidate(performer: Cast.p1, name: "P", freePlaces: 1)],
        commitment: digits, secret: digits, seed: digits),
      comment: "Lott"),
    .declineRequest(RequestDeclined(reason: "Ingen plats")),
    .withdrawAllocation(reason: "Stängd"),
    .notifyDelay(DelayNotified(reason: "Sjuk", expectedDay: day)),
    .requestDeferral(reason: "Sjuk", proposedDay: nil),
  ]

  static let performer: [Command] = [
    .answerInquiry(InquiryAnswered(performer: Cast.p1, accepts: true, startDay: day)),
    .acceptOrder(OrderAccepted(comment: "Ja")),
    .returnOrder(.incomplete, reason: "Språk saknas"),
    .requestOrderSupplement(parts: [.medical], question: "Journal?"),
    .confirmComplete(UnderlagCompleted(day: day)),
    .appointDoctor(DoctorAppointed(name: "Läkare Ett")),
    .appointExaminer(person: "psykolog-1", name: "Psykolog Ett", profession: .psychologist),
    .releaseExaminer(person: "psykolog-1"),
    .bookVisit(
      VisitBooking(profession: .doctor, start: instant, place: "Rum 1", summons: summons)),
    .moveVisit(
      VisitMoved(
        number: 1, start: instant, end: nil, place: "Rum 2", interpreterBooked: true,
        reason: nil)),
    .declineVisitMove(VisitMoveDeclined(number: 1, reason: "Fullt")),
    .requestVisitMove(VisitMoveRequested(number: 1, wishes: "Fredag")),
    .addDocuments(
      InsuredDocumentsAdded(
        documents: DocumentList([
          SupportingDocument(kind: .fromInsured, title: "Brev", dated: day, pages: 1)
        ]))),
    .registerRepresentative(
      RepresentativeRegistration(
        kind: .proxy, name: "Ombud Ett", identity: Cast.identity.number, from: day, through: day,
        basis: "Fullmakt", covers: "Allt")),
    .endRepresentative(RepresentativeEnded(number: 1)),
    .giveSelfRating(SelfRatingGiven(form: "statement-afu-1", levels: ["abilities.x": 2])),
    .recordSummons(SummonsSent(number: 1, summons: summons)),
    .cancelVisit(
      VisitCancelled(number: 1, cause: .insured, reached: instant, reason: "Feber")),
    .reportVisit(.performed(VisitPerformed(number: 1, interpreterTookPart: false))),
    .reportVisit(.missed(VisitMissed(number: 1, cause: .absent, reason: nil))),
    .proposeExtension(professions: [.psychologist, .physiotherapist], reason: "Behövs"),
    .reportDelayRisk(DelayRiskReported(reason: "Sjuk")),
    .reportConflict(reason: "Jäv"),
    .sendStatement(StatementSent(day: day)),
    .sendStatementSupplement(number: 1, day: day), .releaseStatement,
    .recordOpposition(InsuredOpposed(day: day, note: "Sa det i telefon")),
    .withdrawOpposition(OppositionWithdrawn(day: day)),
  ]

  static let shared: [Command] = [
    .reportDeviation(DeviationReport(visit: nil, cause: .care, time: instant)),
    .correct(version: 3, reason: "Fel", nil),
    .correct(
      version: 3, reason: "Fel dag",
      .command(.confirmComplete(UnderlagCompleted(day: day)))),
    .notice(
      DeadlineNoticed(task: .answerInquiry, dueDay: day, party: .performer(Cast.p1)),
      passed: true),
  ]
}

private func text(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

private func decoded<Value: Decodable>(
  _ json: String, as type: Value.Type = Value.self
) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}

@Suite struct `Commands as JSON` {
  @Test func `every kind is written and read back the same`() throws {
    #expect(Set(CommandSample.all.map(\.kind)) == Set(ActionKind.allCases))
    for command in CommandSample.all {
      let json = try text(command)
      #expect(json.contains("\"kind\":\"\(command.kind.rawValue)\""))
      #expect(try decoded(json, as: Command.self) == command, "\(command.kind)")
    }
  }

  @Test func `values that belong together are named`() throws {
    let day = CommandSample.day
    #expect(
      try text(Command.updateOrder(OrderUpdated(comment: "Ny"), lastDay: day))
        == """
        {"data":{"lastDay":"2026-03-02","update":{"comment":"Ny"}},"kind":"updateOrder"}
        """)
    #expect(
      try text(Command.reportVisit(.missed(VisitMissed(number: 1, cause: .absent, reason: nil))))
        == """
        {"data":{"missed":{"cause":"absent","number":1}},"kind":"reportVisit"}
        """)
  }

  @Test(arguments: [
    ("{\"data\":{}}", "kind"),
    ("{\"kind\":\"19121212-1212\",\"data\":{}}", "kind"),
    ("{\"kind\":\"confirmComplete\",\"data\":{\"day\":\"19121212-1212\"}}", "data.day"),
    (
      "{\"kind\":\"correct\",\"data\":{\"version\":1,\"reason\":\"x\",\"replacement\":"
        + "{\"kind\":\"confirmComplete\",\"data\":{}}}}", "data.replacement.data.day"
    ),
    ("{\"kind\":\"reportVisit\",\"data\":{}}", "data"),
    (
      "{\"kind\":\"answerOrderSupplement\",\"data\":{\"number\":1,\"documents\":"
        + "{\"count\":2,\"pages\":3}}}", "data.documents.items"
    ),
  ])
  func `a fault is told by its place`(json: String, place: String) throws {
    let error = #expect(throws: DecodingError.self) { try decoded(json, as: Command.self) }
    let path: [any CodingKey]
    switch try #require(error) {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .valueNotFound(_, let context), .typeMismatch(_, let context),
      .dataCorrupted(let context):
      path = context.codingPath
      #expect(!context.debugDescription.contains("1912"))
    @unknown default: path = []
    }
    #expect(path.map(\.stringValue).joined(separator: ".") == place)
  }

  @Test func `a list of documents is counted, whatever count is stated`() throws {
    let list: DocumentList = try decoded(
      """
      {"count":99,"pages":0,"items":[{"kind":"andra-handlingar","title":"A","pages":3},
      {"kind":"andra-handlingar","title":"B","pages":4}]}
      """)
    #expect(list.count == 2 && list.pages == 7)
    let facts: DocumentList = try decoded("{\"count\":2,\"pages\":7}")
    #expect(facts == list.facts)
    let endless = "{\"kind\":\"andra-handlingar\",\"title\":\"A\",\"pages\":\(Int.max)}"
    #expect(throws: DecodingError.self) {
      try decoded("{\"items\":[\(endless),\(endless)]}", as: DocumentList.self)
    }
  }

  @Test func `an allocation over an interface names a performer and nothing more`() throws {
    let request: CommandRequest = try decoded(
      "{\"kind\":\"allocate\",\"data\":{\"method\":\"direkt\",\"performer\":\"\(Cast.p1)\"}}")
    #expect(request == .allocate(AllocationRequest(performer: Cast.p1, method: .direct)))
    #expect(try decoded(try text(request), as: CommandRequest.self) == request)
    for command in CommandSample.all where command.kind != .allocate {
      #expect(try decoded(try text(command), as: CommandRequest.self) == .command(command))
    }
  }
}

@Suite struct `Commands given over an interface` {
  @Test(arguments: AllocationMethod.allCases)
  func `every way of choosing gives a performer`(method: AllocationMethod) async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      if method == .inquiry {
        try await stage.perform(
          .sendInquiries(performers: [Cast.p2], answerBy: stage.today, message: nil), in: id,
          by: Cast.coordinator)
        try await stage.perform(
          .answerInquiry(InquiryAnswered(performer: Cast.p2, accepts: true)), in: id,
          by: Cast.administrator(Cast.p2))
      }
      let named = method == .direct || method == .inquiry
      _ = try await stage.service.execute(
        .allocate(AllocationRequest(performer: named ? Cast.p2 : nil, method: method)),
        in: id, by: Cast.coordinator)
      let view = try await stage.service.view(id, for: Cast.officer)
      #expect(view.state.allocation?.method == method)
      if named { #expect(view.state.performer == Cast.p2) }
      if method == .draw { #expect(DrawReplay(view)?.isSound == true) }
    }
  }

  @Test(arguments: [AllocationMethod.rotation, .draw])
  func `a choice that took the last place can be told again`(
    method: AllocationMethod
  ) async throws {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings(places: 1)
      settings.performers = Array(settings.performers.prefix(1))
      try await stage.service.save(settings, by: Cast.coordinator)
      let id = try await stage.request()
      let request = CommandRequest.allocate(AllocationRequest(performer: nil, method: method))
      let first = try await stage.service.execute(
        request, in: id, by: Cast.coordinator, key: "once")
      let again = try await stage.service.execute(
        request, in: id, by: Cast.coordinator, key: "once")
      #expect(again.isRepetition && again.versions == first.versions)
    }
  }

  @Test func `a finished allocation is not received`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let refused = try await refusal {
        try await stage.service.execute(
          .command(.allocate(Cast.unit(Cast.p1), method: .direct, draw: nil, comment: nil)),
          in: id, by: Cast.coordinator)
      }
      #expect(refused?.code == .wrongFunction)
    }
  }
}

@Suite struct `Cases as JSON` {
  @Test func `a case is written and read back the same for every party`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      let late = VisitCancelled(
        number: 1, cause: .insured, reached: stage.time.now, reason: "Feber")
      try await stage.perform(.cancelVisit(late), in: id, by: Cast.administrator())
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        let view = try await stage.service.view(id, for: actor)
        let shown = CaseJSON(view, rules: stage.service.rules)
        let again: CaseJSON = try decoded(try text(shown))
        #expect(again == shown)
        #expect(shown.version == view.events.last?.version)
        #expect(shown.events.map(\.version) == view.events.map(\.version))
        #expect(shown.visits.first?.state == .cancelled)
        #expect(shown.visits.first?.lateness?.late == false)
      }
    }
  }

  @Test func `the region is shown no medical content and no address`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      let view = try await stage.service.view(id, for: Cast.coordinator)
      let json = try text(CaseJSON(view, rules: stage.service.rules))
      #expect(json.contains("191212121212"))
      for secret in [Cast.background, "Prövning av sjukpenning", "Hemligstigen", "070-121"] {
        #expect(!json.contains(secret), "\(secret)")
      }
    }
  }

  @Test func `an event says which roles were told, and no other performer`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      try await stage.perform(
        .sendInquiries(
          performers: [Cast.p1, Cast.p2], answerBy: stage.today, message: nil), in: id,
        by: Cast.coordinator)
      let view = try await stage.service.view(id, for: Cast.administrator(Cast.p1))
      let events = EventJSON.list(view)
      #expect(events.map(\.audience) == [["region": .full, "performer": .full]])
      #expect(!(try text(events).contains(Cast.p2.text)))
    }
  }

  @Test func `a corrected event points at its correction`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      let view = try await stage.service.view(id, for: Cast.administrator())
      let wrong = try #require(view.events.first { $0.event.kind == .underlagCompleted })
      stage.time.move(days: 1)
      let right = Command.confirmComplete(UnderlagCompleted(day: stage.today))
      try await stage.perform(
        .correct(version: wrong.version, reason: "Fel dag", .command(right)), in: id,
        by: Cast.administrator())
      let after = EventListJSON(
        try await stage.service.view(id, for: Cast.officer), after: wrong.version - 1)
      #expect(after.items.first?.correctedBy == after.items.last?.version)
      #expect(try decoded(try text(after), as: EventListJSON.self) == after)
    }
  }

  @Test func `actions say why not, in both languages`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let view = try await stage.service.view(id, for: Cast.officer)
      let shown = CaseJSON(view, rules: stage.service.rules)
      let order = try #require(shown.actions.first { $0.kind == .placeOrder })
      #expect(!order.allowed && order.code == .noPerformer)
      #expect(order.reason == Refusal(.noPerformer).text)
      let inform = try #require(shown.actions.first { $0.kind == .recordInformed })
      #expect(inform.allowed && inform.code == nil && inform.reason == nil)
    }
  }
}
