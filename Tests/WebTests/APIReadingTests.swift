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
        .get, "/assessments?status=awaitingOrder,ended&sort=number", as: .officer
      )
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
      #expect(try none.problem().status == 404)
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
    let problem = try response.problem()
    return [String(problem.status), problem.code, problem.field].compactMap { $0 }
      .joined(separator: " ")
  }

  @Test func `bodies that cannot be read`() async throws {
    try await SiteFixture.with { site in
      let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
      let large = "{\"query\":\"\(String(repeating: "x", count: WebLimit.bodyBytes))\"}"
      for (body, expected) in [
        ("{\"query\":", "400 malformed-json"), (deep, "400 malformed-json"),
        (large, "413 too-large"), ("{}", "422 missing query"),
        ("{\"query\":5}", "422 unfit-value query"), ("{\"query\":\" \"}", "422 missing query"),
        ("[]", "422 unfit-value"),
      ] {
        let answer = try await code(site, .post, "/search", body)
        #expect(answer == expected, "\(body.prefix(40))")
      }
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      let answer = try await code(site, .post, "/search", "query=x", form)
      #expect(answer == "415 unsupported-media-type")
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
      #expect(try response.problem().code == "method-not-allowed")
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
