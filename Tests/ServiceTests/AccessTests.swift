// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Who gets nothing at all, and that getting nothing looks the same as there being nothing.
@Suite struct AccessTests {
  /// Parties that an order to `p1` was never sent to.
  private static let strangers = [
    Cast.otherCoordinator, Cast.administrator(Cast.p2), Cast.administrator(Cast.p3),
    Cast.actor(.performer(Cast.hsa("SE0000000000-PX")), .examiner(.doctor), "px-1"),
  ]

  @Test(arguments: TestEngine.all)
  func `a stranger's answer is the same as for a case that does not exist`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let missing = try CaseNumber(year: 2026, serial: 9999)
      for actor in Self.strangers {
        for number in [id, missing] {
          #expect(
            try await refusal { try await stage.service.view(number, for: actor) }
              == Refusal(.notFound))
          #expect(
            try await refusal { try await stage.service.readers(of: number, for: actor) }
              == Refusal(.notFound))
          #expect(
            try await refusal { try await stage.service.replay(number, for: actor) }
              == Refusal(.notFound))
          #expect(
            try await refusal {
              try await stage.service.execute(
                .acceptOrder(OrderAccepted()), in: number, by: actor)
            } == Refusal(.notFound))
          #expect(try await stage.service.version(of: number, for: actor) == nil)
        }
        #expect(try await stage.listed(actor).isEmpty)
        #expect(try await stage.service.tasks(for: actor).rows.isEmpty)
        #expect(try await stage.service.counts(for: actor).isEmpty)
        for text in [id.description, "191212121212", "19121212-1212", Cast.agencyNumber] {
          #expect(try await stage.service.search(text, for: actor).isEmpty)
        }
        let last = try await stage.service.position()
        #expect(try await stage.service.news(for: actor, after: last - 1).isNew == false)
      }
    }
  }

  @Test func `another region can neither see performers' places nor allocate`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      #expect(
        try await refusal {
          try await stage.service.performerChoices(in: id, for: Cast.otherCoordinator)
        } == Refusal(.notFound))
      for allocate in [
        { try await stage.service.draw(id, comment: nil, by: Cast.otherCoordinator) },
        { try await stage.service.rotate(id, comment: nil, by: Cast.otherCoordinator) },
        {
          try await stage.service.allocate(
            id, to: Cast.p1, method: .direct, comment: nil, by: Cast.otherCoordinator)
        },
      ] { #expect(try await refusal(allocate)?.code == .notFound) }
      #expect(try await stage.status(id, Cast.coordinator) == .requested)
    }
  }

  @Test func `a performer that has lost the assignment is told nothing more and may do nothing`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase(Cast.p2)
      try await stage.perform(
        .withdrawAllocation(reason: "Utföraren är full"), in: id, by: Cast.coordinator)
      try await stage.allocate(id, to: Cast.p1)
      try await stage.inform(id)
      try await stage.order(id)
      let former = Cast.administrator(Cast.p2)
      let view = try await stage.service.view(id, for: former)
      #expect(view.status == .assignmentLost)
      #expect(view.events.map(\.event.kind) == [.performerAllocated, .allocationWithdrawn])
      #expect(view.state.insured == nil && view.state.order == nil)
      #expect(view.tasks.isEmpty)
      let before = try await stage.counts()
      for command in [
        Command.acceptOrder(OrderAccepted()), .reportConflict(reason: "Jäv"),
        .bookVisit(stage.visit()), .sendStatement(StatementSent(day: stage.today)),
      ] {
        #expect(
          try await refusal { try await stage.perform(command, in: id, by: former) }?.code
            == .wrongParty)
      }
      #expect(try await stage.counts() == before)
      let row = try #require(try await stage.listed(former).first)
      #expect(row.line.name == nil && row.line.personNumber == nil)
      #expect(row.line.performerName == nil && row.dueDay == nil)
    }
  }

  @Test func `the region gets identity but no medical content, the performer gets all`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let region = try await stage.service.view(id, for: Cast.coordinator)
      #expect(region.state.insured?.number == Cast.identity.number)
      #expect(region.state.order?.placed.background == nil)
      #expect(region.state.insured?.address == nil)
      let performer = try await stage.service.view(id, for: Cast.administrator())
      #expect(performer.state.order?.placed.background == Cast.background)
      #expect(performer.state.insured?.address == Cast.identity.address)
    }
  }

  @Test func `what had been sent by a day is what is seen of that day`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      let then = stage.time.now
      stage.time.move(days: 1)
      try await stage.inform(id)
      try await stage.order(id)
      let view = try await stage.service.view(id, for: Cast.coordinator, asOf: then)
      #expect(view.state.insured == nil)
      #expect(view.status == .awaitingOrder)
      #expect(
        try await refusal {
          try await stage.service.view(
            id, for: Cast.coordinator, asOf: then.adding(hours: -48))
        } == Refusal(.notFound))
    }
  }

  @Test(arguments: TestEngine.all)
  func `every opening and every search is logged, also in vain`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let before = try await stage.count("access_log")
      _ = try await stage.service.view(id, for: Cast.coordinator)
      _ = try await refusal { try await stage.service.view(id, for: Cast.otherCoordinator) }
      _ = try await stage.service.search("191212121212", for: Cast.coordinator)
      _ = try await stage.service.search("192302020235", for: Cast.coordinator)
      _ = try await stage.listed(Cast.coordinator)
      _ = try await stage.service.tasks(for: Cast.coordinator)
      #expect(try await stage.count("access_log") == before + 6)
      let own = try await stage.service.readers(of: id, for: Cast.coordinator)
      #expect(own.map(\.person) == [Cast.coordinator.person])
      #expect(own.map(\.action) == ["open"])
      // What others tried does not push a party's own reads out of its list.
      for _ in 0..<(Limits.pageRows + 5) {
        _ = try await refusal { try await stage.service.view(id, for: Cast.otherCoordinator) }
      }
      #expect(try await stage.service.readers(of: id, for: Cast.coordinator) == own)
      // Other organisations' readers are theirs to answer for.
      #expect(try await stage.service.readers(of: id, for: Cast.administrator()).isEmpty)
      let logged = try await stage.service.read { connection in
        try connection.query("SELECT * FROM access_log").map { "\($0)" }.joined()
      }
      #expect(!logged.contains("191212121212") && !logged.contains("Tolvan"))
    }
  }

  @Test func `whoever is refused what a case holds stands in its log, with nothing read`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      let stranger = Cast.otherCoordinator
      let attempts: [(String, () async throws -> Void)] = [
        ("open", { _ = try await stage.service.view(id, for: stranger) }),
        ("documents", { _ = try await stage.service.documents(in: id, for: stranger) }),
        (
          "document-search",
          {
            _ = try await stage.service.searchDocuments("värk", in: id, for: stranger)
          }
        ),
        ("document:\(document)", { _ = try await stage.bytes(document, in: id, for: stranger) }),
        ("statement-draft", { _ = try await stage.service.statementWork(in: id, for: stranger) }),
        ("statement", { _ = try await stage.service.sentStatement(in: id, for: stranger) }),
        ("threads", { _ = try await stage.service.conversation(id, for: stranger) }),
        ("thread", { _ = try await stage.service.thread(1, in: id, for: stranger) }),
        (
          "thread",
          {
            _ = try await stage.service.readThread(1, in: id, for: stranger, marks: true)
          }
        ),
      ]
      for (action, attempt) in attempts {
        let before = try await stage.logged(id, by: stranger)
        #expect(try await refusal(attempt)?.code == .notFound, "\(action)")
        let after = try await stage.logged(id, by: stranger)
        #expect(after.count == before.count + 1 && after.first?.action == action, "\(action)")
        #expect(after.first?.items == 0, "\(action)")
      }
      // A search is logged by what was searched for also where it is refused.
      let searches = try await stage.logged(id, by: stranger).filter { $0.searchHash != nil }
      #expect(searches.map(\.action) == ["document-search"])
    }
  }

  @Test func `who has been away for long is told of news in the order they came`() async throws {
    try await withStage(.sqlite) { stage in
      let start = try await stage.service.position()
      _ = try await stage.request(to: Cast.otherRegionID)
      let before = try await stage.service.position()
      _ = try await stage.request()
      let last = try await stage.service.position()
      #expect(before > start && last > before)
      var position = start
      var told = false
      while position < last && !told {
        let news = try await stage.service.news(for: Cast.coordinator, after: position, limit: 1)
        #expect(news.position == position + 1)
        (position, told) = news
      }
      #expect(told && position > before)
      let rest = try await stage.service.news(for: Cast.coordinator, after: last)
      #expect(rest.position == last && !rest.isNew)
    }
  }

  @Test func `a place in the journal is told so that it says nothing`() async throws {
    try await withStage(.sqlite) { stage in
      let service = stage.service
      let places = try [7, 7, 7, 1 << 40].map { try service.place(at: $0) }
      #expect(Set(places).count == 4 && Set(places.map(\.count)).count == 1)
      #expect(places.map(service.position(at:)) == [7, 7, 7, 1 << 40])
      for text in ["", "7", "-1", "9223372036854775807", places[0] + "00", "zz\(places[0])"] {
        #expect(service.position(at: text) == nil, "\(text)")
      }
    }
  }

  @Test func `a page of tasks that no list gave is refused`() async throws {
    try await withStage(.sqlite) { stage in
      _ = try await stage.request()
      #expect(
        try await refusal {
          try await stage.service.tasks(for: Cast.coordinator, cursor: "nonsense")
        } == Refusal(.outOfRange, field: "cursor"))
    }
  }
}

extension Stage {
  /// A person's lines in the log of a case, newest first.
  func logged(_ id: CaseNumber, by actor: Actor) async throws -> [AccessEntry] {
    let party = actor.party.description
    return try await service.read {
      try AccessLog($0).list(stream: id.description, of: [party])
    }
    .filter { $0.person == actor.person }
  }
}
