// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The insured person's own pages.
  func addInsuredRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.ownCases.pattern)") { _, context -> Response in
      let ids = try await self.service.ownCases(for: try Self.insured(context))
      if ids.count == 1 { return .seeOther(SiteAddress.ownCase(ids[0]).href) }
      let frame = try await self.frames.frame(
        OwnTexts.several, context, here: SiteAddress.ownCases.href)
      return .page(ownCasesPage(ids, frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.ownCase)") { request, context -> Response in
      let actor = try Self.insured(context)
      let id = try context.caseNumber()
      let view = try await self.service.view(id, for: actor)
      let model = OwnModel(
        view, reads: try await self.service.ownReaders(of: id, for: actor),
        done: Self.done(request.queryValues.text("gjort")),
        isRepresentative: actor.person.contains(":"),
        talk: try await self.talk(in: id, for: actor))
      let frame = try await self.frames.frame(
        OwnTexts.title, context, here: SiteAddress.ownCase(id).href)
      return .page(ownPage(model, frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.ownReads)") { _, context -> Response in
      let id = try context.caseNumber()
      let reads = try await self.service.ownReaders(of: id, for: try Self.insured(context))
      let frame = try await self.frame(
        OwnTexts.readsTitle, id, context, here: SiteAddress.ownReads(id).href)
      return .page(ownReadsPage(id, reads, frame: frame))
    }
    for (pattern, matter) in [
      (SiteAddress.Pattern.ownVisit, OwnVisitForm.Matter.cancel),
      (SiteAddress.Pattern.ownMove, .move),
    ] {
      pages.get("\(pattern)") { _, context -> Response in
        try await self.page(try await self.ownVisit(context, matter), context)
      }
      pages.post("\(pattern)") { request, context -> Response in
        try await self.tellOfOwnVisit(request, context, matter)
      }
    }
    pages.get("\(SiteAddress.Pattern.ownOpposition)") { _, context -> Response in
      let page = try await self.ownOpposition(context)
      let frame = try await self.frame(
        page.title, page.id, context, here: SiteAddress.ownOpposition(page.id).href)
      return .page(page.page(frame))
    }
    pages.post("\(SiteAddress.Pattern.ownOpposition)") { request, context -> Response in
      try await self.tellOfOpposition(try await request.form(context), context)
    }
    pages.get("\(SiteAddress.Pattern.ownCalendar)") { _, context -> Response in
      let (view, visit) = try await self.visit(context)
      let calendar = VisitCalendar(
        visit: visit, title: OwnTexts.calendarTitle[context.language], now: view.context.now,
        id: view.state.id)
      return Response(
        status: .ok,
        headers: [
          .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
          .contentDisposition: "attachment; filename=\"\(view.state.id)-\(visit.number).ics\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(string: calendar.text)))
    }
  }

  /// To everybody else these pages are not there.
  static func insured(_ context: SiteContext) throws(PageFault) -> Actor {
    let actor = try context.actor()
    guard actor.party == .insured else { throw .notFound }
    return actor
  }

  /// The visit in the address, as she is told of it.
  private func visit(_ context: SiteContext) async throws -> (CaseView, Visit) {
    let view = try await service.view(try context.caseNumber(), for: try Self.insured(context))
    guard let number = context.number("visit"),
      let visit = view.state.visit(number)
    else { throw PageFault.notFound }
    return (view, visit)
  }

  /// The form about one visit, where she may say it now.
  private func ownVisit(
    _ context: SiteContext, _ matter: OwnVisitForm.Matter
  ) async throws -> OwnVisitForm {
    let (view, visit) = try await visit(context)
    let kind: ActionKind = matter == .cancel ? .cancelVisit : .requestVisitMove
    if let refusal = view.permission(kind, subject: visit.number).refusal {
      throw PageFault.refused(refusal)
    }
    return OwnVisitForm(view: view, visit: visit, matter: matter, formKey: FormKey.new())
  }

  private func page(
    _ form: OwnVisitForm, _ context: SiteContext, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    var frame = try await frame(form.title, form.view.state.id, context, here: form.address)
    frame.hasErrors = form.error != nil
    return .page(form.page(frame), status: status)
  }

  private func tellOfOwnVisit(
    _ request: Request, _ context: SiteContext, _ matter: OwnVisitForm.Matter
  ) async throws -> Response {
    let sent = try await request.form(context)
    let actor = try Self.insured(context)
    let id = try context.caseNumber()
    let key = sent.raw(OwnVisitForm.key)
    guard FormKey.isOne(key), let number = context.number("visit")
    else { throw PageFault.unreadable }
    let typed = sent.text(OwnVisitForm.reason)
    // A visit that was moved since the page was shown is another time, which she has not seen.
    let current = try await visit(context).1
    if sent.raw(OwnVisitForm.time) != OwnVisitForm.time(of: current) {
      var form = try await ownVisit(context, matter)
      form.typed = typed ?? ""
      form.error = OwnTexts.hasMoved
      return try await page(form, context, status: .conflict)
    }
    if sent.isChecked(KeptForm.showField) {
      var form = try await ownVisit(context, matter)
      form.typed = typed ?? ""
      return try await page(form, context)
    }
    let command: Command =
      switch matter {
      case .cancel:
        .cancelVisit(
          VisitCancelled(
            number: number, cause: .insured, reached: service.clock.now(), reason: typed))
      case .move: .requestVisitMove(VisitMoveRequested(number: number, wishes: typed))
      }
    do {
      try await service.execute(command, in: id, by: actor, key: key)
      return .seeOther(
        SiteAddress.ownCase(id).href([("gjort", matter == .cancel ? "avbokat" : "onskat")]))
    } catch {
      guard case .refused(let refusal) = error, ["reason", "wishes"].contains(refusal.field)
      else { throw error }
      var form = try await ownVisit(context, matter)
      form.typed = typed ?? ""
      form.error = refusal.text
      return try await page(form, context, status: .unprocessableContent)
    }
  }

  /// Where she opposes the handing over, or takes it back, whichever she may now.
  private func ownOpposition(_ context: SiteContext) async throws -> OwnOppositionPage {
    let view = try await service.view(try context.caseNumber(), for: try Self.insured(context))
    let isOpposed = view.state.opposition != nil
    let kind: ActionKind = isOpposed ? .withdrawOpposition : .recordOpposition
    if let refusal = view.permission(kind, subject: nil).refusal {
      throw PageFault.refused(refusal)
    }
    return OwnOppositionPage(id: view.state.id, isOpposed: isOpposed, formKey: FormKey.new())
  }

  private func tellOfOpposition(
    _ form: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let key = form.raw(OwnVisitForm.key)
    let said = form.raw(OwnOppositionPage.said)
    guard FormKey.isOne(key), [OwnOppositionPage.yes, OwnOppositionPage.no].contains(said) else {
      throw PageFault.unreadable
    }
    let actor = try Self.insured(context)
    let id = try context.caseNumber()
    // After signing in again she reads the page again before she says it.
    if form.isChecked(KeptForm.showField) {
      return .seeOther(SiteAddress.ownOpposition(id).href)
    }
    let opposes = said == OwnOppositionPage.no
    let isOpposed = try await service.view(id, for: actor).state.opposition != nil
    // What holds already need not be said again.
    if opposes != isOpposed {
      let today = service.clock.now().day
      try await service.execute(
        opposes
          ? .recordOpposition(InsuredOpposed(day: today))
          : .withdrawOpposition(OppositionWithdrawn(day: today)), in: id, by: actor, key: key)
    }
    return .seeOther(
      SiteAddress.ownCase(id).href([("gjort", opposes ? "lamnas-inte" : "lamnas")]))
  }

  /// What she has just done, as the address of her page says.
  private static func done(_ word: String?) -> Bilingual? {
    switch word {
    case "avbokat": OwnTexts.cancelled
    case "onskat": OwnTexts.asked
    case "skickat": GivingTexts.sent
    case "skattat": GivingTexts.rated
    case "lamnas-inte": OwnOppositionTexts.saidNo
    case "lamnas": OwnOppositionTexts.saidYes
    default: nil
    }
  }
}
