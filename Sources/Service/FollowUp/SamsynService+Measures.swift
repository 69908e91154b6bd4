// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Store

extension SamsynService {
  /// The figures of a question: those that the asker may have, with small and derivable ones
  /// hidden. The question, its purpose and the asker are in the log of reads before anybody is told
  /// anything; a question that is refused is there too, with no items.
  ///
  /// - Throws: a refusal with the field it is about: `measure`, `by`, `from`, `purpose`, `cases`,
  ///   or the name of a dimension.
  public func measureTable(
    _ query: MeasureQuery, for asker: FollowUpAsker, purpose: FollowUpPurpose
  ) async throws(ServiceError) -> MeasureAnswer {
    let desk = try await followUpDesk(asker)
    return try await logging(query.measure, desk, purpose) { () async throws(ServiceError) in
      try await self.answer(query, desk, purpose)
    }
  }

  /// What a measure's page shows. At most six tables are computed for it, and most of them are sums
  /// of the first.
  public func measureReport(
    _ query: MeasureQuery, period: SeriesPeriod, for asker: FollowUpAsker,
    purpose: FollowUpPurpose
  ) async throws(ServiceError) -> MeasureReport {
    let desk = try await followUpDesk(asker)
    return try await logging(query.measure, desk, purpose) { () async throws(ServiceError) in
      var overTime = query
      overTime.by = [period.finest]
      overTime.isAdjusted = false
      var question = MeasureQuestion(query: overTime, reader: desk.reader, edition: desk.edition)
      // The rows are read by time; most of what the page shows beside that is a sum of it.
      if (try? question.check(purpose: purpose)) != nil {
        _ = try? desk.edition.table(overTime, within: desk.reader.scope)
      }
      let answer = try await self.answer(query, desk, purpose)
      let period = period.chosen(
        kind: answer.definition.kind, total: answer.table.total, from: query.from, to: query.to,
        allowed: answer.definition.dimensions, fewest: fewestShown)
      overTime.by = [period]
      question = MeasureQuestion(query: overTime, reader: desk.reader, edition: desk.edition)
      _ = try refusing { () throws(Refusal) in try question.check(purpose: purpose) }
      let series = try await self.table(overTime, within: desk.reader.scope, desk)
      var comparison: MeasureTable?
      if let query = question.comparison {
        comparison = try await self.table(query, within: .everything, desk)
      }
      return MeasureReport(
        answer: answer, period: period, series: series, seriesComparison: comparison,
        units: try await self.units(answer, desk))
    }
  }

  /// The measures that a reader begins with, each over time and beside the country. Those with few
  /// certificates go in longer parts of the time than others.
  public func followUpOverview(
    from: Day, to: Day, period: SeriesPeriod, for asker: FollowUpAsker, purpose: FollowUpPurpose
  ) async throws(ServiceError) -> FollowUpOverview {
    let desk = try await followUpDesk(asker)
    return try await logging("overview", desk, purpose) { () async throws(ServiceError) in
      var glances: [MeasureGlance] = []
      for measure in self.firstMeasures(desk) {
        let query = MeasureQuery(measure: measure.id, from: from, to: to)
        glances.append(try await self.glance(measure, query, period, desk))
      }
      return FollowUpOverview(
        reader: desk.reader, edition: desk.edition.facts, glances: glances,
        fewest: self.fewestShown, labels: MeasureLabels(source: desk.edition.source), from: from,
        to: to)
    }
  }

  /// A measure in the overview: first the whole, then its parts in time.
  private func glance(
    _ measure: MeasureDefinition, _ query: MeasureQuery, _ period: SeriesPeriod,
    _ desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureGlance {
    let whole = try await table(query, within: desk.reader.scope, desk)
    var query = query
    query.by = [
      period.chosen(
        kind: measure.kind, total: whole.total, from: query.from, to: query.to,
        allowed: measure.dimensions, fewest: fewestShown)
    ]
    let question = MeasureQuestion(query: query, reader: desk.reader, edition: desk.edition)
    let series = try await table(query, within: desk.reader.scope, desk)
    var comparison: MeasureTable?
    if let query = question.comparison {
      comparison = try await table(query, within: .everything, desk)
    }
    return MeasureGlance(definition: measure, series: series, comparison: comparison)
  }

  /// Every measure, with or without an edition.
  public func measures() -> [MeasureDefinition] {
    editionInUse.withLock { $0 }?.source.definitions ?? FollowUp.measures
  }

  /// What a reader can choose among: her bounds, and the care units that she sees by name.
  public func followUpChoices(
    for actor: Actor
  ) async throws(ServiceError) -> (
    reader: FollowUpReader, units: [UnitTable.Unit], labels: MeasureLabels
  ) {
    let desk = try await followUpDesk(.actor(actor))
    let labels = MeasureLabels(source: desk.edition.source)
    return (desk.reader, labels.units(of: desk.reader), labels)
  }

  /// The edition in use, for those who may read the follow-up; nil where there is none.
  public func shownEdition(for actor: Actor) async throws(ServiceError) -> EditionFacts? {
    try requireFollowUpReader(actor)
    return try await openEdition()?.facts
  }

  /// Whether there is no edition yet but certificates for one, or a demonstration that soon has
  /// them. It tells nobody how many, or whose.
  public func awaitsFirstEdition() async throws(ServiceError) -> Bool {
    guard try await latestEdition() == nil else { return false }
    if try await isDemonstration() { return true }
    return try await read { [keyring] in try CertificateStore($0, keyring).last() > 0 }
  }

  /// The edition that an answer would be from. Throws `noEdition`.
  public func edition(for asker: FollowUpAsker) async throws(ServiceError) -> EditionFacts {
    try await followUpDesk(asker).edition.facts
  }

  /// Who asks, and what answers.
  struct FollowUpDesk: Sendable {
    let reader: FollowUpReader
    let edition: OpenEdition
  }

  func followUpDesk(_ asker: FollowUpAsker) async throws(ServiceError) -> FollowUpDesk {
    if case .actor(let actor) = asker { try requireFollowUpReader(actor) }
    guard let edition = try await openEdition() else { throw .refused(Refusal(.noEdition)) }
    let reader = try await followUpReader(asker, among: edition.source.units)
    return FollowUpDesk(reader: reader, edition: edition)
  }

  private func answer(
    _ query: MeasureQuery, _ desk: FollowUpDesk, _ purpose: FollowUpPurpose
  ) async throws(ServiceError) -> MeasureAnswer {
    let question = MeasureQuestion(query: query, reader: desk.reader, edition: desk.edition)
    let measure = try refusing { () throws(Refusal) in try question.check(purpose: purpose) }
    let table = try await table(query, within: desk.reader.scope, desk)
    var comparison: MeasureTable?
    if let query = question.comparison {
      comparison = try await self.table(query, within: .everything, desk)
    }
    return MeasureAnswer(
      definition: measure, purpose: purpose, reader: desk.reader, edition: desk.edition.facts,
      table: table, comparison: comparison, fewest: fewestShown,
      labels: MeasureLabels(source: desk.edition.source))
  }

  /// The own care units beside each other; nil where there are not two of them, or where the
  /// measure does not tell units apart.
  private func units(
    _ answer: MeasureAnswer, _ desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureTable? {
    guard desk.reader.namesUnits, desk.reader.party != nil,
      answer.definition.dimensions.contains(.unit),
      answer.labels.units(of: desk.reader).count > 1
    else { return nil }
    var query = answer.table.query
    query.by = [.unit]
    query.isAdjusted = true
    do throws(ServiceError) {
      return try await table(query, within: desk.reader.scope, desk)
    } catch {
      // So many units that their mix cannot be worked out at once: without it.
      guard case .refused(let refusal) = error, refusal.code == .tableTooLong else { throw error }
      query.isAdjusted = false
      return try await table(query, within: desk.reader.scope, desk)
    }
  }

  /// One table, as the reader may see it.
  private func table(
    _ query: MeasureQuery, within scope: UnitScope, _ desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureTable {
    if desk.edition.measure(query.measure)?.population == .indicators {
      return try await disclosed(
        try await suppliedTable(query, within: scope, desk), within: scope, to: desk)
    }
    let raw: MeasureTable
    do throws(MeasureFault) { raw = try desk.edition.table(query, within: scope) } catch {
      throw .refused(Refusal(error))
    }
    return try await disclosed(raw, within: scope, to: desk)
  }

  /// Measures of the overview, at most.
  private static let mostFirst = 9

  /// Those of the agreement's seventeen that certificates can tell; for the content first of all
  /// what is about the content.
  private func firstMeasures(_ desk: FollowUpDesk) -> [MeasureDefinition] {
    let told = desk.edition.source.definitions.filter {
      $0.population != .indicators && desk.reader.reads($0)
        && $0.dimensions.contains(where: \.isTime)
    }
    let numbered = told.filter { $0.number != nil }.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    let rest = told.filter { $0.number == nil }
    return Array((numbered + rest).prefix(Self.mostFirst))
  }

  /// Writes the line of the log before the answer leaves; the purpose stands in it.
  private func logging<T: Sendable>(
    _ measure: String, _ desk: FollowUpDesk, _ purpose: FollowUpPurpose,
    _ body: () async throws(ServiceError) -> T
  ) async throws(ServiceError) -> T {
    // What somebody typed in an address is nothing for a log.
    let known = measure == "overview" || desk.edition.measure(measure) != nil
    func log(_ items: Int) async throws(ServiceError) {
      let entry = AccessEntry(
        at: clock.now(), party: desk.reader.party?.description ?? "operator",
        person: desk.reader.person, action: "measure:\(known ? measure : "unknown")",
        purpose: "follow-up-\(purpose.rawValue)", items: items)
      do { try await readLog.record(entry) } catch { throw ServiceError(error) }
    }
    let found: T
    do throws(ServiceError) { found = try await body() } catch {
      try await log(0)
      throw error
    }
    try await log(1)
    return found
  }
}

/// A refusal in the service's own terms.
private func refusing<T>(_ body: () throws(Refusal) -> T) throws(ServiceError) -> T {
  do throws(Refusal) { return try body() } catch { throw .refused(error) }
}
