// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// What a signed-in person can do about herself, and the demonstration's clock.
  func addAccountRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.account.pattern)") { request, context -> Response in
      try await self.account(request, context)
    }
    pages.post("\(SiteAddress.account.pattern)") { request, context -> Response in
      let actor = try context.actor()
      let form = try await request.form(context)
      guard let wish = form.text(AccountModel.mailField).flatMap(MailWish.init(rawValue:)) else {
        throw PageFault.unreadable
      }
      try await self.service.setMailWish(wish, of: actor)
      return .seeOther(SiteAddress.account.href([("sparat", "ja")], fragment: "mejlval"))
    }
    pages.post("\(SiteAddress.switchOffice.pattern)") { request, context -> Response in
      try await self.switchOffice(request, context)
    }
    pages.get("\(SiteAddress.clock.pattern)") { request, context -> Response in
      _ = try context.actor()
      let today = self.service.clock.now().day
      let model = ClockModel(
        today: today, typed: today.description, fault: nil,
        isMoved: request.queryValues.isChecked("flyttad"))
      return try await self.clock(model, context)
    }
    pages.post("\(SiteAddress.clock.pattern)") { request, context -> Response in
      _ = try context.actor()
      let form = try await request.form(context)
      let today = self.service.clock.now().day
      let (day, fault) = ClockModel.read(
        form.raw("dag"), today: today, calendar: self.service.calendar)
      guard let day else {
        let model = ClockModel(
          today: today, typed: form.raw("dag"), fault: fault, isMoved: false)
        return try await self.clock(model, context)
      }
      try await self.service.moveClock(to: day)
      return .seeOther(SiteAddress.clock.href([("flyttad", "ja")]))
    }
  }

  private func account(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let member = context.signedIn?.member else { throw PageFault.signInFirst }
    let chosen = request.queryValues.text("rader").flatMap(DataTable.Density.init(rawValue:))
    let kept = request.cookies[Self.densityCookie].flatMap {
      DataTable.Density(rawValue: $0.value)
    }
    let model = AccountModel(
      member: member, density: chosen ?? kept ?? .compact,
      others: AccountModel.others(of: member, among: try await service.people()),
      mail: try await service.mailWish(of: member.actor()),
      isMailKept: request.queryValues.isChecked("sparat"))
    let frame = try await frames.frame(
      AccountTexts.title, context, here: SiteAddress.account.href)
    var response = Response.page(accountPage(model, frame: frame))
    if let chosen { response.setCookie(Self.setDensity(chosen, isSecure: isSecure)) }
    return response
  }

  /// Signs the same person in for another of her assignments. Whoever has another name is not
  /// signed in this way.
  private func switchOffice(
    _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let form = try await request.form(context)
    guard let signedIn = context.signedIn else { throw PageFault.signInFirst }
    let others = AccountModel.others(of: signedIn.member, among: try await service.people())
    guard let other = others.first(where: { $0.id == form.text("assignment") }) else {
      return .seeOther(SiteAddress.account.href)
    }
    let switched = try await service.signIn(other.id, language: signedIn.language)
    try await service.signOut(signedIn)
    var response = Response.seeOther(SiteAddress.tasks.href)
    response.setCookie(SessionMiddleware.setCookie(switched.token, isSecure: isSecure))
    return response
  }

  private func clock(_ model: ClockModel, _ context: SiteContext) async throws -> Response {
    guard try await service.isDemonstration() else { throw PageFault.notFound }
    var frame = try await frames.frame(
      ClockTexts.title, context, here: SiteAddress.clock.href)
    frame.hasErrors = model.fault != nil
    return .page(clockPage(model, frame: frame))
  }
}
