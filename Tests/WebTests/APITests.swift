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

/// A response that must be a problem, read as one.
private func problem(_ response: TestResponse) throws -> APIProblem.Body {
  #expect(response.headers[.contentType] == "application/problem+json")
  let body = try response.json(APIProblem.Body.self)
  #expect(body.status == response.status.code)
  #expect(body.type == "/api/v1/docs#\(body.code)")
  #expect(!body.title.isEmpty && !body.detail.isEmpty)
  return body
}

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
    return [
      Row(method: .get, path: "/assessments", statuses: [200, 200, 200, 200, 200, 401]),
      Row(method: .get, path: "/assessments/\(id)", statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/events",
        statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .get, path: "/assessments/\(id)/draw",
        statuses: [200, 200, 404, 200, 404, 401]),
      Row(
        method: .post, path: "/assessments/\(id)/commands", json: informed,
        statuses: [409, 403, 404, 403, 404, 401]),
      Row(
        method: .post, path: "/assessments", json: request,
        statuses: [201, 403, 403, 403, 403, 401]),
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

  @Test func `every operation answers every party as it should, and others learn nothing`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let rows = try rows(id)
      #expect(
        Set(rows.map { "\($0.method) \($0.path)" }).count == APIEndpoint.allCases.count)
      for row in rows {
        for (person, status) in zip(Self.people, row.statuses) {
          let response = try await site.send(row.method, row.path, as: person, json: row.json)
          #expect(
            response.status.code == status, "\(row.method) \(row.path) \(person as Any)")
          if status >= 400 { _ = try problem(response) }
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
      #expect(try problem(refused).code == "wrong-function")
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
      #expect(try problem(response).field == "person")
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
      #expect(try problem(without).code == "form-token")
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
      try await Application(router: site.router(isDemonstration: false)).test(.router) {
        let response = try await $0.execute(uri: "/api/v1/rules", method: .get)
        #expect(response.status == .notFound)
      }
    }
  }
}

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
      #expect(try problem(other).code == "idempotency-key-reused")
      #expect(try await site.service.view(two, for: Person.officer.actor).status == .orderReceived)
      let unfit = try await site.give(
        command, in: two, as: .performer,
        headers: [Request.idempotencyKeyField: "namn namnsson"])
      #expect(try problem(unfit).field == "Idempotency-Key")
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
      #expect(try problem(stale).code == "stale-version")
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
      #expect(try problem(again).code == "already-complete")
      let early = VisitBooking(
        profession: .doctor, start: Instant("2026-05-11T08:00:00.000Z")!,
        end: Instant("2026-05-11T07:00:00.000Z")!, place: "Rum 1")
      let wrong = try await site.give(.bookVisit(early), in: id, as: .performer)
      #expect(wrong.status == .unprocessableContent)
      #expect(try problem(wrong).field == "end")
      #expect(try problem(wrong).code == "end-before-start")
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
        #expect(try problem(response).detail == detail, "\(header)")
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
      #expect(try problem(brought).field == "draw")
      let nobody = try await site.send(
        .post, path, as: .coordinator,
        json: "{\"kind\":\"allocate\",\"data\":{\"method\":\"direkt\"}}")
      #expect(try problem(nobody).field == "performer")
      let direct = try await site.send(
        .post, path, as: .coordinator,
        json: """
          {"kind":"allocate","data":{"method":"direkt","performer":"\(SiteFixture.vide)"}}
          """)
      #expect(direct.status == .ok)
    }
  }
}

@Suite struct `Reading over the interface` {
  @Test func `an unchanged case is not sent again, a changed one is`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let path = "/assessments/\(id)"
      let tag = try #require(try await site.send(.get, path, as: .performer).headers[.eTag])
      let same = try await site.send(
        .get, path, as: .performer, headers: [.ifNoneMatch: tag])
      #expect(same.status == .notModified && same.text.isEmpty)
      // Days left change by time alone.
      site.time.move(days: 1)
      let later = try await site.send(
        .get, path, as: .performer, headers: [.ifNoneMatch: tag])
      #expect(later.status == .ok)
      #expect(later.headers[.eTag] != tag)
    }
  }

  @Test func `a case can be read as it was, and its events from a version on`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let before = site.time.now
      site.time.move(minutes: 5)
      _ = try await site.service.draw(id, comment: nil, by: Person.coordinator.actor)
      let then = try await site.send(.get, "/assessments/\(id)?asOf=\(before)", as: .officer)
      #expect(try then.json(CaseJSON.self).status.code == .requested)
      let now = try await site.send(.get, "/assessments/\(id)", as: .officer)
        .json(CaseJSON.self)
      #expect(now.status.code == .awaitingOrder)
      let last = try #require(now.events.last)
      let events = try await site.send(
        .get, "/assessments/\(id)/events?after=\(last.version - 1)", as: .officer)
      #expect(try events.json(EventListJSON.self).items == [last])
    }
  }

  @Test func `the list is filtered, ordered and paged`() async throws {
    try await SiteFixture.with { site in
      var ids: [CaseNumber] = []
      for _ in 0..<3 { ids.append(try await site.requestedCase()) }
      _ = try await site.service.draw(ids[1], comment: nil, by: Person.coordinator.actor)
      let waiting = try await site.send(
        .get, "/assessments?status=awaitingOrder,ended&sort=number", as: .officer)
        .json(CaseListJSON.self)
      #expect(waiting.items.map(\.number) == [ids[1]])
      var seen: [CaseNumber] = []
      var cursor: String?
      repeat {
        let query = "sort=number&order=desc&limit=2"
        let after = cursor.map { "&cursor=\($0)" } ?? ""
        let page = try await site.send(.get, "/assessments?\(query)\(after)", as: .officer)
          .json(CaseListJSON.self)
        #expect(page.total == 3 && !page.totalIsAtLeast)
        seen += page.items.map(\.number)
        cursor = page.next
      } while cursor != nil
      #expect(seen == ids.reversed())
    }
  }

  @Test func `tasks say which command does them`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.orderedCase()
      let tasks = try await site.send(.get, "/tasks", as: .performer).json(TaskListJSON.self)
      #expect(tasks.items.map(\.task.action) == [.acceptOrder])
      #expect(tasks.items.map(\.assessment.number) == [id])
    }
  }

  @Test func `a rule is told as it applies on a day`() async throws {
    try await SiteFixture.with { site in
      let rule = try await site.send(.get, "/rules/delivery.base?on=2026-05-04")
        .json(RuleSeriesJSON.self)
      #expect(rule.inForce?.value.isKnown == true)
      #expect(rule.series.count >= 1)
      let none = try await site.send(.get, "/rules/no-such-rule")
      #expect(try problem(none).status == 404)
    }
  }

  @Test func `lists hold no name and number of a person with protected identity`()
    async throws
  {
    try await SiteFixture.with { site in
      var identity = SiteFixture.identity
      identity.protected = true
      identity.address = nil
      let id = try await site.service.request(
        SiteFixture.request, insured: identity, by: Person.officer.actor
      ).id
      let list = try await site.send(.get, "/assessments", as: .officer)
      #expect(try list.json(CaseListJSON.self).items.map(\.number) == [id])
      #expect(!list.text.contains(Secret.lastName) && !list.text.contains(Secret.number))
    }
  }
}

@Suite struct `What the interface does not take` {
  private func code(
    _ site: SiteFixture, _ method: HTTPRequest.Method, _ path: String, _ json: String? = nil,
    _ headers: HTTPFields = [:]
  ) async throws -> String {
    let response = try await site.send(
      method, path, as: .officer, json: json, headers: headers)
    let problem = try problem(response)
    return [String(problem.status), problem.code, problem.field].compactMap { $0 }
      .joined(separator: " ")
  }

  @Test func `bodies that cannot be read`() async throws {
    try await SiteFixture.with { site in
      let path = "/search"
      #expect(try await code(site, .post, path, "{\"query\":") == "400 malformed-json")
      let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
      #expect(try await code(site, .post, path, deep) == "400 malformed-json")
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      #expect(
        try await code(site, .post, path, "{}", form) == "415 unsupported-media-type")
      let large = "{\"query\":\"\(String(repeating: "x", count: WebLimit.bodyBytes))\"}"
      #expect(try await code(site, .post, path, large) == "413 too-large")
      #expect(try await code(site, .post, path, "{}") == "422 missing query")
      #expect(try await code(site, .post, path, "{\"query\":5}") == "422 unfit-value query")
      #expect(try await code(site, .post, path, "{\"query\":\" \"}") == "422 missing query")
    }
  }

  @Test func `commands with unknown kinds and fields, told by their place`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      let path = "/assessments/\(id)/commands"
      func send(_ json: String) async throws -> String {
        try await code(site, .post, path, json)
      }
      #expect(try await send("{\"kind\":\"fly\",\"data\":{}}") == "422 unknown-kind kind")
      #expect(try await send("{\"kind\":\"endAssessment\"}") == "422 missing data")
      #expect(
        try await send("{\"kind\":\"endAssessment\",\"data\":{\"reason\":\"Hemligt\"}}")
          == "422 unfit-value reason")
      let typo = """
        {"kind":"updateOrder","data":{"update":{"comment":"x"},"lastday":"2026-06-12"}}
        """
      #expect(try await send(typo) == "422 unknown-field lastday")
      let deep = """
        {"kind":"answerOrderSupplement","data":{"number":1,"documents":{"items":[\
        {"kind":"andra-handlingar","title":"T","pages":"två"}]}}}
        """
      #expect(try await send(deep) == "422 unfit-value documents.items.0.pages")
      let counted = """
        {"kind":"answerOrderSupplement","data":{"number":1,"documents":\
        {"count":3,"pages":9}}}
        """
      #expect(try await send(counted) == "422 missing documents.items")
    }
  }

  @Test func `unfit and unknown parameters`() async throws {
    try await SiteFixture.with { site in
      for (query, field) in [
        ("state=Hemligt", "state"), ("status=requested,x", "status"), ("limit=0", "limit"),
        ("limit=201", "limit"), ("dueFrom=2026-02-30", "dueFrom"), ("performer=x", "performer"),
        ("sort=name", "sort"), ("cursor=nonsense", "cursor"),
      ] {
        let answer = try await code(site, .get, "/assessments?\(query)")
        #expect(answer.hasPrefix("422") && answer.hasSuffix(" \(field)"), "\(query): \(answer)")
      }
      #expect(try await code(site, .get, "/tasks?Hemligt=1") == "422 unknown-field")
      #expect(try await code(site, .get, "/assessments/x") == "404 not-found")
    }
  }

  @Test func `unknown addresses and methods are problems too`() async throws {
    try await SiteFixture.with { site in
      #expect(try await code(site, .get, "/nonsense") == "404 not-found")
      let response = try await site.send(.delete, "/assessments", as: .officer)
      #expect(try problem(response).code == "method-not-allowed")
      #expect(response.headers[.allow] == "GET, POST")
    }
  }

  @Test func `a trace is taken up and a malformed one replaced`() async throws {
    try await SiteFixture.with { site in
      let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
      let given = "00-\(trace)-00f067aa0ba902b7-01"
      let response = try await site.send(
        .get, "/rules", headers: [TraceMiddleware.header: given])
      let taken = try #require(response.headers[TraceMiddleware.header])
      #expect(taken.hasPrefix("00-\(trace)-") && taken.hasSuffix("-01") && taken != given)
      let bad = try await site.send(
        .get, "/tasks", headers: [TraceMiddleware.header: "00-zz-1-01"])
      let begun = try #require(bad.headers[TraceMiddleware.header])
      #expect(TraceParent(begun) != nil)
    }
  }
}
