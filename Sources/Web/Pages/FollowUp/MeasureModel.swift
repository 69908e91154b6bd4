// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// A row of a table with what its codes are called.
struct MeasureTableRow: Sendable {
  let codes: [String]
  let names: [String]
  let cell: Cell
  /// What the country has; nil where there is none.
  let comparison: Double?
}

/// A measure's page: its figures as they stand in tables and charts.
struct MeasureModel: Sendable {
  let report: MeasureReport
  let filter: MeasureFilter
  let role: PartyRole
  let language: Language

  var answer: MeasureAnswer { report.answer }
  var measure: MeasureDefinition { report.answer.definition }
  var query: MeasureQuery { report.answer.table.query }
  var text: FigureText { FigureText(measure, language) }
  var charts: MeasureCharts {
    MeasureCharts(measure: measure, labels: answer.labels, language: language)
  }

  /// The rows of the breakdown.
  var rows: [MeasureTableRow] { rows(answer.table, answer.comparison) }
  /// The rows of the own units.
  var unitRows: [MeasureTableRow] { report.units.map { rows($0, nil) } ?? [] }
  /// The rows over time.
  var seriesRows: [MeasureTableRow] { rows(report.series, report.seriesComparison) }

  /// The breakdown is that by unit, which stands beside the funnel.
  var isByUnit: Bool { query.by == [.unit] && report.units != nil }
  /// The breakdown is that over time, which stands above.
  var isByTime: Bool { query.by == [report.period] }
  var hasBreakdown: Bool { !query.by.isEmpty && !isByUnit && !isByTime }

  /// What the own units are compared with.
  var mean: Double? {
    report.seriesComparison?.total.figure?.value ?? report.series.total.figure?.value
  }

  /// Whose value that is.
  var meanName: String {
    report.seriesComparison?.total.figure?.value == nil
      ? scopeName : MeasureTexts.country[language]
  }

  /// Counts of a part and of the whole say nothing beside each other in a drawing.
  var drawnComparison: MeasureTable? {
    measure.kind == .count ? nil : report.seriesComparison
  }

  var funnel: MeasureFunnel? {
    MeasureFunnel(measure, rows: unitRows, mean: mean, meanName: meanName, language)
  }

  /// What a spread of units is set beside: a value of the same kind, which a sum is not.
  var spreadMean: Double? { measure.kind == .count ? nil : mean }

  /// What the line over time is divided into, where that is longer than usual since most of the
  /// shorter parts would be hidden: what it would be else.
  var hiddenPeriod: Dimension? {
    let finest = MeasureFilter.finest(from: query.from, to: query.to)
    return filter.period == nil && finest != report.period ? finest : nil
  }

  /// Nothing was found at all.
  var isEmpty: Bool { report.series.rows.isEmpty }
  /// There is something, and so little that not even the whole may be shown.
  var isAllHidden: Bool { !isEmpty && report.series.total.figure == nil }

  /// Why something in the tables is hidden, each reason once, in their order.
  var reasons: [Hidden] {
    let tables = [answer.table, report.series, report.units].compactMap { $0 }
    let hidden = Set(
      tables.flatMap { [$0.total] + $0.rows.map(\.cell) }.compactMap { cell -> Hidden? in
        if case .hidden(let reason) = cell { reason } else { nil }
      })
    return Hidden.allCases.filter(hidden.contains)
  }

  /// Units stand by their names, everything else by its code, which is the order of the table.
  private func rows(_ table: MeasureTable, _ comparison: MeasureTable?) -> [MeasureTableRow] {
    let by = table.query.by
    let others = Dictionary(
      (comparison?.query.by == by ? comparison?.rows ?? [] : []).map {
        ($0.codes, $0.cell.figure?.value)
      }, uniquingKeysWith: { first, _ in first })
    let rows = table.rows.map { row in
      MeasureTableRow(
        codes: row.codes, names: zip(row.codes, by).map { name($0, in: $1) }, cell: row.cell,
        comparison: others[row.codes] ?? nil)
    }
    guard by.first == .unit || by.first == .provider else { return rows }
    return rows.enumerated().sorted {
      ($0.element.names.first ?? "", $0.offset) < ($1.element.names.first ?? "", $1.offset)
    }.map(\.element)
  }

  /// What a code is called.
  func name(_ code: String, in dimension: Dimension) -> String {
    if dimension.isTime { return PeriodText(language: language).whole(code) }
    return answer.labels.label(code, in: dimension)[language]
  }

  /// Whose certificates the page is about.
  var scopeName: String {
    switch answer.reader.scope {
    case .everything: MeasureTexts.own(nil)[language]
    case .region(let code): answer.labels.label(code, in: .region)[language]
    case .provider(let id): answer.labels.label(id, in: .provider)[language]
    case .units: MeasureTexts.own(role)[language]
    }
  }

  /// The page with one group alone; nil where it cannot be restricted to it.
  func only(_ row: MeasureTableRow) -> Href? {
    guard let dimension = query.by.first, !dimension.isTime, let code = row.codes.first,
      filter.codes[dimension] != [code]
    else { return nil }
    return filter.with {
      $0.codes[dimension] = [code]
      $0.by.removeAll { $0 == dimension }
    }.address(measure.id)
  }

  /// Whole shares of the certificates by tie: no numbers, which could be small. None where the
  /// total may not be shown.
  var ties: [(tie: CareUnitTie, share: String)] {
    CoverageShares(report.series).ties.map { ($0.tie, text.wholePercent($0.share)) }
  }

  /// The share of certificates that could be tied to a care unit.
  var tiedShare: String? { CoverageShares(report.series).tied.map(text.wholePercent) }

  /// The share that lacks what the measure needs.
  var lackingShare: String? { CoverageShares(report.series).lacking.map(text.wholePercent) }
}
