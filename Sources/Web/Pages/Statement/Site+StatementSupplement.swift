// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// Questions about sections and their answers.
  func addStatementSupplementRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.statementQuestion)") { _, context -> Response in
      let sent = try await self.asked(context)
      return try await self.page(StatementQuestionPage(sent: sent), context)
    }
    pages.post("\(SiteAddress.Pattern.statementQuestion)") { request, context -> Response in
      try await self.ask(request, context)
    }
    pages.get("\(SiteAddress.Pattern.statementAnswer)") { _, context -> Response in
      try await self.answer(context, FormKey.new(), refused: nil, typed: nil)
    }
    pages.post("\(SiteAddress.Pattern.statementAnswer)") { request, context -> Response in
      try await self.saveAnswer(request, context)
    }
  }

  /// The statement that Försäkringskassan asks about; nobody else asks.
  private func asked(_ context: SiteContext) async throws -> SentStatement {
    let actor = try context.actor()
    guard actor.party == .fk else { throw PageFault.notFound }
    return try await service.sentStatement(in: try context.caseNumber(), for: actor)
  }

  private func page(
    _ page: StatementQuestionPage, _ context: SiteContext
  ) async throws -> Response {
    let id = page.sent.view.state.id
    var frame = try await frame(
      StatementPageTexts.question, id, context, here: SiteAddress.statementQuestion(id).href)
    frame.hasErrors = !page.errors.isEmpty
    return .page(
      page.page(frame), status: page.errors.isEmpty ? .ok : .unprocessableContent)
  }

  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    let form = try await request.form(context)
    let sent = try await asked(context)
    let questions = StatementQuestionPage.questions(form, sent)
    var page = StatementQuestionPage(sent: sent, typed: form)
    if form.isChecked(KeptForm.showField) { return try await self.page(page, context) }
    if questions.isEmpty {
      let first = StatementQuestionPage.field(sent.signed.content.parts.first?.section)
      page.errors.append((first, StatementReadTexts.nothingAsked))
    }
    var answerBy: Day?
    if let typed = form.text(StatementQuestionPage.answerBy) {
      answerBy = TypedDay.read(typed, today: sent.view.context.today)
      if answerBy == nil { page.errors.append((StatementQuestionPage.answerBy, TypedDay.fault)) }
    }
    guard page.errors.isEmpty else { return try await self.page(page, context) }
    let id = sent.view.state.id
    do {
      let result = try await service.execute(
        .requestStatementSupplement(question: nil, answerBy: answerBy, sections: questions),
        in: id, by: try context.actor())
      return .seeOther(Self.receipt(result))
    } catch ServiceError.refused(let refusal) where refusal.code != .notFound {
      let index = refusal.field.flatMap { field in
        field.hasPrefix("sections.")
          ? field.split(separator: ".").dropFirst().first.flatMap { Int($0) } : nil
      }
      let field = index.map { StatementQuestionPage.field(questions[$0].section) }
      page.errors.append((field ?? refusal.field ?? PageShell.contentID, refusal.text))
      return try await self.page(page, context)
    }
  }

  private func answer(
    _ context: SiteContext, _ sitting: String, refused: Refusal?, typed: FormValues?
  ) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let work = try await service.statementWork(in: id, for: actor)
    // Somebody else may have answered meanwhile: what was typed is still shown, with why not.
    let answered = typed == nil ? nil : work.view.state.statement?.supplements.last
    guard let question = work.question ?? answered else {
      return .seeOther(SiteAddress.statement(id).href)
    }
    let content = try? work.draft.supplement(question.requested, of: work.view.state)
    var frame = try await frame(
      StatementPageTexts.answer, id, context, here: SiteAddress.statementAnswer(id).href)
    frame.hasErrors = refused != nil
    let page = StatementAnswerPage(
      work: work, question: question, sitting: sitting,
      digest: content?.digest(SamsynService.statementHash), refused: refused, typed: typed)
    return .page(page.page(frame), status: refused == nil ? .ok : .unprocessableContent)
  }

  /// Saves answers, or signs them where the form carries what was read.
  private func saveAnswer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let form = try await request.form(context)
    let actor = try context.actor()
    let id = try context.caseNumber()
    let sitting = form.text(StatementForm.sitting) ?? FormKey.new()
    let isScript = request.headers[.accept]?.contains("application/json") == true
    do {
      if let digest = form.text("digest") {
        if form.isChecked(KeptForm.showField) {
          return .seeOther(SiteAddress.statementAnswer(id).href)
        }
        return .seeOther(
          Self.receipt(try await service.signSupplement(digest, in: id, by: actor)))
      }
      let saved = try await service.saveStatement(
        Self.answers(form), sitting: sitting, in: id, by: actor)
      if isScript { return try .json(StatementScriptAnswer(saved, context.language)) }
      return .seeOther(SiteAddress.statementAnswer(id).href)
    } catch ServiceError.refused(let refusal) where refusal.code != .notFound {
      if isScript { return try .refused(refusal, context.language) }
      return try await answer(
        context, sitting, refused: refusal,
        typed: form.text("digest") == nil ? form : nil)
    }
  }

  /// Every answer in the form.
  private static func answers(_ form: FormValues) -> [FieldSaving] {
    form.fields.keys.filter { SupplementKey.parts($0) != nil }.sorted().map { key in
      FieldSaving(
        key: key, text: form.raw(key),
        base: form.text(StatementFieldView.base + key).flatMap { Int($0) } ?? 0,
        settles: form.raw(StatementFieldView.settles + key)
          .split(separator: " ").compactMap { Int($0) })
    }
  }

  /// The statement for the printer, and as PDF where that can be made.
  func addStatementPrintRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.statementPrint)") { _, context -> Response in
      let sent = try await self.service.sentStatement(
        in: try context.caseNumber(), for: try context.actor(), purpose: .export)
      return .page(StatementPrint(sent, context.language).linked())
    }
    pages.get("\(SiteAddress.Pattern.statementPDF)") { _, context -> Response in
      let id = try context.caseNumber()
      let sent = try await self.service.sentStatement(
        in: id, for: try context.actor(), purpose: .export)
      let pdf = try await self.service.pdf(
        of: StatementPrint(sent, context.language).page(), style: try StatementPrint.style())
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/pdf", .cacheControl: "no-store",
          .contentDisposition: "attachment; filename=\"\(id).pdf\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: pdf)))
    }
  }
}
