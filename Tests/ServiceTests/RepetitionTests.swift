// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// What is said twice is done once, and what was said of an old page is not done at all.
@Suite struct RepetitionTests {
  @Test(arguments: TestEngine.all)
  func `a command with the same key is done once`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let command = Command.acceptOrder(OrderAccepted())
      let first = try await stage.service.execute(
        command, in: id, by: Cast.administrator(), key: "k1")
      let before = try await stage.counts()
      let again = try await stage.service.execute(
        command, in: id, by: Cast.administrator(), key: "k1")
      #expect(again.isRepetition && !first.isRepetition)
      #expect(again.versions == first.versions)
      #expect(try await stage.counts() == before)
    }
  }

  /// The clock has gone on between the two, and midnight has passed.
  @Test func `what the insured says twice a while apart is done once`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      func cancel() async throws -> CommandResult {
        let cancelled = VisitCancelled(
          number: 1, cause: .insured, reached: stage.time.now, reason: "Feber")
        return try await stage.service.execute(
          .cancelVisit(cancelled), in: id, by: Cast.insured, key: "c")
      }
      func oppose() async throws -> CommandResult {
        try await stage.service.execute(
          .recordOpposition(InsuredOpposed(day: stage.today)), in: id, by: Cast.insured, key: "o")
      }
      let first = try await cancel()
      let said = try await oppose()
      let reached = stage.time.now
      stage.time.move(minutes: 24 * 60)
      let again = try await cancel()
      #expect(again.isRepetition && again.versions == first.versions)
      let saidAgain = try await oppose()
      #expect(saidAgain.isRepetition && saidAgain.versions == said.versions)
      let other = Command.cancelVisit(
        VisitCancelled(number: 1, cause: .insured, reached: reached, reason: "Annat"))
      #expect(
        try await refusal {
          try await stage.service.execute(other, in: id, by: Cast.insured, key: "c")
        } == Refusal(.keyReused))
      let view = try await stage.service.view(id, for: Cast.insured)
      guard case .cancelled(let cancelled) = view.state.visit(1)?.outcome else {
        Issue.record("the visit stands")
        return
      }
      #expect(cancelled.reached == reached && view.state.opposition?.day == reached.day)
    }
  }

  @Test func `a request with the same key begins one case`() async throws {
    try await withStage(.sqlite) { stage in
      let first = try await stage.service.request(
        Cast.request(), insured: nil, by: Cast.officer, key: "new")
      let again = try await stage.service.request(
        Cast.request(), insured: nil, by: Cast.officer, key: "new")
      #expect(first.id == again.id && again.isRepetition)
      #expect(try await stage.listed(Cast.officer).count == 1)
    }
  }

  @Test func `a key belongs to the party that used it`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      try await stage.inform(id)
      _ = try await stage.service.execute(
        .placeOrder(Cast.order(to: Cast.p1)), in: id, by: Cast.officer, key: "same")
      let other = try await stage.service.execute(
        .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(), key: "same")
      #expect(!other.isRepetition)
      #expect(try await stage.status(id, Cast.officer) == .awaitingDocuments)
    }
  }

  @Test(arguments: TestEngine.all)
  func `of two who act on the same version one is refused`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let seen = try #require(try await stage.service.version(of: id, for: Cast.administrator()))
      _ = try await stage.service.execute(
        .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(), expecting: seen)
      let before = try await stage.counts()
      let second = try await refusal {
        try await stage.service.execute(
          .returnOrder(.incomplete, reason: "Saknar uppgifter"), in: id,
          by: Cast.administrator(), expecting: seen)
      }
      #expect(second?.code == .staleVersion)
      #expect(try await stage.counts() == before)
    }
  }

  @Test func `what others do unseen does not make a party's version old`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let seen = try #require(try await stage.service.version(of: id, for: Cast.officer))
      // Försäkringskassan is not told whom the region asks.
      try await stage.perform(
        .sendInquiries(
          performers: [Cast.p1], answerBy: stage.today.adding(days: 2), message: nil),
        in: id, by: Cast.coordinator)
      #expect(try await stage.service.version(of: id, for: Cast.officer) == seen)
      _ = try await stage.service.execute(
        .recordInformed(
          InsuredInformed(day: stage.today, channel: .letter, invitedToAdd: true)),
        in: id, by: Cast.officer, expecting: seen)
    }
  }

  @Test(arguments: TestEngine.all)
  func `commands that arrive at once are done one after the other`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for place in 0..<8 {
          group.addTask {
            let command =
              place % 2 == 0
              ? Command.acceptOrder(OrderAccepted())
              : .returnOrder(.incomplete, reason: "Saknar uppgifter")
            let done = try? await stage.service.execute(
              command, in: id, by: Cast.administrator(), key: "k\(place)")
            return done != nil
          }
        }
        return await group.reduce(into: [Bool]()) { $0.append($1) }
      }
      #expect(outcomes.count { $0 } == 1)
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a key that comes again with another command is refused and does nothing`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let performer = Cast.administrator()
      let command = Command.acceptOrder(OrderAccepted(comment: "Ja"))
      _ = try await stage.service.execute(command, in: id, by: performer, key: "k")
      let before = try await stage.counts()
      let other = Command.acceptOrder(OrderAccepted(comment: "Nej"))
      for attempt in [
        { try await stage.service.execute(other, in: id, by: performer, key: "k") },
        {
          try await stage.service.execute(
            .appointDoctor(DoctorAppointed(name: "Läkare Ett")), in: id, by: performer, key: "k")
        },
      ] { #expect(try await refusal(attempt)?.code == .keyReused) }
      #expect(
        try await stage.service.execute(command, in: id, by: performer, key: "k").isRepetition)
      #expect(try await stage.counts() == before)
    }
  }

  @Test func `an allocation is repeated by what was asked, not by whom it gave`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let region = Cast.coordinator
      let first = try await stage.service.rotate(id, comment: nil, by: region, key: "k")
      let again = try await stage.service.rotate(id, comment: nil, by: region, key: "k")
      #expect(again.isRepetition && again.versions == first.versions)
      for attempt in [
        { try await stage.service.rotate(id, comment: "Annan", by: region, key: "k") },
        { try await stage.service.draw(id, comment: nil, by: region, key: "k") },
        {
          try await stage.service.allocate(
            id, to: Cast.p1, method: .direct, comment: nil, by: region, key: "k")
        },
      ] { #expect(try await refusal(attempt)?.code == .keyReused) }
    }
  }
}
