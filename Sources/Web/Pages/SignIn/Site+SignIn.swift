// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The demonstration's sign-in. It exists only where the database is a demonstration.
  func addSignInRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.home.pattern)") { _, context -> Response in
      .seeOther(context.signedIn == nil ? SiteAddress.signIn.href : SiteAddress.tasks.href)
    }
    pages.get("\(SiteAddress.signIn.pattern)") { request, context -> Response in
      let model = SignInModel(
        people: try await self.service.people(), next: request.queryValues.text("till"))
      let frame = try await self.frames.frame(SignInTexts.title, context)
      return .page(signInPage(model, frame: frame))
    }
    pages.post("\(SiteAddress.signIn.pattern)") { request, context -> Response in
      let form = try await request.unguardedForm(context)
      guard let person = form.text("person") else { throw PageFault.unreadable }
      let signedIn = try await self.service.signIn(person, language: context.language)
      var response = Response.seeOther(
        SignInModel.safeNext(form.text("till")) ?? SiteAddress.tasks.href)
      response.setCookie(
        SessionMiddleware.setCookie(signedIn.token, isSecure: self.isSecure))
      return response
    }
    pages.post("\(SiteAddress.signOut.pattern)") { request, context -> Response in
      _ = try await request.form(context)
      if let signedIn = context.signedIn { try await self.service.signOut(signedIn) }
      var response = Response.seeOther(SiteAddress.signIn.href)
      response.setCookie(SessionMiddleware.setCookie("", isSecure: self.isSecure))
      return response
    }
    pages.get("\(SiteAddress.language.pattern)") { request, context -> Response in
      let query = request.queryValues
      let language = query.text("sprak").flatMap(Language.init(rawValue:)) ?? .sv
      if let signedIn = context.signedIn {
        try await self.service.setLanguage(language, in: signedIn)
      }
      var response = Response.seeOther(
        SignInModel.safeNext(query.text("tillbaka")) ?? SiteAddress.home.href)
      response.setCookie(
        Cookie(
          name: SessionMiddleware.languageCookie, value: language.rawValue,
          maxAge: 31_536_000, path: "/", secure: self.isSecure, httpOnly: true,
          sameSite: .lax))
      return response
    }
  }
}
