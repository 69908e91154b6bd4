// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service

/// Turns what went wrong into a problem (RFC 9457), in the reader's language. The log gets the
/// code and nothing of the request.
struct APIErrorMiddleware: RouterMiddleware {
  let service: SamsynService

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = APIProblem(any: error)
      if problem.status.kind == .serverError {
        context.logger.error("interface fault", metadata: ["code": "\(Self.code(of: error))"])
      }
      return .problem(problem, await language(request))
    }
  }

  /// What the caller prefers, else what the signed-in person reads.
  private func language(_ request: Request) async -> Language {
    if let preferred = request.preferredLanguage { return preferred }
    let token = request.bearerToken ?? request.cookies[SessionMiddleware.cookie]?.value
    guard let token, let signedIn = try? await service.session(token) else { return .sv }
    return signedIn.language
  }

  private static func code(of error: any Error) -> String {
    switch error {
    case ServiceError.fault(let code): code
    case PageFault.fault(let code): code
    default: "api.\(type(of: error))"
    }
  }
}

/// Answers addresses under the interface that no route matches. It stands on the whole router,
/// where that is found out.
struct APIUnknownAddressMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      guard request.uri.path.hasPrefix("/api/") else { throw error }
      let language = request.preferredLanguage ?? .sv
      let path = request.uri.path.dropFirst(APIEndpoint.base.count)
      let allowed = Set(
        APIEndpoint.allCases.filter { $0.matches(path) }.map(\.method.rawValue))
      return .problem(
        allowed.isEmpty ? .notFound : .methodNotAllowed(allowed.sorted()), language)
    }
  }
}
