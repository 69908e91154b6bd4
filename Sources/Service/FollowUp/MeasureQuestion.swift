// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// Whether a question may be asked, by whom. Every refusal names the field that it is about.
struct MeasureQuestion {
  let query: MeasureQuery
  let reader: FollowUpReader
  let edition: OpenEdition

  /// The measure that is asked for.
  func check(purpose: FollowUpPurpose) throws(Refusal) -> MeasureDefinition {
    guard let measure = edition.measure(query.measure) else {
      throw Refusal(.measureUnknown, field: "measure")
    }
    guard reader.reads(measure) else { throw Refusal(.contentOnly, field: "measure") }
    if let party = reader.party, !FollowUpPurpose.allowed(party.role).contains(purpose) {
      throw Refusal(.outOfRange, field: "purpose")
    }
    guard query.from <= query.to else { throw Refusal(.daysReversed, field: "from") }
    guard query.by.count <= 2, Set(query.by).count == query.by.count else {
      throw Refusal(.dimensionsTooMany, field: "by")
    }
    for dimension in query.by { try check(dimension, of: measure, field: "by") }
    for (dimension, codes) in query.filter.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let field = dimension.rawValue
      try check(dimension, of: measure, field: field)
      guard !dimension.isTime else { throw Refusal(.dimensionUnfit, field: field) }
      try check(codes, of: dimension)
      try checkKnown(codes, of: dimension)
    }
    try checkGroups()
    return measure
  }

  private func check(
    _ dimension: Dimension, of measure: MeasureDefinition, field: String
  ) throws(Refusal) {
    guard reader.uses(dimension) else { throw Refusal(.contentOnly, field: field) }
    guard measure.dimensions.contains(dimension) else {
      throw Refusal(.dimensionUnfit, field: field)
    }
  }

  /// Nobody names places in care that are not the reader's own: that there are no figures would
  /// tell something too.
  private func check(_ codes: Set<String>, of dimension: Dimension) throws(Refusal) {
    guard FollowUpReader.placing.contains(dimension), reader.scope != .everything else { return }
    let own = edition.source.units.filter(reader.scope.holds)
    let known: Set<String> =
      switch dimension {
      case .unit: Set(own.map(\.id))
      case .provider: Set(own.compactMap(\.provider))
      default: Set(own.compactMap(\.region))
      }
    guard codes.isSubset(of: known) else {
      throw Refusal(.unitOfOthers, field: dimension.rawValue)
    }
  }

  /// What has a short list of codes has no others: a misspelt one would answer that there is
  /// nobody.
  private func checkKnown(_ codes: Set<String>, of dimension: Dimension) throws(Refusal) {
    guard Self.listed.contains(dimension) else { return }
    let known = Set(edition.source.choices(in: dimension)).union([Self.unknown])
    guard codes.isSubset(of: known) else {
      throw Refusal(.outOfRange, field: dimension.rawValue)
    }
  }

  private static let unknown = "unknown"
  private static let listed: Set<Dimension> = [
    .sex, .age, .length, .degree, .order, .question, .outcome, .tie,
  ]

  /// Groups of so few care units that a figure would be about one of them are nothing for those who
  /// follow up the content.
  private func checkGroups() throws(Refusal) {
    guard reader.isContentOnly,
      let asked = (query.by + query.filter.keys).first(where: FollowUpReader.grouping.contains)
    else { return }
    guard groups(of: edition.source.units.filter(isMeant)).allSatisfy(Self.isMany) else {
      throw Refusal(.contentOnly, field: asked.rawValue)
    }
  }

  /// Care units put apart as the rows of the question put them apart.
  private func groups(of units: [UnitTable.Unit]) -> [[UnitTable.Unit]] {
    var groups = [units]
    if query.by.contains(.careLevel) {
      groups = groups.flatMap { Dictionary(grouping: $0, by: \.careLevel).values }
    }
    if query.by.contains(.background) {
      groups = groups.flatMap { group in
        edition.source.backgrounds.flatMap { variable in
          variable.codes.map { code in group.filter { variable.holds($0.id, in: [code]) } }
        }
      }
    }
    return groups
  }

  /// Whether a care unit is among those that the question is restricted to.
  private func isMeant(_ unit: UnitTable.Unit) -> Bool {
    (query.filter[.careLevel]?.contains(unit.careLevel ?? "") ?? true)
      && (query.filter[.background].map { isInBackground(unit, $0) } ?? true)
  }

  /// Care units that must be in a figure about others, so that it is about none of them.
  private static let leastOthers = 3

  private static func isMany(_ units: [UnitTable.Unit]) -> Bool {
    units.isEmpty || units.count >= leastOthers
  }

  /// The same question to the whole country; nil where the reader has it already, or where so few
  /// others are left that it would be about them.
  var comparison: MeasureQuery? {
    // How many others have doctors of a speciality is not known.
    guard reader.hasComparison, query.filter[.speciality] == nil else { return nil }
    let others = edition.source.units.filter { !reader.scope.holds($0) && isMeant($0) }
    guard others.count >= Self.leastOthers else { return nil }
    var query = query
    for dimension in FollowUpReader.placing { query.filter[dimension] = nil }
    let single = FollowUpReader.placing.union([.background, .speciality])
    let isSingle = query.by.contains(where: single.contains)
    if isSingle || !groups(of: others).allSatisfy(Self.isMany) { query.by = [] }
    return query
  }

  private func isInBackground(_ unit: UnitTable.Unit, _ wanted: Set<String>) -> Bool {
    edition.source.backgrounds.contains { $0.holds(unit.id, in: wanted) }
  }
}

extension Refusal {
  /// A fault of the engine in words for the reader.
  init(_ fault: MeasureFault) {
    switch fault {
    case .unknownMeasure: self.init(.measureUnknown, field: "measure")
    case .supplied: self.init(.measureSupplied, field: "measure")
    case .dimensionNotAllowed(let dimension):
      self.init(.dimensionUnfit, field: dimension.rawValue)
    case .tooManyDimensions: self.init(.dimensionsTooMany, field: "by")
    case .noDays: self.init(.daysReversed, field: "from")
    case .tooManyRows: self.init(.tableTooLong, field: "by")
    case .gapOutOfRange: self.init(.outOfRange, field: "cases")
    }
  }
}
