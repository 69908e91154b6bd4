// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Service

/// What a region settles for itself, and how rotation follows from it.
@Suite struct RegionTests {
  private static func rotate(_ stage: Stage) async throws -> HSAID? {
    let id = try await stage.request()
    _ = try await stage.service.rotate(id, comment: nil, by: Cast.coordinator)
    return try await stage.service.view(id, for: Cast.officer).state.performer
  }

  @Test(arguments: TestEngine.all)
  func `rotation goes round in the region's order`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      var order: [HSAID?] = []
      for _ in 0..<5 { order.append(try await Self.rotate(stage)) }
      #expect(order == [Cast.p1, Cast.p2, Cast.p3, Cast.p1, Cast.p2])
    }
  }

  @Test func `rotation passes over who is full, has left or has a conflict`() async throws {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings()
      settings.performers[1].contractTo = stage.today.adding(days: -1)
      try await stage.service.save(settings, by: Cast.coordinator)
      #expect(try await Self.rotate(stage) == Cast.p1)
      #expect(try await Self.rotate(stage) == Cast.p3)
      settings.performers[0].places = 1
      try await stage.service.save(settings, by: Cast.coordinator)
      // The turn is kept through a change of settings.
      #expect(try await Self.rotate(stage) == Cast.p3)
    }
  }

  @Test func `a refused command does not use up a turn`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      #expect(
        try await refusal {
          try await stage.service.rotate(id, comment: nil, by: Cast.coordinator)
        }?.code == .alreadyAllocated)
      #expect(try await Self.rotate(stage) == Cast.p1)
    }
  }

  @Test func `a way of choosing that the region has not settled on is refused`() async throws {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings()
      settings.processes = [.direct]
      try await stage.service.save(settings, by: Cast.coordinator)
      let id = try await stage.request()
      for choose in [
        { try await stage.service.rotate(id, comment: nil, by: Cast.coordinator) },
        { try await stage.service.draw(id, comment: nil, by: Cast.coordinator) },
      ] {
        #expect(try await refusal(choose) == Refusal(.outOfRange, field: "method"))
      }
      try await stage.allocate(id)
    }
  }

  @Test func `a performer without a contract can neither be asked nor given a case`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      let stranger = Cast.hsa("SE0000000000-PX")
      #expect(
        try await refusal {
          try await stage.service.allocate(
            id, to: stranger, method: .direct, comment: nil, by: Cast.coordinator)
        }?.code == .performerUnknown)
      #expect(
        try await refusal {
          try await stage.perform(
            .sendInquiries(
              performers: [stranger], answerBy: stage.today.adding(days: 1), message: nil),
            in: id, by: Cast.coordinator)
        }?.code == .performerUnknown)
    }
  }

  @Test func `only the region's own coordinators read and change its settings`() async throws {
    try await withStage(.sqlite) { (stage: Stage) async throws in
      let system = Cast.actor(.region(Cast.regionID), .system, "samsyn")
      for actor in [Cast.otherCoordinator, Cast.officer, Cast.administrator(), system] {
        #expect(
          try await refusal {
            try await stage.service.save(Cast.settings(), by: actor)
          }?.code == .wrongParty)
      }
      for actor in [Cast.otherCoordinator, Cast.officer, Cast.administrator()] {
        #expect(
          try await refusal {
            try await stage.service.settings(of: Cast.regionID, for: actor)
          }?.code == .wrongParty)
      }
      #expect(
        try await stage.service.settings(of: Cast.regionID, for: Cast.coordinator).name
          == "Region A")
    }
  }

  @Test func `settings that contradict themselves are refused with the field`() async throws {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings()
      settings.performers[2].places = -1
      #expect(
        try await refusal { try await stage.service.save(settings, by: Cast.coordinator) }
          == Refusal(.outOfRange, field: "performers.2.places"))
      let kept = try await stage.service.settings(of: Cast.regionID, for: Cast.coordinator)
      #expect(kept.performers.map(\.places) == [5, 5, 5])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a new target moves the days of open cases at once`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      _ = try await stage.request()
      #expect(
        try await stage.listed(Cast.coordinator).map(\.dueDay) == [Day("2026-03-05")])
      var settings = Cast.settings()
      settings.targets.answerRequestDays = 5
      try await stage.service.save(settings, by: Cast.coordinator)
      for actor in [Cast.coordinator, Cast.officer] {
        #expect(try await stage.listed(actor).map(\.dueDay) == [Day("2026-03-09")])
      }
    }
  }

  @Test func `a request that goes on to another region has that region's targets`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      var settings = Cast.settings(Cast.otherRegionID)
      settings.targets.answerRequestDays = 10
      try await stage.service.save(settings, by: Cast.otherCoordinator)
      let id = try await stage.request()
      try await stage.perform(
        .declineRequest(RequestDeclined(reason: "Ingen plats")), in: id, by: Cast.coordinator)
      try await stage.perform(
        .requestPerformer(Cast.request(to: Cast.otherRegionID), insured: nil), in: id,
        by: Cast.officer)
      #expect(
        try await stage.listed(Cast.otherCoordinator).map(\.dueDay) == [Day("2026-03-16")])
      let digest = try await stage.service.listsDigest()
      try await stage.service.rebuild()
      #expect(try await stage.service.listsDigest() == digest)
    }
  }

  @Test func `a request to a region that does not exist is refused`() async throws {
    try await withStage(.sqlite) { (stage: Stage) async throws in
      #expect(
        try await refusal {
          try await stage.request(to: Cast.hsa("SE0000000000-RX"))
        } == Refusal(.outOfRange, field: "region"))
      #expect(try await stage.count("case_number_sequence") == 0)
    }
  }
}
