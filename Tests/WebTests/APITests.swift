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
private typealias Secret = SiteFixture.Secret

@Suite struct `Permissions of the interface` {
  /// Officer, own region, other region, own performer, other performer, nobody.
  private static let people: [Person?] = [
    .officer, .coordinator, .otherCoordinator, .performer, .otherPerformer, nil,
  ]

  private struct Row {
    let method: HTTPRequest.Method
    let path: String
    var json: String?
    let statuses: [Int]
  }

  private func rows(_ id: CaseNumber) throws -> [Row] {
    let informed = """
      {"kind":"recordInformed","data":{"day":"2026-05-04","channel":"brev",\
      "invitedToAdd":true}}
      """
    let request = String(
      decoding: try JSONEncoder().encode(["request": SiteFixture.request]), as: UTF8.self)
    let opening = """
      {"subject":"Ämne","matter":"case","participants":["performer:\(SiteFixture.eken)"],\
      "text":"Hej"}
      """
    return [
      Row(method: .get, path: "/assessments", statuses: [200, 200, 200, 200, 200, 401]),
      Row(method: .get, path: "/assessments/\(id)", statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/events",
        statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/documents",
        statuses: [200, 200, 404, 200, 404, 401]),
      // A document that does not exist; those that do are asked for by their own tests.
      Row(
        method: .get,
        path: "/assessments/\(id)/documents/\(String(repeating: "0", count: 32))/content",
        statuses: [404, 404, 404, 404, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/draw",
        statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/commands", json: informed,
        statuses: [409, 403, 404, 403, 404, 401]),
      Row(
        method: .post, path: "/assessments", json: request,
        statuses: [201, 403, 403, 403, 403, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/threads",
        statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/threads/1",
        statuses: [200, 404, 404, 200, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/threads", json: opening,
        statuses: [201, 201, 404, 422, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/threads/1/messages", json: "{\"text\":\"Hej\"}",
        statuses: [201, 404, 404, 201, 404, 401]),
      Row(method: .get, path: "/tasks", statuses: [200, 200, 200, 200, 200, 401]),
      Row(
        method: .post, path: "/search", json: "{\"query\":\"\(id)\"}",
        statuses: [200, 200, 200, 200, 200, 401]),
      Row(
        method: .post, path: "/sessions", json: "{\"person\":\"fk-ebba\"}",
        statuses: [201, 201, 201, 201, 201, 201]),
      Row(method: .get, path: "/rules", statuses: [200, 200, 200, 200, 200, 200]),
      Row(
        method: .get, path: "/rules/delivery.base", statuses: [200, 200, 200, 200, 200, 200]),
      Row(method: .get, path: "/openapi.yaml", statuses: [200, 200, 200, 200, 200, 200]),
      Row(method: .get, path: "/docs", statuses: [200, 200, 200, 200, 200, 200]),
    ]
  }

  private func attachmentRows(_ id: CaseNumber) -> [Row] {
    [
      Row(
        method: .get, path: "/assessments/\(id)/threads/1/attachments",
        statuses: [200, 404, 404, 200, 404, 401]),
      // It takes files alone; those who may not read there are not told even that.
      Row(
        method: .post, path: "/assessments/\(id)/threads/1/attachments", json: "{}",
        statuses: [415, 404, 404, 415, 404, 401]),
      Row(
        method: .get,
        path: "/assessments/\(id)/threads/1/attachments/\(String(repeating: "0", count: 32))",
        statuses: [404, 404, 404, 404, 404, 401]),
      Row(
        method: .delete,
        path: "/assessments/\(id)/threads/1/attachments/\(String(repeating: "0", count: 32))",
        statuses: [204, 404, 404, 204, 404, 401]),
    ]
  }

  private func statementRows(_ id: CaseNumber) -> [Row] {
    [
      Row(
        method: .get, path: "/assessments/\(id)/statement",
        statuses: [404, 404, 404, 404, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/statement/draft",
        statuses: [404, 404, 404, 403, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/statement/draft",
        json: "{\"sitting\":\"x\",\"fields\":[]}",
        statuses: [404, 404, 404, 403, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/statement/signature",
        json: "{\"digest\":\"x\"}", statuses: [404, 404, 404, 403, 404, 401]),
    ]
  }

  private let planningRows = [
    Row(method: .get, path: "/capacity", statuses: [403, 403, 403, 200, 200, 401]),
    Row(
      method: .post, path: "/capacity",
      json: "{\"times\":[{\"week\":\"2026-05-04\",\"profession\":\"lakare\",\"times\":4}]}",
      statuses: [403, 403, 403, 200, 200, 401]),
    Row(method: .get, path: "/competence", statuses: [403, 403, 403, 200, 200, 401]),
    // An examiner of the other performer is none at this one.
    Row(
      method: .post, path: "/competence/records",
      json: """
        {"person":"eken-ture","kind":"introduced","from":"2026-01-01","isWithdrawal":false}
        """,
      statuses: [403, 403, 403, 201, 422, 401]),
    Row(
      method: .post, path: "/competence/policy",
      json: "{\"requiresTraining\":false,\"requiresMentor\":false}",
      statuses: [403, 403, 403, 200, 200, 401]),
    Row(
      method: .post, path: "/competence/release-step", json: "{\"isOn\":false}",
      statuses: [403, 403, 403, 200, 200, 401]),
  ]

  private let directoryRows = [
    Row(method: .get, path: "/directory/units/X", statuses: [404, 404, 404, 404, 404, 401]),
    Row(
      method: .get, path: "/directory/units/X/care-unit",
      statuses: [200, 200, 200, 200, 200, 401]),
  ]

  /// What is counted is no secret to those who work here. There are no figures in this site; who
  /// may have which is asked where there are.
  private let measureRows = [
    Row(method: .get, path: "/measures", statuses: [200, 200, 200, 200, 200, 401]),
    Row(
      method: .get, path: "/measures/supplement-share",
      statuses: [200, 200, 200, 200, 200, 401]),
    Row(
      method: .get, path: "/measures/supplement-share/values?purpose=quality",
      statuses: [404, 404, 404, 404, 404, 401]),
  ]

  @Test func `every operation answers every party as it should, and others learn nothing`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      // What Försäkringskassan writes to the performer alone.
      let opening = ThreadOpening(
        subject: Secret.purpose, participants: [.performer(SiteFixture.eken)],
        text: Secret.background)
      try await site.service.converse(
        .openThread(opening), in: id, by: Person.officer.actor)
      let rows =
        try rows(id) + attachmentRows(id) + statementRows(id) + planningRows
        + directoryRows + measureRows
      #expect(
        Set(rows.map { "\($0.method) \($0.path)" }).count == APIEndpoint.allCases.count)
      for row in rows {
        for (person, status) in zip(Self.people, row.statuses) {
          let response = try await site.send(row.method, row.path, as: person, json: row.json)
          #expect(
            response.status.code == status, "\(row.method) \(row.path) \(person as Any)")
          if status >= 400 { _ = try response.problem() }
          try expectNothingLeaked(response, to: person, row.path, id)
        }
      }
    }
  }

  private func expectNothingLeaked(
    _ response: TestResponse, to person: Person?, _ path: String, _ id: CaseNumber
  ) throws {
    if path == "/openapi.yaml" { return }
    let text = response.text
    let medical = [Secret.purpose, Secret.background, Secret.address]
    let identifying = [Secret.number, Secret.lastName, Secret.agencyNumber]
    let hidden: [String] =
      switch person {
      case .officer, .performer, .psychologist: []
      case .coordinator: medical
      default: medical + identifying + [Secret.assess, id.description]
      }
    for secret in hidden { #expect(!text.contains(secret), "\(path): \(secret)") }
    // What the other checks look for is there for those who were sent it.
    if path == "/assessments/\(id)", person == .performer {
      #expect(text.contains(Secret.background) && text.contains(Secret.number))
    }
    if path == "/assessments/\(id)", person == .coordinator {
      #expect(text.contains(Secret.number))
    }
  }

  @Test func `before the order nobody outside Försäkringskassan is told who it is`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      for person in [Person.coordinator, .performer] {
        for path in ["/assessments/\(id)", "/assessments/\(id)/events", "/assessments"] {
          let response = try await site.send(.get, path, as: person)
          #expect(response.status == .ok)
          for secret in [Secret.number, Secret.lastName, Secret.address] {
            #expect(!response.text.contains(secret), "\(person) \(path)")
          }
        }
        let found = try await site.send(
          .post, "/search", as: person, json: "{\"query\":\"\(Secret.number)\"}")
        #expect(try found.json(CaseSearchJSON.self).items.isEmpty)
      }
      let found = try await site.send(
        .post, "/search", as: .officer, json: "{\"query\":\"\(Secret.number)\"}")
      #expect(try found.json(CaseSearchJSON.self).items.map(\.number) == [id])
    }
  }

  @Test func `a function that may not act is refused, and nothing is done`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let refused = try await site.give(
        .acceptOrder(OrderAccepted()), in: id, as: .psychologist)
      #expect(refused.status == .forbidden)
      #expect(try refused.problem().code == "wrong-function")
      #expect(try await site.service.view(id, for: Person.officer.actor).status == .orderReceived)
    }
  }

  @Test func `what Samsyn itself does cannot be given as a command`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let secret = String(repeating: "0", count: 64)
      let response = try await site.give(
        .commitDraw(DrawCommitted(commitment: secret)), in: id, as: .coordinator)
      #expect(response.status == .forbidden)
    }
  }
}

@Suite struct `Sessions of the interface` {
  @Test func `a token from the interface signs in and a false one does not`() async throws {
    try await SiteFixture.with { site in
      let begun = try await site.send(.post, "/sessions", json: "{\"person\":\"fk-ebba\"}")
      let session = try begun.json(SessionJSON.self)
      #expect(session.person.party == .fk)
      let good = try await site.send(
        .get, "/tasks", headers: [.authorization: "Bearer \(session.token)"])
      #expect(good.status == .ok)
      for header in ["Bearer nonsense", "Basic \(session.token)", session.token] {
        let bad = try await site.send(.get, "/tasks", headers: [.authorization: header])
        #expect(bad.status == .unauthorized)
        #expect(bad.headers[.wwwAuthenticate] != nil)
      }
    }
  }

  @Test func `an unknown person is not said back`() async throws {
    try await SiteFixture.with { site in
      let response = try await site.send(
        .post, "/sessions", json: "{\"person\":\"191212121212\"}")
      #expect(try response.problem().field == "person")
      #expect(!response.text.contains("1912"))
    }
  }

  @Test func `with the cookie what changes something needs the form token`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let session = try await site.session(.performer)
      var headers: HTTPFields = [.cookie: "samsyn=\(session.token)"]
      let read = try await site.send(.get, "/assessments/\(id)", headers: headers)
      #expect(read.status == .ok)
      let command = Command.acceptOrder(OrderAccepted())
      let without = try await site.give(command, in: id, as: nil, headers: headers)
      #expect(try without.problem().code == "form-token")
      headers[APIAccessMiddleware.formToken] = "wrong"
      #expect(try await site.give(command, in: id, as: nil, headers: headers).status == .forbidden)
      headers[APIAccessMiddleware.formToken] = session.formToken
      #expect(try await site.give(command, in: id, as: nil, headers: headers).status == .ok)
    }
  }

  @Test func `a bad token is not saved by a good cookie`() async throws {
    try await SiteFixture.with { site in
      let session = try await site.session(.officer)
      let response = try await site.send(
        .get, "/tasks",
        headers: [.cookie: "samsyn=\(session.token)", .authorization: "Bearer x"])
      #expect(response.status == .unauthorized)
    }
  }

  @Test func `outside the demonstration there is no interface`() async throws {
    try await SiteFixture.with { fixture in
      let site = Site(fixture.service)
      try await Application(router: try site.router(isDemonstration: false)).test(.router) {
        let response = try await $0.execute(uri: "/api/v1/rules", method: .get)
        #expect(response.status == .notFound)
      }
    }
  }
}
