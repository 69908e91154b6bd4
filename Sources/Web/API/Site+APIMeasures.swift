// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service
import Statistics

extension Site {
  /// Every definition. What is counted is no secret; the figures are.
  func listMeasures(_ context: SiteContext) throws -> Response {
    try service.requireFollowUpReader(context.actor())
    return try .json(MeasureListJSON(service.measures()))
  }

  func showMeasure(_ context: SiteContext) throws -> Response {
    try service.requireFollowUpReader(context.actor())
    return try .json(MeasureDefinitionJSON(try namedMeasure(context)))
  }

  /// The figures of a question: the same that the page shows.
  func showMeasureValues(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    try service.requireFollowUpReader(actor)
    let measure = try namedMeasure(context)
    guard let purpose = try query.choice("purpose", FollowUpPurpose.self) else {
      throw APIProblem.missing("purpose")
    }
    guard let edition = try await service.shownEdition(for: actor),
      let usual = MeasureFilter().days(through: edition.observedThrough)
    else { throw APIProblem(Refusal(.noEdition)) }
    let asked = MeasureQuery(
      measure: measure.id, by: try query.choices("by", Dimension.self),
      from: try query.value("from", Day.init) ?? usual.from,
      to: try query.value("to", Day.init) ?? usual.to, filter: try Self.restriction(query),
      cases: try query.value("cases") { CaseDefinition($0) } ?? .named(.inera),
      isAdjusted: try query.value("adjusted", Bool.init) ?? false)
    let answer = try await service.measureTable(asked, for: .actor(actor), purpose: purpose)
    return try .json(MeasureValuesJSON(answer, asked: service.clock.now()))
  }

  private func namedMeasure(_ context: SiteContext) throws -> MeasureDefinition {
    guard let id = context.parameters.get("measure"),
      let measure = service.measures().first(where: { $0.id == id })
    else { throw APIProblem(Refusal(.measureUnknown)) }
    return measure
  }

  /// `where=sex=kvinna&where=category=F43,F32`
  private static func restriction(
    _ query: APIQuery
  ) throws(APIProblem) -> [Dimension: Set<String>] {
    var restriction: [Dimension: Set<String>] = [:]
    for text in query.texts("where") {
      guard let (dimension, codes) = MeasureQuery.restriction(text) else {
        throw .unfit("where")
      }
      restriction[dimension, default: []].formUnion(codes)
    }
    return restriction
  }
}
