// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// A draw that every party can replay and nobody can steer.
@Suite struct DrawTests {
  private static func drawn(_ stage: Stage) async throws -> CaseNumber {
    let id = try await stage.request()
    _ = try await stage.service.draw(id, comment: nil, by: Cast.coordinator)
    return id
  }

  @Test(arguments: TestEngine.all)
  func `each party of the case replays the draw and finds it sound`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await Self.drawn(stage)
      let view = try await stage.service.view(id, for: Cast.officer)
      let drawn = try #require(view.state.performer)
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator(drawn)] {
        let replay = try #require(try await stage.service.replay(id, for: actor))
        #expect(replay.isSound)
        #expect(replay.allocated == drawn && replay.drawn == drawn)
        #expect(replay.candidates.map(\.performer).sorted() == Cast.performers)
        #expect(replay.candidates.allSatisfy { $0.freePlaces == 5 })
      }
      // Försäkringskassan and the region were told the commitment with the request.
      let replay = try #require(try await stage.service.replay(id, for: Cast.officer))
      #expect(replay.committedBefore == replay.commitment)
      let events = try await stage.history(id).map(\.event.kind)
      #expect(events.contains(.drawCommitted))
      let commitment = events.firstIndex(of: .drawCommitted) ?? 99
      #expect(commitment < events.firstIndex(of: .performerAllocated) ?? 0)
    }
  }

  @Test func `a record that has been changed is found out`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await Self.drawn(stage)
      let replay = try #require(try await stage.service.replay(id))
      func again(
        candidates: [DrawCandidate]? = nil, commitment: String? = nil, secret: String? = nil,
        seed: String? = nil, id: CaseNumber = id, committed: String? = replay.committedBefore,
        allocated: HSAID = replay.allocated
      ) -> DrawReplay {
        DrawReplay(
          DrawRecord(
            candidates: candidates ?? replay.candidates,
            commitment: commitment ?? replay.commitment, secret: secret ?? replay.secret,
            seed: seed ?? replay.seed),
          id: id, committed: committed, allocated: allocated)
      }
      let other = String(repeating: "0123456789abcdef", count: 4)
      #expect(again().isSound)
      #expect(!again(commitment: other).isSound)
      #expect(!again(secret: other).isSound)
      #expect(!again(seed: other).isSound)
      #expect(!again(secret: "kort").isSound)
      #expect(!again(committed: other).isSound)
      #expect(!again(id: try CaseNumber(year: 2026, serial: 77)).isSound)
      #expect(!again(candidates: []).isSound)
      let loser = try #require(Cast.performers.first { $0 != replay.allocated })
      #expect(!again(allocated: loser).isSound)
      let full = replay.candidates.map {
        DrawCandidate(
          performer: $0.performer, name: $0.name,
          freePlaces: $0.performer == replay.allocated ? 0 : $0.freePlaces)
      }
      #expect(!again(candidates: full).isSound)
    }
  }

  @Test func `over many cases every performer is drawn about as often`() async throws {
    try await withStage(.sqlite) { stage in
      try await stage.service.save(Cast.settings(places: 1000), by: Cast.coordinator)
      var drawn: [HSAID: Int] = [:]
      // Secrets depend on key and case number only, so this is the same in every run.
      for serial in 1...3000 {
        let id = try CaseNumber(year: 2026, serial: serial)
        let record = DrawSecret(keyring: stage.keyring, id: id, round: 0).draw(
          among: Cast.performers.map {
            DrawCandidate(performer: $0, name: "", freePlaces: 3)
          })
        drawn[try #require(record.drawn), default: 0] += 1
      }
      // Chi-square with 2 degrees of freedom: 13.8 is exceeded once in a thousand times.
      let expected = 1000.0
      let chiSquare = Cast.performers.reduce(0.0) { sum, performer in
        let difference = Double(drawn[performer, default: 0]) - expected
        return sum + difference * difference / expected
      }
      #expect(chiSquare < 13.8, "\(drawn)")
      var served: Set<HSAID> = []
      for _ in 0..<12 {
        let id = try await Self.drawn(stage)
        let view = try await stage.service.view(id, for: Cast.officer)
        served.insert(try #require(view.state.performer))
      }
      #expect(served.count > 1)
    }
  }

  @Test func `a case that comes back gets a new secret, committed before the new choice`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await Self.drawn(stage)
      let first = try #require(try await stage.service.replay(id))
      try await stage.perform(
        .withdrawAllocation(reason: "Ny lottning"), in: id, by: Cast.coordinator)
      _ = try await stage.service.draw(id, comment: nil, by: Cast.coordinator)
      let second = try #require(try await stage.service.replay(id))
      #expect(second.isSound && first.isSound)
      #expect(second.secret != first.secret && second.commitment != first.commitment)
    }
  }

  @Test func `a full or conflicted performer is not drawn, and with none left nobody is`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings(places: 0)
      settings.performers[1].places = 1
      try await stage.service.save(settings, by: Cast.coordinator)
      let id = try await Self.drawn(stage)
      let replay = try #require(try await stage.service.replay(id))
      #expect(replay.allocated == Cast.p2 && replay.isSound)
      #expect(replay.candidates.map(\.freePlaces).sorted() == [0, 0, 1])
      let other = try await stage.request()
      #expect(
        try await refusal {
          try await stage.service.draw(other, comment: nil, by: Cast.coordinator)
        } == Refusal(.drawEmpty))
      try await stage.perform(
        .reportConflict(reason: "Släkt"), in: id, by: Cast.administrator(Cast.p2))
      #expect(
        try await refusal {
          try await stage.service.draw(id, comment: nil, by: Cast.coordinator)
        } == Refusal(.drawEmpty))
    }
  }

  @Test func `a draw made up by the caller is refused`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let candidates = [DrawCandidate(performer: Cast.p1, name: "P1", freePlaces: 1)]
      let forged = DrawRecord(
        candidates: candidates, commitment: String(repeating: "a", count: 64),
        secret: String(repeating: "b", count: 64), seed: String(repeating: "c", count: 64))
      for draw in [forged, nil] {
        #expect(
          try await refusal {
            try await stage.service.execute(
              .allocate(Cast.unit(Cast.p1), method: .draw, draw: draw, comment: nil), in: id,
              by: Cast.coordinator)
          }?.code == .drawInvalid)
      }
    }
  }
}
