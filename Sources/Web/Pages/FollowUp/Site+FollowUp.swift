// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import NIOCore
import Service
import Statistics

extension Site {
  /// The follow-up of certificates: for everybody who works here, each within bounds of her own,
  /// and not for the insured.
  func addFollowUpRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.followUp.pattern)") { request, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.followUp(request.queryValues, context)
    }
    pages.get("\(SiteAddress.Pattern.measure)") { request, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.measure(request.queryValues, context)
    }
    pages.get("\(SiteAddress.Pattern.measureFile)") { request, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.measureFile(request.queryValues, context)
    }
    pages.get("\(SiteAddress.methods.pattern)") { _, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      let frame = try await self.followUpFrame(
        MeasureTexts.methods, context, here: SiteAddress.methods.href)
      return .page(methodsPage(self.service.measures(), frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.method)") { _, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.method(context)
    }
  }

  /// The frame of a page below the overview.
  func followUpFrame(
    _ title: Bilingual, _ context: SiteContext, at place: FrameMaker.Place = .followUp, here: Href
  ) async throws -> PageFrame {
    var frame = try await frames.frame(title, context, at: place, here: here)
    frame.printHead?.hasPersonalData = false
    frame.crumbs = Breadcrumbs(
      above: [(MeasureTexts.title[context.language], SiteAddress.followUp.href)],
      current: title[context.language])
    return frame
  }

  private func role(_ context: SiteContext) throws -> PartyRole {
    try context.actor().party.role
  }

  /// The purpose in the address, if it is one that the reader may have.
  private func purpose(
    _ filter: MeasureFilter, _ context: SiteContext
  ) throws -> FollowUpPurpose? {
    let allowed = FollowUpPurpose.allowed(try role(context))
    return filter.purpose.flatMap { allowed.contains($0) ? $0 : nil }
  }

  /// The page that asks for the purpose and leads on to where the reader was going.
  private func askPurpose(
    _ action: SiteAddress, _ query: FormValues, _ filter: MeasureFilter, _ context: SiteContext
  ) async throws -> Response {
    let hasFault = query.isChecked(purposeAsked)
    var frame = try await followUpFrame(MeasureTexts.purpose, context, here: action.href)
    frame.hasErrors = hasFault
    return .page(
      purposePage(
        FollowUpPurpose.allowed(try role(context)), action: action.href,
        kept: filter.with { $0.purpose = nil }.items, hasFault: hasFault, frame: frame))
  }

  private func followUp(_ query: FormValues, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let filter = MeasureFilter(query)
    guard let edition = try await service.shownEdition(for: actor) else {
      return try await noEdition(context)
    }
    guard let purpose = try purpose(filter, context) else {
      return try await askPurpose(.followUp, query, filter, context)
    }
    guard let days = MeasureFilter().days(through: edition.observedThrough) else {
      throw PageFault.unreadable
    }
    let overview = try await service.followUpOverview(
      from: days.from, to: days.to, period: .atFinest(UsualTime.period), for: .actor(actor),
      purpose: purpose)
    let role = try role(context)
    var frame = try await followUpFrame(
      MeasureTexts.title, context, here: SiteAddress.followUp.href(filter.items))
    frame.crumbs = nil
    if overview.reader.namesUnits, overview.labels.units(of: overview.reader).isEmpty {
      return .page(
        followUpEmptyPage(
          MeasureChartTexts.noUnits, MeasureChartTexts.noUnitsText, role: role, frame: frame))
    }
    var model = FollowUpModel(
      overview, measures: service.measures(), purpose: purpose, role: role,
      language: context.language)
    model.isAnalyst = try await service.isAnalyst(actor)
    return .page(followUpPage(model, frame: frame))
  }

  private func noEdition(_ context: SiteContext) async throws -> Response {
    var frame = try await followUpFrame(
      MeasureTexts.title, context, here: SiteAddress.followUp.href)
    frame.crumbs = nil
    let isComing = try await service.awaitsFirstEdition()
    let texts =
      isComing
      ? (MeasureChartTexts.editionComing, MeasureChartTexts.editionComingText)
      : (MeasureChartTexts.noEdition, MeasureChartTexts.noEditionText)
    let isAnalyst = try await service.isAnalyst(try context.actor())
    return .page(
      followUpEmptyPage(
        texts.0, texts.1, role: try role(context),
        more: isAnalyst ? (ImportTexts.title, SiteAddress.imports) : nil, frame: frame))
  }

  /// The definition that the address names.
  private func definition(_ context: SiteContext) throws -> MeasureDefinition {
    guard let id = context.parameters.get("measure"),
      let measure = service.measures().first(where: { $0.id == id })
    else { throw PageFault.notFound }
    return measure
  }

  private func measure(_ query: FormValues, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let measure = try definition(context)
    let filter = MeasureFilter(query)
    guard let edition = try await service.shownEdition(for: actor) else {
      return try await noEdition(context)
    }
    guard let purpose = try purpose(filter, context) else {
      return try await askPurpose(.measure(measure.id), query, filter, context)
    }
    let frame = try await followUpFrame(measure.name, context, here: filter.address(measure.id))
    if let reason = Self.notShown(measure, try role(context)) {
      return .page(
        followUpEmptyPage(
          reason.title, reason.text, of: measure, role: try role(context), frame: frame))
    }
    var faults = filter.faults
    let asked = filter.query(
      measure.id, through: edition.observedThrough, usual: Self.usual(measure, try role(context)))
    if asked == nil, faults.isEmpty {
      let name =
        filter.days(through: edition.observedThrough) == nil
          && TypedDay.read(filter.to, today: edition.observedThrough) == nil && !filter.to.isEmpty
        ? MeasureFilter.Name.to : MeasureFilter.Name.from
      faults[name] = TypedDay.fault
    }
    guard let asked, faults.isEmpty else {
      return try await refusedSelection(measure, filter, faults, frame, context)
    }
    do {
      let report = try await service.measureReport(
        asked, period: filter.periods(from: asked.from, to: asked.to), for: .actor(actor),
        purpose: purpose)
      if measure.population == .indicators, report.answer.table.total.figure?.denominator == 0 {
        return .page(
          followUpEmptyPage(
            MeasureChartTexts.supplied, MeasureChartTexts.suppliedText, of: measure,
            role: try role(context), frame: frame))
      }
      let model = MeasureModel(
        report: report, filter: filter, role: try role(context), language: context.language)
      let units = report.answer.labels.units(of: report.answer.reader)
      return .page(measurePage(model, units: units, frame: frame))
    } catch {
      guard case ServiceError.refused(let refusal) = error, let field = refusal.field,
        !refusal.code.isAbsence
      else { throw error }
      return try await refusedSelection(
        measure, filter, [Self.pageField(field): refusal.text], frame, context)
    }
  }

  /// The usual breakdown: questions, else groups of diagnoses, sex or age.
  private static func usual(_ measure: MeasureDefinition, _ role: PartyRole) -> [Dimension] {
    let wanted: [Dimension] =
      role == .fk
      ? [.question, .chartGroup, .chapter, .sex] : [.question, .chartGroup, .sex, .age]
    return wanted.first(where: measure.dimensions.contains).map { [$0] } ?? []
  }

  private static func notShown(
    _ measure: MeasureDefinition, _ role: PartyRole
  ) -> (title: Bilingual, text: Bilingual)? {
    if role == .fk, !measure.isContent {
      return (MeasureChartTexts.notContent, Refusal(.contentOnly).text)
    }
    return nil
  }

  /// The name of the field on the page for one of the service's.
  static func pageField(_ field: String) -> String {
    switch field {
    case "by": MeasureFilter.Name.by
    case "from": MeasureFilter.Name.from
    case "cases": MeasureFilter.Name.cases
    default: field
    }
  }

  /// The form again, with what was typed and what is wrong with it.
  private func refusedSelection(
    _ measure: MeasureDefinition, _ filter: MeasureFilter, _ faults: [String: Bilingual],
    _ frame: PageFrame, _ context: SiteContext
  ) async throws -> Response {
    let language = context.language
    let actor = try context.actor()
    let edition = try await service.edition(for: .actor(actor))
    let words = faults.sorted { $0.key < $1.key }
      .map { (field: $0.key, text: $0.value[language]) }
    let choices = try await service.followUpChoices(for: actor)
    var frame = frame
    frame.hasErrors = true
    let page = PageShell(frame) {
      ErrorSummary(words.map { FieldError("f-" + $0.field, $0.text) }).html(language)
      PageHead(measure.name[language], lead: measure.purpose[language]).html
      Card("urval", MeasureTexts.change[language]) {
        MeasureFilterFields(
          filter: filter, measure: measure, reader: choices.reader, units: choices.units,
          labels: choices.labels, edition: edition, faults: words, language: language
        ).html
      }.html
    }
    return .page(page.render(), status: .unprocessableContent)
  }

  private func measureFile(
    _ query: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let measure = try definition(context)
    let filter = MeasureFilter(query)
    guard let format = context.parameters.get("format").flatMap(MeasureFormat.init(rawValue:))
    else { throw PageFault.notFound }
    guard let edition = try await service.shownEdition(for: actor) else {
      throw PageFault.notFound
    }
    guard let purpose = try purpose(filter, context) else {
      return try await askPurpose(.measure(measure.id), query, filter, context)
    }
    guard
      let asked = filter.query(
        measure.id, through: edition.observedThrough,
        usual: Self.usual(measure, try role(context)))
    else { throw PageFault.unreadable }
    let answer = try await service.measureTable(asked, for: .actor(actor), purpose: purpose)
    return try Self.file(
      answer, format, at: service.clock.now(), language: context.language)
  }

  private static func file(
    _ answer: MeasureAnswer, _ format: MeasureFormat, at now: Instant, language: Language
  ) throws -> Response {
    let file = MeasureFile(answer, asked: now, language: language)
    let bytes: [UInt8] =
      switch format {
      case .csv: Array(file.csv.utf8)
      case .json: Array(try jsonBytes(MeasureValuesJSON(answer, asked: now)))
      case .xlsx: try file.xlsx()
      }
    let name = MeasureFile.name(answer.definition.id, now.day, format)
    return Response(
      status: .ok,
      headers: [
        .contentType: format.mediaType, .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func method(_ context: SiteContext) async throws -> Response {
    let measure = try definition(context)
    let role = try role(context)
    var frame = try await followUpFrame(
      MeasureTexts.methodTitle(measure.name), context, here: SiteAddress.method(measure.id).href)
    frame.crumbs?.above.append(
      (MeasureTexts.methods[context.language], SiteAddress.methods.href))
    frame.crumbs?.current = measure.name[context.language]
    let isShown = role != .fk || measure.isContent
    return .page(
      methodPage(
        measure, figures: isShown ? SiteAddress.measure(measure.id).href : nil,
        fewest: service.fewestShown, frame: frame))
  }
}
