// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Service

/// Who may use the interface: a session from the sign-in pages, or a token in `Authorization`.
///
/// A browser sends its cookie to whoever asks it to, so what changes something must then also
/// carry the session's form token, which no other site knows. A token in a header is sent on
/// purpose and needs nothing more.
struct APIAccessMiddleware: RouterMiddleware {
  static let formToken = HTTPField.Name("X-Form-Token")!

  let service: SamsynService

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if request.headers[.authorization] != nil {
      context.signedIn = nil
      guard let token = request.bearerToken, let signedIn = try await service.session(token)
      else { throw APIProblem.signIn }
      context.signedIn = signedIn
      context.language = signedIn.language
    } else if let signedIn = context.signedIn, request.method != .get {
      guard request.headers[Self.formToken] == signedIn.formToken else {
        throw APIProblem.formToken
      }
    }
    context.language = request.preferredLanguage ?? context.language
    return try await next(request, context)
  }
}

extension Request {
  /// The token of `Authorization: Bearer …`.
  var bearerToken: String? {
    guard let parts = headers[.authorization]?.split(separator: " "), parts.count == 2,
      parts[0].lowercased() == "bearer"
    else { return nil }
    return String(parts[1])
  }

  /// The first of Swedish and English that `Accept-Language` names with the highest weight.
  var preferredLanguage: Language? {
    guard let header = headers[.acceptLanguage] else { return nil }
    var best: (language: Language, weight: Double)?
    for part in header.split(separator: ",") {
      let fields = part.split(separator: ";").map {
        $0.trimmingCharacters(in: .whitespaces).lowercased()
      }
      guard let tag = fields.first?.prefix(while: { $0 != "-" }),
        let language = Language(rawValue: String(tag))
      else { continue }
      let quality = fields.first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
      let weight = quality.map { Double($0) ?? 0 } ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language
  }
}
