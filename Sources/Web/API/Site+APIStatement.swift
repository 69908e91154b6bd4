// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import Service

extension Site {
  func showStatement(_ context: SiteContext) async throws -> Response {
    let sent = try await service.sentStatement(
      in: try context.caseNumber(), for: try context.actor())
    return try .json(SentStatementJSON(sent))
  }

  func showStatementDraft(_ context: SiteContext) async throws -> Response {
    let work = try await service.statementWork(
      in: try context.caseNumber(), for: try context.actor())
    return try .json(StatementDraftJSON(work))
  }

  /// Saves fields and answers with the draft as it stands, also with what competes.
  func saveStatementDraft(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let body = try await request.json(StatementSaveRequest.self)
    _ = try await service.saveStatement(body.savings, sitting: body.sitting, in: id, by: actor)
    return try await showStatementDraft(context)
  }

  func signStatement(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let body = try await request.json(StatementSignRequest.self)
    let result: CommandResult
    if let number = body.supplement {
      result = try await service.signSupplement(body.digest, to: number, in: id, by: actor)
    } else {
      result = try await service.signStatement(body.digest, in: id, by: actor)
    }
    return try await answer(result, actor, status: .ok)
  }
}
