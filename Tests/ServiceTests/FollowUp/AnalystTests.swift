// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Who is an analyst is for the operator to say.
@Suite struct AnalystTests {
  private static func member(_ id: String, _ party: Party) -> StaffMember {
    StaffMember(
      id: id, name: "Test \(id)", function: .caseOfficer, party: party, organisation: "O",
      title: Bilingual(sv: "T", en: "T"))
  }

  private static let people = [
    member("fk-1", .fk), member("ra-1", .region(Cast.regionID)),
    member("rb-1", .region(Cast.otherRegionID)), member("p-1", .performer(Cast.p1)),
    member(Cast.insured.person, .insured),
  ]

  private static func withPeople(_ body: (SamsynService) async throws -> Void) async throws {
    try await withStage(.sqlite) { stage in
      let people = String(decoding: try JSONEncoder().encode(Self.people), as: UTF8.self)
      try await stage.service.write { connection in
        try Meta(connection).set(Meta.kindKey, Meta.demonstration)
        try Meta(connection).set(SamsynService.peopleKey, people)
      }
      try await body(stage.service)
    }
  }

  @Test func `the operator appoints and dismisses with a reason, which is logged`() async throws {
    try await Self.withPeople { service in
      #expect(try await !service.isAnalyst(Cast.officer))
      try await service.appointAnalyst("fk-1", reason: "Beslut 12/2026")
      try await service.appointAnalyst("fk-1", reason: "Beslut 12/2026")
      #expect(try await service.isAnalyst(Cast.officer))
      #expect(try await service.analysts().count == 1)
      // A person with the same id elsewhere is another.
      let elsewhere = Cast.actor(.region(Cast.regionID), .regionCoordinator, "fk-1")
      #expect(try await !service.isAnalyst(elsewhere))
      try await service.dismissAnalyst("fk-1", reason: "Slutat")
      #expect(try await !service.isAnalyst(Cast.officer))
      let log = try await service.read { try AccessLog($0).list(person: "operator") }
      #expect(
        log.map(\.action).sorted() == [
          "analyst.appoint:fk-1", "analyst.appoint:fk-1", "analyst.dismiss:fk-1",
        ])
      #expect(log.contains { $0.purpose == "Slutat" })
    }
  }

  @Test(arguments: ["p-1", Cast.insured.person, "nobody"])
  func `nobody at a performer, no insured and nobody unknown is appointed`(
    person: String
  ) async throws {
    try await Self.withPeople { service in
      await #expect(throws: ServiceError.self) {
        try await service.appointAnalyst(person, reason: "Beslut")
      }
      await #expect(throws: ServiceError.self) {
        try await service.appointAnalyst("ra-1", reason: " ")
      }
      await #expect(throws: ServiceError.self) {
        try await service.dismissAnalyst(person, reason: "Beslut")
      }
      let analysts = try await service.analysts()
      #expect(analysts.isEmpty)
    }
  }
}
