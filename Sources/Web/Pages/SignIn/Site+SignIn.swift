// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// Where a person begins.
  static func firstPage(_ signedIn: SignedIn) -> Href {
    signedIn.member.party == .insured ? SiteAddress.ownCases.href : SiteAddress.tasks.href
  }

  /// The demonstration's sign-in. It exists only where the database is a demonstration.
  func addSignInRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.home.pattern)") { _, context -> Response in
      .seeOther(context.signedIn.map(Self.firstPage) ?? SiteAddress.signIn.href)
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
      // Whoever was signed in with this browser no longer is.
      if let earlier = context.signedIn { try await self.service.signOut(earlier) }
      let signedIn = try await self.service.signIn(person, language: context.language)
      let next = form.text("till")
      var response = Response.seeOther(SignInModel.safeNext(next) ?? Self.firstPage(signedIn))
      if let text = form.text(KeptForm.field), let next {
        var inner = context
        inner.signedIn = signedIn
        response = try await self.keepForm(
          FormValues(urlEncoded: text), sentTo: next, inner)
        response.status = .ok
      }
      response.setCookie(
        SessionMiddleware.setCookie(signedIn.token, isSecure: self.isSecure))
      return response
    }
    pages.post("\(SiteAddress.signOut.pattern)") { request, context -> Response in
      if let signedIn = context.signedIn {
        _ = try await request.form(context)
        try await self.service.signOut(signedIn)
      }
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
