// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Service

extension Site {
  func beginSession(_ request: Request, _ context: SiteContext) async throws -> Response {
    let person = try await request.json(SessionRequest.self).person
    do {
      let signedIn = try await service.signIn(person, language: context.language)
      return try .json(SessionJSON(signedIn), status: .created)
    } catch ServiceError.refused(let refusal) where refusal.code == .notFound {
      throw APIProblem.unfit("person")
    }
  }

  func requestAssessment(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let key = try request.idempotencyKey()
    let body = try await request.json(AssessmentRequest.self)
    let result = try await service.request(
      body.request, insured: body.insured, by: actor, key: key)
    let address = "\(APIEndpoint.base)/assessments/\(result.id)"
    return try await answer(
      result, actor, status: .created, headers: [.location: address])
  }

  func giveCommand(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let key = try request.idempotencyKey()
    let version = try EntityTag.version(request.headers[.ifMatch])
    let command: CommandRequest
    do {
      command = try await request.json(CommandRequest.self)
    } catch let problem as APIProblem {
      throw problem.within("data")
    }
    let result = try await service.execute(
      command, in: id, by: actor, expecting: version, key: key)
    return try await answer(result, actor, status: .ok)
  }

  func answer(
    _ result: CommandResult, _ actor: Actor, status: HTTPResponse.Status,
    headers: HTTPFields = [:]
  ) async throws -> Response {
    let view = try await service.view(result.id, for: actor)
    let shown = CaseJSON(view, rules: service.rules)
    var headers = headers
    headers[.eTag] = EntityTag(version: view.version, of: try jsonBytes(shown)).description
    return try .json(CommandResultJSON(result, shown), status: status, headers: headers)
  }
}

extension APIProblem {
  /// The problem with its field named from within `name`, as the refusals name fields.
  fileprivate func within(_ name: String) -> APIProblem {
    var problem = self
    if let field, field.hasPrefix(name + ".") {
      problem.field = String(field.dropFirst(name.count + 1))
    }
    return problem
  }
}

extension Request {
  static let idempotencyKeyField = HTTPField.Name("Idempotency-Key")!
  /// Characters of a key.
  static let longestKey = 100

  /// The key that makes a repetition harmless; nil where none is given. It is stored, so it is
  /// letters, digits and `-_.:` only.
  func idempotencyKey() throws(APIProblem) -> String? {
    guard let key = headers[Self.idempotencyKeyField] else { return nil }
    let isFit = key.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || "-_.:".utf8.contains(byte)
    }
    guard isFit, (1...Self.longestKey).contains(key.utf8.count) else {
      throw .unfit("Idempotency-Key")
    }
    return key
  }
}

/// Försäkringskassan's request for a performer, and whom it concerns.
struct AssessmentRequest: Codable {
  var request: PerformerRequested
  /// Stays with Försäkringskassan until the order.
  var insured: InsuredIdentity?
}

/// Which of the demonstration's people to sign in.
struct SessionRequest: Codable {
  var person: String
}

/// A session that has begun.
struct SessionJSON: Codable {
  struct Person: Codable {
    var id: String
    var name: String
    var function: StaffFunction
    var party: Party
    var organisation: String
    var title: Bilingual
  }

  /// For `Authorization: Bearer`; it ends after twelve hours, or eight without use.
  var token: String
  var person: Person

  init(_ signedIn: SignedIn) {
    token = signedIn.token
    let member = signedIn.member
    person = Person(
      id: member.id, name: member.name, function: member.function, party: member.party,
      organisation: member.organisation, title: member.title)
  }
}
