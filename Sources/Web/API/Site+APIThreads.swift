// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import Service

extension Site {
  func listThreads(_ context: SiteContext) async throws -> Response {
    let view = try await service.conversation(
      try context.caseNumber(), for: try context.actor())
    return try .json(ThreadListJSON(view))
  }

  func showThread(_ context: SiteContext) async throws -> Response {
    let id = try context.caseNumber()
    let view = try await service.thread(
      try threadNumber(context), in: id, for: try context.actor())
    return try .json(ThreadJSON(view, in: id))
  }

  func openThread(_ request: Request, _ context: SiteContext) async throws -> Response {
    let key = try request.idempotencyKey()
    let opening = try await request.json(ThreadOpening.self)
    return try await converse(.openThread(opening), key, context)
  }

  func sendMessage(_ request: Request, _ context: SiteContext) async throws -> Response {
    let key = try request.idempotencyKey()
    let number = try threadNumber(context)
    let body = try await request.json(MessageRequest.self)
    return try await converse(
      .sendMessage(
        thread: number, text: body.text, after: body.after,
        attachments: body.attachments ?? []), key, context)
  }

  private func converse(
    _ command: ConversationCommand, _ key: String?, _ context: SiteContext
  ) async throws -> Response {
    let id = try context.caseNumber()
    let result = try await service.converse(
      command, in: id, by: try context.actor(), key: key)
    let address = "\(APIEndpoint.base)/assessments/\(id)/threads/\(result.thread)"
    return try .json(
      MessageResultJSON(result), status: .created, headers: [.location: address])
  }

  private func threadNumber(_ context: SiteContext) throws(APIProblem) -> Int {
    guard let number = context.number("thread"), number > 0 else {
      throw .notFound
    }
    return number
  }
}
