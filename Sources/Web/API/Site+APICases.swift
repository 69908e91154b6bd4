// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Service

extension Site {
  func listAssessments(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    let page = try await service.list(try query.caseList(), for: try context.actor())
    return try .json(CaseListJSON(page))
  }

  func showAssessment(
    _ request: Request, _ query: APIQuery, _ context: SiteContext
  ) async throws -> Response {
    let asOf = try query.value("asOf", Instant.init(_:))
    let view = try await service.view(
      try context.caseNumber(), for: try context.actor(), asOf: asOf)
    let bytes = try jsonBytes(CaseJSON(view, rules: service.rules))
    let tag = EntityTag(version: view.version, of: bytes)
    let headers: HTTPFields = [.eTag: tag.description]
    if tag.isNamed(in: request.headers[.ifNoneMatch]) {
      return Response(status: .notModified, headers: headers)
    }
    return .json(bytes, headers: headers)
  }

  func listEvents(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    let after = try query.integer("after", in: 0...Int.max)
    let view = try await service.view(try context.caseNumber(), for: try context.actor())
    return try .json(EventListJSON(view, after: after ?? 0))
  }

  func listDocuments(_ context: SiteContext) async throws -> Response {
    let documents = try await service.documents(
      in: try context.caseNumber(), for: try context.actor())
    return try .json(DocumentListJSON(items: documents.map(DocumentJSON.init)))
  }

  /// The file as it was sent, with its checksum as entity tag.
  func readContent(_ context: SiteContext) async throws -> Response {
    try await file(
      try context.document(), in: try context.caseNumber(), for: try context.actor())
  }

  func showDraw(_ context: SiteContext) async throws -> Response {
    let replay = try await service.replay(
      try context.caseNumber(), for: try context.actor())
    guard let replay else { throw APIProblem.notFound }
    return try .json(DrawReplayJSON(replay))
  }

  func listTasks(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    let page = try await service.tasks(
      for: try context.actor(), cursor: query.text("cursor"),
      limit: try query.integer("limit", in: APIQuery.limits) ?? WebLimit.listRows)
    return try .json(TaskListJSON(page.rows, next: page.next))
  }

  func searchAssessments(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let search = try await request.json(SearchRequest.self)
    guard search.query.contains(where: { !$0.isWhitespace }) else {
      throw APIProblem.missing("query")
    }
    guard search.query.unicodeScalars.count <= SearchRequest.longest else {
      throw APIProblem.unfit("query")
    }
    return try .json(CaseSearchJSON(try await service.search(search.query, for: actor)))
  }

  func showRule(_ query: APIQuery, _ context: SiteContext) throws -> Response {
    let day = try query.value("on", Day.init(_:)) ?? service.clock.now().day
    guard let name = context.parameters.get("rule"),
      let series = RuleSeriesJSON(name, on: day, in: service.rules)
    else { throw APIProblem.notFound }
    return try .json(series)
  }
}

/// The documents with files of a case.
struct DocumentListJSON: Codable {
  var items: [DocumentJSON]
}

/// What is searched for. It comes in the body: a personal identity number belongs in no address.
struct SearchRequest: Codable {
  /// Characters of a whole number with its separators.
  static let longest = 100

  var query: String
}
