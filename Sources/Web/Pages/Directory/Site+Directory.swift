// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The directory of health care: for everybody who works here, and not for the insured.
  func addDirectoryRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.directory.pattern)") { request, context -> Response in
      try self.service.requireDirectoryReader(context.actor())
      return try await self.directory(request.queryValues, context)
    }
    pages.get("\(SiteAddress.Pattern.directoryUnit)") { request, context -> Response in
      try self.service.requireDirectoryReader(context.actor())
      let id = DirectoryUnit.normalized(context.parameters.get("unit") ?? "")
      return try await self.directoryUnit(id, request.queryValues, context)
    }
    pages.get("\(SiteAddress.directoryChanges.pattern)") { request, context -> Response in
      try self.service.requireDirectoryReader(context.actor())
      return try await self.directoryChanges(request.queryValues, context)
    }
  }

  private func directory(_ query: FormValues, _ context: SiteContext) async throws -> Response {
    let today = service.clock.now().day
    let typed = query.text("dag") ?? ""
    let day = typed.isEmpty ? today : TypedDay.read(typed, today: today)
    let copies = try await service.directorySnapshots().map {
      StoredCopy(day: $0.day, objects: $0.objects, withoutID: $0.passedOver)
    }
    let model = DirectoryModel(
      try await service.directory(on: day ?? today), copies: copies, typedDay: typed,
      isDayWrong: day == nil, text: query.text("text") ?? "", page: Self.page(query))
    var frame = try await frames.frame(
      DirectoryTexts.title, context, at: .directory, here: model.href(page: model.page))
    frame.hasErrors = model.isDayWrong
    frame.printHead?.hasPersonalData = false
    return .page(directoryPage(model, frame: frame))
  }

  private func directoryUnit(
    _ id: String, _ query: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let today = service.clock.now().day
    let day = query.text("dag").flatMap { TypedDay.read($0, today: today) } ?? today
    let history = try await service.directoryHistory(id)
    guard !history.isEmpty, let snapshot = try await service.directory(on: day) else {
      throw PageFault.notFound
    }
    let latest = try await service.directorySnapshots().last?.day
    let model = DirectoryUnitModel(
      try await service.directoryAnswer(id, on: day), in: snapshot,
      isLatest: snapshot.day == latest, history: history,
      attributes: try await service.directoryAttributes(id, on: day))
    var frame = try await frames.frame(
      Bilingual(sv: model.name, en: model.name), context, at: .directory,
      here: DirectoryModel.href(unit: id, day: model.isLatest ? nil : model.day))
    frame.crumbs = crumbs(model.answer.unit, context)
    frame.printHead?.hasPersonalData = false
    return .page(directoryUnitPage(model, frame: frame))
  }

  private func directoryChanges(
    _ query: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let days = try await service.directorySnapshots().map(\.day)
    guard let to = query.text("till").flatMap({ Day($0) }),
      let from = query.text("fran").flatMap({ Day($0) }), days.contains(to), days.contains(from)
    else { throw PageFault.notFound }
    let changes = try await service.directoryChanges(from: from, to: to)
    let model = DirectoryChangesModel(
      changes, from: from, to: to, page: Self.page(query))
    var frame = try await frames.frame(
      DirectoryTexts.changes, context, at: .directory, here: model.href(page: model.page))
    frame.crumbs = crumbs(DirectoryTexts.sinceLast[context.language], context)
    frame.printHead?.hasPersonalData = false
    return .page(directoryChangesPage(model, frame: frame))
  }

  /// Counted from 1; what means nothing is the first, and too high a number the last.
  private static func page(_ query: FormValues) -> Int {
    query.text("sida") == nil ? 1 : query.pageNumber("sida")
  }

  private func crumbs(_ current: String, _ context: SiteContext) -> Breadcrumbs {
    Breadcrumbs(
      above: [(DirectoryTexts.title[context.language], SiteAddress.directory.href)],
      current: current)
  }
}
