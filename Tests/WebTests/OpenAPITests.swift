// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing
import Yams

@testable import Service
@testable import Web

/// The OpenAPI document as it is served.
private struct APIDocument {
  let root: [String: Any]

  init(_ text: String) throws {
    root = try #require(try Yams.load(yaml: text) as? [String: Any])
  }

  func object(_ path: String...) throws -> [String: Any] {
    var place = root
    for name in path {
      place = try #require(place[name] as? [String: Any], "no \(name)")
    }
    return place
  }

  /// Every operation as method and path, with its description.
  func operations() throws -> [String: [String: Any]] {
    var operations: [String: [String: Any]] = [:]
    for (path, item) in try object("paths") {
      for (method, operation) in try #require(item as? [String: Any])
      where ["get", "post", "put", "patch", "delete"].contains(method) {
        operations["\(method.uppercased()) \(path)"] = operation as? [String: Any]
      }
    }
    return operations
  }

  func values(_ schema: String) throws -> [String] {
    try #require(try object("components", "schemas", schema)["enum"] as? [String])
  }
}

@Suite struct `The OpenAPI document` {
  private func with(
    _ body: @Sendable (APIDocument, SiteFixture) async throws -> Void
  ) async throws {
    try await SiteFixture.with { site in
      let response = try await site.send(.get, "/openapi.yaml")
      #expect(response.headers[.contentType] == "application/yaml")
      try await body(try APIDocument(response.text), site)
    }
  }

  @Test func `names exactly the methods and paths of the router`() async throws {
    try await with { document, site in
      let routes = try site.site.router(isDemonstration: true).routes
        .filter { $0.path.description.hasPrefix(APIEndpoint.base + "/") }
        .map { "\($0.method) \($0.path.description.dropFirst(APIEndpoint.base.count))" }
      let operations = try document.operations()
      #expect(Set(operations.keys) == Set(routes))
      #expect(routes.count == APIEndpoint.allCases.count)
      for endpoint in APIEndpoint.allCases {
        let path = RouterPath(endpoint.pattern).description
        let operation = try #require(operations["\(endpoint.method) \(path)"])
        #expect(operation["operationId"] as? String == endpoint.rawValue)
        // What needs no session says that no security applies to it.
        #expect((operation["security"] == nil) == endpoint.needsSession, "\(path)")
      }
    }
  }

  @Test func `names the query parameters that each operation takes`() async throws {
    try await with { document, _ in
      let shared = try document.object("components", "parameters")
      let operations = try document.operations()
      for endpoint in APIEndpoint.allCases {
        let path = RouterPath(endpoint.pattern).description
        let listed = operations["\(endpoint.method) \(path)"]?["parameters"] as? [[String: Any]]
        let resolved = (listed ?? []).compactMap { parameter -> [String: Any]? in
          guard let name = (parameter["$ref"] as? String)?.split(separator: "/").last else {
            return parameter
          }
          return shared[String(name)] as? [String: Any]
        }
        let names = resolved.filter { $0["in"] as? String == "query" }
          .compactMap { $0["name"] as? String }
        #expect(Set(names) == endpoint.parameters, "\(path)")
      }
    }
  }

  @Test func `has an example of every kind of command, which is read whole`() async throws {
    try await with { document, _ in
      let examples = try document.object(
        "paths", "/assessments/{id}/commands", "post", "requestBody", "content",
        "application/json", "examples")
      var kinds: Set<ActionKind> = []
      for (name, example) in examples {
        let value = try #require((example as? [String: Any])?["value"])
        let bytes = try JSONSerialization.data(withJSONObject: value)
        let command = try JSONDecoder().decode(CommandRequest.self, from: bytes)
        #expect(command.kind.rawValue == name)
        #expect(try JSONShape.unknownField(in: bytes, for: command) == nil, "\(name)")
        kinds.insert(command.kind)
      }
      #expect(kinds == Set(ActionKind.allCases).subtracting([.commitDraw, .notice]))
    }
  }

  @Test func `lists the words that the program knows`() async throws {
    try await with { document, _ in
      func same<Word: RawRepresentable<String> & CaseIterable>(
        _ schema: String, _ type: Word.Type
      ) throws {
        #expect(try document.values(schema) == Word.allCases.map(\.rawValue), "\(schema)")
      }
      try same("PartyRole", PartyRole.self)
      try same("Status", Status.self)
      try same("Phase", Phase.self)
      try same("TaskCode", TaskCode.self)
      try same("DueBasis", DueBasis.self)
      try same("EventKind", EventKind.self)
      try same("RefusalCode", RefusalCode.self)
      try same("Profession", Profession.self)
      try same("DocumentKind", DocumentKind.self)
      try same("Channel", Channel.self)
      try same("AllocationMethod", AllocationMethod.self)
      try same("NoShowCause", NoShowCause.self)
      try same("CancellationCause", CancellationCause.self)
      try same("DeviationCause", DeviationCause.self)
      try same("ReturnCause", ReturnCause.self)
      try same("InquiryClosing", InquiryClosing.self)
      try same("EndReason", EndReason.self)
      try same("RuleBasis", RuleBasis.self)
      try same("RuleCertainty", RuleCertainty.self)
      try same("ChecklistState", ChecklistItemJSON.State.self)
      try same("VisitState", VisitJSON.State.self)
      let given = ActionKind.allCases.filter { $0 != .commitDraw && $0 != .notice }
      #expect(try document.values("ActionKind") == given.map(\.rawValue))
      let own = APIProblem.own.map(\.code).filter { RefusalCode(rawValue: $0) == nil }
      #expect(try document.values("OwnProblemCode") == own)
    }
  }

  @Test func `describes every field of a case, and no other`() async throws {
    try await with { document, site in
      let id = try await site.startedCase()
      let fields = try document.object("components", "schemas", "Case", "properties")
      for person in [SiteFixture.Person.officer, .coordinator, .performer] {
        let response = try await site.send(.get, "/assessments/\(id)", as: person)
        let shown = try #require(
          try JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any])
        #expect(Set(shown.keys).isSubset(of: Set(fields.keys)))
        let required = try #require(
          try document.object("components", "schemas", "Case")["required"] as? [String])
        #expect(Set(required).isSubset(of: Set(shown.keys)))
      }
    }
  }

  @Test func `has a page for people, sound in both languages`() async throws {
    try await SiteFixture.with { site in
      for language in ["sv", "en"] {
        let page = try await site.send(.get, "/docs", headers: [.acceptLanguage: language])
        #expect(page.status == .ok)
        #expect(PageCheck(page.text).faults == [])
        for code in RefusalCode.allCases {
          #expect(page.text.contains("id=\"\(code.rawValue)\""), "\(code)")
        }
      }
    }
  }
}
