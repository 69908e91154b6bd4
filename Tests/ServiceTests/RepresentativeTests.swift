// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// The account of who acts for the insured opens the case in which it is registered, on the days of
/// the registration and on no others.
@Suite struct RepresentativeTests {
  private static let number = Cast.number("198503152384")
  private static let stranger = Cast.number("201212121212")

  private static func actor(
    _ number: PersonalIdentityNumber, of insured: PersonalIdentityNumber = Cast.identity.number
  ) -> Actor {
    Cast.actor(.insured, .insured, Cast.account(insured, representative: number))
  }

  private static func register(
    _ stage: Stage, in id: CaseNumber, from: Int = 0, through: Int? = nil
  ) async throws {
    try await stage.perform(
      .registerRepresentative(
        RepresentativeRegistration(
          kind: .administrator, name: "Förvaltare Ett", identity: number,
          from: stage.today.adding(days: from),
          through: through.map { stage.today.adding(days: $0) }, basis: "Förordnande")),
      in: id, by: Cast.officer)
  }

  /// What the account gets of a case, in every way there is to ask for it.
  private static func isShut(
    _ stage: Stage, _ id: CaseNumber, to actor: Actor
  ) async throws -> Bool {
    let service = stage.service
    let answers: [Refusal?] = [
      try await refusal { try await service.view(id, for: actor) },
      try await refusal { try await service.ownReaders(of: id, for: actor) },
      try await refusal { try await service.conversation(id, for: actor) },
      try await refusal { try await service.unsentDocuments(in: id, by: actor) },
      try await refusal {
        try await service.execute(
          .recordOpposition(InsuredOpposed(day: stage.today)), in: id, by: actor)
      },
    ]
    let own = try await service.ownCases(for: actor)
    let version = try await service.version(of: id, for: actor)
    return answers.allSatisfy { $0 == Refusal(.notFound) } && !own.contains(id) && version == nil
  }

  @Test(arguments: TestEngine.all)
  func `it opens on the days of the registration and on no others`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let actor = Self.actor(Self.number)
      #expect(try await Self.isShut(stage, id, to: actor))
      try await Self.register(stage, in: id, from: 2, through: 3)
      #expect(try await Self.isShut(stage, id, to: actor))
      stage.time.move(days: 2)
      #expect(try await stage.service.view(id, for: actor).state.id == id)
      #expect(try await stage.service.ownCases(for: actor) == [id])
      stage.time.move(days: 1)
      #expect(try await stage.service.version(of: id, for: actor) != nil)
      stage.time.move(days: 1)
      #expect(try await Self.isShut(stage, id, to: actor))
    }
  }

  @Test func `ended it opens nothing from that moment, and registered anew it does`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let actor = Self.actor(Self.number)
      try await Self.register(stage, in: id)
      _ = try await stage.service.view(id, for: actor)
      try await stage.perform(
        .endRepresentative(RepresentativeEnded(number: 1)), in: id, by: Cast.officer)
      #expect(try await Self.isShut(stage, id, to: actor))
      #expect(try await stage.service.view(id, for: Cast.insured).state.id == id)
      try await Self.register(stage, in: id)
      #expect(try await stage.service.view(id, for: actor).state.id == id)
    }
  }

  @Test func `it opens no other case of the same person, and no case of another`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let other = try await stage.orderedCase()
      try await Self.register(stage, in: id)
      let actor = Self.actor(Self.number)
      #expect(try await stage.service.ownCases(for: actor) == [id])
      #expect(try await Self.isShut(stage, other, to: actor))
      #expect(try await Self.isShut(stage, id, to: Self.actor(Self.stranger)))
      #expect(try await Self.isShut(stage, id, to: Self.actor(Self.number, of: Self.stranger)))
      let word = Cast.actor(.insured, .insured, Cast.account(Cast.identity.number) + ":ombud")
      #expect(try await Self.isShut(stage, id, to: word))
    }
  }

  @Test func `who read as a representative stands in the log, and what she does in her name`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.bookedCase()
      try await Self.register(stage, in: id)
      let actor = Self.actor(Self.number)
      _ = try await stage.service.view(id, for: actor)
      let reads = try await stage.service.ownReaders(of: id, for: Cast.insured)
      let hers = try #require(reads.first { $0.entry.person == actor.person })
      #expect(hers.name == "Förvaltare Ett" && hers.representative == .administrator)
      #expect(reads.filter { $0.representative != nil }.allSatisfy { $0.name != nil })
      try await stage.perform(
        .requestVisitMove(VisitMoveRequested(number: 1, wishes: "Fredag")), in: id, by: actor)
      let view = try await stage.service.view(id, for: Cast.insured)
      let asked = view.events.last { $0.event.kind == .visitMoveRequested }
      #expect(asked?.author.person == actor.person)
    }
  }

  @Test func `who reads often puts nobody else out of the sight of the insured`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      _ = try await stage.service.view(id, for: Cast.officer)
      for _ in 1...250 {
        stage.time.move(minutes: 1)
        try await stage.service.log(
          "case", by: Cast.insured, case: id, purpose: .casework, items: 1)
      }
      let reads = try await stage.service.ownReaders(of: id, for: Cast.insured)
      #expect(reads.count > 250)
      #expect(reads.last?.entry.person == Cast.officer.person)
      #expect(reads.map(\.entry.at) == reads.map(\.entry.at).sorted(by: >))
    }
  }

  @Test func `the identity number reaches nobody but Försäkringskassan`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await Self.register(stage, in: id)
      for actor in [Cast.insured, Cast.administrator(), Cast.coordinator, Self.actor(Self.number)] {
        let view = try await stage.service.view(id, for: actor)
        let json = String(
          decoding: try stableJSON(CaseJSON(view, rules: stage.service.rules)), as: UTF8.self)
        #expect(!json.contains(Self.number.digits12), "\(actor.party)")
        #expect(json.contains("Förvaltare Ett") == (actor.party.role != .region))
      }
      let agency = try await stage.service.view(id, for: Cast.officer)
      #expect(agency.state.representatives.first?.identity == Self.number)
    }
  }

  @Test func `in a demonstration the registration gives an account, elsewhere none`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await Self.register(stage, in: id)
      #expect(try await stage.service.people().isEmpty)
    }
  }
}
