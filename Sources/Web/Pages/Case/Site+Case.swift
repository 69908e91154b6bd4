// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The page of a case, the replay of its draw, and who has opened it.
  func addCaseRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.assessment)") { request, context -> Response in
      try await self.casePage(request, context)
    }
    pages.get("\(SiteAddress.Pattern.draw)") { _, context -> Response in
      let actor = try context.actor()
      let id = try context.caseNumber()
      let replay = try await self.service.replay(id, for: actor)
      let frame = try await self.frame(DrawTexts.title, id, SiteAddress.draw(id).href, context)
      return .page(drawPage(DrawModel(id, replay), frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.readers)") { _, context -> Response in
      let actor = try context.actor()
      let id = try context.caseNumber()
      let model = ReadersModel(
        id, try await self.service.readers(of: id, for: actor),
        people: try await self.service.people())
      let frame = try await self.frame(
        ReadersTexts.title, id, SiteAddress.readers(id).href, context)
      return .page(readersPage(model, frame: frame))
    }
  }

  private func casePage(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    if actor.party == .insured { return .seeOther(SiteAddress.ownCase(id).href) }
    let query = request.queryValues
    let now = try await service.view(id, for: actor)
    let (view, lookBack) = CaseLookBack.choose(query.text("den"), now)
    let source = CaseSource(
      view, asOf: lookBack.shown, regions: try await service.regionList(),
      language: context.language)
    let filter = query.text("visa").flatMap(TimelineFilter.init(rawValue:)) ?? .all
    var frame = try await frames.frame(
      CaseModel.title(id), context, at: .cases, here: SiteAddress.assessment(id).href)
    frame.crumbs = Breadcrumbs(
      above: [(FrameTexts.cases[context.language], SiteAddress.cases.href)],
      current: id.description)
    frame.hasErrors = lookBack.error != nil
    let model = CaseModel(
      source, filter: filter,
      isWhole: query.text(CaseTimeline.count) == CaseTimeline.everything, lookBack: lookBack,
      talk: try await talk(in: id, for: actor))
    return .page(Web.casePage(model, frame: frame))
  }

  /// What the case's tab of messages says.
  func talk(in id: CaseNumber, for actor: Actor) async throws(ServiceError) -> CaseTalk {
    let summary = try await service.threadSummary(in: id, for: actor)
    return CaseTalk(threads: summary.count, unread: summary.unread)
  }

  /// The frame of a page below the case's own.
  private func frame(
    _ title: Bilingual, _ id: CaseNumber, _ here: Href, _ context: SiteContext
  ) async throws -> PageFrame {
    let full = Bilingual(sv: "\(title.sv), \(id)", en: "\(title.en), \(id)")
    var frame = try await frames.frame(full, context, at: .cases, here: here)
    frame.crumbs = Breadcrumbs(
      above: [
        (FrameTexts.cases[context.language], SiteAddress.cases.href),
        (id.description, SiteAddress.assessment(id).href),
      ], current: title[context.language])
    return frame
  }
}
