// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// A region's settings. Its coordinators may see and change them; everybody else is refused.
  func addRegionRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.settings.pattern)") { request, context -> Response in
      let settings = try await self.ownSettings(context)
      let saved = request.queryValues.text("sparat").flatMap(SettingsModel.Saved.init(rawValue:))
      return try await self.page(settings, SettingsForm(settings), [], saved: saved, context)
    }
    pages.post("\(SiteAddress.settings.pattern)") { request, context -> Response in
      var settings = try await self.ownSettings(context)
      let form = SettingsForm(try await request.form(context))
      var faults = form.write(to: &settings)
      if faults.isEmpty, let fault = settings.fault { faults = [fault] }
      let stored = try await self.ownSettings(context)
      if let county = settings.county, county != stored.county {
        let counties = try await self.service.countyChoices(of: settings.region)
        if !counties.contains(where: { $0.rawValue == county }) {
          faults.append(FieldFault("county", SettingsTexts.countyFault))
        }
      }
      guard faults.isEmpty else {
        return try await self.page(stored, form, faults, saved: nil, context)
      }
      return try await self.save(settings, .settings, context)
    }
    pages.get("\(SiteAddress.Pattern.performer)") { _, context -> Response in
      let settings = try await self.ownSettings(context)
      let known = try Self.performer(in: settings, context)
      let turn = settings.performers.firstIndex { $0.unit.id == known?.unit.id }
      let form = known.map { PerformerForm($0, turn: (turn ?? 0) + 1) } ?? PerformerForm()
      return try await self.page(
        PerformerModel(known: known, form: form, faults: []), context)
    }
    pages.post("\(SiteAddress.Pattern.performer)") { request, context -> Response in
      let settings = try await self.ownSettings(context)
      let values = try await request.form(context)
      return try await self.savePerformer(values, in: settings, context)
    }
  }

  /// The settings of the reader's own region.
  ///
  /// - Throws: `PageFault.refused` for anybody but a region's coordinator.
  private func ownSettings(_ context: SiteContext) async throws -> RegionSettings {
    let actor = try context.actor()
    guard case .region(let region) = actor.party else {
      throw PageFault.refused(Refusal(.wrongParty))
    }
    guard actor.function == .regionCoordinator else {
      throw PageFault.refused(Refusal(.wrongFunction))
    }
    var settings = try await service.settings(of: region, for: actor)
    settings.dropStaleRotation()
    return settings
  }

  /// The performer in the address; nil for one that is to be added.
  private static func performer(
    in settings: RegionSettings, _ context: SiteContext
  ) throws(PageFault) -> RegionPerformer? {
    let text = context.parameters.get("performer") ?? ""
    if text == SiteAddress.newPerformer { return nil }
    guard let id = try? HSAID(text), let known = settings.performer(id) else {
      throw .notFound
    }
    return known
  }

  private func savePerformer(
    _ values: FormValues, in settings: RegionSettings, _ context: SiteContext
  ) async throws -> Response {
    var settings = settings
    let known = try Self.performer(in: settings, context)
    if let known, values.isChecked("ta-bort") {
      settings.performers.removeAll { $0.unit.id == known.unit.id }
      settings.dropStaleRotation()
      return try await save(settings, .removed, context)
    }
    let form = PerformerForm(values)
    var (performer, faults) = form.performer(
      changing: known, today: service.clock.now().day)
    if let performer {
      if known == nil && settings.performer(performer.unit.id) != nil {
        faults = [FieldFault("unit.id", SettingsTexts.performerTwice)]
      } else {
        form.put(performer, into: &settings)
        if let fault = settings.fault { faults = [fault] }
      }
    }
    guard faults.isEmpty else {
      return try await page(PerformerModel(known: known, form: form, faults: faults), context)
    }
    return try await save(settings, .performer, context)
  }

  private func save(
    _ settings: RegionSettings, _ saved: SettingsModel.Saved, _ context: SiteContext
  ) async throws -> Response {
    try await service.save(settings, by: context.actor())
    return .seeOther(SiteAddress.settings.href([("sparat", saved.rawValue)]))
  }

  private func page(
    _ settings: RegionSettings, _ form: SettingsForm, _ faults: [FieldFault],
    saved: SettingsModel.Saved?, _ context: SiteContext
  ) async throws -> Response {
    let today = service.clock.now().day
    let model = SettingsModel(
      settings: settings, form: form, faults: faults,
      standard: service.standardTargets(on: today), today: today, saved: saved,
      counties: try await service.countyChoices(of: settings.region))
    var frame = try await frames.frame(
      SettingsTexts.title, context, at: .settings, here: SiteAddress.settings.href)
    frame.hasErrors = !faults.isEmpty
    return .page(
      settingsPage(model, frame: frame), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private func page(_ model: PerformerModel, _ context: SiteContext) async throws -> Response {
    let name = model.known?.unit.name
    let title = name.map { Bilingual(sv: $0, en: $0) } ?? SettingsTexts.addPerformer
    var frame = try await frames.frame(title, context, at: .settings, here: model.address)
    frame.crumbs = Breadcrumbs(
      above: [(SettingsTexts.title[context.language], SiteAddress.settings.href)],
      current: title[context.language])
    frame.hasErrors = !model.faults.isEmpty
    return .page(
      performerPage(model, frame: frame),
      status: model.faults.isEmpty ? .ok : .unprocessableContent)
  }
}
