// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// The cookie that keeps the height of rows in lists.
  static let densityCookie = "rader"

  /// The pages where work is done; every one of them needs somebody signed in.
  func addWorkRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.tasks.pattern)") { request, context -> Response in
      try await self.tasks(request, context)
    }
    pages.get("\(SiteAddress.cases.pattern)") { request, context -> Response in
      try await self.cases(request, context)
    }
    pages.get("\(SiteAddress.casesExport.pattern)") { request, context -> Response in
      try await self.export(request, context)
    }
    pages.get("\(SiteAddress.search.pattern)") { _, context -> Response in
      let actor = try context.actor()
      return try await self.search(.notAsked, typed: "", actor, context)
    }
    pages.post("\(SiteAddress.search.pattern)") { request, context -> Response in
      let actor = try context.actor()
      let form = try await request.form(context)
      let typed = form.text("q")
      if let fault = SearchModel.fault(typed) {
        return try await self.search(.unfit(fault), typed: form.raw("q"), actor, context)
      }
      let rows = try await self.service.search(typed ?? "", for: actor)
      if rows.count == 1 { return .seeOther(SiteAddress.assessment(rows[0].id).href) }
      return try await self.search(.found(rows), typed: form.raw("q"), actor, context)
    }
    pages.get("\(SiteAddress.live.pattern)") { request, context -> Response in
      // A browser that is answered so does not ask again.
      guard let actor = context.signedIn?.actor else { return Response(status: .noContent) }
      return try await LiveStream(
        service: self.service, actor: actor, query: request.queryValues.text("after"),
        lastEventID: request.headers[.init("Last-Event-ID")!]
      ).response
    }
  }

  private func tasks(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let query = request.queryValues
    var cursor = query.text("efter")
    let today = service.clock.now().day
    let soonDay = (try? service.calendar.adding(workdays: 5, to: today).day) ?? today
    let tasks = try await tasksOrBegin(&cursor, for: actor)
    let page = cursor == nil ? 1 : query.pageNumber("sida")
    let counts = try await service.taskCounts(for: actor)
    var waiting: [PartyRole: Int] = [:]
    for count in try await service.counts(for: actor) where !count.isEnded {
      if let role = count.nextActor { waiting[role, default: 0] += count.count }
    }
    var latest = CaseListQuery()
    latest.state = .all
    latest.sort = .updated
    latest.isDescending = true
    latest.limit = 5
    let model = TasksModel(
      role: actor.party.role, today: today, soonDay: soonDay, tasks: tasks.rows,
      next: tasks.next, page: page,
      counts: .init(late: counts.late, soon: counts.soon, later: counts.later),
      waiting: waiting, news: try await service.list(latest, for: actor).rows,
      source: DueSource(rules: service.rules, on: today))
    var frame = try await frames.frame(
      TasksTexts.title, context, at: .tasks, here: SiteAddress.tasks.href)
    frame.page = (page, model.pageCount)
    return .page(tasksPage(model, frame: frame))
  }

  /// The page that was asked for; the list begins anew where the address is not of its making.
  private func tasksOrBegin(
    _ cursor: inout String?, for actor: Actor
  ) async throws -> (rows: [TaskListRow], next: String?) {
    do throws(ServiceError) {
      return try await service.tasks(for: actor, cursor: cursor, limit: WebLimit.listRows)
    } catch {
      guard case .refused(let refusal) = error, refusal.field == "cursor" else { throw error }
      cursor = nil
      return try await service.tasks(for: actor, limit: WebLimit.listRows)
    }
  }

  private func cases(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let query = request.queryValues
    var filter = CaseFilter(query)
    let today = service.clock.now().day
    let list = try await listOrBegin(&filter, today: today, for: actor)
    let chosen = query.text(CaseFilter.Name.density).flatMap(DataTable.Density.init(rawValue:))
    let kept = request.cookies[Self.densityCookie].flatMap {
      DataTable.Density(rawValue: $0.value)
    }
    let model = CasesModel(
      role: actor.party.role, today: today, filter: filter, list: list,
      performers: try await performers(for: actor), regionNames: try await regionNames(),
      density: chosen ?? kept ?? .compact,
      source: DueSource(rules: service.rules, on: today))
    var frame = try await frames.frame(
      CasesTexts.title, context, at: .cases, here: filter.address)
    if let count = model.pageCount {
      frame.page = (filter.page, count)
    } else if filter.page > 1 {
      frame.title = CasesTexts.caption(filter.page)[context.language]
    }
    frame.hasErrors = !filter.faults(today: today).isEmpty
    var response = Response.page(casesPage(model, frame: frame))
    if let chosen { response.setCookie(Self.setDensity(chosen, isSecure: isSecure)) }
    return response
  }

  /// The page that was asked for; the list begins anew where the address belongs to another order.
  private func listOrBegin(
    _ filter: inout CaseFilter, today: Day, for actor: Actor
  ) async throws -> CaseListPage {
    do {
      return try await service.list(filter.query(today: today), for: actor)
    } catch {
      guard case .refused(let refusal) = error, refusal.field == "cursor" else { throw error }
      filter.cursor = nil
      filter.page = 1
      return try await service.list(filter.query(today: today), for: actor)
    }
  }

  static func setDensity(_ density: DataTable.Density, isSecure: Bool) -> Cookie {
    Cookie(
      name: densityCookie, value: density.rawValue, maxAge: 31_536_000, path: "/",
      secure: isSecure, httpOnly: true, sameSite: .lax)
  }

  /// The performers that an organisation can filter by.
  private func performers(
    for actor: Actor
  ) async throws -> [(id: HSAID, name: String)] {
    guard case .region(let region) = actor.party else { return [] }
    return try await service.settings(of: region, for: actor).performers
      .map { ($0.unit.id, $0.unit.name) }.sorted { $0.name < $1.name }
  }

  /// The names of all regions.
  func regionNames() async throws -> [HSAID: String] {
    let regions = try await service.regionList()
    return Dictionary(regions.map { ($0.region, $0.name) }) { first, _ in first }
  }

  private func search(
    _ outcome: SearchModel.Outcome, typed: String, _ actor: Actor, _ context: SiteContext
  ) async throws -> Response {
    let model = SearchModel(
      role: actor.party.role, typed: typed, outcome: outcome,
      regionNames: try await regionNames(),
      source: DueSource(rules: service.rules, on: service.clock.now().day))
    var frame = try await frames.frame(
      SearchTexts.title, context, here: SiteAddress.search.href)
    frame.searched = typed
    if case .unfit = outcome { frame.hasErrors = true }
    return .page(searchPage(model, frame: frame))
  }
}
