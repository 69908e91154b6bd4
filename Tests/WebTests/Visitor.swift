// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore

@testable import Service
@testable import Web

/// A person with a browser that has no script: gets pages, and sends the forms on them.
struct Visitor {
  let fixture: SiteFixture
  let session: SignedIn

  init(_ fixture: SiteFixture, _ person: SiteFixture.Person) async throws {
    self.fixture = fixture
    session = try await fixture.session(person)
  }

  init(_ fixture: SiteFixture, _ member: StaffMember) async throws {
    self.fixture = fixture
    session = try await fixture.service.signIn(member.id, language: .sv)
  }

  func get(_ href: Href) async throws -> TestResponse {
    try await fixture.client.execute(
      uri: href.description, method: .get, headers: [.cookie: "samsyn=\(session.token)"])
  }

  /// The page that an answer leads to.
  func follow(_ answer: TestResponse) async throws -> TestResponse {
    try await fixture.client.execute(
      uri: answer.headers[.location] ?? "/", method: .get,
      headers: [.cookie: "samsyn=\(session.token)"])
  }

  /// Sends fields with the session's token.
  func post(
    _ href: Href, _ fields: [String: [String]], accept: String = "text/html"
  ) async throws -> TestResponse {
    let all = fields.merging(["csrf": [session.formToken]]) { _, new in new }
    let pairs = all.flatMap { name, values in values.map { (name, $0) } }
    let body = Href.query(pairs).description.dropFirst()
    return try await fixture.client.execute(
      uri: href.description, method: .post,
      headers: [
        .cookie: "samsyn=\(session.token)",
        .contentType: "application/x-www-form-urlencoded", .accept: accept,
      ], body: ByteBuffer(string: String(body)))
  }

  /// The fields that a page carries unseen.
  static func hidden(_ page: String) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    for match in page.matches(of: #/<input type="hidden" name="([^"]+)" value="([^"]*)">/#)
    where match.1 != "csrf" && match.1 != "till" {
      fields[String(match.1)] = [String(match.2)]
    }
    return fields
  }
}
