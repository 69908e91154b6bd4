// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// What the insured gives to those who assess her: documents of her own, and her self-rating.
  func addGivingRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.ownSending)") { _, context -> Response in
      try await self.page(try await self.sending(context), context)
    }
    pages.post("\(SiteAddress.Pattern.ownSending)") { request, context -> Response in
      try await self.sendOwn(request, context)
    }
    pages.get("\(SiteAddress.Pattern.ownRating)") { _, context -> Response in
      try await self.page(try await self.rating(context), context)
    }
    pages.post("\(SiteAddress.Pattern.ownRating)") { request, context -> Response in
      try await self.rate(request, context)
    }
  }

  /// Her documents that wait to be sent.
  private func sending(_ context: SiteContext) async throws -> OwnSendingPage {
    let actor = try Self.insured(context)
    let id = try context.caseNumber()
    let view = try await service.view(id, for: actor)
    if let refusal = view.permission(.addDocuments, subject: nil).refusal {
      throw PageFault.refused(refusal)
    }
    let items = try await service.unsentDocuments(in: id, by: actor).map { document in
      SupportingDocument(
        kind: .fromInsured, title: document.title, dated: document.dated,
        pages: document.file.pages, file: document.file)
    }
    return OwnSendingPage(view: view, list: SentDocuments(DocumentList(items)))
  }

  private func page(
    _ page: OwnSendingPage, _ context: SiteContext, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let id = page.view.state.id
    var frame = try await frame(
      GivingTexts.sendTitle, id, context, here: SiteAddress.ownSending(id).href)
    frame.hasErrors = page.isChanged
    return .page(page.render(frame), status: status)
  }

  private func sendOwn(_ request: Request, _ context: SiteContext) async throws -> Response {
    let sent = try await request.form(context)
    let key = sent.raw(OwnVisitForm.key)
    guard FormKey.isOne(key) else { throw PageFault.unreadable }
    var page = try await sending(context)
    let id = page.view.state.id
    if sent.isChecked(KeptForm.showField) { return try await self.page(page, context) }
    guard sent.raw(SentDocuments.field) == page.list.fingerprint, page.list.hasFiles else {
      // Sent already, by a button that was pressed twice, or changed in another window.
      page.isChanged = page.list.hasFiles
      return page.list.hasFiles
        ? try await self.page(page, context, status: .unprocessableContent)
        : .seeOther(SiteAddress.documents(id).href)
    }
    try await service.execute(
      .addDocuments(InsuredDocumentsAdded(documents: page.list.list)), in: id,
      by: try Self.insured(context), key: key)
    return .seeOther(SiteAddress.ownCase(id).href([("gjort", "skickat")]))
  }

  private func rating(_ context: SiteContext) async throws -> OwnRatingPage {
    let actor = try Self.insured(context)
    let view = try await service.view(try context.caseNumber(), for: actor)
    let refusal = view.permission(.giveSelfRating, subject: nil).refusal
    let given = view.state.selfRating
    if let refusal, given == nil { throw PageFault.refused(refusal) }
    let form =
      refusal == nil
      ? service.statementDefinition(on: view.context.today)
      : given.flatMap { service.definition($0.given.form) }
    guard let form else { throw PageFault.notFound }
    return OwnRatingPage(
      view: view, form: form, levels: given?.given.levels ?? [:], isClosed: refusal != nil)
  }

  private func page(
    _ page: OwnRatingPage, _ context: SiteContext, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let id = page.view.state.id
    var frame = try await frame(
      GivingTexts.ratingTitle, id, context, here: SiteAddress.ownRating(id).href)
    frame.hasErrors = page.error != nil
    return .page(page.render(frame), status: status)
  }

  private func rate(_ request: Request, _ context: SiteContext) async throws -> Response {
    let sent = try await request.form(context)
    let key = sent.raw(OwnVisitForm.key)
    guard FormKey.isOne(key) else { throw PageFault.unreadable }
    var page = try await rating(context)
    let id = page.view.state.id
    let levels = page.form.ratedAbilities.compactMap { ability in
      sent.text(ability.own.key).flatMap { Int($0) }.map { (ability.own.key, $0) }
    }
    page.levels = Dictionary(levels, uniquingKeysWith: { _, last in last })
    if sent.isChecked(KeptForm.showField) { return try await self.page(page, context) }
    let actor = try Self.insured(context)
    do {
      try await service.execute(
        .giveSelfRating(SelfRatingGiven(form: page.form.name, levels: page.levels)), in: id,
        by: actor, key: key)
      return .seeOther(SiteAddress.ownCase(id).href([("gjort", "skattat")]))
    } catch {
      guard case .refused(let refusal) = error, refusal.field == "levels" else { throw error }
      page.error = GivingTexts.noLevel
      return try await self.page(page, context, status: .unprocessableContent)
    }
  }
}
