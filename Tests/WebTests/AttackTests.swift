// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service
@testable import Web

/// What people send who mean harm, or whose programs do not know better.
@Suite struct AttackTests {
  @Test(arguments: [
    "/att-gora?efter=x&sida=9223372036854775807", "/arenden?plats=x&sida=9223372036854775807",
    "/arenden?plats=x&sida=-9223372036854775808", "/kalender?ar=9223372036854775807",
    "/arenden?sida=99999999999999999999999", "/att-gora?efter=x&sida=-1",
  ])
  func `no number in an address stops the program`(address: String) async throws {
    try await SiteFixture.with { fixture in
      let token = try await fixture.session(.coordinator).token
      let answer = try await fixture.client.execute(
        uri: address, method: .get, headers: [.cookie: "samsyn=\(token)"])
      #expect(answer.status.code < 500)
    }
  }

  @Test func `a form of a session that has ended comes back with what was typed`() async throws {
    try await SiteFixture.with { fixture in
      let id = try await fixture.requestedCase()
      let address = SiteAddress.action(id, .recordInformed).href
      let officer = try await Visitor(fixture, .officer)
      var fields = Visitor.hidden(try await officer.get(address).text)
      fields.merge(["day": ["2026-05-01"], "channel": ["letter"]]) { _, new in new }
      let body = String(
        Href.query(fields.flatMap { name, values in values.map { (name, $0) } })
          .description.dropFirst())
      func post(_ uri: String, _ body: String, _ headers: HTTPFields) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await fixture.client.execute(
          uri: uri, method: .post, headers: headers, body: ByteBuffer(string: body))
      }
      let own = [HTTPField(name: .init("Sec-Fetch-Site")!, value: "same-origin")]
      let ended = try await post(address.description, body, HTTPFields(own))
      #expect(ended.status == .forbidden)
      #expect(ended.text.contains("Din inloggning har tagit slut"))
      #expect(ended.text.matches(of: #/name="kvar"/#).count == 1)
      // From elsewhere nothing of it is taken up.
      let foreign = try await post(address.description, body, [:])
      #expect(foreign.status == .forbidden && !foreign.text.contains("2026-05-01"))

      var signIn = Self.hidden(ended.text)
      signIn["person"] = ["fk-ebba"]
      let kept = try await post(
        "/logga-in",
        String(
          Href.query(signIn.flatMap { name, values in values.map { (name, $0) } })
            .description.dropFirst()),
        HTTPFields(own))
      #expect(kept.status == .ok && kept.text.contains("Det du skrev finns kvar"))
      let cookie = try #require(kept.headers[.setCookie]?.split(separator: ";").first)
      let again = try await post(
        address.description,
        String(
          Href.query(
            Self.hidden(kept.text).flatMap { name, values in values.map { (name, $0) } }
          ).description.dropFirst()),
        HTTPFields(own + [HTTPField(name: .cookie, value: String(cookie))]))
      #expect(again.status == .ok && again.text.contains("2026-05-01"))
      let view = try await fixture.service.view(id, for: officer.session.actor)
      #expect(!view.events.contains { $0.event.kind == .insuredInformed })
    }
  }

  /// Everything that the first form of a page with these fields carries unseen.
  private static func hidden(_ page: String) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    for match in page.matches(of: #/<input type="hidden" name="([^"]+)" value="([^"]*)">/#) {
      let value = match.2.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
      fields[String(match.1)] = [String(value)]
    }
    return fields
  }

  @Test func `marks that cannot be sent are left out of forms, elsewhere refused`() async throws {
    #expect(FormValues(urlEncoded: "a=x%0By%00z%E2%80%AEw").raw("a") == "x\nyzw")
    #expect(FormValues(urlEncoded: "a=%C3%A5%0D%0A%09%F0%9F%98%80").raw("a") == "å\r\n\t😀")
    try await SiteFixture.with { fixture in
      let id = try await fixture.orderedCase()
      try await fixture.perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
      let answer = try await fixture.send(
        .post, "/assessments/\(id)/commands", as: .performer,
        json: """
          {"kind":"requestOrderSupplement","data":{"parts":[],"question":"a\\u000bb"}}
          """)
      #expect(answer.status == .unprocessableContent)
      #expect(try answer.problem().field?.hasSuffix("question") == true)
    }
  }

  @Test func `a page can be asked for without its body`() async throws {
    try await SiteFixture.with { fixture in
      let answer = try await fixture.client.execute(uri: "/logga-in", method: .head)
      #expect(answer.status == .ok && answer.body.readableBytes == 0)
    }
  }
}
