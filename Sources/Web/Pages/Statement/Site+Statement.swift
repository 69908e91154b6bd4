// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// The pages where a statement is written, read, signed, asked about and printed.
  func addStatementRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.statement)") { _, context -> Response in
      try await self.statement(context)
    }
    pages.get("\(SiteAddress.Pattern.statementSection)") { request, context -> Response in
      let work = try await self.work(context)
      let section = context.parameters.get("section") ?? ""
      guard
        let model = StatementWriteModel(
          work, section: section, isSaved: request.queryValues.isChecked("sparat"),
          sitting: FormKey.new())
      else { throw PageFault.notFound }
      return try await self.page(model, context, beside: request.queryValues.deskPlace)
    }
    pages.post("\(SiteAddress.Pattern.statementSection)") { request, context -> Response in
      try await self.saveSection(request, context)
    }
    pages.get("\(SiteAddress.Pattern.statementHistory)") { _, context -> Response in
      let work = try await self.work(context)
      let id = work.view.state.id
      guard let name = context.parameters.get("section"),
        let section = work.sections.first(where: { $0.id == name })
      else { throw PageFault.notFound }
      let here = SiteAddress.statementHistory(id, section: name).href
      let frame = try await self.frame(StatementPageTexts.history, id, context, here: here)
      return .page(statementHistoryPage(work, section, frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.statementReview)") { _, context -> Response in
      try await self.review(context, refused: nil)
    }
    pages.post("\(SiteAddress.Pattern.statementReview)") { request, context -> Response in
      try await self.sign(request, context)
    }
    addStatementSupplementRoutes(to: pages)
    addStatementPrintRoutes(to: pages)
  }

  /// What was sent; to those who write, while nothing is sent, the first section.
  private func statement(_ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    do {
      let sent = try await service.sentStatement(in: id, for: actor)
      let frame = try await frame(
        StatementPageTexts.statement, id, context, here: SiteAddress.statement(id).href)
      return .page(
        statementReadPage(sent, canMakePDF: service.canMakePDF, frame: frame))
    } catch ServiceError.refused(let refusal) where refusal.code == .statementNotHere {
      let view = try await service.view(id, for: actor)
      guard view.state.statementAccess(of: actor) == nil, view.state.statement == nil,
        let first = try await service.statementWork(in: id, for: actor).sections.first
      else { throw ServiceError.refused(refusal) }
      return .seeOther(SiteAddress.statementSection(id, section: first.id).href)
    }
  }

  private func work(_ context: SiteContext) async throws -> StatementWork {
    try await service.statementWork(in: try context.caseNumber(), for: try context.actor())
  }

  private func page(
    _ model: StatementWriteModel, _ context: SiteContext, beside place: StatementDesk.Place?,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    var model = model
    if let place {
      // Without its text, or where it is none of the case, the section is written all the same.
      let text = try? await service.documentText(
        place.document, in: model.id, for: try context.actor())
      model.desk = StatementDesk(model, place, text: text ?? [])
    }
    let title = Bilingual(
      sv: "\(StatementPageTexts.write.sv): \(model.section.title.sv)",
      en: "\(StatementPageTexts.write.en): \(model.section.title.en)")
    var frame = try await frame(
      title, model.id, context,
      here: SiteAddress.statementSection(model.id, section: model.section.id).href)
    frame.hasErrors = !model.errors(context.language).isEmpty
    return .page(statementWritePage(model, frame: frame), status: status)
  }

  /// Saves a section: to a browser a page, to the script how it went.
  private func saveSection(_ request: Request, _ context: SiteContext) async throws -> Response {
    // The form first: where the session has ended it is given back, with what was typed.
    let form = try await request.form(context)
    let actor = try context.actor()
    let id = try context.caseNumber()
    let work = try await service.statementWork(in: id, for: actor)
    let name = context.parameters.get("section") ?? ""
    guard let section = work.sections.first(where: { $0.id == name }) else {
      throw PageFault.notFound
    }
    let isScript = request.headers[.accept]?.contains("application/json") == true
    let sitting = form.text(StatementForm.sitting) ?? FormKey.new()
    do {
      let saved = try await service.saveStatement(
        StatementForm.savings(section.fields, form, today: work.view.context.today),
        sitting: sitting, in: id, by: actor)
      if isScript { return try .json(StatementScriptAnswer(saved, context.language)) }
      let model = StatementWriteModel(
        try await service.statementWork(in: id, for: actor), section: name, sitting: sitting)
      let goesOn = form.isChecked("vidare") && saved.conflicts.isEmpty
      let next = goesOn ? model?.next ?? name : name
      return .seeOther(StatementDesk.href(id, next, form.deskPlace, saved: true))
    } catch ServiceError.refused(let refusal) where refusal.code != .notFound {
      if isScript { return try .refused(refusal, context.language) }
      guard
        let model = StatementWriteModel(
          work, section: name, typed: form, refused: refusal, sitting: sitting)
      else { throw PageFault.notFound }
      return try await page(
        model, context, beside: form.deskPlace, status: .unprocessableContent)
    }
  }

  func review(
    _ context: SiteContext, refused: Refusal?
  ) async throws -> Response {
    let work = try await work(context)
    let id = work.view.state.id
    if work.view.state.statement?.signed != nil {
      return .seeOther(SiteAddress.statement(id).href)
    }
    let content = try? work.definition.drafted(work.draft, of: work.view.state)
    let digest = work.gaps.isEmpty ? content?.digest(SamsynService.statementHash) : nil
    var frame = try await frame(
      StatementPageTexts.review, id, context, here: SiteAddress.statementReview(id).href)
    frame.hasErrors = refused != nil
    let mentoring = try await service.mentoring(digest, in: id, for: try context.actor())
    let review = StatementReview(
      work: work, content: content, digest: digest, mentoring: mentoring, refused: refused)
    return .page(
      review.page(frame), status: refused == nil ? .ok : .unprocessableContent)
  }

  private func sign(_ request: Request, _ context: SiteContext) async throws -> Response {
    let form = try await request.form(context)
    let actor = try context.actor()
    let id = try context.caseNumber()
    // After signing in again the doctor reads again before she signs.
    if form.isChecked(KeptForm.showField) {
      return .seeOther(SiteAddress.statementReview(id).href)
    }
    do {
      let result = try await service.signStatement(form.raw("digest"), in: id, by: actor)
      return .seeOther(Self.receipt(result))
    } catch ServiceError.refused(let refusal) where refusal.code != .notFound {
      return try await review(context, refused: refusal)
    }
  }
}

/// What the script is told after a saving: the time, each field's revision, and what competes.
struct StatementScriptAnswer: Encodable {
  let at: String
  let revisions: [String: Int]
  let conflicts: [String]

  init(_ saved: StatementSaved, _ language: Language) {
    at = saved.at.clock.words[language]
    revisions = saved.fields.mapValues(\.revision)
    conflicts = saved.conflicts
  }
}
