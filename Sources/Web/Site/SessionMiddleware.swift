// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service

/// Finds out who is signed in, and in which language to answer.
struct SessionMiddleware: RouterMiddleware {
  static let cookie = "samsyn"
  static let languageCookie = "sprak"

  let service: SamsynService

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let chosen = request.cookies[Self.languageCookie]?.value,
      let language = Language(rawValue: chosen)
    {
      context.language = language
    }
    if let token = request.cookies[Self.cookie]?.value,
      let signedIn = try await service.session(token)
    {
      context.signedIn = signedIn
      context.language = signedIn.language
    }
    return try await next(request, context)
  }

  /// The cookie of a session; an empty token takes it away. `Secure` is added where the site is
  /// reached over TLS.
  static func setCookie(_ token: String, isSecure: Bool) -> Cookie {
    Cookie(
      name: cookie, value: token, maxAge: token.isEmpty ? 0 : nil, path: "/",
      secure: isSecure, httpOnly: true, sameSite: .lax)
  }
}
