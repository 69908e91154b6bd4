// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// The charts of a measure, made of tables in which everything that may not be shown is hidden
/// already.
struct MeasureCharts: Sendable {
  let measure: MeasureDefinition
  let labels: MeasureLabels
  let language: Language

  private var text: FigureText { FigureText(measure, language) }
  private var axis: AxisNumber {
    let text = text
    return { text.axis($0, step: $1) }
  }

  /// Bars that are drawn; the rest stands in the table.
  static let mostBars = 25

  /// The value over time, beside that of the country.
  func series(
    _ table: MeasureTable, _ comparison: MeasureTable?, id: String = "tid"
  ) -> TimeSeriesChart {
    let others = Self.values(comparison)
    let words = PeriodText(language: language)
    let points = table.rows.map { row in
      let code = row.codes.first ?? ""
      let (label, year) = words.parts(code)
      let figure = row.cell.figure
      return TimeSeriesChart.Point(
        label: label, group: year, value: figure?.value, low: figure?.low, high: figure?.high,
        comparison: others[code] ?? nil, isHidden: figure == nil)
    }
    return TimeSeriesChart(
      id: id, title: "\(measure.name[language]), \(MeasureChartTexts.overTime[language])",
      summary: summary(table), points: points, limit: text.limit, number: axis)
  }

  /// What the line of a series looks like, in a sentence.
  func summary(_ table: MeasureTable) -> String {
    let known = table.rows.filter { $0.cell.figure?.value != nil }
    let hidden = table.rows.count { $0.cell.figure == nil }
    guard let first = known.first, let last = known.last else {
      return MeasureChartTexts.noSeries[language]
    }
    let words = PeriodText(language: language)
    return MeasureChartTexts.seriesSummary(
      text.value(first.cell.figure?.value), text.value(last.cell.figure?.value),
      words.whole(first.codes.first ?? ""), words.whole(last.codes.first ?? ""), hidden: hidden
    )[language]
  }

  /// The value of every group, in the order of the table.
  func bars(
    _ rows: [MeasureTableRow], comparison: MeasureTable?, meanName: String, dimension: Dimension
  ) -> IntervalBars {
    let others = Self.values(comparison)
    let drawn = rows.prefix(Self.mostBars)
    let isByRow = comparison?.query.by == [dimension]
    return IntervalBars(
      id: "uppdelat",
      title: "\(measure.name[language]), \(MeasureTexts.dimension(dimension)[language])",
      summary: MeasureChartTexts.barsSummary(
        drawn.count { $0.cell.figure != nil }, hidden: drawn.count { $0.cell.figure == nil }
      )[language],
      rows: drawn.map { row in
        let figure = row.cell.figure
        return IntervalBars.Row(
          label: row.names.first ?? "", value: figure?.value, low: figure?.low,
          high: figure?.high,
          comparison: isByRow ? others[row.codes.first ?? ""] ?? nil : nil,
          words: figure.map { text.value($0.value) } ?? MeasureTexts.hiddenWord[language])
      },
      limit: text.limit, mean: isByRow ? nil : comparison?.total.figure?.value,
      meanName: meanName, number: axis)
  }

  /// How many of the own units have which value.
  ///
  /// - Parameters:
  ///   - mean: what they are compared with; nil where nothing can be.
  ///   - meanName: whose value that is.
  func distribution(
    _ units: MeasureTable, mean: Double?, meanName: String
  ) -> Histogram? {
    let values = units.rows.compactMap { $0.cell.figure?.value }
    guard values.count >= Self.leastSpread, let least = values.min(), let most = values.max()
    else { return nil }
    return Histogram(
      id: "fordelning",
      title: "\(measure.name[language]), \(MeasureChartTexts.distribution[language])",
      summary: MeasureChartTexts.spreadSummary(
        values.count, text.value(least), text.value(most))[language],
      bins: Histogram.bins(of: values, holding: mean, limit: text.limit),
      axisTitle: measure.name[language], mean: mean,
      meanTitle: "\(meanName) \(text.value(mean))", number: axis)
  }

  /// Units without which a spread says nothing.
  private static let leastSpread = 8

  /// The values of a table by its first code.
  static func values(_ table: MeasureTable?) -> [String: Double?] {
    Dictionary(
      (table?.rows ?? []).map { ($0.codes.first ?? "", $0.cell.figure?.value) },
      uniquingKeysWith: { first, _ in first })
  }
}
