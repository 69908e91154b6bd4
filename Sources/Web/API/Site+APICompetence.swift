// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import Service

extension Site {
  /// The register as the page shows it: the administrator reads everybody's, an examiner her own.
  func showCompetence(_ context: SiteContext) async throws -> Response {
    try await competence(.ok, context)
  }

  func registerCompetence(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let key = try request.idempotencyKey()
    let record = try await request.json(CompetenceRecord.self)
    try await service.register(record, by: try context.actor(), key: key)
    return try await competence(.created, context)
  }

  func setCompetencePolicy(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let key = try request.idempotencyKey()
    let policy = try await request.json(CompetencePolicy.self)
    try await service.set(policy, by: try context.actor(), key: key)
    return try await competence(.ok, context)
  }

  func setReleaseStep(_ request: Request, _ context: SiteContext) async throws -> Response {
    let key = try request.idempotencyKey()
    let step = try await request.json(ReleaseStep.self)
    try await service.set(step, by: try context.actor(), key: key)
    return try await competence(.ok, context)
  }

  private func competence(
    _ status: HTTPResponse.Status, _ context: SiteContext
  ) async throws -> Response {
    let list = try await service.competence(for: try context.actor())
    return try .json(CompetenceJSON(list), status: status)
  }
}
