// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Service
@testable import Web

private typealias Person = SiteFixture.Person

@Suite struct `Commands over the interface` {
  @Test func `a request begins a case that its address shows`() async throws {
    try await SiteFixture.with { site in
      let body = AssessmentRequest(
        request: SiteFixture.request, insured: SiteFixture.identity)
      let json = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
      let response = try await site.send(.post, "/assessments", as: .officer, json: json)
      #expect(response.status == .created)
      let result = try response.json(CommandResultJSON.self)
      #expect(response.headers[.location] == "/api/v1/assessments/\(result.number)")
      let shown = try await site.send(.get, "/assessments/\(result.number)", as: .officer)
      #expect(try shown.json(CaseJSON.self) == result.assessment)
      #expect(result.assessment.insured == SiteFixture.identity)
    }
  }

  @Test func `a repeated command is carried out once`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let headers: HTTPFields = [Request.idempotencyKeyField: "accept-1"]
      let command = Command.acceptOrder(OrderAccepted())
      let first = try await site.give(command, in: id, as: .performer, headers: headers)
        .json(CommandResultJSON.self)
      let again = try await site.give(command, in: id, as: .performer, headers: headers)
      let second = try again.json(CommandResultJSON.self)
      #expect(again.status == .ok)
      #expect(!first.repeated && second.repeated)
      #expect(first.versions == second.versions)
      #expect(first.assessment == second.assessment)
    }
  }

  @Test func `a key that was used in another case is refused`() async throws {
    try await SiteFixture.with { site in
      let headers: HTTPFields = [Request.idempotencyKeyField: "k"]
      let command = Command.acceptOrder(OrderAccepted())
      let one = try await site.orderedCase()
      let two = try await site.orderedCase()
      #expect(try await site.give(command, in: one, as: .performer, headers: headers).status == .ok)
      let other = try await site.give(command, in: two, as: .performer, headers: headers)
      #expect(other.status == .conflict)
      #expect(try other.problem().code == "idempotency-key-reused")
      let changed = try await site.give(
        .acceptOrder(OrderAccepted(comment: "Ja")), in: one, as: .performer, headers: headers)
      #expect(changed.status == .conflict)
      #expect(try changed.problem().code == "idempotency-key-reused")
      #expect(try await site.service.view(two, for: Person.officer.actor).status == .orderReceived)
      let unfit = try await site.give(
        command, in: two, as: .performer,
        headers: [Request.idempotencyKeyField: "namn namnsson"])
      #expect(try unfit.problem().field == "Idempotency-Key")
    }
  }

  @Test func `a command on a case that has changed is refused`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let path = "/assessments/\(id)"
      let tag = try #require(try await site.send(.get, path, as: .performer).headers[.eTag])
      let command = Command.acceptOrder(OrderAccepted())
      let done = try await site.give(
        command, in: id, as: .performer, headers: [.ifMatch: tag])
      #expect(done.status == .ok)
      let late = Command.appointDoctor(DoctorAppointed(name: "Sixten Provberg"))
      let stale = try await site.give(late, in: id, as: .performer, headers: [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
      #expect(try stale.problem().code == "stale-version")
      let fresh = try #require(done.headers[.eTag])
      let second = try await site.give(
        late, in: id, as: .performer, headers: [.ifMatch: fresh])
      #expect(second.status == .ok)
    }
  }

  @Test func `a refusal by the state is a conflict, one of a field names it`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let again = try await site.give(
        .confirmComplete(UnderlagCompleted(day: site.today)), in: id, as: .performer)
      #expect(again.status == .conflict)
      #expect(try again.problem().code == "already-complete")
      let early = VisitBooking(
        profession: .doctor, start: Instant("2026-05-11T08:00:00.000Z")!,
        end: Instant("2026-05-11T07:00:00.000Z")!, place: "Rum 1")
      let wrong = try await site.give(.bookVisit(early), in: id, as: .performer)
      #expect(wrong.status == .unprocessableContent)
      #expect(try wrong.problem().field == "end")
      #expect(try wrong.problem().code == "end-before-start")
    }
  }

  @Test func `problems come in the language that is asked for`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let command = Command.acceptOrder(OrderAccepted())
      let text = Refusal(.wrongParty).text
      for (header, detail) in [
        ("en", text.en), ("sv-SE,en;q=0.5", text.sv), ("sv;q=0.2, en-GB;q=0.9", text.en),
        ("fi", text.sv),
      ] {
        let response = try await site.give(
          command, in: id, as: .officer, headers: [.acceptLanguage: header])
        #expect(try response.problem().detail == detail, "\(header)")
      }
    }
  }

  @Test func `a draw over the interface can be replayed by every party of the case`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let response = try await site.send(
        .post, "/assessments/\(id)/commands", as: .coordinator,
        json: "{\"kind\":\"allocate\",\"data\":{\"method\":\"lottning\"}}")
      #expect(response.status == .ok, "\(response.text)")
      let chosen = try response.json(CommandResultJSON.self).assessment.performer?.id
      for person in [Person.officer, .coordinator] {
        let replay = try await site.send(.get, "/assessments/\(id)/draw", as: person)
          .json(DrawReplayJSON.self)
        #expect(replay.isSound && replay.drawn == chosen && replay.candidates.count == 2)
      }
    }
  }

  @Test func `a draw cannot be brought along and a direct choice needs a performer`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let path = "/assessments/\(id)/commands"
      let brought = try await site.send(
        .post, path, as: .coordinator,
        json: "{\"kind\":\"allocate\",\"data\":{\"method\":\"lottning\",\"draw\":{}}}")
      #expect(try brought.problem().field == "draw")
      let nobody = try await site.send(
        .post, path, as: .coordinator,
        json: "{\"kind\":\"allocate\",\"data\":{\"method\":\"direkt\"}}")
      #expect(try nobody.problem().field == "performer")
      let direct = try await site.send(
        .post, path, as: .coordinator,
        json: """
          {"kind":"allocate","data":{"method":"direkt","performer":"\(SiteFixture.vide)"}}
          """)
      #expect(direct.status == .ok)
    }
  }
}
