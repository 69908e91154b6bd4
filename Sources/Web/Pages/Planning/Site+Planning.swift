// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// A performer's calendar, times, forecast and competence. Nobody else's people are let in.
  func addPlanningRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.planning.pattern)") { request, context -> Response in
      let query = request.queryValues
      let isGrid = query.text("vy") != "lista"
      let today = self.service.clock.now().day
      let from = query.text("fran").flatMap { TypedDay.read($0, today: today) } ?? today
      let calendar = try await self.service.planning(
        from: Self.near(from, today), weeks: 4, for: context.actor())
      let model = PlanningModel(
        calendar: calendar, isGrid: isGrid, saved: query.isChecked("sparat"))
      let frame = try await self.frames.frame(
        PlanningTexts.planning, context, at: .planning,
        here: PlanningModel.href(model.monday, isGrid: isGrid))
      return .page(model.page(frame))
    }
    pages.get("\(SiteAddress.capacity.pattern)") { _, context -> Response in
      try Self.administrator(context)
      let form = CapacityForm(today: self.service.clock.now().day)
      return try await self.page(form, [], context)
    }
    pages.post("\(SiteAddress.capacity.pattern)") { request, context -> Response in
      let form = CapacityForm(try await request.form(context))
      try Self.administrator(context)
      let (times, faults) = form.read(today: self.service.clock.now().day)
      guard faults.isEmpty else { return try await self.page(form, faults, context) }
      try await self.service.publish(times, by: context.actor())
      return .seeOther(SiteAddress.planning.href([("sparat", "ja")]))
    }
    pages.get("\(SiteAddress.forecast.pattern)") { request, context -> Response in
      try await self.forecast(ForecastForm(request.queryValues), context)
    }
    addCompetenceRoutes(to: pages)
  }

  /// Anybody may write an address; the calendar is kept within what it can hold.
  private static func near(_ day: Day, _ today: Day) -> Day {
    min(max(day, today.adding(days: -1500)), today.adding(days: 1500))
  }

  /// - Throws: `PageFault.refused` for anybody but a performer's administrator.
  static func administrator(_ context: SiteContext) throws {
    let actor = try context.actor()
    guard case .performer = actor.party else {
      throw PageFault.refused(Refusal(.wrongParty))
    }
    guard actor.function == .performerAdministrator else {
      throw PageFault.refused(Refusal(.wrongFunction))
    }
  }

  private func page(
    _ form: CapacityForm, _ faults: [FieldFault], _ context: SiteContext
  ) async throws -> Response {
    var frame = try await frames.frame(
      PlanningTexts.publish, context, at: .planning, here: SiteAddress.capacity.href)
    frame.crumbs = Breadcrumbs(
      above: [(PlanningTexts.planning[context.language], SiteAddress.planning.href)],
      current: PlanningTexts.publish[context.language])
    frame.hasErrors = !faults.isEmpty
    let calendar = try await service.planning(
      from: service.clock.now().day, weeks: PublishedWeeks.weeksShown, for: context.actor())
    return .page(capacityPage(form, faults, PublishedWeeks(calendar), frame: frame))
  }

  private func forecast(
    _ form: ForecastForm, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let (question, unread) = form.read()
    var faults = unread
    var answer: Forecast?
    if faults.isEmpty {
      do {
        answer = try await service.forecast(question, for: actor)
      } catch {
        guard case .refused(let refusal) = error, refusal.code != .wrongParty else { throw error }
        let field = refusal.field ?? ForecastForm.Field.weeks.rawValue
        faults = [FieldFault(field, refusal.text)]
      }
    } else if actor.party.role != .performer {
      throw PageFault.refused(Refusal(.wrongParty))
    }
    var frame = try await frames.frame(
      ForecastTexts.title, context, at: .planning, here: SiteAddress.forecast.href)
    frame.crumbs = Breadcrumbs(
      above: [(PlanningTexts.planning[context.language], SiteAddress.planning.href)],
      current: ForecastTexts.title[context.language])
    frame.hasErrors = !faults.isEmpty
    return .page(ForecastPage(form: form, faults: faults, forecast: answer).page(frame))
  }
}
